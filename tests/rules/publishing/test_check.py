"""The check before publishing: what is planted is found, clean texts stay quiet, each clue says why."""

from __future__ import annotations

from itertools import pairwise
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.publishing import planted, planted_again, planted_otherwise

from boarddesk.rules.publishing.check import Lookout
from boarddesk.rules.publishing.clue import Clue, ClueKind, FigureTable, Passage, PublicNames
from boarddesk.rules.publishing.identifiers import nhs_number_is_valid
from boarddesk.rules.publishing.sentences import sentences

LOOKOUT = Lookout(planted.KNOWN)


def _clues(text: str, lookout: Lookout = LOOKOUT) -> list[tuple[ClueKind, str]]:
    return [(clue.kind, clue.words) for clue in lookout.clues([Passage("p", "1, para 1", text)])]


@pytest.mark.parametrize(
    "batch", [planted, planted_otherwise, planted_again], ids=lambda batch: batch.__name__.split(".")[-1]
)
def test_every_planted_name_number_and_small_count_is_found_and_clean_texts_stay_quiet(
    batch: ModuleType,
) -> None:
    lookout = Lookout(batch.KNOWN)
    missed = [
        each
        for each in batch.texts(200)
        if not any(kind is each.kind and each.words in words for kind, words in _clues(each.text, lookout))
    ]
    false = [text for text in batch.clean_texts(200) if _clues(text, lookout)]
    print(f"\n{200 - len(missed)} of 200 planted texts found, {len(false)} of 200 clean texts pointed at")
    assert not missed
    assert not false


def test_pictures_own_sentences_are_pointed_at() -> None:
    assert _clues("… when Jonah moved to year 7 his mother was told to wait for a new plan.") == [
        (ClueKind.NAME, "Jonah")
    ]
    assert _clues("Of the children who waited a year or more, 3 were at one special school.") == [
        (ClueKind.SMALL_NUMBER, "3")
    ]
    assert _clues("A boy born on 14/02/2017 who has been without speech therapy.") == [
        (ClueKind.BIRTH, "14/02/2017")
    ]
    assert _clues("One plan from T.H., Larch Hill was sent back twice.") == [(ClueKind.INITIALS, "T.H.")]


def test_an_officer_is_no_child_though_she_has_a_name_beside_pupils() -> None:
    assert not _clues("Grace Oduya and Summer Lacey told the board how pupils are heard.")
    assert _clues("Grace Oduya told the board that Oluwaseun, a pupil, was not heard.") == [
        (ClueKind.NAME, "Oluwaseun")
    ]


def test_a_board_that_publishes_any_number_is_told_of_none() -> None:
    text = "Two pupils left, and 20 of the 24 children came."
    assert len(_clues(text)) == 2
    assert not _clues(text, Lookout(planted.KNOWN, threshold=0))
    assert _clues("Nine pupils left.", Lookout(planted.KNOWN, threshold=10)) == [
        (ClueKind.SMALL_NUMBER, "Nine")
    ]


def test_a_count_left_out_of_a_table_is_given_away_by_its_total() -> None:
    heads = ("School", "Spring", "Autumn", "Total")
    table = FigureTable(
        "t2",
        "5, table 2",
        "Pupils excluded",
        heads,
        (("Larch Hill", "<5", "11", "13"), ("Oak", "9", "8", "17")),
    )
    (clue,) = LOOKOUT.clues([], [table])
    assert (clue.words, clue.kind) == ("13", ClueKind.SMALL_NUMBER)
    assert "left out" in clue.why
    assert clue.sentence[clue.at :].startswith("13")


def test_a_small_count_in_a_table_or_in_the_data_of_a_chart_is_pointed_at_and_others_are_not() -> None:
    table = FigureTable(
        "t",
        "5, table 2",
        "Pupils in tribunal cases",
        ("", "Spring", "Autumn", "Total"),
        (("Number", "4", "11", "15"),),
    )
    assert [clue.words for clue in LOOKOUT.clues([], [table])] == ["4"]
    posts = FigureTable(
        "t", "5, table 3", "Vacant posts", ("Team", "Posts", "Vacant"), (("Therapies", "9", "4"),)
    )
    assert not LOOKOUT.clues([], [posts])
    shares = FigureTable("t", "5, table 4", "Children seen in time", ("Month", "%"), (("May", "4"),))
    assert not LOOKOUT.clues([], [shares])


@given(st.integers(0, 60), st.integers(2, 20))
def test_a_count_is_small_exactly_when_it_is_under_the_threshold(count: int, threshold: int) -> None:
    found = _clues(f"In all {count} pupils have no school.", Lookout(threshold=threshold))
    assert bool(found) is (0 < count < threshold)


@given(st.integers(0, 10**9 - 1), st.sampled_from(("", " ", "-")))
def test_one_check_digit_in_eleven_makes_an_nhs_number(first: int, between: str) -> None:
    digits = f"{first:09}"
    valid = [check for check in range(10) if nhs_number_is_valid(f"{digits}{check}")]
    assert len(valid) <= 1
    for check in valid:
        written = f"{digits[:3]}{between}{digits[3:6]}{between}{digits[6:]}{check}"
        assert (ClueKind.NHS_NUMBER, written) in _clues(
            f"The record {written} was opened."
        ) or written.startswith("0")


@given(st.lists(st.sampled_from([each.text for each in planted.texts(40)]), min_size=1, max_size=4))
def test_each_hit_says_where_its_words_stand(texts: list[str]) -> None:
    text = " ".join(texts)
    clues = LOOKOUT.clues([Passage("p", "1", text)])
    for clue in clues:
        assert text[clue.start : clue.end] == clue.words
        assert clue.sentence[clue.at : clue.at + len(clue.words)] == clue.words
        assert clue.why
        assert clue.advice
    assert _apart(clues)


def _apart(clues: tuple[Clue, ...]) -> bool:
    return all(before.end <= after.start for before, after in pairwise(clues))


@given(st.text(max_size=200))
def test_any_text_is_cut_into_sentences_without_a_loss(text: str) -> None:
    found = sentences(text)
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
    assert "".join("".join(sentence.text.split()) for sentence in found) == "".join(text.split())
    LOOKOUT.clues([Passage("p", "1", text)])


def test_contacts_and_places_of_the_office_may_be_printed() -> None:
    known = PublicNames(
        words=frozenset({"Civic Centre, 4 Market Street, Northmoor NM1 1AA"}),
        contacts=frozenset({"01632 960001"}),
    )
    said = "The board meets at 4 Market Street, NM1 1AA; ring +44 1632 960001."
    assert not _clues(said, Lookout(known))
    assert len(_clues(said, Lookout())) == 3
