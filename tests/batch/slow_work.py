"""What a child does in the tests of a cluster: slowly enough for a worker to be killed meanwhile."""

import time
from pathlib import Path

from ciextract.batch.messages import Made, Refusal


def work(request, progress):
    time.sleep(0.1)
    if request.name == "bad":
        return Refusal("bad", "mend it", 3, "0" * 64)
    content = Path(request.path).read_bytes() if request.content is None else request.content
    return Made(f"{request.name}: {len(content)}".encode())
