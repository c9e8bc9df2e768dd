from pathlib import Path

import pytest
from tests.read.paged.pages import BOLD, box, pdf, rule, words

from ciextract.errors import NoText, PasswordRequired, UnreadableDocument
from ciextract.read import read_document
from ciextract.read.paged.glyphs import TextPage
from ciextract.read.paged.reader import read_pdf

SAMPLES = Path(__file__).parents[1] / "samples"


def lines(*pages, **how):
    return read_pdf(pdf(*pages, **how)).lines


def texts(*pages, **how):
    return [line.text.strip() for line in lines(*pages, **how)]


class TestRefusals:
    @pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.4\n" + b"\x00" * 400, b"junk %PDF-1.4 \xff\xfe"])
    def test_what_is_damaged_beyond_reading(self, content):
        with pytest.raises(UnreadableDocument):
            read_pdf(content)

    def test_a_page_without_text(self):
        with pytest.raises(NoText, match="any of 2 pages"):
            read_pdf(pdf([box(10, 10, 100, 100)], []))

    def test_a_password_is_needed(self):
        with pytest.raises(PasswordRequired, match="--password-file"):
            read_pdf((SAMPLES / "needs-password.pdf").read_bytes())

    def test_a_wrong_password_is_told_without_printing_it(self):
        with pytest.raises(PasswordRequired) as raised:
            read_pdf((SAMPLES / "needs-password.pdf").read_bytes(), "guess")
        assert "guess" not in str(raised.value)

    def test_the_right_password_opens(self):
        assert read_pdf((SAMPLES / "needs-password.pdf").read_bytes(), "secret").lines

    def test_no_password_is_asked_for_what_is_damaged_behind_one_that_has_a_password(self):
        with pytest.raises(PasswordRequired):
            read_pdf((SAMPLES / "needs-password.pdf").read_bytes())
        with pytest.raises(UnreadableDocument):
            read_pdf(pdf())

    def test_a_document_that_forbids_copying_is_read_and_told(self):
        reading = read_pdf((SAMPLES / "no-copying.pdf").read_bytes())
        assert [notice.code for notice in reading.notices] == ["permissions"]

    def test_a_cut_file_is_told(self):
        whole = pdf([words(72, 700, "Words that are there.")])
        codes = [notice.code for notice in read_pdf(whole[: whole.rindex(b"startxref")]).notices]
        assert codes == ["rebuilt-file"]


class TestPlaces:
    def test_a_box_is_in_points_from_the_top_left(self):
        x0, top, x1, bottom = lines([words(100, 742, "Seven")])[0].box
        assert 99 < x0 < 102
        assert 85 < top < bottom < 103
        assert x1 < 140

    def test_a_media_box_of_all_pages_counts_as_that_of_each(self):
        pages = [words(72, 820, "At the top of a tall page")], [words(72, 700, "Next page")]
        assert [line.box for line in lines(*pages, shared=True)] == [line.box for line in lines(*pages)]
        assert read_pdf(pdf(*pages, shared=True)).page_sizes == ((595, 842), (595, 842))

    def test_a_cropped_page_counts_from_its_crop(self):
        (line,) = lines([words(100, 742, "Seven")], crop=(50, 0, 595, 800))
        assert 49 < line.box[0] < 52
        assert 45 < line.box[1] < 60

    def test_a_turned_page_counts_from_its_corner_as_displayed(self):
        reading = read_pdf(pdf([words(100, 742, "Seven")], rotate=90))
        assert reading.lines[0].text.strip() == "Seven"
        ((x0, top, x1, bottom),) = reading.locator.boxes(1, reading.lines[0].origin, 5)
        assert 742 < x0 + 5 < x1 < 760
        assert 99 < top < bottom < 140

    def test_text_that_lies_on_its_side_is_read_upright(self):
        reading = read_pdf(pdf([words(100, 742, "Seven")], rotate=90))
        assert reading.page_sizes == ((595, 842),)

    def test_each_character_keeps_its_index(self):
        source = pdf([words(72, 700, "First line"), words(72, 680, "Second line")])
        reading = read_pdf(source)
        second = reading.lines[1]
        boxes = reading.locator.boxes(1, second.origin + 7, 4)
        assert len(boxes) == 1
        assert boxes[0][0] > second.box[0] + 30


class TestLines:
    def test_columns_on_one_height_are_apart(self):
        assert texts([words(72, 700, "Left column"), words(320, 700, "Right column")]) == [
            "Left column",
            "Right column",
        ]

    def test_a_marker_of_its_own_is_given_to_its_line(self):
        drawn = [words(90, 700, "The first of the points"), words(90, 640, "Another"), words(72, 700, "1.")]
        assert [(line.marker, line.text.strip()) for line in lines(drawn)] == [
            ("1.", "The first of the points"), (None, "Another"),
        ]  # fmt: skip

    def test_a_large_number_alone_counts_where_others_stand_as_it_does(self):
        first = [
            words(72, 700, "1", 20),
            words(110, 703, "Children were seen"),
            words(72, 660, "2", 20),
            words(110, 663, "Leaders knew"),
        ]
        alone = [words(72, 560, "1", 20), words(110, 563, "Records should say more")]
        assert [line.marker for line in lines([*first, words(72, 600, "To improve"), *alone]) if line.marker] == [
            "1",
            "2",
            "1",
        ]
        assert [line.marker for line in lines([words(72, 600, "To improve"), *alone]) if line.marker] == []
        elsewhere = [words(300, 560, "1", 20), words(338, 563, "child in ten")]
        assert [line.marker for line in lines([*first, *elsewhere]) if line.marker] == ["1", "2"]

    def test_a_running_head_drawn_last_comes_first(self):
        assert texts([words(72, 600, "Body of the page"), words(72, 815, "Running head")])[0] == "Running head"

    def test_a_page_drawn_out_of_turn_is_read_from_the_top(self):
        drawn = [
            words(72, 600, "third line here"),
            words(72, 640, "first line here"),
            words(72, 620, "second line here"),
        ]
        assert texts(drawn) == ["first line here", "second line here", "third line here"]

    def test_space_between_paragraphs_begins_a_new_one(self):
        drawn = [words(72, 700 - 14 * i, f"line {i} of the first") for i in range(4)]
        drawn += [words(72, 630 - 14 * i, f"line {i} of the second") for i in range(4)]
        assert [line.fresh for line in lines(drawn)] == [True, False, False, False, True, False, False, False]

    def test_bold_type_and_its_beginning(self):
        drawn = [
            words(72, 700, "All of it bold", font=BOLD),
            words(72, 640, "Term", font=BOLD),
            words(104, 640, "is plain"),
        ]
        whole, part = lines(drawn)
        assert whole.bold
        assert not part.bold
        assert part.text[: part.lead].strip() == "Term"

    def test_a_raised_digit_is_a_marker(self):
        drawn = [words(72, 700, "guidance."), words(122, 705, "3", size=7), words(130, 700, "More follows")]
        found = lines(drawn)
        assert "".join(line.text[a:b] for line in found for a, b in line.raised) == "3"

    def test_a_digit_of_a_year_is_no_marker(self):
        assert [line.raised for line in lines([words(72, 700, "published in August 2019.")])] == [()]

    def test_an_underlined_line_is_a_heading(self):
        (line,) = lines([words(72, 700, "Measuring it"), rule(72, 698, 138, 698)])
        assert line.level == 3

    def test_an_underlined_beginning_is_set_apart(self):
        (line,) = lines([words(72, 700, "Risk None at all."), rule(72, 698, 97, 698)])
        assert (line.level, line.text[: line.lead]) == (None, "Risk")


class TestTables:
    GRID = (box(72, 600, 200, 40), box(272, 600, 200, 40), box(72, 640, 200, 40), box(272, 640, 200, 40))

    def place(self, line):
        return (line.cell.row, line.cell.column) if line.cell else None

    def test_lines_stand_in_their_cells(self):
        drawn = [
            *self.GRID,
            words(80, 660, "Area"),
            words(280, 660, "Grade"),
            words(80, 620, "Moray"),
            words(280, 620, "Good"),
        ]
        assert [(self.place(line), line.text.strip()) for line in lines(drawn)] == [
            ((0, 0), "Area"), ((0, 1), "Grade"), ((1, 0), "Moray"), ((1, 1), "Good"),
        ]  # fmt: skip

    def test_one_text_object_over_two_cells_is_cut(self):
        drawn = [
            *self.GRID,
            words(80, 660, "Area" + " " * 60 + "Grade"),
            words(80, 620, "Moray"),
            words(280, 620, "Good"),
        ]
        assert [self.place(line) for line in lines(drawn)] == [(0, 0), (0, 1), (1, 0), (1, 1)]

    def test_a_box_around_a_marker_is_none_around_its_item(self):
        items = (
            "1. Early help was quick to reach the",
            "families in Glenmore.",
            "2. Plans were clear about risk, and said",
            "what was next.",
        )
        drawn = [words(72 if at % 2 == 0 else 86, 700 - 14 * at, line, 10) for at, line in enumerate(items)]
        document = read_document(pdf([*drawn, box(70, 696, 14, 14), box(70, 668, 14, 14)]))
        assert [document[block.span] for block in document.blocks] == [" ".join(items[:2]), " ".join(items[2:])]

    def test_boxes_with_figures_are_no_table(self):
        drawn = [*self.GRID]
        for x, y in ((80, 660), (280, 660), (80, 620), (280, 620)):
            drawn += [words(x, y, "54%", size=18), words(x, y - 14, "of something", size=9)]
        assert all(line.cell is None for line in lines(drawn))

    def test_text_outside_the_grid_has_no_cell(self):
        drawn = [
            *self.GRID,
            words(80, 660, "Area"),
            words(280, 660, "Grade"),
            words(80, 620, "Moray"),
            words(72, 560, "After"),
        ]
        assert lines(drawn)[-1].cell is None

    def test_level_rules_alone_make_a_table_of_the_text_between_them(self):
        drawn = [rule(72, y, 500, y) for y in (700, 680, 600)]
        for y, row in zip(
            (686, 660, 640, 620),
            ("Area Year Grade", "Moray 2021 Good", "Fife 2022 Weak", "Angus 2023 Good"),
            strict=False,
        ):
            drawn += [words(x, y, word) for x, word in zip((80, 240, 400), row.split(), strict=False)]
        assert [self.place(line) for line in lines(drawn)] == [(row, column) for row in range(4) for column in range(3)]

    def test_words_that_happen_to_begin_above_one_another_make_no_column(self):
        drawn = [rule(72, y, 500, y) for y in (700, 680, 660, 640, 620)]
        for y, row in zip(
            (686, 666, 646, 626),
            (("Measure", "Yes"), ("Screened in line", "92"), ("Decided within", "85"), ("Told of it", "61")),
            strict=True,
        ):
            drawn += [words(x, y, word) for x, word in zip((80, 400), row, strict=True)]
        drawn[-6:-5] = [words(80, 666, "Screened by line of work")]
        drawn[-4:-3] = [words(80, 646, "Answered by the next day")]
        drawn[-2:-1] = [words(80, 626, "Followed by line of work")]
        assert {self.place(line)[1] for line in lines(drawn)} == {0, 1}

    def test_two_level_rules_are_no_table(self):
        drawn = [rule(72, 700, 500, 700), rule(72, 600, 500, 600), words(80, 660, "Plain"), words(300, 660, "words")]
        assert all(line.cell is None for line in lines(drawn))


def test_words_that_stand_nowhere_are_unplaced(monkeypatch):
    boxes = TextPage.boxes

    def all_but_strays(self, first, count):
        return [] if self.text[first:].startswith("Stray") else boxes(self, first, count)

    monkeypatch.setattr(TextPage, "boxes", all_but_strays)
    reading = read_pdf(pdf([words(100, 700, "Words of the report"), words(100, 600, "Stray words")]))
    assert [line.text for line in reading.lines] == ["Words of the report"]
    assert (reading.dropped, reading.unplaced) == ((), ((1, "Stray words"),))
