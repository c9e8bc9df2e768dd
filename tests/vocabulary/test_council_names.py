"""Council areas: their names and codes, and the names in a text that are no council area."""

import pytest

from ciextract.vocabulary.councils import councils

CODES = {
    "Aberdeen City": "S12000033", "Aberdeenshire": "S12000034", "Angus": "S12000041", "Argyll and Bute": "S12000035",
    "City of Edinburgh": "S12000036", "Clackmannanshire": "S12000005", "Dumfries and Galloway": "S12000006",
    "Dundee City": "S12000042", "East Ayrshire": "S12000008", "East Dunbartonshire": "S12000045",
    "East Lothian": "S12000010", "East Renfrewshire": "S12000011", "Falkirk": "S12000014", "Fife": "S12000047",
    "Glasgow City": "S12000049", "Highland": "S12000017", "Inverclyde": "S12000018", "Midlothian": "S12000019",
    "Moray": "S12000020", "Na h-Eileanan Siar": "S12000013", "North Ayrshire": "S12000021",
    "North Lanarkshire": "S12000050", "Orkney Islands": "S12000023", "Perth and Kinross": "S12000048",
    "Renfrewshire": "S12000038", "Scottish Borders": "S12000026", "Shetland Islands": "S12000027",
    "South Ayrshire": "S12000028", "South Lanarkshire": "S12000029", "Stirling": "S12000030",
    "West Dunbartonshire": "S12000039", "West Lothian": "S12000040",
}  # fmt: skip
"""Names and codes of CA2019, from "Geography codes and labels", Public Health Scotland open data."""


def names_in(text):
    return [area.council.name for area in councils().named_in(text)]


def test_there_are_32_councils_under_their_official_names_and_codes():
    assert {council.name: council.code for council in councils().council} == CODES
    assert len(set(CODES.values())) == 32


def test_no_code_is_a_former_one_of_another():
    former = [code for council in councils().council for code in council.former_codes]
    assert len(former) == len(set(former))
    assert not set(former) & set(CODES.values())


def test_no_spelling_stands_for_two_councils():
    named = {
        (word.lower(), council.code) for council in councils().council for word in (council.name, *council.spellings)
    }
    assert len({word for word, _ in named}) == len(named)


@pytest.mark.parametrize(
    "text",
    [
        "NHS Lothian", "NHS Fife and NHS Borders", "NHS Ayrshire and Arran", "NHS Highland", "NHS Western Isles",
        "NHS Dumfries and Galloway", "NHS Orkney, NHS Shetland", "NHS Forth Valley", "Lothian", "the Ayrshires", "Ayrshire",
        "Lanarkshire", "the University of Stirling", "Edinburgh University", "Inverness Airport and Aberdeen Airport",
        "Fife College", "Falkirk Sheriff Court", "Stirling Street", "Perth Road", "Glasgow Road", "Compass House, Dundee DD1 4NY",
        "angus cattle", "highland dress", "moray", "Stirlingshire", "Fifer", "McAngus", "Fife-wide", "Perth", "Kinross",
        "the borders of two counties", "East and West", "Argyll", "Bute", "Dumfries", "Galloway",
        "Orkneyinga", "Mid-Lothian", "Eilean", "City of Culture",
    ],
)  # fmt: skip
def test_no_council_is_named(text):
    assert names_in(text) == []


@pytest.mark.parametrize(
    "text", ["NHS Greater Glasgow and Clyde", "Dundee and Angus College", "Glasgow Caledonian University"]
)
def test_a_body_that_has_a_council_in_its_name_is_none(text):
    assert names_in(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("East Renfrewshire", ["East Renfrewshire"]),
        ("Renfrewshire", ["Renfrewshire"]),
        ("East Renfrewshire and Renfrewshire", ["East Renfrewshire", "Renfrewshire"]),
        ("Aberdeenshire", ["Aberdeenshire"]),
        ("Aberdeen", ["Aberdeen City"]),
        ("Aberdeen City Council", ["Aberdeen City"]),
        ("Aberdeen and Aberdeenshire", ["Aberdeen City", "Aberdeenshire"]),
        ("Angus", ["Angus"]),
        ("Argyll & Bute", ["Argyll and Bute"]),
        ("Perth & Kinross", ["Perth and Kinross"]),
        ("Dumfries & Galloway", ["Dumfries and Galloway"]),
        ("Edinburgh", ["City of Edinburgh"]),
        ("Edinburgh, City of", ["City of Edinburgh"]),
        ("The City of Edinburgh Council", ["City of Edinburgh"]),
        ("Glasgow", ["Glasgow City"]),
        ("City of Glasgow", ["Glasgow City"]),
        ("Dundee", ["Dundee City"]),
        ("the Highlands", ["Highland"]),
        ("the Highland area", ["Highland"]),
        ("the Scottish Borders", ["Scottish Borders"]),
        ("the Borders", ["Scottish Borders"]),
        ("the Western Isles", ["Na h-Eileanan Siar"]),
        ("Comhairle nan Eilean Siar", ["Na h-Eileanan Siar"]),
        ("Na h-Eileanan an Iar", ["Na h-Eileanan Siar"]),
        ("the Outer Hebrides", ["Na h-Eileanan Siar"]),
        ("Orkney", ["Orkney Islands"]),
        ("the Shetland Islands", ["Shetland Islands"]),
        ("Shetland's schools", ["Shetland Islands"]),
        ("Moray and NHS Fife", ["Moray"]),
        ("NHS Fife and Moray", ["Moray"]),
        ("Clackmannanshire and Stirling", ["Clackmannanshire", "Stirling"]),
        ("NORTH AYRSHIRE", ["North Ayrshire"]),
        ("East Lothian, Midlothian and West Lothian", ["East Lothian", "Midlothian", "West Lothian"]),
        ("East, North and South Ayrshire", ["South Ayrshire"]),
    ],
)
def test_a_council_is_named(text, names):
    assert names_in(text) == names


@pytest.mark.parametrize("council", councils().council, ids=lambda council: council.name)
def test_each_name_and_spelling_is_found_where_it_stands(council):
    for word in (council.name, *council.spellings):
        (found,) = councils().named_in(f"We went to {word}, and came back.")
        assert (found.council.code, found.start, found.end) == (council.code, 11, 11 + len(word))


@pytest.mark.parametrize("text", ["EDINBURGH", "DUNDEE", "WESTERN ISLES", "ORKNEY", "THE BORDERS", "GLASGOW"])
def test_a_spelling_in_capitals_is_found(text):
    assert len(names_in(text)) == 1
