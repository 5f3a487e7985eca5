"""What meetings can clash with, the days the office keeps free, and a year of meetings made in one go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boarddesk.records.boards import board, boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting, meetings
from boarddesk.records.people import people
from boarddesk.records.reading import one
from boarddesk.records.seats import seats
from boarddesk.rules.meetings.clashes import FreeDays, Timetable, check_free_days
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures, one_line

FREE_GONE = "Those days are no longer kept free."


def timetable(file: OfficeFile) -> Timetable:
    """Every board, meeting and seat of the office, and the days it keeps free."""
    return Timetable(boards(file), meetings(file), seats(file), people(file), free_days(file))


def free_days(file: OfficeFile) -> tuple[FreeDays, ...]:
    """The days the office keeps free of meetings, in order."""
    rows = file.rows("SELECT * FROM free_day ORDER BY from_day, until_day, id")
    days = date.fromisoformat
    return tuple(
        FreeDays(row["id"], days(row["from_day"]), days(row["until_day"]), row["why"]) for row in rows
    )


def keep_free(file: OfficeFile, from_day: date, until_day: date, why: str = "") -> str:
    """Keep days free from now on, both included; meetings that are there already stay, and are said."""
    check_free_days(from_day, until_day)
    with file.change("Keep days free") as change:
        return change.insert("free_day", from_day=from_day, until_day=until_day, why=one_line(why))


def update_free_days(file: OfficeFile, free_id: str, *, from_day: date, until_day: date, why: str) -> None:
    """Other days, or another reason."""
    one(file.row("SELECT id FROM free_day WHERE id = ?", (free_id,)), FREE_GONE)
    check_free_days(from_day, until_day)
    with file.change("Change days kept free") as change:
        change.update("free_day", free_id, from_day=from_day, until_day=until_day, why=one_line(why))


def give_free(file: OfficeFile, free_id: str) -> None:
    """Keep days free no longer."""
    one(file.row("SELECT id FROM free_day WHERE id = ?", (free_id,)), FREE_GONE)
    with file.change("Keep days free no longer") as change:
        change.delete("free_day", free_id)


def plan_meetings(file: OfficeFile, board_id: str, days: Iterable[date]) -> tuple[str, ...]:
    """Meetings of a board on those days, at its usual time and place, made in one change."""
    wanted = sorted(set(days))
    if not wanted:
        raise Refused("Tick at least one day: there is nothing to plan yet.")
    short_name = board(file, board_id).short_name
    with file.change(f"Plan {count_in_figures(len(wanted), 'meeting')} of {short_name}"):
        return tuple(add_meeting(file, board_id, day) for day in wanted)
