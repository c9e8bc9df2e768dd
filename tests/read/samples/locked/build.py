"""One small PDF out in every way that PDFs are encrypted, beside the same one as it is: `python build.py`.

Needs pikepdf. The user's password is `secret`, the owner's `owner`; where no user's password is needed, the text may not
be copied.
"""

import io
import sys
from pathlib import Path

import pikepdf

HERE = Path(__file__).parent
sys.path.append(str(HERE.parents[3]))

from tests.read.paged.pages import pdf, words  # noqa: E402

PLAIN = pdf(
    [words(72, 760, "Services for children in an invented town", 20), words(72, 700, "Most of them were good.")]
)
NO_COPYING = pikepdf.Permissions(extract=False)
WAYS = {
    "r3-rc4": {"R": 3, "aes": False},
    "r4-rc4": {"R": 4, "aes": False},
    "r4-aes": {"R": 4, "aes": True},
    "r5-aes": {"R": 5, "aes": True},
    "r6-aes": {"R": 6, "aes": True},
}


def main() -> None:
    """Writes all of them."""
    (HERE / "plain.pdf").write_bytes(PLAIN)
    for name, way in WAYS.items():
        locked(name, way, user="secret")
        locked(f"{name}-no-copying", way, user="", allow=NO_COPYING)
    locked("r3-rc4-latin-1", WAYS["r3-rc4"], user="sésame")
    locked("r6-aes-utf-8", WAYS["r6-aes"], user="сезам-sésame")


def locked(name: str, way: dict[str, object], **words: object) -> None:
    """Writes one."""
    with pikepdf.open(io.BytesIO(PLAIN)) as document:
        document.save(
            HERE / f"{name}.pdf", encryption=pikepdf.Encryption(owner="owner", metadata=way["aes"], **way, **words)
        )


if __name__ == "__main__":
    main()
