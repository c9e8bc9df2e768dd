"""The option that writes the golden records anew: ``pytest tests/golden --update-golden``."""


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden records anew instead of comparing")
