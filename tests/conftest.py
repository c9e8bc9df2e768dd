"""What all tests share: properties meet the same examples each time, unless HYPOTHESIS_PROFILE says otherwise.

Programs that the tests start can be interrupted and hung up, even where the tests themselves run in the background of a
shell or under nohup, which let what they start ignore that.
"""

import os
import signal

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

for number, handler in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, handler)
