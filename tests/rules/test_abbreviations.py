"""Abbreviations are written out once, where they are first used, and nowhere that would make it wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.abbreviations import USUAL, FirstUses, written_out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Help: ICB to name", "Help: ICB (integrated care board) to name"),
        ("Eight KPIs have none", "Eight KPIs (key performance indicators) have none"),
        ("EHC needs assessments", "EHC (education, health and care) needs assessments"),
        ("An ICB lead; the ICB’s view", "An ICB (integrated care board) lead; the ICB’s view"),
        ("The DfE came", "The DfE (Department for Education) came"),
    ],
)
def test_an_abbreviation_is_written_out_where_it_is_first_used(text: str, said: str) -> None:
    assert FirstUses(()).expanded(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "The SEND Improvement Board met",
        "North Moor SEND",
        "Head of SEND, Northmoor Council",
        "the area SEND and Inclusion Strategy",
        "The local area’s “SEND” vision",
        'she said "SEND is all"',
        "LA/ICB joint post",
        "SEND-related work",
        "the SEND’s",
        "special educational needs and disabilities (SEND) work",
        "EHCP (education, health and care plan) work",
        "to send SENDING",
    ],
)
def test_names_quotations_compounds_and_what_is_written_out_stay_as_they_are(text: str) -> None:
    assert FirstUses(()).expanded(text) == text


def test_once_is_enough_and_the_offices_own_words_go_before() -> None:
    uses = FirstUses((("ICB", "integrated care board for Northmoor"),))
    assert uses.expanded("The ICB agreed.") == "The ICB (integrated care board for Northmoor) agreed."
    assert uses.expanded("The ICB agreed.") == "The ICB agreed."


def test_what_is_too_much_for_a_cell_is_left_for_the_note_beneath() -> None:
    uses = FirstUses(())
    assert uses.expanded("an ICB, a CQC and a DCO", most=2).count("(") == 2
    assert len(uses.left_in("an ICB, a CQC and a DCO")) == 1
    assert uses.left_in("an ICB, a CQC and a DCO") == ()


PIECES = st.sampled_from(
    [*USUAL, "s", " ", "(", ")", "“", "”", "‘", "’", ". ", "Board", "of", "the", ":", "-"]
)


@given(st.lists(st.lists(PIECES, max_size=9).map(" ".join), max_size=4))
def test_only_words_in_brackets_are_added_and_none_twice(texts: list[str]) -> None:
    uses = FirstUses(())
    said = "\n".join(uses.expanded(text) for text in texts)
    meanings = list(USUAL.values())
    for full in sorted(set(meanings), key=len, reverse=True):
        assert said.count(f" ({full})") + said.count(f" ({full}s)") <= meanings.count(full)
        said = said.replace(f" ({full}s)", "").replace(f" ({full})", "")
    assert said == "\n".join(texts)


def test_those_used_are_listed_with_their_meaning() -> None:
    assert written_out("KPIs of SEND", ()) == (
        "KPI: key performance indicator.",
        "SEND: special educational needs and disabilities.",
    )
