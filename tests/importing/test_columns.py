"""Columns are recognised by the headings councils use, and the person's own choice goes before all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.importing.columns import PLAN_WORDS, Column, check_choices, match, plain, read_choices
from boarddesk.importing.headings import PLAN_HEADINGS, Field
from boarddesk.rules.refused import Refused

SHAPES: list[dict[str, str | None]] = [
    {
        "Ref": "ref",
        "Action": "text",
        "By When": "by_when",
        "Responsible Officer": "owners",
        "Action RAG": "status",
        "Key Performance Indicators - How we will measure progress": "success_measure",
        "Progress vs Action/evidence of impact June 2023 (and check Action RAG)": "progress",
    },
    {
        "Focus area": "area",
        "Lead": "owners",
        "Evidence": "evidence",
        "Impact measures": "success_measure",
        "Completion date": "by_when",
        "Progress": "progress",
    },
    {
        "What we will do": "text",
        "How": "how",
        "Who will lead": "owners",
        "How will we monitor": "success_measure",
        "Highlights & Issues": "progress",
    },
    {
        "Outcome": "outcome",
        "Action": "text",
        "Lead": "owners",
        "Milestone Sep–Dec 20": "band",
        "Jan–Apr 21": "band",
        "Year 2": "band",
    },
    {
        "No.": "ref",
        "Action(s) required": "text",
        "Lead Officer(s)": "owners",
        "Timescale": "by_when",
        "BRAG": "status",
        "Success criteria": "success_measure",
        "Latest update – May 2026": "progress",
        "Cost": "other",
        "Zebra": None,
    },
]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_headings_of_real_plans_are_recognised(shape: dict[str, str | None]) -> None:
    columns = match(list(shape))
    assert {one.heading: one.field.value if one.field else None for one in columns} == shape


@pytest.mark.parametrize(
    "heading", ["PROGRESS", "Progress:", "progress (May 2026)", "Progress to date, May 2026"]
)
def test_capitals_signs_brackets_and_dates_make_no_difference(heading: str) -> None:
    assert match(["Action", heading])[1].field is Field.PROGRESS


def test_two_columns_that_could_both_be_the_action_are_refused_naming_both_and_the_way_out() -> None:
    with pytest.raises(Refused) as refused:
        match(["Ref", "Action", "What we will do", "Lead"])
    assert refused.value.sentence == (
        "Two columns could both be the action: “Action” and “What we will do”. "
        'Say which it is, for example with --column "Action=text", or give them different headings.'
    )


def test_a_choice_settles_which_of_two_is_the_action() -> None:
    columns = match(["Action", "What we will do", "Lead"], choices=read_choices(["What we will do=text"]))
    assert [one.field for one in columns] == [None, Field.TEXT, Field.OWNERS]


def test_a_choice_goes_before_what_the_heading_says() -> None:
    columns = match(["Action", "Due", "Milestone"], choices=read_choices(["milestone = by_when"]))
    assert [one.field for one in columns] == [Field.TEXT, None, Field.BY_WHEN]


def test_a_column_without_heading_can_be_chosen_by_its_number() -> None:
    assert match(["", "Action"], choices=read_choices(["column 1=ref"]))[0].field is Field.REF


@pytest.mark.parametrize("written", ["By When", "By When=due", "=text=nonsense"])
def test_a_choice_that_names_no_field_is_refused_with_the_fields_there_are(written: str) -> None:
    with pytest.raises(Refused, match="by_when") as refused:
        read_choices([written])
    assert refused.value.field == "column"


def test_a_choice_for_a_column_that_is_not_there_is_refused_with_the_columns_there_are() -> None:
    with pytest.raises(Refused, match="“Action”, “Due”"):
        check_choices(read_choices(["Deadline=by_when"]), ["Action", "Due"])


def test_no_word_stands_for_two_fields() -> None:
    assert {word: fields for word, fields in PLAN_WORDS.fields.items() if len(set(fields)) > 1} == {}


def test_every_word_is_recognised_as_its_own_field() -> None:
    for field, words in PLAN_HEADINGS.items():
        for word in words:
            assert match([word])[0].field is field, word


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_headings_end_in_one_column_each_or_a_refusal(headings: list[str]) -> None:
    assert len(matched_or_refused(headings)) in (0, len(headings))


def matched_or_refused(headings: list[str]) -> list[Column]:
    try:
        return match(headings)
    except Refused:
        return []


@given(st.text(max_size=60))
def test_a_heading_made_plain_twice_is_the_same(heading: str) -> None:
    assert plain(plain(heading)) == plain(heading)
