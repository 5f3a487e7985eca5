"""The forward plan as it is kept: added, changed, ordered, moved, withdrawn, each one undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records import boards, meetings, people
from boarddesk.records.agenda.forward_plan import (
    add_entry,
    bring_back_entry,
    entries,
    entry,
    entry_from_item,
    forward_plan,
    order_entry,
    place_entry,
    remove_entry,
    update_entry,
    withdraw_entry,
)
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.rules.agenda.entry import Every, ForwardEntry
from boarddesk.rules.agenda.forward_plan import wanted
from boarddesk.rules.agenda.item import ItemKind, Purpose
from boarddesk.rules.refused import Refused

TODAY, JULY = date(2026, 6, 2), date(2026, 7, 14)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        for short in ("SIB", "SEG"):
            with made.change(short) as change:
                change.insert("board", id=short, name=f"The {short}", short_name=short)
        people.add_person(made, "Ann Hale")
        yield made


def test_an_entry_is_kept_as_it_was_given_and_its_owner_goes_by_the_name_of_now(file: OfficeFile) -> None:
    given = ForwardEntry(
        "",
        "SIB",
        " Annual  report ",
        Purpose.DECISION,
        ItemKind.DEEP_DIVE,
        owner_called(file, "ann hale"),
        20,
        "2026-07",
        None,
        Every.YEAR,
        "SEG",
        None,
        " After the data ",
    )
    kept = entry(file, add_entry(file, given))
    expected = replace(given, id=kept.id, title="Annual report", note="After the data")
    assert kept == expected
    people.update_person(file, kept.owner.id, name="Ann Hale-Smith")
    assert entry(file, kept.id).owner.name == "Ann Hale-Smith"


def test_each_thing_done_to_an_entry_is_one_undo_that_says_so(file: OfficeFile) -> None:
    made = add_entry(file, ForwardEntry("", "SIB", "Report"))
    update_entry(file, replace(entry(file, made), minutes=10))
    place_entry(file, made, month="2026-09")
    withdraw_entry(file, made, on=TODAY, why="Not needed")
    assert entry(file, made).withdrawn_why == "Not needed"
    bring_back_entry(file, made)
    assert entry(file, made).withdrawn_on is None
    remove_entry(file, made)
    assert entries(file) == ()
    assert [file.undo() for _ in range(6)] == [
        "Remove “Report” from the forward plan",
        "Take “Report” back into the forward plan",
        "Withdraw “Report” from the forward plan",
        "Move “Report” in the forward plan",
        "Change “Report” in the forward plan",
        "Add “Report” to the forward plan",
    ]


def test_the_order_is_the_one_the_secretary_made(file: OfficeFile) -> None:
    first, second, third = (add_entry(file, ForwardEntry("", "SIB", title)) for title in "ABC")
    other = add_entry(file, ForwardEntry("", "SEG", "Another board’s"))
    order_entry(file, third, step=-1)
    order_entry(file, first, step=5)
    changes = file.log(99)
    assert [found.id for found in entries(file, "SIB")] == [third, second, first]
    order_entry(file, third, step=-1)
    order_entry(file, other, step=1)
    assert [found.id for found in entries(file, "SEG")] == [other]
    assert len(file.log(99)) == len(changes)


def test_an_entry_of_a_meeting_is_still_wanted_in_that_month_should_the_meeting_go(file: OfficeFile) -> None:
    meeting = meetings.add_meeting(file, "SIB", JULY)
    made = add_entry(file, ForwardEntry("", "SIB", "Report", meeting_id=meeting))
    assert [
        each.entry.id for each in wanted(forward_plan(file), meetings.meeting(file, meeting), today=TODAY)
    ] == [made]
    meetings.remove_meeting(file, meeting)
    assert (entry(file, made).meeting_id, entry(file, made).wanted_month) == (None, "2026-07")


def test_a_meeting_of_another_board_and_a_board_that_is_not_there_are_refused(file: OfficeFile) -> None:
    meeting = meetings.add_meeting(file, "SEG", JULY)
    with pytest.raises(Refused, match="another board"):
        add_entry(file, ForwardEntry("", "SIB", "Report", meeting_id=meeting))
    with pytest.raises(Refused, match="Choose the board"):
        add_entry(file, ForwardEntry("", "gone", "Report"))
    made = add_entry(file, ForwardEntry("", "SIB", "Report"))
    with pytest.raises(Refused, match="Say why"):
        withdraw_entry(file, made, on=TODAY, why=" ")
    assert boards.board(file, "SIB") and len(entries(file)) == 1


def test_an_item_moved_to_the_forward_plan_takes_its_words_along_and_never_the_chairs_note(
    file: OfficeFile,
) -> None:
    meeting = meetings.add_meeting(file, "SIB", JULY)
    with file.change("Item") as change:
        item = change.insert(
            "agenda_item",
            meeting_id=meeting,
            title="Therapies",
            purpose="assurance",
            kind="deep dive",
            owner="Ann Hale",
            minutes=15,
            chair_note="She may not come",
        )
    made = entry(file, entry_from_item(file, item, month="2026-09"))
    assert (made.board_id, made.title, made.purpose, made.kind, made.owner.name, made.minutes) == (
        *("SIB", "Therapies", Purpose.ASSURANCE, ItemKind.DEEP_DIVE, "Ann Hale", 15),
    )
    assert made.wanted_month == "2026-09" and not made.note


def test_what_stands_on_an_agenda_is_wanted_there_no_longer(file: OfficeFile) -> None:
    meeting = meetings.add_meeting(file, "SIB", JULY)
    made = add_entry(file, ForwardEntry("", "SIB", "Report", wanted_month="2026-07"))
    with file.change("Item") as change:
        change.insert("agenda_item", meeting_id=meeting, title="Report", from_entry_id=made)
    plan = forward_plan(file)
    assert plan.kept == {meeting} and plan.items[made] == (meeting,)
    assert wanted(plan, meetings.meeting(file, meeting), today=TODAY) == ()
