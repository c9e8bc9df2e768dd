"""The exit codes of commands that did their work, and what they say of it; those of errors are in ``errors``.

docs/exit-codes.md tells users of all of them. Codes are never renumbered.
"""

WRONG_USE = 2
FLAWED_PROGRAMME = 9
SOME_REFUSED = 10
FLAWED = 12
"""Flaws of records, or failures to prove one; they are on standard output."""
DIFFERENT = 13
MISFITS = 14
"""Verdicts that do not fit the record."""
INTERRUPTED = 130
CLOSED_PIPE = 141
TERMINATED = 143
