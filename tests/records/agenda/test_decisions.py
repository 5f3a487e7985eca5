"""Decisions keep their number in the board's year, and wait for a later meeting where they must."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.records.offices import board_with_seats

from boarddesk.records.agenda import decisions as kept
from boarddesk.records.boards import add_board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting, set_state
from boarddesk.rules.decisions import DecisionPath, Verb
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.refused import Refused

MAY, JUNE, JULY = date(2026, 5, 12), date(2026, 6, 9), date(2026, 7, 14)
TODAY = date(2026, 7, 20)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def board_id(file: OfficeFile) -> str:
    return board_with_seats(file)


@pytest.fixture
def may(file: OfficeFile, board_id: str) -> str:
    return add_meeting(file, board_id, MAY)


@pytest.fixture
def june(file: OfficeFile, board_id: str) -> str:
    return add_meeting(file, board_id, JUNE)


def item(file: OfficeFile, meeting_id: str, title: str, *, of: str | None = None) -> str:
    with file.change("Add item") as change:
        return change.insert("agenda_item", meeting_id=meeting_id, title=title, from_item_id=of)


def refs(file: OfficeFile, board_id: str) -> list[tuple[str, date]]:
    return [(known.ref, known.made_on) for known in kept.decisions(file, board_id)]


def test_decisions_are_numbered_through_the_boards_year_and_begin_again_with_the_next(
    file: OfficeFile, board_id: str, may: str, june: str
) -> None:
    march = add_meeting(file, board_id, date(2026, 3, 10))
    for at in (march, may, may, june):
        kept.decide(file, at, text="Waits are shown.")
    other = add_board(file, "Partnership Board", "PB")
    kept.decide(file, add_meeting(file, other, MAY), text="Noted there.", verb=Verb.NOTED)
    assert refs(file, board_id) == [
        ("D-003", JUNE),
        ("D-002", MAY),
        ("D-001", MAY),
        ("D-001", date(2026, 3, 10)),
    ]
    assert refs(file, other) == [("D-001", MAY)]


def test_taking_one_out_leaves_the_others_their_numbers_and_undo_brings_it_back(
    file: OfficeFile, board_id: str, may: str
) -> None:
    first = kept.decide(file, may, text="One")
    kept.decide(file, may, text="Two")
    kept.remove_decision(file, first)
    assert refs(file, board_id) == [("D-002", MAY)]
    assert kept.decision(file, kept.decide(file, may, text="Three")).ref == "D-003"
    file.undo()
    assert file.undo() == "Remove decision D-001"
    assert len(kept.decisions(file, board_id)) == 2


def test_what_an_inquorate_meeting_decides_waits_until_a_later_one_ratifies_it(
    file: OfficeFile, board_id: str, may: str, june: str
) -> None:
    made = kept.decide(file, may, text="Fill the posts", verb=Verb.RESOLVED)
    assert not kept.awaiting_ratification(file, board_id)
    with pytest.raises(Refused, match="needs no ratification"):
        kept.ratify(file, made, june)
    set_state(file, may, MeetingState.INQUORATE, today=TODAY)
    assert [known.id for known in kept.awaiting_ratification(file, board_id)] == [made]
    with pytest.raises(Refused, match="later meeting"):
        kept.ratify(file, made, may)
    kept.ratify(file, made, june)
    found = kept.decision(file, made)
    assert (found.ratified_on, found.ratified_at_id, found.awaits_ratification) == (JUNE, june, False)
    kept.take_back_ratification(file, made)
    assert kept.decision(file, made).awaits_ratification


def test_only_a_later_meeting_of_the_same_board_that_counts_can_ratify(
    file: OfficeFile, board_id: str, may: str, june: str
) -> None:
    made = kept.decide_between(
        file, board_id, text="Pay", made_on=date(2026, 5, 20), how=DecisionPath.EMAIL, by_whom="All members"
    )
    elsewhere = add_meeting(file, add_board(file, "Partnership Board", "PB"), JULY)
    set_state(file, june, MeetingState.CANCELLED, today=TODAY)
    for at, says in ((may, "later meeting"), (elsewhere, "board that made it"), (june, "cancelled")):
        with pytest.raises(Refused, match=says):
            kept.ratify(file, made, at)


def test_between_meetings_it_is_said_how_and_by_whom(file: OfficeFile, board_id: str) -> None:
    with pytest.raises(Refused, match="who decided"):
        kept.decide_between(
            file, board_id, text="Pay", made_on=MAY, how=DecisionPath.CHAIRS_ACTION, by_whom=" "
        )
    with pytest.raises(Refused, match="between meetings"):
        kept.decide_between(file, board_id, text="Pay", made_on=MAY, how=DecisionPath.MEETING, by_whom="Ann")
    made = kept.decide_between(
        file, board_id, text="Pay", made_on=MAY, how=DecisionPath.CHAIRS_ACTION, by_whom="Ann Hale"
    )
    with pytest.raises(Refused, match="number of 2026/27"):
        kept.change_decision(file, made, made_on=date(2026, 3, 1))
    kept.change_decision(file, made, text="Pay them", made_on=JUNE, to_ratify=False)
    found = kept.decision(file, made)
    assert (found.text, found.made_on, found.awaits_ratification) == ("Pay them", JUNE, False)
    assert found.sentence == "Agreed: Pay them."


def test_nothing_is_decided_in_no_words_or_at_a_meeting_that_was_cancelled(
    file: OfficeFile, may: str
) -> None:
    with pytest.raises(Refused, match="what was decided"):
        kept.decide(file, may, text="  ")
    set_state(file, may, MeetingState.CANCELLED, today=TODAY)
    with pytest.raises(Refused, match="cancelled"):
        kept.decide(file, may, text="Yes")


def test_the_last_decision_on_an_item_is_found_by_where_it_came_from_or_by_its_title(
    file: OfficeFile, board_id: str, may: str, june: str
) -> None:
    july = add_meeting(file, board_id, JULY)
    waits, budget = item(file, may, "Therapies"), item(file, may, "High needs budget")
    kept.decide(file, may, text="Monthly", item_id=waits)
    spent = kept.decide(file, may, text="Spend", item_id=budget)
    between = item(file, june, "Therapies waiting times", of=waits)
    newer = kept.decide(file, june, text="For each therapy", item_id=between)
    again = item(file, july, "Waits by therapy", of=between)
    money, fresh = item(file, july, "high needs  Budget"), item(file, july, "Transport")
    kept.decide(file, july, text="Of the day itself", item_id=fresh)
    found = kept.last_decisions(file, july)
    assert {of: last.id for of, last in found.items()} == {again: newer, money: spent}


def test_a_decision_outlives_the_item_it_was_made_on(file: OfficeFile, may: str) -> None:
    made = kept.decide(file, may, text="Stays", item_id=item(file, may, "Gone soon"))
    with file.change("Remove item") as change:
        change.delete("agenda_item", str(kept.decision(file, made).item_id))
    assert (kept.decision(file, made).item_id, kept.decision(file, made).text) == (None, "Stays")
