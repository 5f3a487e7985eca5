"""Meetings: made, moved, held and cancelled, and numbered within the board's year."""

from __future__ import annotations

from datetime import date

from boarddesk.records.board_file import BoardFile
from boarddesk.records.boards import board, boards
from boarddesk.records.changes import Change
from boarddesk.records.driver import Row
from boarddesk.records.reading import one
from boarddesk.rules.meetings import (
    Meeting,
    MeetingState,
    board_year,
    check_date,
    check_state,
    check_time,
    meeting_key,
    meeting_title,
    renumbered,
)
from boarddesk.rules.refused import Refused

GONE = "That meeting is no longer there."


def meetings(
    file: BoardFile, board_id: str | None = None, *, first: date | None = None, last: date | None = None
) -> tuple[Meeting, ...]:
    """Every meeting, or those of one board between two days, by date."""
    rows = file.rows(
        "SELECT * FROM meeting WHERE (:board IS NULL OR board_id = :board)"
        " AND (:first IS NULL OR date >= :first) AND (:last IS NULL OR date <= :last)"
        " ORDER BY date, start_time, id",
        {"board": board_id, "first": first and first.isoformat(), "last": last and last.isoformat()},
    )
    return tuple(meeting_from(row) for row in rows)


def meeting(file: BoardFile, meeting_id: str) -> Meeting:
    """One meeting; refused when it is no longer there."""
    return meeting_from(one(file.row("SELECT * FROM meeting WHERE id = ?", (meeting_id,)), GONE))


def meeting_of_key(file: BoardFile, key: str) -> Meeting:
    """The meeting with the number as typed or as printed: `SIB-2026-03`, `SIB 2026/27 · 03`."""
    wanted, example = _as_typed(key), "SIB-2026-03"
    for of in boards(file):
        for found in meetings(file, of.id):
            example = meeting_key(of.short_name, found, of.year_start)
            printed = meeting_title(of.short_name, found, of.year_start)
            if wanted in (_as_typed(example), _as_typed(printed)):
                return found
    raise Refused(f"There is no meeting {key}. A meeting is named like {example}.")


def _as_typed(key: str) -> str:
    """Without spaces and without the point, which not every keyboard has."""
    return "".join(key.replace("·", " ").split()).casefold()


def title(file: BoardFile, of: Meeting) -> str:
    """The number printed on every paper: `SIB 2026/27 · 03`."""
    its_board = board(file, of.board_id)
    return meeting_title(its_board.short_name, of, its_board.year_start)


def add_meeting(
    file: BoardFile,
    board_id: str,
    day: date,
    *,
    start_time: str | None = None,
    end_time: str = "",
    venue: str | None = None,
    link: str = "",
    note: str = "",
) -> str:
    """A planned meeting at the board's usual time and place unless given others."""
    its_board = board(file, board_id)
    check_date(day, meetings(file, board_id, first=day, last=day))
    with file.change(f"Add meeting of {its_board.short_name}") as change:
        made = change.insert(
            "meeting",
            board_id=board_id,
            number=0,
            date=day,
            start_time=check_time(its_board.start_time if start_time is None else start_time),
            end_time=check_time(end_time, field="end_time"),
            venue=its_board.venue if venue is None else venue,
            link=link,
            note=note,
        )
        number_year(file, board_id, day, change=change)
        return made


def move_meeting(
    file: BoardFile, meeting_id: str, day: date, *, start_time: str | None = None, end_time: str | None = None
) -> None:
    """Another day, or another time; planned meetings of the year are numbered by date again.

    Refused once the meeting was held, or its register opened: then the roll stands as it was that day.
    """
    known = meeting(file, meeting_id)
    if known.state.was_held:
        raise Refused("This meeting was held: its day stays as it was.", field="date")
    if day != known.date and file.value("SELECT 1 FROM roll WHERE meeting_id = ?", (meeting_id,)):
        raise Refused(
            "Its register is open, with the roll of that day. Put the register away first.", field="date"
        )
    others = [
        other for other in meetings(file, known.board_id, first=day, last=day) if other.id != meeting_id
    ]
    check_date(day, others)
    times = {"start_time": start_time, "end_time": end_time}
    kept = {name: check_time(value, field=name) for name, value in times.items() if value is not None}
    with file.change("Move meeting") as change:
        if _in_another_year(file, known, day):
            kept_number: dict[str, object] = {"number": 0}
        else:
            kept_number = {}
        change.update("meeting", meeting_id, date=day, **kept, **kept_number)
        number_year(file, known.board_id, known.date, change=change)
        number_year(file, known.board_id, day, change=change)


def update_meeting(file: BoardFile, meeting_id: str, **fields: object) -> None:
    """Change start_time, end_time, venue, link or note."""
    for name in ("start_time", "end_time"):
        if name in fields:
            fields[name] = check_time(str(fields[name]), field=name)
    with file.change("Change meeting", coalesce=f"{meeting_id} {' '.join(fields)}") as change:
        change.update("meeting", meeting_id, **fields)


def set_state(file: BoardFile, meeting_id: str, state: MeetingState, *, today: date, why: str = "") -> None:
    """Move a meeting on, or back where that mends a slip; a cancellation may say why."""
    known = meeting(file, meeting_id)
    closed = file.value("SELECT state FROM roll WHERE meeting_id = ?", (meeting_id,)) == "closed"
    check_state(known, state, today=today, register_closed=closed)
    cancelled = state is MeetingState.CANCELLED
    with file.change(f"Mark meeting as {state.value}") as change:
        change.update("meeting", meeting_id, state=state, cancelled_why=why.strip() if cancelled else "")


def remove_meeting(file: BoardFile, meeting_id: str) -> None:
    """Take out a meeting planned by mistake; refused once it was more than planned."""
    known = meeting(file, meeting_id)
    if known.state is not MeetingState.PLANNED:
        raise Refused("Only a meeting that is still planned can be taken out. Cancel it instead.")
    if file.value("SELECT 1 FROM roll WHERE meeting_id = ?", (meeting_id,)):
        raise Refused("Its register has been opened. Cancel the meeting instead.")
    with file.change("Remove meeting") as change:
        change.delete("meeting", meeting_id)
        number_year(file, known.board_id, known.date, change=change)


def number_year(file: BoardFile, board_id: str, day: date, *, change: Change) -> None:
    """Number the meetings of the board year a day falls in; issued numbers stay."""
    first, last = board_year(day, board(file, board_id).year_start)
    for meeting_id, number in renumbered(meetings(file, board_id, first=first, last=last)).items():
        change.update("meeting", meeting_id, number=number)


def _in_another_year(file: BoardFile, known: Meeting, day: date) -> bool:
    start = board(file, known.board_id).year_start
    return board_year(known.date, start) != board_year(day, start)


def meeting_from(row: Row) -> Meeting:
    """The meeting a row of the table holds."""
    return Meeting(
        id=row["id"],
        board_id=row["board_id"],
        number=row["number"],
        date=date.fromisoformat(row["date"]),
        state=MeetingState(row["state"]),
        start_time=row["start_time"],
        end_time=row["end_time"],
        venue=row["venue"],
        link=row["link"],
        cancelled_why=row["cancelled_why"],
        note=row["note"],
    )
