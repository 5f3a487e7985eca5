"""Meetings: made, moved, held and cancelled, and numbered within the board's year."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from boarddesk.records.boards import board, boards
from boarddesk.records.file.change import Change
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import day, one
from boarddesk.rules.meetings.meeting import (
    Meeting,
    MeetingState,
    board_year,
    check_date,
    check_may_change,
    check_may_move,
    check_may_remove,
    check_state,
    check_times,
    meeting_key,
    meeting_title,
    renumbered,
    state_action,
    states_reached,
)
from boarddesk.rules.refused import Refused

GONE = "That meeting is no longer there."


def meetings(
    file: OfficeFile, board_id: str | None = None, *, first: date | None = None, last: date | None = None
) -> tuple[Meeting, ...]:
    """Every meeting, or those of one board between two days, by date."""
    rows = file.rows(
        "SELECT * FROM meeting WHERE (:board IS NULL OR board_id = :board)"
        " AND (:first IS NULL OR date >= :first) AND (:last IS NULL OR date <= :last)"
        " ORDER BY date, start_time, id",
        {"board": board_id, "first": first and first.isoformat(), "last": last and last.isoformat()},
    )
    return tuple(meeting_from(row) for row in rows)


def unconfirmed_meetings(file: OfficeFile, board_id: str) -> tuple[Meeting, ...]:
    """Those of a board without those whose notes were confirmed, which are inquorate all the same."""
    confirmed = {row["meeting_id"] for row in file.rows("SELECT meeting_id FROM sealed_minutes")}
    return tuple(of for of in meetings(file, board_id) if of.id not in confirmed)


def meeting(file: OfficeFile, meeting_id: str) -> Meeting:
    """One meeting; refused when it is no longer there."""
    return meeting_from(one(file.row("SELECT * FROM meeting WHERE id = ?", (meeting_id,)), GONE))


def last_meeting(file: OfficeFile, *, today: date, board_id: str | None = None) -> Meeting:
    """The last meeting of a board, or of any, up to today that was not cancelled; refused where none was."""
    found = [of for of in meetings(file, board_id, last=today) if of.state is not MeetingState.CANCELLED]
    if not found:
        raise Refused("No meeting was held yet: name one, such as SIB-2026-03.", field="meeting")
    return found[-1]


def meeting_of_key(file: OfficeFile, key: str) -> Meeting:
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


def title(file: OfficeFile, of: Meeting) -> str:
    """The number printed on every paper: `SIB 2026/27 · 03`."""
    its_board = board(file, of.board_id)
    return meeting_title(its_board.short_name, of, its_board.year_start)


def add_meeting(
    file: OfficeFile,
    board_id: str,
    day: date,
    *,
    start_time: str | None = None,
    end_time: str = "",
    venue: str | None = None,
    link: str = "",
) -> str:
    """A planned meeting at the board's usual time and place unless given others."""
    its_board = board(file, board_id)
    check_date(day, meetings(file, board_id, first=day, last=day))
    start, end = check_times(its_board.start_time if start_time is None else start_time, end_time)
    with file.change(f"Add meeting of {its_board.short_name}") as change:
        made = change.insert(
            "meeting",
            board_id=board_id,
            number=0,
            date=day,
            start_time=start,
            end_time=end,
            venue=its_board.venue if venue is None else venue.strip(),
            link=link.strip(),
        )
        number_year(file, board_id, day, change=change)
        return made


def move_meeting(
    file: OfficeFile,
    meeting_id: str,
    day: date,
    *,
    start_time: str | None = None,
    end_time: str | None = None,
    clear_replies: bool = False,
) -> None:
    """Another day, or another time; planned meetings of the year are numbered by date again.

    Replies were given for the day it was on: they are kept, or go with it.
    """
    known = meeting(file, meeting_id)
    check_may_move(known, has_register=day != known.date and has_register(file, meeting_id))
    check_date(day, _others(file, known, day))
    start, end = check_times(
        known.start_time if start_time is None else start_time,
        known.end_time if end_time is None else end_time,
    )
    with file.change("Move meeting") as change:
        kept_number = {"number": 0} if _in_another_year(file, known, day) else {}
        change.update("meeting", meeting_id, date=day, start_time=start, end_time=end, **kept_number)
        number_year(file, known.board_id, known.date, change=change)
        number_year(file, known.board_id, day, change=change)
        if clear_replies:
            _clear_replies(file, meeting_id, change=change)


def _others(file: OfficeFile, known: Meeting, day: date) -> list[Meeting]:
    """The board's other meetings on a day."""
    return [
        meeting for meeting in meetings(file, known.board_id, first=day, last=day) if meeting.id != known.id
    ]


def _clear_replies(file: OfficeFile, meeting_id: str, *, change: Change) -> None:
    for row in file.rows("SELECT id FROM meeting_reply WHERE meeting_id = ?", (meeting_id,)):
        change.delete("meeting_reply", row["id"])


def has_register(file: OfficeFile, meeting_id: str) -> bool:
    """Whether its register was ever opened."""
    return bool(file.value("SELECT 1 FROM roll WHERE meeting_id = ?", (meeting_id,)))


def update_meeting(file: OfficeFile, meeting_id: str, **fields: object) -> None:
    """Change start_time, end_time, venue or link; another day is a move."""
    known = meeting(file, meeting_id)
    check_may_change(known)
    if {"start_time", "end_time"} & fields.keys():
        start, end = check_times(
            str(fields.get("start_time", known.start_time)), str(fields.get("end_time", known.end_time))
        )
        fields |= {"start_time": start, "end_time": end}
    fields |= {name: str(fields[name]).strip() for name in ("venue", "link") if name in fields}
    with file.change("Change meeting", coalesce=f"{meeting_id} {' '.join(fields)}") as change:
        change.update("meeting", meeting_id, **fields)


def set_state(file: OfficeFile, meeting_id: str, state: MeetingState, *, today: date, why: str = "") -> None:
    """Move a meeting on, or back where that mends a slip; a cancellation may say why."""
    known = meeting(file, meeting_id)
    closed = file.value("SELECT state FROM roll WHERE meeting_id = ?", (meeting_id,)) == "closed"
    minuted = bool(
        file.value(
            "SELECT 1 FROM minute_block b JOIN agenda_item i ON i.id = b.item_id WHERE i.meeting_id = ?",
            (meeting_id,),
        )
    )
    check_state(known, state, today=today, register_closed=closed, minuted=minuted)
    if known.state is MeetingState.CANCELLED:
        check_date(known.date, _others(file, known, known.date))
    cancelled = state is MeetingState.CANCELLED
    with file.change(state_action(known.state, state)) as change:
        change.update("meeting", meeting_id, state=state, cancelled_why=why.strip() if cancelled else "")


def agenda_was_issued(file: OfficeFile, meeting_id: str) -> bool:
    """Whether its agenda or pack went out from here, or somebody said that it did; held is no sign of it."""
    if meeting(file, meeting_id).agenda_version:
        return True
    entries = (entry for entry in file.history("meeting", meeting_id) if "state" in entry.after)
    return MeetingState.AGENDA_ISSUED in states_reached(
        MeetingState(str(entry.after["state"])) for entry in entries
    )


def remove_meeting(file: OfficeFile, meeting_id: str) -> None:
    """Take out a meeting planned by mistake; refused once it was more than planned."""
    known = meeting(file, meeting_id)
    check_may_remove(known, has_register=has_register(file, meeting_id))
    with file.change("Remove meeting") as change:
        change.delete("meeting", meeting_id)
        number_year(file, known.board_id, known.date, change=change)


def number_year(file: OfficeFile, board_id: str, day: date, *, change: Change) -> None:
    """Number the meetings of the board year a day falls in; issued numbers stay."""
    first, last = board_year(day, board(file, board_id).year_start)
    for meeting_id, number in renumbered(meetings(file, board_id, first=first, last=last)).items():
        change.update("meeting", meeting_id, number=number)


def _in_another_year(file: OfficeFile, known: Meeting, day: date) -> bool:
    start = board(file, known.board_id).year_start
    return board_year(known.date, start) != board_year(day, start)


def meeting_from(row: Row) -> Meeting:
    """The meeting a row of the table holds."""
    return _meeting(*[row[name] for name in _COLUMNS])


_COLUMNS = (
    *("id", "board_id", "number", "date", "state", "agenda_version", "agenda_reopened_on"),
    *("agenda_reopened_why", "start_time", "end_time", "venue", "link", "cancelled_why"),
)


@lru_cache(maxsize=8192)
def _meeting(
    meeting_id: str,
    board_id: str,
    number: int,
    held_on: str,
    state: str,
    agenda_version: int,
    reopened_on: str | None,
    reopened_why: str,
    *words: str,
) -> Meeting:
    """Ten years of meetings are read again with every page, and hardly one of them is another."""
    start_time, end_time, venue, link, cancelled_why = words
    return Meeting(
        meeting_id,
        board_id,
        number,
        date.fromisoformat(held_on),
        MeetingState(state),
        start_time,
        end_time,
        venue,
        link,
        cancelled_why,
        agenda_version,
        day(reopened_on),
        reopened_why,
    )
