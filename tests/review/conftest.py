"""A record and its document, of a fixture or of words of a test's own."""

from pathlib import Path

import pytest

from ciextract.pipeline import Given, examine, read_document

FIXTURES = Path(__file__).parents[2] / "fixtures"


def examined(content, name="report.txt"):
    document = read_document(content)
    return examine(document, Given(content, name, None, None)).record, document


@pytest.fixture(scope="session")
def graded():
    return examined((FIXTURES / "graded-report" / "document.txt").read_bytes())


@pytest.fixture(scope="session")
def printed():
    return examined((FIXTURES / "graded-report" / "reportlab.pdf").read_bytes(), "report.pdf")
