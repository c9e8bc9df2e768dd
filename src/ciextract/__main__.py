"""``python -m ciextract`` comes in, the exit code of the command goes out; the command itself is in ``cli``."""

import sys

from ciextract.cli import main

sys.exit(main())
