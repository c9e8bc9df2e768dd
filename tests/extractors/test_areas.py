"""The areas that were inspected: not those named in passing, in links, in other bodies' names or in an address."""

import pytest
from tests.outline.invented import (
    AT_RISK,
    IN_NEED,
    PROSE,
    STATEMENTS,
    lines,
    paper,
    plan,
    record,
    release,
    report,
    title_of,
)

ADDRESS = lines("Headquarters", "Care Inspectorate\nPublications team\n11 Riverside Drive\nDundee\nDD1 4NY")
OVERVIEW = lines("Overview of joint inspections 2021 to 2025", "May 2025", "Foreword", PROSE)
ROW = ("1.1", "Minutes come late", "Type them on the day", "March 2024", "Clerk")


def areas(text):
    return [area.name for area in record(text).inspection.areas]


@pytest.mark.parametrize(
    "words",
    [
        "A worker who had come from Fife liked it.",
        "Partners thanked NHS Lothian, NHS Fife and NHS Ayrshire and Arran.",
        "Services for children were run by Angus Smith, who is kind.",
        "We met in Falkirk Sheriff Court.",
        "A nurse from the University of Stirling came along.",
        "The Moray Firth was rough that day.",
        "The road to Perth was closed.",
        "Our office: Compass House, Riverside Drive, Dundee DD1 4NY",
        "Related: Inspection of services for children in Angus",
        "See also: how services in Falkirk did",
        "More news: partners in Stirling",
        "Next: services for children in Stirling",
        ADDRESS,
    ],
)
@pytest.mark.parametrize("document", [report, release, paper])
def test_an_area_named_in_passing_is_none(document, words):
    assert areas(document("Services for children in Inverclyde do well.", words, area="Inverclyde")) == ["Inverclyde"]


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        lines("The Care Inspectorate wrote from Compass House, Dundee DD1 4NY.", PROSE),
        lines("NHS Lothian thanked the Care Inspectorate for what it said of services.", PROSE),
        lines("Services for children in Ayrshire were seen by the Care Inspectorate.", PROSE),
        lines(OVERVIEW, "Partners in Dundee, Angus and Fife shared what they knew."),
        lines(OVERVIEW, "In Orkney we stood back. Services in Shetland were not seen."),
        lines(OVERVIEW, ADDRESS),
    ],
)
def test_there_is_no_area(text):
    assert areas(text) == []


def test_the_title_of_any_document_names_no_area_inspected():
    assert areas(lines("Our garden in Moray", PROSE)) == []


def test_a_line_that_links_to_earlier_reports_names_no_area():
    assert areas(release(PROSE, "Read our earlier reports on services in Fife, Falkirk and Stirling here.")) == [
        "Moray"
    ]


def test_services_elsewhere_that_are_named_once_are_none():
    assert areas(release("One of them had come from services in Stirling.", area="Fife")) == ["Fife"]


def test_a_thematic_review_says_which_areas_it_covers():
    text = lines(
        "Thematic review of how partnerships support disabled children", "May 2024", "Foreword",
        "I am glad of this review. It covers three areas: Falkirk, Moray and Fife. It was cold in Dundee.", PROSE,
    )  # fmt: skip
    assert areas(text) == ["Falkirk", "Moray", "Fife"]


def test_a_report_that_is_still_to_come_names_no_area():
    text = lines(
        "Watchdog publishes first report",
        "The first report of a joint inspection of services for children, looking at Fife, is published today. The next"
        " report, covering Moray, is due soon.",
        'Alex Example, Chief Executive of the Care Inspectorate, said: "We were glad of what we saw and say so."',
    )
    assert areas(text) == ["Fife"]


def test_areas_that_were_inspected_together_stay_together():
    text = release("Services for children in Fife were near.", "The partnership in Fife agreed.", area="Moray and Fife")
    assert areas(text) == ["Moray", "Fife"]


def test_the_first_area_of_a_sentence_is_the_one_inspected():
    assert areas(paper("1.1\tThe inspection of services in Fife holds lessons for Moray.", area="Our")) == ["Fife"]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Moray", ["Moray"]),
        ("East Renfrewshire", ["East Renfrewshire"]),
        ("Renfrewshire", ["Renfrewshire"]),
        ("Aberdeenshire", ["Aberdeenshire"]),
        ("Angus", ["Angus"]),
        ("Dundee", ["Dundee City"]),
        ("the City of Edinburgh", ["City of Edinburgh"]),
        ("the Western Isles", ["Na h-Eileanan Siar"]),
        ("the Scottish Borders", ["Scottish Borders"]),
        ("the Moray Council area", ["Moray"]),
        ("the Argyll & Bute community planning partnership area", ["Argyll and Bute"]),
        ("Clackmannanshire and Stirling", ["Clackmannanshire", "Stirling"]),
    ],
)
@pytest.mark.parametrize("programme", [AT_RISK, IN_NEED], ids=lambda programme: programme.name)
def test_the_area_in_the_title_of_a_report_is_the_one_inspected(programme, printed, names):
    text = report(
        "Services for children in Fife are near.", "Partners in Falkirk came to see.", area=printed, programme=programme
    )
    assert areas(text) == names


def test_an_area_has_its_code_and_stands_where_its_evidence_says():
    (area,) = record(report(PROSE, area="Dundee")).inspection.areas
    assert (area.name, area.code) == ("Dundee City", "S12000042")
    assert area.evidence.quote == "Dundee"
    assert area.evidence.start == title_of(area="Dundee").index("Dundee")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Care Inspectorate looked at services for children in Angus.",
        "The partnership in Angus can do better, the Care Inspectorate says.",
        "The Angus community planning partnership agreed with the Care Inspectorate.",
        "Inspectors of the Care Inspectorate found much to praise in Angus.",
        "A joint inspection of services in Angus was made by the Care Inspectorate.",
        "Angus Council welcomed what the Care Inspectorate said.",
    ],
)
def test_a_release_names_its_area_in_a_sentence(sentence):
    assert areas(lines(sentence, 'Alex Example said: "We were glad of all that we saw."')) == ["Angus"]


@pytest.mark.parametrize(
    "text",
    [
        paper("1.1\tAn inspection of services for children in Moray took place."),
        lines(paper("1.1\tIt went well."), report(PROSE), plan(ROW)),
        lines(
            f"Statement 1: {STATEMENTS[1]}",
            "Services for children in Moray did well.",
            f"Statement 2: {STATEMENTS[2]}",
            PROSE,
        ),
        plan(ROW),
    ],
    ids=["paper", "three documents", "report without a cover", "plan"],
)
def test_other_documents_name_their_area(text):
    assert areas(text) == ["Moray"]


def test_areas_of_two_reports_come_in_order_and_once():
    assert areas(lines(report(PROSE, area="Moray"), report(PROSE, area="Fife"), plan(ROW))) == ["Moray", "Fife"]


@pytest.mark.parametrize(
    "sentence",
    [
        "We carried out joint inspections in Fife, Moray and the Western Isles.",
        "These inspections took place in Fife, in Moray and in the Western Isles.",
        "The areas inspected were Fife, Moray and the Western Isles.",
        "Joint inspections: Fife, Moray and the Western Isles.",
    ],
)
def test_an_overview_names_the_areas_whose_inspections_took_place(sentence):
    text = lines(OVERVIEW, sentence, "Partners in Dundee, Angus and Stirling shared what they knew.")
    assert areas(text) == ["Fife", "Moray", "Na h-Eileanan Siar"]


def test_an_overview_names_areas_in_its_table_of_evaluations():
    table = "Area\tReport published\tEvaluation\nMoray\t2022\tGood\nWestern Isles\t2023\tVery good\nNowhere\t2023\tGood"
    assert areas(lines(OVERVIEW, "Appendix 1: Table of evaluations", table)) == ["Moray", "Na h-Eileanan Siar"]


def test_an_area_that_was_inspected_but_not_evaluated_counts():
    table = "Area\tPublished\tEvaluation\nMoray\t2022\tGood\nOrkney\t2021\tNot evaluated\nFife\t2020\tsee below"
    assert areas(lines(OVERVIEW, "Appendix 1: Table of evaluations", table)) == ["Moray", "Orkney Islands"]


def test_an_overview_names_areas_in_a_bulleted_list():
    text = lines(OVERVIEW, "We carried out joint inspections in these areas:", "• Fife\n• Moray\n• Angus")
    assert areas(text) == ["Fife", "Moray", "Angus"]


def test_a_plan_is_of_the_area_of_the_partnership_above_its_title():
    text = "Shetland Children's Partnership\n\n" + plan(
        ("1.1", "More time", "Talk", "May", "Clerk"), title="Improvement Plan"
    )
    assert [one.name for one in record(text).inspection.areas] == ["Shetland Islands"]


LIST = "The partnerships chosen for a joint inspection of services for children were:"


def test_a_release_without_an_area_of_its_own_is_about_those_that_it_lists_as_inspected():
    items = "• Moray\n• Fife\n• Dundee"
    text = lines("The Care Inspectorate has published an overview.", LIST, items)
    assert areas(text) == ["Moray", "Fife", "Dundee City"]
    assert areas(lines("The Care Inspectorate has published an overview.", LIST, "• Moray\n• Fife")) == []
    assert areas(release(LIST, items, area="Angus")) == ["Angus"]


def test_a_report_about_several_areas_names_what_it_focuses_on():
    text = "This report focuses on Moray, Fife and Dundee; the Care Inspectorate has published it."
    assert areas(lines(text, PROSE)) == ["Moray", "Fife", "Dundee City"]
    assert areas(lines("The report focuses on leadership. It was published today by the Care Inspectorate.")) == []


def test_the_city_in_the_name_of_an_area_begins_no_list_of_them():
    told = "This overview is of inspections carried out in four areas: Angus, City of Edinburgh, Moray and Fife."
    assert areas(lines(OVERVIEW, told)) == ["Angus", "City of Edinburgh", "Moray", "Fife"]


ADULTS = lines(
    "Joint inspections of adult support and protection", "Overview report", "November 2023", "Foreword", PROSE
)


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("Partnership\tMeetings", []),
        ("Key processes\tMeetings", []),
        ("Partnership\tKey processes", ["Angus", "Moray"]),
    ],
)
def test_an_area_in_a_table_of_conclusions_in_words_was_inspected(head, named):
    text = lines(ADULTS, "Findings", PROSE, f"{head}\nAngus\tEffective\nMoray\tImportant areas of weakness")
    assert areas(text) == named


def test_an_area_that_news_of_the_whole_country_names_once_is_named_in_passing():
    country = "Inspectors today published what they found in each of Scotland's 32 council areas."
    once = "The services of the partnership in Moray had the highest grades."
    assert areas(lines(country, once)) == []
    assert areas(lines(country, once, "The Moray partnership was glad of it.")) == ["Moray"]
