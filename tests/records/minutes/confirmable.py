"""A meeting whose minutes can be confirmed, and the later one that confirms them."""

from __future__ import annotations

from datetime import date

from tests.records.minutes.conftest import MAY, HeldMeeting
from tests.records.offices import mark_rest

from boarddesk.records.agenda.arising import add_action
from boarddesk.records.agenda.decisions import decide
from boarddesk.records.agenda.declarations import declare
from boarddesk.records.agenda.items import add_item
from boarddesk.records.meetings import add_meeting, set_state
from boarddesk.records.minutes.states import confirm
from boarddesk.records.minutes.writing import begin_item, keep_minute, put_row
from boarddesk.records.people import people
from boarddesk.records.registers.taking import close_register, open_register
from boarddesk.rules.agenda.item import Fills
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.minutes.block import Block, BlockKind, Span, SpanKind
from boarddesk.rules.minutes.sealing import Sealed
from boarddesk.rules.minutes.states import Amendment
from boarddesk.rules.registers.register import Mark

JUNE = date(2026, 6, 9)


def write_minutes(of: HeldMeeting) -> None:
    """Text with a decision and an action in it, a declaration, and the register closed."""
    file, (welcome, waiting, _budget) = of.file, of.items
    begin_item(file, welcome, at="13:30")
    keep_minute(file, welcome, [Block(text="The chair opened the meeting.")])
    bold = (Span(13, 21, SpanKind.BOLD), Span(0, 8, SpanKind.RESTRICTED))
    keep_minute(file, waiting, [Block(text="The wait was 23 weeks.", spans=bold)])
    made = decide(file, of.id, text="Ask the trust again", item_id=waiting)
    put_row(file, waiting, BlockKind.DECISION, made)
    action = add_action(
        file, of.board_id, text="Write to the trust", raised_on=MAY, meeting_id=of.id, item_id=waiting
    )
    put_row(file, waiting, BlockKind.ACTION, action)
    declare(file, of.id, people(file)[0].id, nature="Works there", item_id=waiting)
    close(of, of.id, MAY)


def close(of: HeldMeeting, meeting_id: str, day: date, letter: Mark = Mark.PRESENT) -> None:
    """Open the register of a meeting, mark everybody alike and close it."""
    open_register(of.file, meeting_id, today=day)
    mark_rest(of.file, meeting_id, letter)
    close_register(of.file, meeting_id, today=day)


def later_meeting(of: HeldMeeting, day: date = JUNE) -> str:
    """The next meeting, held, with an item for the minutes of this one."""
    made = add_meeting(of.file, of.board_id, day)
    add_item(of.file, made, "Minutes", fills=Fills.MINUTES, minutes_of_id=of.id)
    set_state(of.file, made, MeetingState.HELD, today=day)
    return made


def confirmed(of: HeldMeeting, *corrections: Amendment) -> Sealed:
    """The minutes written, and confirmed at the next meeting."""
    write_minutes(of)
    return confirm(of.file, of.id, at_id=later_meeting(of), today=JUNE, corrections=corrections)
