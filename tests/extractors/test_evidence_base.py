"""Figures of what inspectors gathered. First the figures that are none: others' work, plans, shares, subsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.outline.invented import PROSE, STATEMENTS, lines, paper, plan, read, record, release, report

from ciextract.vocabulary.english import english
from ciextract.vocabulary.evidence import evidence_words

METHOD = "How we conducted this inspection"
STATEMENT = f"Statement 1: {STATEMENTS[1]}"


def figures(text):
    """(activity, category, count, relation) of each figure."""
    return [
        (entry.activity, entry.population.category.value if entry.population else None, entry.count, entry.relation)
        for entry in record(text).evidence_base
    ]


def told(sentence):
    return figures(report(METHOD, sentence))


def plain(sentence):
    """Figures without their relation, which has tests of its own."""
    return [entry[:3] for entry in told(sentence)]


# What is no figure


@pytest.mark.parametrize(
    "sentence",
    [
        "The partnership surveyed 300 staff before we came.",
        "Staff said that 14 meetings had been observed by managers.",
        "All but one parent in our survey liked it.",
        "Partners had audited 120 cases in the two years before.",
        "The council told us that it had met 40 families in spring.",
        "A survey by the council drew 410 responses from parents.",
        "We also saw the council's own survey of 410 parents.",
        "Managers had spoken to 60 parents about the new form.",
        "The child protection committee held six meetings with schools.",
        "Service managers read 30 files a month.",
        "Leaders had met 18 young people over breakfast.",
        "600 children took part in a survey run by the council.",
    ],
)
def test_what_a_partnership_did_is_none(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We will meet 30 young people next year.",
        "We had planned to meet 40 parents, but snow closed the roads.",
        "We could not speak to 25 of the families.",
        "We sent questionnaires to 1,800 staff.",
        "1,800 staff were invited to complete our survey.",
        "Twelve focus groups were cancelled because of the snow.",
        "We were to have met 14 carers on the Monday.",
        "In the previous programme we read 860 records.",
        "We could not meet parents, but staff who had met 20 of them spoke well of it.",
        "We had hoped to meet 20 children, but the bus was late.",
    ],
)
def test_what_was_not_done_or_at_another_time_is_none(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Of the 80 records that we read, 72 showed a prompt reply.",
        "Almost 300 replies from staff came with comments.",
        "Three fifths of the staff who replied worked in schools; one in ten served with the police.",
        "We chose the 96 records ourselves.",
        "We read some of the records twice, 40 of them in full.",
        "Ten parents asked to be thanked, 60% of staff did not.",
        "Three focus groups ran over by an hour.",
        "Two of these records were thin.",
    ],
)
def test_shares_subsets_and_remarks_are_none(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2023 staff met us on their own ground.",
        "We use 22 quality indicators and four statements.",
        "Three young inspection volunteers joined the team for nine days.",
        "Our inspectors came from four bodies and worked for two and a half weeks.",
        "We met children in six schools and staff in four towns.",
        "The survey was open for six weeks to people over 16.",
        "We look at help for children up to the age of 18.",
        "Each focus group lasted 90 minutes.",
        "Chief officers meet twice a year, and we read what they write.",
    ],
)
def test_other_numbers_are_none(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "blocks",
    [
        [STATEMENT, "Talking to us", "We met 40 families at a soft play centre."],
        ["Key messages", "1. We met 40 families and heard good things."],
        ["Key facts", "We read the records of 40 children."],
        ["Conclusion", "We met 40 families."],
        ["Appendix 1: Key terms", "Survey: a form that 40 parents completed for us."],
    ],
)
def test_findings_definitions_and_facts_hold_none(blocks):
    assert figures(report(*blocks)) == []


def test_a_plan_holds_none():
    row = ("1.1", "Few were heard", "Inspectors met 40 families; we will survey 300 staff", "May 2024", "CPC")
    assert figures(plan("Statement 1: Safety", row)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We surveyed 300 staff in May and held eight focus groups with families.",
        "A sample of twenty files will be read every quarter.",
        "Inspectors read 54 of the 80 records from cover to cover and the others in part.",
        "Two files that the team had asked for never came.",
        "Since the inspection 400 staff have completed our survey.",
        "The Board met six times in the year.",
    ],
)
def test_in_a_paper_we_are_the_council(sentence):
    assert figures(paper("1.\tSUMMARY", f"1.1\t{sentence}", f"1.2\t{PROSE}")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The service knew 58 young people well.",
        "Eleven young people told a worker about a birthday card.",
        "In all 400 staff had been trained since spring.",
        "The council met 60 parents in June.",
        "A charity ran 12 focus groups with young people.",
    ],
)
def test_what_nobody_says_inspectors_did_is_none(sentence):
    assert figures(release(sentence)) == []


# What is one


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("We received 892 responses from staff.", [("staff", 892)]),
        ("A survey of staff brought in 1,146 replies.", [("staff", 1146)]),
        ("A staff survey was completed by 1,048 people.", [("staff", 1048)]),
        ("Over the summer 257 workers responded to our survey.", [("staff", 257)]),
        ("We surveyed 412 practitioners.", [("staff", 412)]),
        ("We issued a survey to 2,000 staff, of whom 892 replied.", [("staff", 892)]),
        ("Surveys were completed by 64 children, 39 parents and 12 staff.", [("children", 64), ("parents_carers", 39), ("staff", 12)]),
        ("Five survey responses came from children and nine from parents.", [("children", 5), ("parents_carers", 9)]),
        ("64 children and 39 carers filled in a questionnaire.", [("children", 64), ("parents_carers", 39)]),
        ("We heard the views of 212 young people by means of a questionnaire.", [("children", 212)]),
        ("In a survey, 312 members of staff told us what helps.", [("staff", 312)]),
        ("892 staff completed a survey, as did five children.", [("staff", 892), ("children", 5)]),
        ("Our survey did well: 410 parents completed it.", [("parents_carers", 410)]),
        ("Children returned 57 surveys and we met parents too.", [("children", 57)]),
        ("Children and young people: 96 surveys.", [("children", 96)]),
    ],
)  # fmt: skip
def test_surveys(sentence, found):
    assert plain(sentence) == [("survey", *entry) for entry in found]


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("We read the records of 96 children.", [96]),
        ("We looked at 102 sets of case notes.", [102]),
        ("A sample of 60 children's records was read.", [60]),
        ("Sixty records were sampled.", [60]),
        ("Seventy-eight adults had their records read.", [78]),
        ("Eighty-eight records made up our sample.", [88]),
        ("We read records held by three agencies for 75 young people.", [75]),
        ("Our file reading covered 81 adults at risk of harm.", [81]),
        ("We read the files of 50 adults and the recordings of 40 inquiry episodes.", [50, 40]),
    ],
)
def test_record_reviews_count_records(sentence, counts):
    assert plain(sentence) == [("record_review", "records", count) for count in counts]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("We met 43 children and twenty-six parents.", [("meeting", "children", 43), ("meeting", "parents_carers", 26)]),
        ("We spoke, in person or by telephone, with 48 young people.", [("meeting", "children", 48)]),
        ("We met senior leaders on three occasions.", [("meeting", "leaders", 3)]),
        ("We met chief officers four times.", [("meeting", "leaders", 4)]),
        ("We met the chief officers' group twice.", [("meeting", "leaders", 2)]),
        ("We held 20 interviews with senior managers.", [("meeting", "leaders", 20)]),
        ("We listened to 85 young people, two of them in secure care.", [("meeting", "children", 85)]),
        ("A dozen foster carers spoke to us.", [("meeting", "parents_carers", 12)]),
        ("We held eighteen focus groups with practitioners.", [("focus_group", "staff", 18)]),
        ("48 focus groups took place with 412 members of staff.", [("focus_group", "staff", 48), ("focus_group", "staff", 412)]),
        ("More than 300 nurses took part in 24 focus groups.", [("focus_group", "staff", 300), ("focus_group", "staff", 24)]),
        ("We observed seven core groups.", [("observation", "records", 7)]),
        ("Inspectors attended six multi-agency meetings.", [("observation", "records", 6)]),
        ("We shadowed four health visitors.", [("observation", "staff", 4)]),
        ("Eleven multi-agency meetings were observed.", [("observation", "records", 11)]),
        ("We were present at seven meetings about children.", [("observation", "records", 7)]),
        ("Meetings were held with 25 young people and 23 parents.", [("meeting", "children", 25), ("meeting", "parents_carers", 23)]),
        ("We talked to 66 young people and 48 of their parents.", [("meeting", "children", 66), ("meeting", "parents_carers", 48)]),
        ("We reviewed 214 documents that partners had supplied.", [("document_review", "other", 214)]),
        ("The partnership gave us 350 documents.", [("document_review", "other", 350)]),
        ("We analysed data relating to nine partnerships.", [("document_review", "partnerships", 9)]),
        ("Nine position statements were reviewed.", [("position_statement", "other", 9)]),
        ("We held 12 focus groups and meetings with parents.", [("focus_group", "parents_carers", 12)]),
        ("We held three focus groups and read the plans of children in two areas.", [("focus_group", None, 3)]),
        ("We met with 12 parents and spoke by telephone to another five.", [("meeting", "parents_carers", 12), ("meeting", "parents_carers", 5)]),
        ("We met with 12 parents and a further seven weeks later with staff.", [("meeting", "parents_carers", 12)]),
        ("We met 12 parents, and partners trained a further 30.", [("meeting", "parents_carers", 12)]),
    ],
)  # fmt: skip
def test_meetings_groups_observations_and_papers(sentence, found):
    assert plain(sentence) == found


def test_one_sentence_of_everything():
    sentence = (
        "We drew on 5,300 survey responses from staff, 870 case records, conversations with 402 families, 31 focus groups "
        "with carers, over 200 documents and nine position statements."
    )
    assert plain(sentence) == [
        ("survey", "staff", 5300), ("record_review", "records", 870), ("meeting", "parents_carers", 402),
        ("focus_group", "parents_carers", 31), ("document_review", "other", 200), ("position_statement", "other", 9),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "relation", "count"),
    [
        ("over 1,500", "over", 1500), ("well over 1,500", "over", 1500), ("more than 90", "over", 90),
        ("1,500+", "over", 1500), ("at least 40", "at_least", 40), ("40 or more", "at_least", 40),
        ("just over 40", "just_over", 40), ("about 40", "about", 40), ("some two hundred and sixty", "about", 260),
        ("nearly forty", "just_under", 40), ("almost a hundred", "just_under", 100), ("fewer than 40", "under", 40),
        ("up to 40", "at_most", 40), ("a total of 40", "exactly", 40), ("only forty", "exactly", 40),
    ],
)  # fmt: skip
def test_relations(words, relation, count):
    assert told(f"We met {words} members of staff.") == [("meeting", "staff", count, relation)]


def test_a_list_needs_no_verbs_and_takes_those_of_its_introduction():
    items = "• 102 records that we read\n• a staff survey with 538 responses\n• 18 focus groups with staff"
    assert [entry[:3] for entry in figures(report(METHOD, "Our evidence came from:", items))] == [
        ("record_review", "records", 102), ("survey", "staff", 538), ("focus_group", "staff", 18),
    ]  # fmt: skip
    assert [entry[2] for entry in figures(report(METHOD, "We met:", "• 43 children\n• 26 parents"))] == [43, 26]
    refused = report(METHOD, "The council told us that it had held:", "• 43 meetings with children\n• 26 interviews")
    assert figures(refused) == []


@pytest.mark.parametrize(
    "box",
    [
        ["64", "children and young people completed surveys", "81", "children's records were read"],
        ["64\nchildren and young people completed surveys", "81\nchildren's records were read"],
        ["Children and young people who completed our survey", "64", "Records read", "81"],
        ["Children and young people who completed our survey: 64", "Records read: 81"],
        ["Children and young people surveyed 64", "Records read 81"],
        ["Surveys from children\t64\nRecords read\t81"],
        ["Activity\tWho\tNumber\nSurvey\tChildren\t64\nRecord reading\tRecords\t81"],
    ],
)
def test_figures_in_boxes_and_tables(box):
    found = figures(report("Our evidence base", *box))
    assert [entry[:3] for entry in found] == [("survey", "children", 64), ("record_review", "records", 81)]


def test_a_figure_in_a_cell_before_what_it_counts():
    rows = "733\tchildren completed surveys\n2,019\tstaff completed surveys\n2019\tparents completed surveys"
    assert [entry[:3] for entry in figures(report("Our evidence base", rows))] == [
        ("survey", "children", 733), ("survey", "staff", 2019),
    ]  # fmt: skip


def test_a_reply_behind_what_could_not_be_done_counts():
    assert told("We were unable to meet with any children, but 16 completed our survey.") == [
        ("survey", "children", 16, "exactly")
    ]


def test_figures_in_brackets():
    sentence = "We drew on survey responses from children (64) and parents (39) and held focus groups with staff (18)."
    assert plain(sentence) == [
        ("survey", "children", 64), ("survey", "parents_carers", 39), ("focus_group", "staff", 18),
    ]  # fmt: skip


def test_a_figure_counts_once_in_each_part():
    blocks = ("1.\tSUMMARY", "1.1\tInspectors met 43 children.", "1.2\tThe inspectors met 43 young people in all.")
    both = lines(paper(*blocks), report(METHOD, "We met 43 children.", "Those 43 children were kind to us."))
    assert [(entry.document, entry.count) for entry in record(both).evidence_base] == [(0, 43), (1, 43)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors read the records of 78 children.",
        "As part of the inspection, 78 records were read.",
        "The inspection team looked at 78 case files.",
        "A joint inspection team has been here. They read the records of 78 children.",
        "The inspection involved reading the records of 78 children.",
    ],
)
def test_releases_and_papers_name_the_inspectors(sentence):
    assert [entry[:3] for entry in figures(release(sentence))] == [("record_review", "records", 78)]
    found = figures(paper("1.\tSUMMARY", f"1.1\t{sentence}", f"1.2\t{PROSE}"))
    assert [entry[:3] for entry in found] == [("record_review", "records", 78)]


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("Inspectors were in Moray in May. They:", ["record_review", "meeting"]),
        ("Inspectors were in Moray in May. They also", ["record_review", "meeting"]),
        ("Inspectors were in Moray in May. The council:", []),
        ("Staff were asked in May. They:", []),
    ],
)
def test_whoever_the_sentence_before_a_list_names_is_meant_by_they(lead, told):
    found = figures(paper("1.\tSUMMARY", lead, "• read 90 records", "• met 43 children"))
    assert [activity for activity, *_ in found] == told


def test_an_appendix_can_tell_the_method():
    found = figures(report("Conclusion", PROSE, "Appendix 2: How we carried out the inspection", "We met 43 children."))
    assert [entry[:3] for entry in found] == [("meeting", "children", 43)]


def test_the_quote_is_the_clause_and_the_population_is_as_printed():
    text = report(METHOD, "In May we held 18 focus groups with school staff, and we met 43 children and young people.")
    group, meeting = record(text).evidence_base
    assert group.evidence.quote == "we held 18 focus groups with school staff"
    assert group.population.text == "school staff"
    assert meeting.evidence.quote == "we met 43 children and young people"
    assert meeting.population.text == "children and young people"
    assert group.rule == "vocabulary/evidence#focus-groups"


# Numbers

SMALL = {value: word for word, value in english().numbers.items()}


def spelled(number):
    if number in SMALL:
        return SMALL[number]
    if number < 100:
        return f"{SMALL[number - number % 10]}-{SMALL[number % 10]}"
    if number < 1000:
        return f"{SMALL[number // 100]} hundred" + (f" and {spelled(number % 100)}" if number % 100 else "")
    rest = number % 1000
    joint = " and " if 0 < rest < 100 else " "
    return f"{spelled(number // 1000)} thousand" + (f"{joint}{spelled(rest)}" if rest else "")


@given(st.integers(1, 9999), st.sampled_from([str, "{:,}".format, spelled]))
def test_numbers_in_digits_and_words(number, printed):
    (figure,) = evidence_words().figures(f"met {printed(number)} children")
    assert (figure.count, figure.relation) == (number, "exactly")


@pytest.mark.parametrize(
    "text", ["54%", "54 per cent", "2.1", "3/4", "0-15", "12-week", "in 2023", "(2019)", "£300", "10:30"]
)
def test_no_figures(text):
    counts = [figure.count for figure in evidence_words().figures(f"seen {text} then")]
    assert [count for count in counts if count not in (54,)] == []


@given(
    st.lists(
        st.sampled_from(
            ["we met", "12 staff", "and", "of the", "survey", "(18)", "read", ";", "records", "the council"]
        )
    )
)
def test_nothing_breaks_and_quotes_hold_their_figure(words):
    reading = read(report(METHOD, "We looked: " + " ".join(words) + "."))
    for entry in record(reading.document.text).evidence_base:
        assert str(entry.count) in entry.evidence.quote


@pytest.mark.parametrize(
    ("sentence", "activity", "count"),
    [
        ("We read a sample of 102 records held by services.", "record_review", 102),
        ("Our staff survey had 411 respondents.", "survey", 411),
        ("We carried out 14 observations of meetings.", "observation", 14),
    ],
)
def test_what_was_gathered_may_be_held_drawn_or_carried_out(sentence, activity, count):
    found = record(report("How we conducted this inspection", sentence)).evidence_base
    assert [(one.activity, one.count) for one in found] == [(activity, count)]


def test_what_the_people_counted_did_not_need_undoes_no_figure():
    assert plain("We read the records of 40 children who did not need more help.") == [("record_review", "records", 40)]
    assert plain("We heard from 12 parents, of whom 9 met us in May.")[:1] == [("meeting", "parents_carers", 12)]
    assert plain("Files of 40 children were not read.") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The quality of plans was good in 6 out of every 10 records that we read.", []),
        ("Services surveyed 98 of the most vulnerable children.", []),
        ("We read 40 of the most complex plans.", []),
        ("We read 40 of the records.", []),
        ("Inspectors reviewed the records of a sample of 98 of our most vulnerable children.",
         [("record_review", "records", 98)]),
        ("We read records held by services for a sample of 98 of the most vulnerable children.",
         [("record_review", "records", 98)]),
        ("We reviewed practice through reading records held by services for a sample of 122 children.",
         [("record_review", "records", 122)]),
        ("We analysed 30 sets of case records.", [("record_review", "records", 30)]),
        ("17 children and 24 parents completed our surveys.",
         [("survey", "children", 17), ("survey", "parents_carers", 24)]),
        ("We met 17 children and 24 parents completed our surveys.",
         [("meeting", "children", 17), ("survey", "parents_carers", 24)]),
    ],
)  # fmt: skip
def test_samples_and_groups_that_are_joined(sentence, expected):
    assert plain(sentence) == expected


# Figures in a phrase about something else, and the ways in which people were reached


@pytest.mark.parametrize(
    "sentence",
    [
        "Of the 96 staff who replied to the council's survey, most agreed.",
        "Of the 96 staff who answered the telephone, most were polite.",
        "In the previous programme, of the 96 staff who replied, most agreed.",
        "The council had heard from 52 parents (31 through surveys and 21 in person).",
        "There were nine returns to the family home.",
        "Of the 14 respondents to the partnership's questionnaire, all were nurses.",
    ],
)
def test_answers_to_others_and_of_another_time_are_none(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Of the 96 staff who replied, most felt safe.", [("survey", "staff", 96)]),
        ("Of the 31 parents who completed our survey, few disagreed.", [("survey", "parents_carers", 31)]),
        ("Of the 210 respondents to our staff survey, most agreed.", [("survey", "staff", 210)]),
        ("There were 640 returns to the staff survey.", [("survey", "staff", 640)]),
        ("We held telephone calls with 12 parents.", [("meeting", "parents_carers", 12)]),
        ("We began by reviewing the records for a sample of 45 children.", [("record_review", "records", 45)]),
    ],
)
def test_those_who_answered_are_counted_wherever_the_sentence_names_them(sentence, expected):
    assert plain(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "We heard from 61 children (40 through surveys and 21 in person).",
        "We heard from children (40 through an online survey and 21 face to face).",
        "The views of 61 children, 40 by questionnaire and 21 by telephone, were gathered.",
    ],
)
def test_people_reached_in_several_ways_are_no_figure_of_one_of_them(sentence):
    assert plain(sentence) == [("survey", "children", 40), ("meeting", "children", 21)]


def test_a_figure_that_is_not_the_sum_of_those_behind_it_is_kept():
    assert ("meeting", "children", 70) in plain("We met 70 children (40 in focus groups and 21 at home).")


# Those whom a number counts by others, or by a survey or a sample


@pytest.mark.parametrize(
    "sentence",
    [
        "There were nine disabled children in the sample.",
        "There were nine children in the sample who had no plan.",
        "Nine children in the sample had no plan.",
        "A plan was missing for nine children in the sample.",
        "There were also nine children in our sample.",
        "Twelve went on to the children's unit.",
        "Partners read 60 records.",
    ],
)
def test_a_part_of_a_sample_and_a_number_alone_are_none(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There were 74 children in the sample.", [("record_review", "records", 74)]),
        ("In total there were 64 children and young people in our sample, of whom nine were under five.",
         [("record_review", "records", 64)]),
        ("We met 30 staff and walked 29 to the children's unit.", [("meeting", "staff", 30)]),
        ("Our survey drew 212 replies from staff and 29 to the young people's survey.",
         [("survey", "staff", 212), ("survey", "children", 29)]),
        ("240 staff answered our survey, 31 to the children's survey and 14 to our parents' questionnaire.",
         [("survey", "staff", 240), ("survey", "children", 31), ("survey", "parents_carers", 14)]),
        ("We met 180 people, including children, parents and their families.", [("meeting", "children", 180)]),
        ("We heard from 55 people, mainly parents.", [("meeting", "parents_carers", 55)]),
        ("We met 55 people, of whom nine were children.", [("meeting", "other", 55)]),
        ("Parents of 14 children met us.", [("meeting", "parents_carers", 14)]),
        ("Carers for nine young people completed our survey.", [("survey", "parents_carers", 9)]),
        ("We spoke to staff, the parents of 14 children and nine leaders.",
         [("meeting", "parents_carers", 14), ("meeting", "leaders", 9)]),
        ("We heard the views of staff and of 14 children.", [("meeting", "children", 14)]),
        ("We read the records of the parents of 14 children.", [("record_review", "records", 14)]),
        ("The Care Inspectorate and its scrutiny partners met 60 parents.", [("meeting", "parents_carers", 60)]),
    ],
)  # fmt: skip
def test_people_are_those_who_were_met_or_asked(sentence, expected):
    assert plain(sentence) == expected


def test_they_are_those_who_read_the_sample_that_was_counted_before():
    assert plain("Inspectors read records. There were 74 children in the sample. They met with 31 children.")[-1] == (
        "meeting", "children", 31
    )  # fmt: skip
    body = "Inspectors read records. There were 74 children in the sample. They met with 31 children."
    assert [entry[2] for entry in figures(report("Background", body))] == [74, 31]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We read the records of 60 children, and met 24 of their parents.",
         [("record_review", "records", 60), ("meeting", "parents_carers", 24)]),
        ("We spoke to 40 parents and held 12 focus groups with staff and nine with parents.",
         [("meeting", "parents_carers", 40), ("focus_group", "staff", 12), ("focus_group", "parents_carers", 9)]),
        ("We met 30 staff, 12 of them leaders.", [("meeting", "staff", 30)]),
        ("Staff of 14 organisations met us.", [("meeting", "other", 14)]),
        ("Relatives of nine adults at risk spoke to us.", [("meeting", "parents_carers", 9)]),
        ("Seventeen young people took part in interviews, and 19 completed a questionnaire.",
         [("meeting", "children", 17), ("survey", "children", 19)]),
        ("We met parents, and 19 completed a questionnaire for the council.", []),
    ],
)  # fmt: skip
def test_what_was_done_with_the_people_of_a_later_figure(sentence, expected):
    assert plain(sentence) == expected


def test_who_is_joined_to_some_of_those_who_were_met_was_met_too():
    assert plain("We met 21 children, 18 of their parents and two kinship carers.") == [
        ("meeting", "children", 21), ("meeting", "parents_carers", 18), ("meeting", "parents_carers", 2),
    ]  # fmt: skip
