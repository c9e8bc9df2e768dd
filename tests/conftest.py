"""What all tests share: properties meet the same examples each time, unless HYPOTHESIS_PROFILE says otherwise.

Programs that the tests start can be interrupted, even where the tests themselves run in the background of a shell, which
lets what it starts there ignore interrupts.
"""

import os
import signal

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
