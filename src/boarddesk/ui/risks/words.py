"""The short words of the page: where a score went, how late a review is, how far an escalation has come."""

from __future__ import annotations

from datetime import date

from boarddesk.rules.governance.lines import ReportingLine, boards_above, way_up
from boarddesk.rules.people import Board, board_called
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.escalations import Escalation, Stage
from boarddesk.rules.risks.movement import Movement, Way, figure
from boarddesk.rules.risks.risk import Assurance, Response
from boarddesk.ui.plan.words import near_day
from boarddesk.ui.widgets.date_field import NOT_A_DATE
from boarddesk.ui.widgets.date_text import long_date, read_date, short_date

RESPONSES = tuple((response.value, response.capitalize()) for response in Response)
ASSURANCES = (
    (Assurance.NOT_SAID.value, "Not said"),
    *((sure.value, sure.capitalize()) for sure in Assurance if sure),
)
ASSURANCE_SIGNS = {
    Assurance.NOT_SAID: "–",
    Assurance.UNTESTED: "○",
    Assurance.PARTIAL: "◐",
    Assurance.EFFECTIVE: "●",
}


def movement_words(moved: Movement | None) -> str:
    """`↑ up from 12`, `↓ down from 15`, `same`, `new`; empty without a score."""
    if moved is None:
        return ""
    way, was = moved.way, moved.was
    if way in (Way.UP, Way.DOWN) and was is not None:
        return f"{way.arrow} {way.word.lower()} from {figure(was)}"
    if way is Way.UNKNOWN and was is not None:
        return f"was {figure(was)}"
    return way.word.lower()


def days_late(due: date, today: date) -> str:
    """`1 day late`, `13 days late`."""
    days = (today - due).days
    return f"{days} day{'' if days == 1 else 's'} late"


def day_typed(typed: str, *, field: str = "") -> date | None:
    """The day somebody typed, None for nothing; refused where it is none."""
    day = read_date(typed)
    if typed.strip() and day is None:
        raise Refused(NOT_A_DATE, field=field)
    return day


def read_as(typed: str) -> str:
    """How a day is understood, while it is typed."""
    day = read_date(typed)
    return f"Read as {long_date(day)}." if day else ""


def day_words(day: date | None) -> str:
    """`9 Jun 2026`; empty for none."""
    return short_date(day) if day else ""


def stage_words(sent: Escalation, today: date) -> str:
    """`sent 14 May`, `on 18 Jun’s agenda`, `taken 18 Jun`, `came down 2 Jul`."""
    if sent.stage is Stage.CAME_DOWN and sent.came_down_on:
        return f"came down {near_day(sent.came_down_on, today)}"
    if sent.stage is Stage.TAKEN and sent.taken_on:
        return f"taken {near_day(sent.taken_on, today)}"
    if sent.stage is Stage.ON_AGENDA and sent.agenda_day:
        return f"on {near_day(sent.agenda_day, today)}’s agenda"
    return f"sent {near_day(sent.sent_on, today)}" if sent.sent_on else "sent"


def reachable(lines: tuple[ReportingLine, ...], board_id: str | None, today: date) -> list[str]:
    """The names something of a board can go up to: who is directly above first, then those above them."""
    found: list[str] = []
    waiting = [board_id] if board_id else []
    seen = set(waiting)
    while waiting:
        for line in boards_above(lines, waiting.pop(0), today):
            if line.to_name not in found:
                found.append(line.to_name)
            if line.to_board_id and line.to_board_id not in seen:
                seen.add(line.to_board_id)
                waiting.append(line.to_board_id)
    return found


def end_understood(
    typed: str,
    *,
    from_id: str | None,
    boards: tuple[Board, ...],
    lines: tuple[ReportingLine, ...],
    today: date,
) -> str:
    """What is said under the board something is sent to."""
    words = typed.strip()
    if not words:
        return ""
    known = board_called(words, boards)
    if known is None:
        named = [line.to_name.casefold() for line in lines if line.board_id == from_id]
        return (
            "" if words.casefold() in named else "A body outside this office: no reporting line leads there."
        )
    if from_id and not way_up(lines, from_id, known.id, today):
        return ""  # what is wrong is said when it is sent
    return f"{known.name}." if known.name != words else ""
