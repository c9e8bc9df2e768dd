"""The two ways to run the command line are those of its own tests."""

from tests.cli.conftest import report, run, spawn, write

__all__ = ["report", "run", "spawn", "write"]
