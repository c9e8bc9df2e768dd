"""A record and the bytes of its source in, out comes whatever in the record the source does not bear out."""

from ciextract.verification.proving import Claim, Failure, Verification, verify

__all__ = ["Claim", "Failure", "Verification", "verify"]
