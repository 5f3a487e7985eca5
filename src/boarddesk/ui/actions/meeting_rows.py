"""The rows of one meeting: what it decided, what it asked for, what is to be ratified, what is open still."""

from __future__ import annotations

from dataclasses import replace

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.actions.business import Business
from boarddesk.ui.actions.editing import ACTION
from boarddesk.ui.actions.rows import action_row, decision_row
from boarddesk.ui.widgets.table.rows import Cell, Column, Group, Ink, Kind, Row

DECIDED, RATIFY, ASKED, BEFORE = "decided", "ratify", "asked", "before"

COLUMNS = (
    Column("ref", "Ref", 44, fits=64, ink=Ink.MUTED),
    Column("text", "Decision or action", 200, stretch=True, least=150, editor=ACTION["text"].editor),
    Column("owner", "Owner", 96, fits=250, ink=Ink.MUTED, editor=ACTION["owner"].editor, from_width=640),
    Column("from", "From", 56, fits=90, ink=Ink.MUTED),
    Column("due", "Due", 60, kind=Kind.DATE, fits=100, editor=ACTION["due"].editor),
    Column("state", "State", 104, fits=170),
)


def meeting_rows(business: Business, meeting: Meeting) -> tuple[list[Row], list[Group]]:
    """In the order a meeting goes: ratified first, then its own decisions and actions, then the open ones."""
    made = [known for known in business.decisions.values() if known.meeting_id == meeting.id]
    waiting = [] if meeting.state is MeetingState.CANCELLED else _to_ratify(business, meeting)
    asked = [action for action in business.by_urgency if action.meeting_id == meeting.id]
    before = [action for action in business.open_actions if action.meeting_id != meeting.id]
    groups = [
        _group(RATIFY, "To be ratified", count_in_figures(len(waiting), "decision"), there=bool(waiting)),
        _group(DECIDED, "Decisions", count_in_figures(len(made), "decision"), there=bool(made)),
        _group(ASKED, "Actions of this meeting", _open(asked, business), there=bool(asked)),
        _group(BEFORE, "Open from other meetings", _open(before, business), there=bool(before)),
    ]
    rows = [
        *(_decision(known, business, RATIFY) for known in waiting),
        *(_decision(known, business, DECIDED) for known in reversed(made)),
        *(action_row(action, business, group=ASKED, short=True) for action in asked),
        *(action_row(action, business, group=BEFORE, short=True) for action in before),
    ]
    return rows, [group for group in groups if group is not None]


def _to_ratify(business: Business, meeting: Meeting) -> list[Decision]:
    """What this meeting could ratify."""
    return [
        known
        for known in business.waiting
        if known.made_on <= meeting.date and known.meeting_id != meeting.id
    ]


def _group(key: str, title: str, count: str, *, there: bool) -> Group | None:
    return Group(key, title, count=count) if there else None


def _open(actions: list[BoardAction], business: Business) -> str:
    still_open = sum(action.is_open for action in actions)
    late = sum(bool(action.days_late(business.today)) for action in actions)
    return f"{still_open} open" + (f", {late} late" if late else "")


def _decision(made: Decision, business: Business, group: str) -> Row:
    """A decision among actions: its verb before its words, no owner and no day."""
    row = decision_row(made, business, group=group)
    none = Cell("", editable=False)
    words = Cell(f"{made.verb.capitalize()}: {made.text}", value=made.text, tip=made.text, spans=True)
    state = replace(row.cell("state"), text="" if not made.to_ratify else row.cell("state").text)
    cells = {**row.cells, "text": words, "owner": none, "due": none, "state": state}
    return replace(row, cells=cells if group == RATIFY else {**cells, "from": none})
