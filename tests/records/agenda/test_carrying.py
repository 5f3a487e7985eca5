"""Before the next agenda one list of everything unfinished; what is brought in is copied, never moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records import boards, lines, meetings
from boarddesk.records.agenda import carrying, decisions, forward_plan, items
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks import escalations
from boarddesk.rules.agenda.carry_forward import Unfinished
from boarddesk.rules.agenda.entry import ForwardEntry
from boarddesk.rules.agenda.item import Fills, ItemKind, Outcome
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.risks.escalations import EscalationKind

MAY, JUNE, JULY = date(2026, 5, 12), date(2026, 6, 9), date(2026, 7, 14)
TODAY = date(2026, 5, 28)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        yield file


@pytest.fixture
def board_id(file: OfficeFile) -> str:
    return boards.add_board(file, "SEND Improvement Board", "SIB", start_time="13:30")


@pytest.fixture
def june(file: OfficeFile, board_id: str) -> str:
    return meetings.add_meeting(file, board_id, JUNE)


@pytest.fixture
def may(file: OfficeFile, board_id: str) -> str:
    """Held, with one item of each outcome and one that comes by itself."""
    meeting_id = meetings.add_meeting(file, board_id, MAY)
    made = {
        outcome: items.add_item(file, meeting_id, title)
        for outcome, title in (
            (Outcome.TAKEN, "Budget"),
            (Outcome.DEFERRED, "Short breaks"),
            (Outcome.NOT_REACHED, "Equipment"),
        )
    }
    standing = items.add_item(file, meeting_id, "Welcome", kind=ItemKind.STANDING)
    meetings.set_state(file, meeting_id, MeetingState.HELD, today=TODAY)
    for outcome, item_id in made.items():
        items.set_outcome(file, item_id, outcome)
    items.set_outcome(file, standing, Outcome.NOT_REACHED)
    return meeting_id


def lines_for(file: OfficeFile, meeting_id: str) -> list[str]:
    offered = carrying.carry_forward(file, meeting_id, today=TODAY)
    told = [" · ".join(filter(None, (line.title, line.source, line.late))) for line in offered]
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in told]


def test_deferred_and_unreached_items_come_again_and_the_rest_does_not(
    file: OfficeFile, may: str, june: str
) -> None:
    assert lines_for(file, june) == [
        "Short breaks · deferred on 12 May",
        "Equipment · not reached on 12 May",
        "Minutes of 12 May · to confirm",
    ]


def test_what_was_brought_in_is_not_offered_again_and_undo_offers_it(
    file: OfficeFile, may: str, june: str
) -> None:
    offered = carrying.carry_forward(file, june, today=TODAY)
    carrying.bring_in(file, june, offered)
    assert lines_for(file, june) == []
    copied = items.agenda_items(file, june)
    assert [item.title for item in copied] == ["Short breaks", "Equipment", "Minutes of 12 May"]
    assert copied[2].minutes_of_id == may and copied[2].fills is Fills.MINUTES
    assert [item.title for item in items.agenda_items(file, may)][1] == "Short breaks"
    file.undo()
    assert len(lines_for(file, june)) == 3 and items.agenda_items(file, june) == ()


def test_the_agenda_of_a_cancelled_meeting_is_carried_forward(
    file: OfficeFile, board_id: str, june: str
) -> None:
    items.add_item(file, june, "Budget")
    items.add_item(file, june, "Welcome", kind=ItemKind.STANDING)
    july = meetings.add_meeting(file, board_id, JULY)
    meetings.set_state(file, june, MeetingState.CANCELLED, today=TODAY, why="Snow")
    assert lines_for(file, july) == ["Budget · cancelled on 9 June"]


def test_what_went_to_a_meeting_that_was_then_cancelled_is_offered_once(
    file: OfficeFile, board_id: str, may: str, june: str
) -> None:
    carrying.bring_in(file, june, carrying.carry_forward(file, june, today=TODAY))
    july = meetings.add_meeting(file, board_id, JULY)
    meetings.set_state(file, june, MeetingState.CANCELLED, today=TODAY, why="Snow")
    titles = [line.title for line in carrying.carry_forward(file, july, today=TODAY)]
    assert sorted(titles) == ["Equipment", "Minutes of 12 May", "Short breaks"]


def test_open_actions_the_forward_plan_escalations_and_decisions_to_ratify_are_offered(
    file: OfficeFile, board_id: str, june: str
) -> None:
    below = boards.add_board(file, "Delivery Group", "DG")
    lines.add_line(file, below, "SIB")
    forward_plan.add_entry(file, ForwardEntry("", board_id, "Annual KPI targets", wanted_month="2026-06"))
    escalations.escalate(
        file,
        escalations.Sending(
            EscalationKind.CONCERN,
            TODAY,
            "The panel is full.",
            "A decision on places.",
            from_board_id=below,
            to_board_id=board_id,
            what="Transport panel is full",
        ),
    )
    with file.change("Note") as change:
        for ref, due in (("A1", "2026-05-01"), ("A2", "2026-09-01")):
            change.insert("board_action", board_id=board_id, ref=ref, text="Write", raised_on=MAY, due=due)
        change.insert(
            "decision", board_id=board_id, number=4, text="More panels", made_on=MAY, to_ratify=True
        )
    assert lines_for(file, june) == [
        "Action log · 2 open actions · 1 late",
        "Annual KPI targets · forward plan, June",
        "Transport panel is full · from DG",
        "Ratify D-004: More panels · to ratify, 12 May",
    ]
    offered = carrying.carry_forward(file, june, today=TODAY)
    assert [line.kind for line in offered] == [
        Unfinished.ACTIONS,
        Unfinished.FORWARD,
        Unfinished.ESCALATION,
        Unfinished.DECISION,
    ]
    carrying.bring_in(file, june, offered)
    assert lines_for(file, june) == []
    (sent,) = escalations.escalations(file)
    assert sent.meeting_id == june
    file.undo()
    assert len(lines_for(file, june)) == 4


def test_nothing_is_carried_to_a_meeting_that_was_held(file: OfficeFile, may: str) -> None:
    assert lines_for(file, may) == []


def test_what_an_inquorate_meeting_decided_is_offered_without_being_told(
    file: OfficeFile, may: str, june: str
) -> None:
    decisions.decide(file, may, text="Fill the posts")
    meetings.set_state(file, may, MeetingState.INQUORATE, today=TODAY)
    offered = carrying.carry_forward(file, june, today=TODAY)
    ratify = [line for line in offered if line.kind is Unfinished.DECISION]
    assert [line.title for line in ratify] == ["Ratify D-001: Fill the posts"]
    (made,) = carrying.bring_in(file, june, ratify)
    assert decisions.last_decisions(file, june)[made].text == "Fill the posts"
