"""What a board has unfinished, gathered for one of its meetings, and brought onto that agenda."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.records.agenda.arising import open_actions
from boarddesk.records.agenda.decisions import awaiting_ratification
from boarddesk.records.agenda.forward_plan import forward_plan
from boarddesk.records.agenda.items import add_item, agenda_items, copy_items, items_of_board
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, meetings, unconfirmed_meetings
from boarddesk.records.risks.escalations import escalations
from boarddesk.rules.agenda.carry_forward import CarriedItem, Leftovers, SentUp, Unratified
from boarddesk.rules.agenda.carry_forward import carry_forward as listed
from boarddesk.rules.agenda.forward_plan import wanted
from boarddesk.rules.meetings.meeting import MeetingState


def carry_forward(file: OfficeFile, meeting_id: str, *, today: date) -> tuple[CarriedItem, ...]:
    """Everything unfinished that the meeting's agenda has not yet; nothing once the meeting was held."""
    of = meeting(file, meeting_id)
    if not of.state.is_to_come:
        return ()
    its_meetings = meetings(file, of.board_id)
    on = {each.id: each for each in its_meetings}
    items = items_of_board(file, of.board_id)
    to_do = open_actions(file, of.board_id, today=today)
    return listed(
        Leftovers(
            of,
            unconfirmed_meetings(file, of.board_id),
            [(on[item.meeting_id], item) for item in items],
            agenda_items(file, meeting_id),
            _carried(file),
            open_actions=len(to_do),
            late_actions=sum(action.days_late(today) > 0 for action in to_do),
            wanted=wanted(forward_plan(file), of, today=today),
            sent_up=_sent_up(file, of.board_id),
            unratified=[
                Unratified(made.id, made.ref, made.text, made.made_on)
                for made in awaiting_ratification(file, of.board_id)
            ],
        )
    )


def bring_in(file: OfficeFile, meeting_id: str, carried: Sequence[CarriedItem]) -> tuple[str, ...]:
    """Copy what was chosen to the end of the agenda, as one change; where it came from stays as it is."""
    made: list[str] = []
    with file.change("Carry forward"):
        for line in carried:
            if line.item is not None:
                made += copy_items(file, [line.item], meeting_id)
                continue
            made.append(
                add_item(
                    file,
                    meeting_id,
                    line.title,
                    purpose=line.purpose,
                    kind=line.item_kind,
                    lead=line.lead,
                    minutes=line.minutes,
                    fills=line.fills,
                    origin=line.origin,
                    minutes_of_id=line.minutes_of_id,
                )
            )
    return tuple(made)


def _carried(file: OfficeFile) -> frozenset[str]:
    """What needs no offer of its own; the copy of an item that was cancelled with its meeting is offered."""
    rows = file.rows(
        "SELECT from_item_id AS id FROM agenda_item UNION "
        "SELECT coalesce(from_escalation_id, from_decision_id) FROM agenda_item i "
        "JOIN meeting m ON m.id = i.meeting_id WHERE m.state <> ?",
        (MeetingState.CANCELLED,),
    )
    return frozenset(row["id"] for row in rows if row["id"])


def _sent_up(file: OfficeFile, board_id: str) -> list[SentUp]:
    short = {board.id: board.short_name for board in boards(file)}
    return [
        SentUp(sent.id, sent.what, short.get(sent.from_board_id or "", ""), sent.meeting_id)
        for sent in escalations(file)
        if sent.board_id == board_id and sent.live and sent.taken_on is None
    ]
