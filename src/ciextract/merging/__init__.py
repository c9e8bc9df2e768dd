"""Records of single documents and merged ones: what one document says comes in, all of it together goes out, and back.

Which documents are of one inspection, and whether they agree, is decided in ``reconciliation``.
"""

from ciextract.merging.apart import Contribution, contribution_of, taken_apart
from ciextract.merging.joining import joined, single_records
from ciextract.merging.narrowing import NOT_GRADED, narrowed

__all__ = [
    "NOT_GRADED",
    "Contribution",
    "contribution_of",
    "joined",
    "narrowed",
    "single_records",
    "taken_apart",
]
