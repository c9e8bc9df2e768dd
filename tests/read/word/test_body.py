"""The text of Word files, piece by piece. First what is left out or kept apart, then what is read and as what."""

import pytest
from tests.read.word.made import cell, listed, numbered, p, read, row, t, table, text

from ciextract.document import AsideKind, BlockKind

SIGN = "\uf0b7"
FIRST = "The first meeting was held in the old library."
SECOND = "The second one never took place at all."
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Council title"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="Lev"><w:name w:val="Part"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Bul"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Bold"><w:name w:val="Bold"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


def level(place, form, printed, more=""):
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{printed}"/>{more}</w:lvl>'


NUMBERING = f"""
<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "decimal", "%1.%2")}{level(2, "lowerLetter", "(%3)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">{level(0, "bullet", SIGN)}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">{level(0, "upperRoman", "%1)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="4">{level(0, "none", "")}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
"""


def field(asks, result):
    chars = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{chars[0]}<w:r><w:instrText>{asks}</w:instrText></w:r>{chars[1]}{result}{chars[2]}"


def box(inside):
    return (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


# Left out, or kept beside the text


@pytest.mark.parametrize(
    "removed",
    [
        '<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>',
        '<w:moveFrom w:id="1"><w:r><w:t>gone</w:t></w:r></w:moveFrom>',
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t></w:r>",
        "<w:r><w:instrText>gone</w:instrText></w:r>",
        field("SET gone", ""),
    ],
)
def test_what_is_not_printed_is_not_read(removed):
    assert text(p(FIRST[:20], removed, FIRST[20:])) == FIRST


def test_hidden_text_is_kept_beside_the_text_and_counted():
    document = read(p(FIRST, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t></w:r>"))
    assert [aside.text for aside in document.asides] == ["gone"]
    assert document.ledger["furniture"] == 4


def test_a_switch_that_is_off_hides_nothing():
    assert text(p(FIRST[:20], f'<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>{FIRST[20:]}</w:t></w:r>')) == FIRST


def test_removals_are_told_and_insertions_are_read():
    document = read(
        p(f'<w:ins w:id="1">{t(FIRST)}</w:ins><w:del w:id="2"><w:r><w:delText>Not this.</w:delText></w:r></w:del>')
    )
    assert document.text == FIRST
    assert [(notice.code, notice.lost) for notice in document.notices] == [("tracked-changes", False)]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    assert text(p(FIRST[:20], props="<w:rPr><w:del/></w:rPr>") + p(FIRST[20:])) == FIRST


def test_heads_and_feet_are_furniture():
    document = read(p(FIRST), header1=p("Paper 12"), footer1=p("Page ", field("PAGE", t("3"))))
    assert document.text == FIRST
    assert [(aside.kind, aside.text) for aside in document.asides] == [
        (AsideKind.FURNITURE, "Paper 12"),
        (AsideKind.FURNITURE, "Page 3"),
    ]


@pytest.mark.parametrize(
    "contents",
    [
        p(field("TOC \\o", t("Early help\t3")) + "") + p(),
        p("Early help\t3", style="Toc1"),
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('Contents')}{p('Early help', '<w:r><w:tab/></w:r>', '3')}</w:sdtContent></w:sdt>",
    ],
)
def test_a_contents_page_is_known_as_such(contents):
    document = read(p("Contents") + contents + p("Early help", style="H1") + p(FIRST), styles=STYLES)
    assert document.text == f"Early help\n\n{FIRST}"
    assert document.contents == ("Early help",)


def test_a_contents_field_that_never_ends_takes_nothing_behind_the_next_heading():
    opened = field("TOC", t("Early help\t3")).rpartition("<w:r><w:fldChar")[0]
    assert text(p(opened) + p("Early help", style="H1") + p(FIRST), styles=STYLES) == f"Early help\n\n{FIRST}"


def test_an_older_form_of_a_text_box_is_not_read_twice():
    both = f"<w:r><mc:AlternateContent><mc:Choice>{box(p(SECOND))[5:-6]}</mc:Choice><mc:Fallback>{box(p(SECOND))[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    assert text(p(FIRST, both)) == f"{FIRST}\n\n{SECOND}"


def test_a_sentence_in_the_style_of_a_heading_is_none():
    document = read(p("The board is asked to note that this paper has been put off.", style="H1"), styles=STYLES)
    assert document.blocks[0].level is None


def test_a_style_that_is_based_on_itself_does_no_harm():
    assert text(p(FIRST, style="Loop"), styles=STYLES) == FIRST


# Characters


@pytest.mark.parametrize(
    ("inside", "read_as"),
    [
        ("re<w:softHyphen/>port".replace("re", "<w:t>re</w:t>", 1).replace("port", "<w:t>port</w:t>"), "report"),
        ("<w:t>half</w:t><w:noBreakHyphen/><w:t>term</w:t>", "half-term"),
        ("<w:t>5\u00a0August</w:t>", "5 August"),
        ("<w:t>one</w:t><w:tab/><w:t>two</w:t>", "one two"),
        ('<w:t>tick </w:t><w:sym w:font="Wingdings" w:char="2713"/>', "tick ✓"),
        ("<w:rPr><w:caps/></w:rPr><w:t>aims</w:t>", "AIMS"),
        ('<w:sym w:char="nonsense"/><w:t>word</w:t>', "word"),
    ],
)
def test_characters_that_word_has_elements_for(inside, read_as):
    assert text(p(f"<w:r>{inside}</w:r>")) == read_as


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<w:hyperlink>{t(SECOND)}</w:hyperlink>",
        f"<w:sdt><w:sdtContent>{t(SECOND)}</w:sdtContent></w:sdt>",
        f"<w:smartTag>{t(SECOND)}</w:smartTag>",
        field("REF a", t(SECOND)),
        f'<w:fldSimple w:instr="REF a">{t(SECOND)}</w:fldSimple>',
        f"<w:customXml><w:ins>{t(SECOND)}</w:ins></w:customXml>",
    ],
)
def test_text_in_wrappers_is_read(wrapped):
    assert text(p(f"{FIRST} ", wrapped)) == f"{FIRST} {SECOND}"


def test_content_controls_around_paragraphs_rows_and_cells_are_read():
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    rows = control(row(cell(p("Area")), control(cell(p("Grade"))))) + row(cell(p("Board")), cell(p(control(t("good")))))
    assert text(control(p(FIRST)) + table(rows)) == f"{FIRST}\n\nArea\tGrade\nBoard\tgood"


def test_a_line_break_ends_the_line_and_a_text_box_follows_its_paragraph():
    assert (
        text(p("Tea Street", "<w:r><w:br/></w:r>", "Greenock", box(p(FIRST)))) == f"Tea Street\n\nGreenock\n\n{FIRST}"
    )


# Headings and lists


@pytest.mark.parametrize(("style", "depth"), [("H1", 1), ("Ours", 1), ("Lev", 2), (None, None)])
def test_a_heading_has_the_level_of_its_style(style, depth):
    assert read(p("Early help", style=style) + p(FIRST), styles=STYLES).blocks[0].level == depth


def test_a_paragraph_has_an_outline_level_of_its_own():
    document = read(
        p("Early help", props='<w:outlineLvl w:val="2"/>') + p("x", style="H1", props='<w:outlineLvl w:val="9"/>'),
        styles=STYLES,
    )
    assert [block.level for block in document.blocks] == [3, None]


def test_lists_have_the_markers_that_word_prints():
    body = "".join([
        listed("Purpose"), listed("Aims are set out.", level=1), listed("warm", level=2), listed("dry", level=2),
        listed("Costs are low.", level=1), listed("safe", level=2), listed("Findings"), listed("Help came.", level=1),
        listed("seven", listing=5), listed("eight", listing=5),
    ])  # fmt: skip
    printed = ["1.", "1.1", "(a)", "(b)", "1.2", "(a)", "2.", "2.1", "7.", "8."]
    assert [block.marker for block in read(body, numbering=NUMBERING).blocks] == printed


@pytest.mark.parametrize(("listing", "marker"), [(2, "•"), (3, "I)"), (4, None), (0, None), (99, None)])
def test_other_lists(listing, marker):
    [block] = read(listed("warm and dry", listing=listing), numbering=NUMBERING).blocks
    assert block.marker == marker


def test_a_list_comes_from_the_style_too():
    [block] = read(p("warm and dry", style="Bul"), styles=STYLES, numbering=NUMBERING).blocks
    assert (block.marker, block.kind) == ("•", BlockKind.ITEM)


def test_a_numbered_heading_has_number_and_level():
    [heading, _] = read(
        p("Findings", style="H1", props=numbered()) + p(FIRST), styles=STYLES, numbering=NUMBERING
    ).blocks
    assert (heading.marker, heading.level) == ("1.", 1)


@pytest.mark.parametrize(
    ("paragraph", "marker"),
    [
        (p("2.3\tHelp came early."), "2.3"),
        (p("Date:\t5 May"), None),
        (p("1. How good is leadership?", style="H1"), "1."),
        (p("5 key messages", style="H1"), None),
        (p("2023\tA good year", style="H1"), None),
    ],
)
def test_numbers_that_were_typed(paragraph, marker):
    assert read(paragraph, styles=STYLES).blocks[0].marker == marker


def test_bold_is_told_through_styles_and_two_bold_styles_undo_each_other():
    strong = '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>Early help.</w:t></w:r>'
    document = read(p(strong) + p("Early help.", style="Bold") + p(strong, style="Bold"), styles=STYLES)
    assert [block.bold for block in document.blocks] == [True, True, False]


# Tables


def grid(*lines):
    return table(*(row(*(cell(p(word)) for word in line)) for line in lines))


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        (grid(["A fact in a box."]), None),
        (grid(["One."], ["Two."]), None),
        (grid(["One.", "Two."]), None),
        (table(row(cell(p("80%", )), cell(p("x"))), row(cell('<w:p><w:r><w:rPr><w:sz w:val="60"/></w:rPr><w:t>80%</w:t></w:r></w:p>', p("felt safe")), cell(p("x")))), None),
        (grid(["Area", "Grade"], ["Moray", "good"]), ["Area\tGrade", "Moray\tgood"]),
        (table(row(cell(p("a")), cell(p("b"))), row(cell(p("All"), props='<w:gridSpan w:val="2"/>')), row(cell(p("c")), cell(p("d")))), ["a\tb", "All\t", "c\td"]),
        (table(row(cell(p("Up"), props='<w:vMerge w:val="restart"/>'), cell(p("a"))), row(cell(props="<w:vMerge/>"), cell(p("b")))), ["Up\ta", "\tb"]),
        (table(row(cell(p("a")), cell(p("b"))), row(cell(p("no")), cell(p("no")), props='<w:del w:id="1"/>'), row(cell(p("c")), cell(p("d")))), ["a\tb", "c\td"]),
        (table(row(cell(p("a")), cell(p("b"), p("c"))), row(cell(p("d")), cell(p("e")))), ["a\tb c", "d\te"]),
    ],
)  # fmt: skip
def test_tables_and_what_is_none(body, rows):
    document = read(body + p(FIRST))
    found = [document.text[row.span.start : row.span.end] for one in document.tables for row in one.rows]
    assert (found or None) == rows


def test_a_table_around_a_table_is_a_frame():
    document = read(
        table(
            row(cell(p("Left.")), cell(grid(["Area", "Grade"], ["Moray", "good"]), p())),
            row(cell(p("x")), cell(p("y"))),
        )
    )
    assert [len(one.rows) for one in document.tables] == [2]
    assert document.text.startswith("Left.")


def test_a_table_in_a_declared_table_is_read_in_its_cell():
    inner = grid(["warm", "dry"], ["safe", "well"])
    head = row(cell(p("Area")), cell(p("What")), props="<w:tblHeader/>")
    assert text(table(head, row(cell(p("Moray")), cell(inner, p())))) == "Area\tWhat\nMoray\twarm dry safe well"


def test_a_declared_head_row_is_one():
    head = row(cell(p("1990")), cell(p("2000")), props="<w:tblHeader/>")
    assert read(table(head, *(row(cell(p(f"{n}")), cell(p(f"{n + 1}"))) for n in range(3)))).tables[0].header == 1


# Size


def sized(words, half_points):
    return f'<w:r><w:rPr><w:sz w:val="{half_points}"/></w:rPr><w:t>{words}</w:t></w:r>'


USUAL = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
LARGE = (
    '<w:style w:type="paragraph" w:styleId="Large"><w:name w:val="Large"/><w:rPr><w:sz w:val="36"/></w:rPr></w:style>'
)


def sizes(body, **parts):
    return [block.size for block in read(body, **parts).blocks]


def test_text_of_one_size_is_all_as_large_as_the_text():
    assert sizes(p(FIRST) + p(SECOND)) == [1, 1]


def test_a_size_that_is_no_number_is_none():
    assert sizes(p(sized(FIRST, "large")) + p(SECOND)) == [1, 1]


def test_a_line_is_as_large_as_most_of_it():
    assert sizes(p(sized("The ", 60), FIRST) + p(SECOND)) == [1, 1]


def test_size_comes_from_the_run_its_paragraph_s_style_or_the_document():
    body = p(FIRST) + p(SECOND) + p(sized("Run", 30)) + p("Style", style="Large") + p(sized("Both", 30), style="Large")
    assert sizes(body, styles=USUAL + LARGE) == [1, 1, 1.25, 1.5, 1.25]


# Notes


def note(id, words):
    return f'<w:{{0}} w:id="{id}">{p("<w:r><w:footnoteRef/></w:r>", words)}</w:{{0}}>'


def reference(id, kind="footnote", more=""):
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{id}"{more}/></w:r>'


def test_footnotes_follow_their_paragraph_and_their_markers_are_left_out():
    document = read(p(FIRST, reference(4)) + p(SECOND), footnotes=note(4, "Minutes of May.").format("footnote"))
    assert document.text == f"{FIRST}\n\n1 Minutes of May.\n\n{SECOND}"
    assert [block.kind for block in document.blocks].count(BlockKind.FOOTNOTE) == 1


def test_footnotes_of_a_table_stand_below_it():
    body = table(row(cell(p("Area")), cell(p("Grade"))), row(cell(p("Moray", reference(1))), cell(p("good"))))
    notes = note(1, "In May.").format("footnote")
    assert text(body + p(FIRST), footnotes=notes) == f"Area\tGrade\nMoray\tgood\n\n1 In May.\n\n{FIRST}"


def test_endnotes_count_apart_and_a_note_may_have_its_own_mark():
    notes = {"footnotes": note(1, "* By hand.").format("footnote"), "endnotes": note(1, "In May.").format("endnote")}
    own = reference(1, more=' w:customMarkFollows="1"').replace("</w:r>", "<w:t>*</w:t></w:r>")
    assert text(p(FIRST, reference(1, "endnote")) + p(SECOND, own), **notes) == (
        f"{FIRST}\n\ni In May.\n\n{SECOND}\n\n* By hand."
    )


def test_a_reference_without_its_note_does_no_harm():
    assert text(p(FIRST, reference(9))) == FIRST
