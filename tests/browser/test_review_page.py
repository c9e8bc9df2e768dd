"""The review page as a reviewer has it, in a real Chromium."""

import json
import re
from collections import Counter
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from ciextract.pipeline import Given, examine, read_document
from ciextract.read.paged.images import page_images
from ciextract.review.applying import apply
from ciextract.review.page import review_page
from ciextract.review.values import values_of
from ciextract.validation import load_record, load_verdicts

FIXTURES = Path(__file__).parents[2] / "fixtures"
ATTACK = (
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"> javascript:document.title='run'"
)

CURRENT = "document.querySelector('.value[aria-current]')?.dataset.number"
BOX_IN_VIEW = """() => {
  const frame = document.getElementById('document').getBoundingClientRect();
  const marked = [...document.querySelectorAll('.document .current')];
  return marked.length > 0 && marked.some((each) => { const box = each.getBoundingClientRect();
    return box.bottom > frame.top && box.top < frame.bottom; });
}"""

REACHED = f"() => [{CURRENT}, document.activeElement.dataset.number, ({BOX_IN_VIEW})()]"
"""What is current, what has the focus, whether its boxes are in view: asked at once, as each question takes its time."""


def made(content):
    document = read_document(content)
    record = examine(document, Given(content, "report", None, None)).record
    images = list(page_images(content)) if document.pages else []
    return record, document, review_page(record, document, images)


@pytest.fixture(scope="session")
def report():
    return made((FIXTURES / "graded-report" / "reportlab.pdf").read_bytes())


@pytest.fixture(scope="session")
def text_report():
    return made((FIXTURES / "graded-report" / "document.txt").read_bytes())


@pytest.mark.parametrize("source", ["report", "text_report"])
def test_every_value_is_reached_by_key(visit, request, source):
    record, _, html = request.getfixturevalue(source)
    page = visit(html)
    reached = []
    for _ in values_of(record):
        page.keyboard.press("j")
        number, focused, in_view = page.evaluate(REACHED)
        reached.append(number)
        assert focused == number
        assert in_view, number
    assert sorted(map(int, reached)) == list(range(len(reached)))
    page.keyboard.press("j")
    assert page.evaluate(CURRENT) == reached[-1]


@pytest.mark.parametrize("source", ["report", "text_report"])
def test_every_value_is_reached_by_a_click_on_its_words(visit, request, source):
    record, _, html = request.getfixturevalue(source)
    page = visit(html)
    for number in range(len(values_of(record))):
        place = page.evaluate(
            """(number) => { const each = places.get(number)[0]; each.scrollIntoView({block: 'center'});
            const box = each.getClientRects()[0]; return [box.x + Math.min(box.width / 2, 6), box.y + box.height / 2]; }""",
            number,
        )
        for _ in range(8):  # several values may lie on the same words: each further click goes to the next
            page.mouse.click(*place)
            if (current := page.evaluate(CURRENT)) == str(number):
                break
        assert current == str(number)


def test_a_click_in_the_list_finds_the_place(visit, report):
    page = visit(report[2])
    item = page.locator(".value[data-kind=tables]").last
    item.click(position={"x": 40, "y": 12})
    assert item.get_attribute("aria-current") == "true"
    assert page.evaluate(BOX_IN_VIEW)


def test_boxes_lie_on_their_words(visit, report):
    """What stands inside a value's boxes, as the page shows them, are the value's words, read from the PDF anew."""
    record, _, html = report
    page = visit(html)
    shown = page.evaluate("""() => [...places].map(([number, boxes]) => [number, boxes.map((each) => {
      const box = each.getBoundingClientRect(), sheet = each.closest('.sheet').getBoundingClientRect();
      return [Number(each.closest('.page').id.slice(5)), (box.x - sheet.x) / sheet.width, (box.y - sheet.y) / sheet.height,
              (box.right - sheet.x) / sheet.width, (box.bottom - sheet.y) / sheet.height]; })])""")
    printed = pypdfium2.PdfDocument((FIXTURES / "graded-report" / "reportlab.pdf").read_bytes())
    values = values_of(record)
    letters = lambda text: re.sub(r"\W", "", text)  # noqa: E731
    for number, boxes in shown:
        words = ""
        for sheet, left, top, right, bottom in sorted(boxes, key=lambda box: (box[0], round(box[2], 2), box[1])):
            with closing(printed[sheet - 1]) as paper, closing(paper.get_textpage()) as text:
                width, height = paper.get_size()
                words += text.get_text_bounded(left * width, (1 - bottom) * height, right * width, (1 - top) * height)
        quote, found = letters(values[number].evidence.quote), letters(words)
        assert not Counter(quote) - Counter(found), (quote, found)
        assert len(found) <= len(quote) + 2 * len(boxes), (quote, found)


def test_the_picture_is_as_large_as_its_sheet(visit, report):
    page = visit(report[2])
    page.wait_for_function("document.querySelector('img[src]')?.naturalWidth > 600")
    sizes = page.evaluate("""() => { const one = document.querySelector('img[src]');
      return [one.clientWidth, one.clientHeight, one.parentElement.clientWidth, one.parentElement.clientHeight]; }""")
    assert sizes[:2] == sizes[2:]


@pytest.mark.parametrize("form", ["text", "html"])
def test_markup_is_text_and_runs_nothing(visit, form):
    escaped = ATTACK.replace("&", "&amp;").replace("<", "&lt;")
    source = f"Key messages\n\n1. Staff listened {ATTACK} well.\n\nMost of the children agreed {ATTACK}.\n"
    if form == "html":
        source = (
            f"<!doctype html><html><body><h1>{escaped}</h1><p>Most of the children agreed {escaped}.</p></body></html>"
        )
    record, _, html = made(source.encode())
    page = visit(html)
    for _ in values_of(record):
        page.keyboard.press("j")
        page.keyboard.press("a")
    assert page.title() != "run"
    assert "<script>document.title" in page.locator("#document").inner_text()
    assert page.locator("#document img, #document script, #list script, #list img").count() == 0


def test_verdicts_are_saved_and_loaded_again(visit, report, tmp_path):
    record, _, html = report
    page = visit(html)
    page.locator(".value[data-kind=evaluations]").click(position={"x": 40, "y": 12})
    page.keyboard.press("c")
    page.locator("#correction [name=grade]").select_option("weak")
    page.locator("#note").fill("see the annex")
    page.get_by_role("button", name="Keep correction").click()
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.keyboard.press("r")
    with page.expect_download() as download:
        page.keyboard.press("s")
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    applied = apply(record, load_verdicts(path.read_text("utf-8")))
    assert (applied.corrected, applied.removed, applied.misfits) == (1, 1, ())
    assert (applied.record.evaluations[0].grade, applied.record.evaluations[0].score) == ("weak", 2)

    again = visit(html)
    again.locator("#file").set_input_files(path)
    again.wait_for_function("document.getElementById('live').textContent.includes('3 verdicts loaded')")
    assert [each.get_attribute("data-verdict") for each in again.locator(".value[data-verdict]").all()] == [
        "corrected", "accepted", "rejected",
    ]  # fmt: skip


def test_a_file_that_holds_no_verdicts_is_told(visit, text_report, tmp_path):
    page = visit(text_report[2])
    path = tmp_path / "odd.json"
    path.write_text(json.dumps({"verdicts": 3}))
    page.locator("#file").set_input_files(path)
    page.wait_for_function("document.getElementById('live').textContent.includes('no file of verdicts')")
    assert page.locator(".value[data-verdict]").count() == 0


def test_search_filters_and_groups(visit, report):
    page = visit(report[2])
    everything = page.locator(".value").count()
    page.keyboard.press("/")
    page.keyboard.type("west lothian")
    assert 0 < page.locator(".value:visible").count() < everything
    page.keyboard.press("Escape")
    page.locator("#by-kind").select_option("tables")
    assert {each.get_attribute("data-kind") for each in page.locator(".value:visible").all()} == {"tables"}
    page.locator("#by-kind").select_option("")
    for by in ("statement", "section", "order", "kind"):
        page.locator("#group").select_option(by)
        assert page.locator(".value").count() == everything
        assert page.locator(".group:visible").count() >= 1


def test_enter_leads_to_the_document_and_escape_back(visit, report):
    page = visit(report[2])
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "document"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.number") == page.evaluate(CURRENT)
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()


def test_two_hundred_pages(visit):
    """Pages far away are not decoded; the last value of the last page is reached all the same."""
    content = (FIXTURES / "graded-report" / "reportlab.pdf").read_bytes()
    one, many, held = pypdfium2.PdfDocument(content), pypdfium2.PdfDocument.new(), BytesIO()
    while len(many) < 200:
        many.import_pages(one, list(range(min(len(one), 200 - len(many)))))
    many.save(held)
    record, _, html = made(held.getvalue())
    page = visit(html)
    assert page.locator(".page").count() == 200
    page.keyboard.press("j")
    assert page.locator("img[src]").count() < 12
    page.locator("#group").select_option("order")
    page.evaluate("select(Number([...document.querySelectorAll('.value')].at(-1).dataset.number))")
    page.wait_for_function("document.querySelectorAll('#page-200 img[src], #page-199 img[src]').length > 0")
    assert page.evaluate(BOX_IN_VIEW)
    assert page.locator("img[src]").count() < 30
    assert len(values_of(record)) > 1000


def fill(page, kind, **fields):
    page.locator("#add-kind").select_option(kind)
    for name, value in fields.items():
        control = page.locator(f"#adding [name='{name}']")
        (control.select_option if control.evaluate("each => each.localName") == "select" else control.fill)(value)


def saved(page, tmp_path):
    with page.expect_download() as download:
        page.locator("#save").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_words_that_the_text_has_not(visit, report):
    page = visit(report[2])
    page.keyboard.press("m")
    page.keyboard.type("West Lothian was painted purple")
    assert "Not found in the text; it has only “West Lothian" in page.locator("#found").inner_text()
    fill(page, "partners", name="Painters")
    page.get_by_role("button", name="Add value").click()
    assert page.locator("#adding").is_visible()
    assert page.evaluate("additions.length") == 0
    assert page.evaluate("document.activeElement.id") == "words"


def test_a_missed_value_is_added_by_keyboard_alone(visit, report, tmp_path):
    """Typed as a reader would: other quotation marks, another case, other white space."""
    record, document, html = report
    [grade] = record.evaluations
    typed = "  ".join(grade.evidence.quote.upper().split()).replace("'", "’")
    page = visit(html)
    page.keyboard.press("m")
    assert page.evaluate("document.activeElement.id") == "words"
    page.keyboard.type(typed)
    assert page.locator("#found").inner_text() == f"Found once, on page {grade.evidence.page}."
    while page.evaluate("document.activeElement.id") != "add-kind":
        page.keyboard.press("Tab")
    page.keyboard.type("Evaluation")
    while page.evaluate("document.activeElement.name") != "grade":
        page.keyboard.press("Tab")
    page.keyboard.type("weak")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.textContent") != "Add value":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "add"
    assert "1 added" in page.locator("#progress").inner_text()
    assert page.locator("#added-list li").count() == 1
    applied = apply(record, load_verdicts(saved(page, tmp_path).read_text("utf-8")), document)
    assert (applied.added, applied.misfits) == (1, ())
    [new] = [one for one in applied.record.evaluations if one.rule == "review#added"]
    assert (new.grade, new.score, new.status, new.area.name) == ("weak", 2, "evaluated", "West Lothian")
    assert (new.evidence, new.section) == (grade.evidence, grade.section)


def test_words_that_stand_in_several_places(visit, report, tmp_path):
    record, document, html = report
    page = visit(html)
    page.locator("#add").click()
    page.locator("#words").fill("west lothian")
    assert re.fullmatch(r"Found \d+ times: choose the place.", page.locator("#found").inner_text())
    fill(page, "areas", name="Midlothian")
    page.get_by_role("button", name="Add value").click()
    assert page.evaluate("document.activeElement.id") == "which"
    page.locator("#which").select_option("4")
    page.get_by_role("button", name="Add value").click()
    applied = apply(record, load_verdicts(saved(page, tmp_path).read_text("utf-8")), document)
    new = applied.record.inspection.areas[-1]
    places = [each.start() for each in re.finditer("West Lothian", document.text)]
    assert (new.name, new.code, new.rule, new.evidence.start) == ("Midlothian", "S12000019", "review#added", places[4])


@pytest.mark.parametrize("source", ["report", "text_report"])
def test_words_are_picked_by_selection(visit, request, source):
    """Of a PDF in its text, of a text where it stands; the place is that of the selection."""
    _, document, html = request.getfixturevalue(source)
    wanted = [each.start() for each in re.finditer("West Lothian", document.text)][3]
    page = visit(html)
    if source == "report":
        page.get_by_role("button", name="As text").click()
        assert page.locator(".page:visible").count() == 0
    page.evaluate(
        """(start) => { for (const node of textNodes()) { if (start < node.length) {
        getSelection().setBaseAndExtent(node, start, node, start + 12); return; } start -= node.length; } }""",
        wanted,
    )
    page.keyboard.press("m")
    assert page.locator("#words").input_value() == "West Lothian"
    assert page.evaluate("chosen().start") == wanted
    page.keyboard.press("Escape")
    assert page.locator("#adding").is_hidden()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate(BOX_IN_VIEW)


def test_an_added_share_needs_its_word_alone(visit, report, tmp_path):
    record, document, html = report
    missed = next(one for one in record.proportions if one.form == "word" and one.statement and one.population.text)
    held = record.to_dict()
    held["proportions"] = [each for each in held["proportions"] if each["evidence"]["start"] != missed.evidence.start]
    before = load_record(json.dumps(held))
    page = visit(html)
    page.keyboard.press("m")
    page.locator("#words").fill(missed.quote)
    page.evaluate(
        "(start) => { byId('which').value = found.findIndex((each) => each.start === start); showChosen(); }",
        missed.evidence.start,
    )
    whom = {"population.category": missed.population.category, "population.text": missed.population.text}
    fill(page, "proportions", quantifier=missed.quantifier, **whom)
    page.get_by_role("button", name="Add value").click()
    applied = apply(before, load_verdicts(saved(page, tmp_path).read_text("utf-8")), document)
    [new] = [one for one in applied.record.proportions if one.rule == "review#added"]
    differing = {name for name in missed.__dataclass_fields__ if getattr(new, name) != getattr(missed, name)}
    assert differing <= {"rule", "grade"}


def test_added_values_are_changed_taken_out_and_loaded_again(visit, report, tmp_path):
    page = visit(report[2])
    page.keyboard.press("m")
    page.locator("#words").fill(report[0].evaluations[0].evidence.quote)
    fill(page, "glossary", term="a term", definition="a meaning")
    page.get_by_role("button", name="Add value").click()
    page.get_by_role("button", name="Change: Glossary entry").click()
    assert page.locator("#adding [name=term]").input_value() == "a term"
    page.locator("#adding [name=term]").fill("another term")
    page.get_by_role("button", name="Add value").click()
    assert page.evaluate("additions.map((each) => each.added.term)") == ["another term"]
    path = saved(page, tmp_path)
    again = visit(report[2])
    for _ in range(2):
        again.locator("#file").set_input_files(path)
        again.wait_for_function("document.getElementById('live').textContent.includes('1 verdicts loaded')")
    assert again.locator("#added-list li").count() == 1
    again.get_by_role("button", name="Take out").click()
    assert again.locator("#added").is_hidden()
    assert "added" not in again.locator("#progress").inner_text()
