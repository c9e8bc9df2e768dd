"""The section of docs/benchmarks.md: placed between its markers and nowhere else; what was not measured says so."""

from pathlib import Path

from benchmarks.pages.corpus import Corpus
from benchmarks.pages.engines import ENGINES
from benchmarks.pages.measuring import Grown, Measured
from benchmarks.pages.report import BEGIN, END, compared, growth, placed, renewed

CORPUS = Corpus("two files", (Path("a.pdf"), Path("b.pdf")), 10)


def test_a_page_without_the_section_keeps_all_it_has():
    page = placed("# Benchmarks\n\nOther figures.\n", "mine")
    assert page == f"# Benchmarks\n\nOther figures.\n\n{BEGIN}\n\nmine\n\n{END}\n"


def test_the_section_replaces_nothing_but_itself():
    page = placed(placed("before", "old") + "\nbehind\n", "new")
    assert page == f"before\n\n{BEGIN}\n\nnew\n\n{END}\n\nbehind\n"


def test_a_page_written_anew_keeps_the_section():
    assert renewed(placed("old", "mine"), "new\n") == placed("new\n", "mine")


def test_a_page_written_anew_without_the_section_is_all_new():
    assert renewed("old", "new\n") == "new\n"


def test_an_engine_that_could_not_be_run_has_no_figures():
    table = compared(CORPUS, [Measured("pdftotext", 0.02), Measured("peer", None)])
    assert "| peer | not installed | - | - |" in table


def test_figures_are_by_page_and_by_the_base():
    table = compared(CORPUS, [Measured("pdftotext", 0.02), Measured("ours", 0.03, 51.6)])
    assert "| pdftotext | 2.00 | 1.00 | - |" in table
    assert "| ours | 3.00 | 1.50 | 52 |" in table


def test_without_the_base_there_are_no_ratios():
    table = compared(CORPUS, [Measured("pdftotext", None), Measured("ours", 0.03, 51.6)])
    assert "| ours | 3.00 | - | 52 |" in table


def test_growth_is_by_page():
    table = growth([Grown(1_000, Measured("reading", 2.0, 90.0), Measured("pipeline", None))])
    assert "| 1,000 | 2.00 | 90 | - | - |" in table


def test_the_engine_of_the_whole_product_gives_json():
    made = ENGINES["pipeline"]()(Path("fixtures/news-release/typst.pdf").read_bytes())
    assert made.startswith(b"{") and b'"boxes"' in made
