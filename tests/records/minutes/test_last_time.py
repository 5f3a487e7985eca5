"""Beside an item stands what was minuted of it before, however it came onto this agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.records.minutes.conftest import HeldMeeting

from boarddesk.records.agenda.items import add_item, agenda_items, change_item, copy_agenda
from boarddesk.records.meetings import add_meeting
from boarddesk.records.minutes.last_time import last_time
from boarddesk.records.minutes.writing import keep_minute
from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.minutes.block import Block


def _copied(held: HeldMeeting, day: date) -> list[AgendaItem]:
    later = add_meeting(held.file, held.board_id, day)
    copy_agenda(held.file, held.id, later)
    return list(agenda_items(held.file, later))


def test_the_last_minute_is_found_by_where_the_item_came_from_though_it_is_called_otherwise(
    held: HeldMeeting,
) -> None:
    keep_minute(
        held.file, held.items[1], [Block(text="24 weeks in March."), Block(text="Six posts by June.")]
    )
    item = _copied(held, date(2026, 6, 9))[1]
    change_item(held.file, replace(item, title="Therapies"))
    found = last_time(held.file, item.id, "Therapies")
    assert found is not None
    assert (found.meeting_id, found.item_number, found.day) == (held.id, "2", date(2026, 5, 12))
    assert found.text == "24 weeks in March. Six posts by June."


def test_else_by_the_same_title_and_the_newest_that_says_anything(held: HeldMeeting) -> None:
    keep_minute(held.file, held.items[1], [Block(text="24 weeks.")])
    empty = add_meeting(held.file, held.board_id, date(2026, 6, 9))
    add_item(held.file, empty, "Waiting times")
    now = add_meeting(held.file, held.board_id, date(2026, 7, 14))
    same, other = add_item(held.file, now, " waiting  TIMES"), add_item(held.file, now, "Something new")
    found = last_time(held.file, same, "waiting times")
    assert found is not None
    assert found.text == "24 weeks."
    assert last_time(held.file, other, "Something new") is None
    assert last_time(held.file, held.items[1], "Waiting times") is None
