"""The HTML reader. First what it must leave alone, then what it does."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciextract.errors import CiextractError, LimitExceeded, NoText
from ciextract.read import html_names
from ciextract.read.html import read_html

FIXTURE = Path(__file__).parents[2] / "fixtures" / "news-page" / "page.html"
PROSE = (
    "Families told inspectors that workers had listened to them, and that help had come in time to make a difference."
)
MENU = '<ul><li><a href="/1">Fife report</a><li><a href="/2">Moray report</a><li><a href="/3">Angus</a></ul>'


def texts(markup):
    return [line.text for line in read_html(markup).lines]


def dropped(markup):
    return [text for _, text in read_html(markup).dropped]


def only(markup):
    (line,) = read_html(markup).lines
    return line


# What must stay


@pytest.mark.parametrize(
    "wrapper",
    [
        '<div class="has-sidebar">{}</div>',
        '<div class="content-with-sidebar no-footer">{}</div>',
        '<div id="drug-related-harm">{}</div>',
        '<section class="social-work">{}</section>',
        '<div class="menu">{}</div>',  # a name that lies: it holds the headline
        '<div aria-hidden="true">{}</div>',  # saved while a dialog was open
        '<body style="display:none">{}</body>',
        "<div hidden>{}</div>",
        '<form action="/page.aspx">{}</form>',
        "<details><summary>More</summary>{}</details>",
        '<a href="/unclosed">{}',
        "<header>{}</header>",
        "<aside>{}</aside>",
        "<table><tr><td>{}</td></tr></table>",
        '<div role="dialog">{}</div>',
    ],
)
def test_the_story_stays_whatever_is_around_it(wrapper):
    story = f"<h1>Falkirk</h1><p>{PROSE}</p><h2>Planning</h2><p>Too slow.</p><h2>Next</h2><p>{PROSE}</p>"
    kept = texts(wrapper.format(story))
    assert [text for text in kept if text != "More"] == ["Falkirk", PROSE, "Planning", "Too slow.", "Next", PROSE]


@pytest.mark.parametrize(
    "block",
    [
        '<p>Read <a href="/1">the report</a>, <a href="/2">the film</a> and <a href="/3">what the panel of young '
        "people who worked with the inspectors through the whole of the year had to say</a> about it.</p>",
        '<p><a href="/1">Read the report</a></p>',
        '<ul><li><a href="/1">Report</a></li><li><a href="/2">Film</a></li></ul>',
        "<blockquote><p>Well done.</p><footer>Sam Example</footer></blockquote>",
        '<p class="published">Published: <time datetime="2024-03-14">14 March 2024</time></p>',
        '<h2><button aria-expanded="false">Key messages</button></h2>',
        '<h2 id="related">Related harm</h2>',
        '<h2><a href="#a">Early help</a></h2><p>Came early.</p><h2><a href="#b">Planning</a></h2><p>Was late.</p>',
        '<ul><li><a href="mailto:a@b.example">a@b.example</a></li><li><a href="tel:1">01</a></li>'
        '<li><a href="tel:2">02</a></li></ul>',
        '<table><tr><th>Area</th><th>Grade</th></tr><tr><td><a href="/1">Falkirk</a></td><td><a href="/2">Weak</a></td>'
        '</tr><tr><td><a href="/3">Fife</a></td><td><a href="/4">Good</a></td></tr></table>',
    ],
)
@pytest.mark.parametrize("page", ["<main>{}</main>", "<article>{}</article>", "<body><div>{}</div></body>", "{}"])
def test_parts_of_the_story_stay(block, page):
    assert dropped(page.format(f"<h1>Falkirk</h1>{block}<p>{PROSE}</p>")) == []


def test_the_headline_inside_the_articles_own_header_stays():
    page = f"<body><article><header><h1>Falkirk</h1><p>4 March</p></header><p>{PROSE}</p></article></body>"
    assert texts(page) == ["Falkirk", "4 March", PROSE]


def test_a_headline_above_the_main_part_stays_with_its_date():
    hero = '<div class="hero"><div><h1>Falkirk</h1><p>4 March 2024</p></div></div>'
    page = f"<body><header><a href=/>Council</a></header>{hero}<main><p>{PROSE}</p></main></body>"
    assert texts(page) == ["Falkirk", "4 March 2024", PROSE]


def test_the_name_of_the_site_is_no_headline():
    page = f"<body><header><h1>Inspection News</h1></header><main><h2>Falkirk</h2><p>{PROSE}</p></main></body>"
    assert texts(page) == ["Falkirk", PROSE]


def test_a_main_element_that_holds_little_of_the_text_is_not_believed():
    page = f"<body><main><p>News</p></main><div><h2>Falkirk</h2><p>{PROSE}</p><p>{PROSE}</p></div></body>"
    assert texts(page) == ["News", "Falkirk", PROSE, PROSE]


def test_an_article_element_that_holds_a_box_only_is_not_believed():
    page = f"<body><div><h1>Falkirk</h1><article><p>{PROSE}</p></article><p>{PROSE}</p><p>{PROSE}</p></div></body>"
    assert texts(page) == ["Falkirk", PROSE, PROSE, PROSE]


def test_short_texts_without_any_landmark_stay():
    assert texts("<p>Falkirk</p><p>Weak</p>") == ["Falkirk", "Weak"]
    assert texts("no markup at all") == ["no markup at all"]


def test_a_page_that_is_furniture_throughout_is_read_whole_and_says_so():
    reading = read_html(f"<main><aside><p>{PROSE}</p></aside></main>")
    assert [line.text for line in reading.lines] == [PROSE]
    assert [notice.code for notice in reading.notices] == ["html-no-article"]


def test_hidden_running_text_is_left_out_and_told():
    reading = read_html(f"<main><h1>Falkirk</h1><p>{PROSE}</p><p>{PROSE}</p><div hidden><p>{PROSE}</p></div></main>")
    assert len(reading.lines) == 3
    assert [(notice.code, notice.lost) for notice in reading.notices] == [("html-hidden-text", True)]


def test_a_heading_that_ends_the_article_stays_where_nothing_follows():
    assert texts(f"<main><p>{PROSE}</p><h2>Ends</h2></main><footer>x</footer>") == [PROSE, "Ends"]


def test_headings_and_links_between_them_that_end_the_article_go_with_the_furniture():
    foot = (
        '<p><a href="#top">Back to top</a></p><h3>Was this helpful?</h3><p><a href="/y">Yes</a> <a href="/n">No</a></p>'
    )
    page = f"<h1>A report on Moray</h1><p>{PROSE}</p>{foot}<h3>You may also like</h3>{MENU}"
    assert texts(page) == ["A report on Moray", PROSE]


def test_a_link_to_the_report_at_the_end_stays():
    link = '<p><a href="/r">Read what the inspectors found</a></p>'
    page = f"<h1>A report on Moray</h1><p>{PROSE}</p>{link}<h3>You may also like</h3>{MENU}"
    assert texts(page) == ["A report on Moray", PROSE, "Read what the inspectors found"]


@pytest.mark.parametrize(
    "name", ["has-sidebar", "social-work", "drug-related-harm", "page-header", "entry-content", "news"]
)
def test_names_that_are_no_furniture(name):
    assert not html_names.furniture(name)


@pytest.mark.parametrize(
    "name",
    ["breadcrumb", "related-news", "shareTools", "wp-block-social-links", "site-header", "sidebar", "cookie-bar"],
)
def test_names_that_are_furniture(name):
    assert html_names.furniture(name)


# What must go


@pytest.mark.parametrize(
    "block",
    [
        f"<nav>{MENU}</nav>",
        f'<div role="navigation">{MENU}</div>',
        MENU,
        f"<div><p>More news</p>{MENU}</div>",
        '<p><a href="/">Home</a> &gt; <a href="/n">News</a> &gt; <a href="/m">March</a></p>',
        f"<aside><p>{PROSE}</p></aside>",
        "<footer>Compass House, Dundee</footer>",
        '<div class="cookie-banner"><p>We count visits.</p></div>',
        '<div id="comments"><p>Great.</p></div>',
        '<p aria-hidden="true">Fife</p>',
        '<p style="color: red; Display : NONE">Fife</p>',
        "<p hidden>Fife</p>",
        "<button>Share</button><select><option>Fife</option></select><textarea>Moray</textarea><label>Search</label>",
        '<article><h3><a href="/fife">Fife</a></h3><p>Good.</p></article>',
        '<div><h3><a href="/1">Fife</a></h3><p>Good.</p><h3><a href="/2">Moray</a></h3><p>Weak.</p></div>',
        f"<h2>More news</h2>{MENU}",
    ],
)
@pytest.mark.parametrize("page", ["<main>{}</main>", "<article>{}</article>", "<body><div>{}</div></body>", "{}"])
def test_furniture_goes_and_is_counted(block, page):
    reading = read_html(page.format(f"<h1>Falkirk</h1><p>{PROSE}</p><p>Two.</p>{block}"))
    assert [line.text for line in reading.lines] == ["Falkirk", PROSE, "Two."]
    assert reading.dropped
    assert all(page is None for page, _ in reading.dropped)


@pytest.mark.parametrize("tag", ["script", "style", "noscript", "template"])
def test_code_is_not_even_counted(tag):
    reading = read_html(f"<p>Falkirk</p><{tag}>var fife = 1;</{tag}><!-- Moray -->")
    assert [line.text for line in reading.lines] == ["Falkirk"]
    assert reading.dropped == ()


def test_inline_furniture_does_not_break_the_line():
    assert texts("<p>The area <span hidden>Fife</span>was <button>x</button> good.</p>") == ["The area was good."]


def test_layout_tables_of_an_old_page():
    page = (
        f"<table><tr><td colspan=2><a href=/1>About</a> | <a href=/2>News</a> | <a href=/3>Contact</a></td></tr>"
        f"<tr><td>{MENU}</td><td><table><tr><td>Falkirk</td></tr><tr><td>{PROSE}<br><br>{PROSE}</td></tr></table></td>"
        f"</tr></table>"
    )
    reading = read_html(page)
    assert [line.text for line in reading.lines] == ["Falkirk", PROSE, PROSE]
    assert all(line.cell is None for line in reading.lines)


# Lines


def test_blocks_breaks_and_white_space():
    lines = read_html("<p>One\n  two<br>three <br> <br>four</p>five<div>six</div>").lines
    assert [(line.text, line.fresh) for line in lines] == [
        ("One two", True), ("three", False), ("four", True), ("five", True), ("six", True),
    ]  # fmt: skip


def test_inline_elements_join_and_no_break_spaces_stay():
    assert texts("<p>good <b> very</b>good&nbsp;&nbsp;x&shy;y </p><p>&nbsp;</p>") == ["good verygood\u00a0\u00a0xy"]


def test_preformatted_text_keeps_its_lines():
    lines = read_html("<pre>\nOne  a\ntwo\n\nthree</pre>").lines
    assert [(line.text, line.fresh, line.number) for line in lines] == [
        ("One  a", True, 2), ("two", False, 3), ("three", True, 5),
    ]  # fmt: skip


def test_headings_and_underlined_paragraphs_have_levels():
    lines = read_html(
        "<h2>Two<br>lines</h2><p><u>Label</u></p><p><u>Not</u> all</p><p><u>Not</u><br>here</p>"
        '<p><a href="/"><u>A link</u></a></p><ul><li><u>Item</u></li></ul>'
    ).lines
    assert [line.level for line in lines] == [2, 2, 3, None, None, None, None, None]


def test_line_numbers_are_those_of_the_source():
    lines = read_html(
        "<p>One</p>\r\n<!-- x -->\r\n<p title='One two'>\r\nOne two &amp; three</p><p>&eacute;t&eacute;</p>"
    ).lines
    assert [line.number for line in lines] == [1, 4, 4]


def test_title_is_beside_the_text():
    reading = read_html(
        "<html><head><title> Falkirk\n&amp; more </title></head><body><p>x</p><svg><title>y</title></svg>"
    )
    assert reading.title == "Falkirk & more"
    assert [line.text for line in reading.lines] == ["x"]
    assert (reading.media_type, reading.text_layer, reading.pages) == ("text/html", "html", None)
    assert read_html("<p>x</p>").title is None


# Looks


@pytest.mark.parametrize(
    ("markup", "bold", "lead"),
    [
        ("plain", False, 0),
        ("plain <b>end</b>", False, 0),
        ('<b style="font-weight:normal">plain</b>', False, 0),
        ('<span style="mso-bidi-font-weight:bold">plain</span>', False, 0),
        ("<b>Term </b>is", False, 4),
        ("<b>Bairns</b> <strong>Hoose</strong> is", False, 12),
        ("<b>All</b> <b>bold</b>.", True, 8),
        ('<span style="font-weight: 700">All</span>', True, 3),
    ],
)
def test_bold(markup, bold, lead):
    line = only(f"<p>{markup}</p>")
    assert (line.bold, line.lead) == (bold, lead)


def test_italic():
    assert only("<p><em>All</em> <i>of it</i></p>").italic
    assert not only("<p><em>Not</em> all</p>").italic


@pytest.mark.parametrize(
    ("markup", "raised"),
    [
        ("1<sup>st</sup>", ()),
        ("Brand<sup>®</sup>", ()),
        ("one<sup> two</sup>", ()),
        ("text<sup>12</sup> on", ((4, 6),)),
        ('text<a href="#n"><sup>[1]</sup></a> on', ((4, 7),)),
        ('a<sup> <a href="#n">1</a> </sup>b<sup>*</sup>', ((2, 3), (5, 6))),
        ('text<span style="vertical-align:super">3</span>', ((4, 5),)),
    ],
)
def test_raised_markers(markup, raised):
    assert only(f"<p>{markup}</p>").raised == raised


# Lists and tables


@pytest.mark.parametrize(
    ("markup", "markers"),
    [
        ("<ul><li>a<li>b</ul>", ["•", "•"]),
        ("<li>a", ["•"]),
        ('<ul style="list-style: none"><li>a</ul>', [None]),
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ('<ol start="3"><li>a<li value="9">b<li>c</ol>', ["3.", "9.", "10."]),
        ("<ol reversed><li>a<li>b<li>c</ol>", ["3.", "2.", "1."]),
        ('<ol start="x"><li>a</ol>', ["1."]),
        ('<ol type="a" start="26"><li>a<li>b</ol>', ["z.", "aa."]),
        ('<ol type="I" start="4"><li>a</ol>', ["IV."]),
        ('<p><span style="mso-list:Ignore">·<span>&nbsp; </span></span>a</p>', ["•"]),
        ('<p><span style="mso-list:Ignore">2.<span>&nbsp; </span></span>a</p>', ["2."]),
    ],
)
def test_list_markers(markup, markers):
    lines = read_html(markup).lines
    assert [line.marker for line in lines] == markers
    assert all(line.item for line in lines)


def test_nested_lists_and_second_paragraphs():
    lines = read_html("<ol><li>a<ul><li>b</ul>c</li><li><p>d<br>e</p><p>f</p></li><li></li></ol><p>g</p>").lines
    assert [(line.text, line.marker, line.item, line.fresh) for line in lines] == [
        ("a", "1.", True, True),
        ("b", "•", True, True),
        ("c", None, False, True),
        ("d", "2.", True, True),
        ("e", None, False, False),
        ("f", None, False, True),
        ("g", None, False, True),
    ]


def places(markup):
    return [
        (line.text, *((line.cell.table, line.cell.row, line.cell.column, line.cell.span) if line.cell else ()))
        for line in read_html(markup).lines
    ]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
        "<table><tr><td>a</td><td>b</td></tr></table>",
        "<table role=presentation><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        "<table><tr><td><h1>a</h1></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
    ],
)
def test_layout_tables_are_no_tables(table):
    assert all(line.cell is None for line in read_html(table).lines)


def test_cells_have_places():
    assert places(
        "<table><caption>Dates</caption><thead><tr><th>A<th>B<th>C</thead><tr><td rowspan=2>d<td colspan=2>e"
        "<tr><td><p>f</p><p>g</p><td></table><p>h</p><table><tr><td>i<td>j<tr><td>k<td>l</table>"
    ) == [
        ("Dates",),
        ("A", 0, 0, 0, 1), ("B", 0, 0, 1, 1), ("C", 0, 0, 2, 1),
        ("d", 0, 1, 0, 1), ("e", 0, 1, 1, 2),
        ("f", 0, 2, 1, 1), ("g", 0, 2, 1, 1),
        ("h",),
        ("i", 1, 0, 0, 1), ("j", 1, 0, 1, 1), ("k", 1, 1, 0, 1), ("l", 1, 1, 1, 1),
    ]  # fmt: skip


def test_the_table_knows_its_width():
    lines = read_html("<table><tr><td colspan=3>a<tr><td>b<td>c<td>d</table>").lines
    assert {line.cell.columns for line in lines} == {3}


def test_a_head_cell_is_bold():
    table = "<table><tr><th>Kind of record</th><th>Number</th></tr><tr><td>Plans</td><td>18</td></tr></table>"
    assert [line.bold for line in read_html(f"<main><p>{PROSE}</p>{table}</main>").lines] == [
        False,
        True,
        True,
        False,
        False,
    ]


def test_tables_of_furniture_are_not_numbered():
    table = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert (
        places(f"<main><p>{PROSE}</p>{table}</main>")[1:]
        == places(f"<nav>{table}</nav><main><p>{PROSE}</p>{table}</main>")[1:]
    )


# Hostile pages


@pytest.mark.parametrize(
    "markup", ["", " \n", "<p>&nbsp;</p>", "<script>x</script>", "<nav><a href=/>Home</a></nav>", "<!--"]
)
def test_a_page_without_text(markup):
    with pytest.raises(NoText):
        read_html(markup)


DEADLINE = 900
"""Seconds in which a child reads what takes one or two, however busy the machine: work that is not linear takes hours."""
READ = (
    "import sys; from ciextract.read.html import read_html; print(read_html(sys.stdin.read()).lines[-1].text, end='')"
)


def read_in_child(markup):
    """A process that reads the markup and prints its last line."""
    return subprocess.run([sys.executable, "-c", READ], input=markup, capture_output=True, text=True, timeout=DEADLINE)


@pytest.mark.parametrize(
    "unit",
    [
        "<b>",
        "<p>",
        "<p><b>",
        "<span>",
        "<li>x",
        "<br>",
        "</p>",
        "</div>",
        "<td>",
        "<a>x",
        "<sup>1",
        "&amp",
        "<",
        "<h1></h1>",
    ],
)
def test_a_hundred_thousand_unclosed_tags_are_read(unit):
    assert read_in_child(unit * 100_000 + " Falkirk").stdout.endswith("Falkirk")


@pytest.mark.parametrize(
    "unit",
    [
        "<div>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<section><p>x", "<i><div></i>", "<span><p></span></p>",
        "<div><table></div></table>", "<h1><div>", "<aside>", "<div hidden>", "<ol reversed><li>", "<a ", '<a ="',
    ],
)  # fmt: skip
def test_a_hundred_thousand_levels_are_refused_at_once(unit):
    refused = read_in_child(unit * 100_000 + "Falkirk")
    assert refused.returncode
    assert "LimitExceeded" in refused.stderr


@pytest.mark.parametrize(
    "markup",
    [
        "x" * 20_000_001,
        "é" * 10_000_001,
        "<p>x</p>" * 300_000,
        "".join(f"<p><font size={number}>x" for number in range(10_000)),
        "<p " + " ".join(f"a{number}" for number in range(10_000)) + ">x",
    ],
)
def test_more_than_a_page_can_be(markup):
    with pytest.raises(LimitExceeded):
        read_html(markup)


def test_deep_but_possible_pages_are_read():
    assert texts("<div>" * 5_000 + "Falkirk" + "</div>" * 5_000) == ["Falkirk"]
    assert texts("<div><p><span>" * 500 + "Falkirk") == ["Falkirk"]


def test_formatting_tags_in_great_number_take_linear_time():
    assert read_in_child("<b>" * 100_000 + "<i>" * 100_000 + "Falkirk" + "</b>" * 100_000).stdout == "Falkirk"


def test_tags_inside_scripts_comments_and_attributes_do_not_count_as_depth():
    noise = "<div>" * 60_000
    assert texts(f"<script>{noise}</script><!-- {noise} --><p title='{noise}'>Falkirk</p>") == ["Falkirk"]


def test_long_attributes_are_no_crowd_of_attributes():
    assert texts(f'<p style="{"a: b; " * 10_000}"><img src="data:{"A= " * 10_000}">Falkirk</p>') == ["Falkirk"]


def test_lone_surrogates_and_nuls_do_not_end_the_reader():
    assert texts("<p>a\ud800b\x00c</p>")[0].startswith("a\ufffdb")


TAGS = [
    "p",
    "div",
    "b",
    "ul",
    "li",
    "ol",
    "table",
    "tr",
    "td",
    "h2",
    "nav",
    "main",
    "article",
    "aside",
    "a href=/",
    "br",
]
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS]),
    st.sampled_from(["Falkirk ", "was ", "evaluated ", "as ", PROSE, "<p hidden>", "&nbsp;", "<sup>1</sup>"]),
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_word_is_lost_or_made_up(markup):
    words = sorted(re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", " ", markup))))
    try:
        reading = read_html(markup)
    except NoText:
        return
    kept = " ".join([line.text for line in reading.lines] + [text for _, text in reading.dropped])
    assert sorted("".join(re.findall(r"\w", kept))) == sorted("".join(words))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_or_refused(text):
    try:
        reading = read_html(text)
    except CiextractError:
        return
    for line in reading.lines:
        assert line.text.strip()
        assert all(0 <= start < end <= len(line.text) for start, end in line.raised)
        assert 0 <= line.lead <= len(line.text)


@given(st.text(alphabet="ab<>&'\"= /-!p\n", max_size=60))
def test_line_ends_do_not_matter(text):
    def read(markup):
        try:
            return read_html(markup)
        except CiextractError as error:
            return str(error)

    assert read(text) == read(text.replace("\n", "\r\n")) == read(text.replace("\n", "\r"))


# The saved page


def test_the_saved_page_keeps_the_release_and_nothing_else():
    reading = read_html(FIXTURE.read_text(encoding="utf-8"))
    text = "\n".join(line.text for line in reading.lines)
    assert reading.lines[0].level == 1
    assert "Published: 14 March 2024" in text
    assert "visit again before the end of the year.”" in text
    assert text.endswith("1 Young people could bring a friend or an advocate.")
    elsewhere = "Fife Moray Angus Highland Dundee Borders Orkney Lothian Inverclyde Argyll Clackmannanshire Stirling"
    assert not [area for area in [*elsewhere.split(), "Midlothian", "Ayrshire", "cookies"] if area in text]
    assert {line.cell.table for line in reading.lines if line.cell} == {0}
    assert all(line.number for line in reading.lines)
    assert reading.notices == ()
