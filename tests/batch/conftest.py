"""The two ways to run the command line are those of its own tests."""

from tests.cli.conftest import _room_for_what_is_loaded, report, run, spawn, write

__all__ = ["_room_for_what_is_loaded", "report", "run", "spawn", "write"]
