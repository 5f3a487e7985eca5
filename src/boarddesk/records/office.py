"""What the window says of an office at a glance: its boards, what it holds, when a board meets next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.records.file.office_file import OfficeFile


@dataclass(frozen=True)
class BoardName:
    """A board as the switcher names it."""

    id: str
    name: str
    short_name: str


@dataclass(frozen=True)
class NextMeeting:
    """The next meeting of a board that is still to come."""

    meeting_id: str
    board: str
    date: date
    start_time: str
    end_time: str


@dataclass(frozen=True)
class OfficeNames:
    """What documents call the office: the partnership at their head, and who prepared them."""

    name: str
    partnership: str
    secretary: str


def office_names(file: OfficeFile) -> OfficeNames:
    """The names as kept; the office's own name stands for a partnership not given."""
    row = file.row("SELECT name, partnership, secretary FROM office LIMIT 1")
    if row is None:
        return OfficeNames("", "", "")
    return OfficeNames(row["name"], row["partnership"] or row["name"], row["secretary"])


def name_office(file: OfficeFile, *, name: str, partnership: str, secretary: str) -> None:
    """Change what documents call the office."""
    fields = {"name": name.strip(), "partnership": partnership.strip(), "secretary": secretary.strip()}
    with file.change("Name the office") as change:
        kept = file.value("SELECT id FROM office LIMIT 1")
        if kept is None:
            change.insert("office", **fields)
        else:
            change.update("office", str(kept), **fields)


def board_names(file: OfficeFile) -> tuple[BoardName, ...]:
    """Every board, in the office's order."""
    rows = file.rows("SELECT id, name, short_name FROM board ORDER BY position, name")
    return tuple(BoardName(str(row["id"]), str(row["name"]), str(row["short_name"])) for row in rows)


def holds(file: OfficeFile) -> str:
    """What is in the file, in words: `2 boards, 43 plan actions`."""
    boards = int(str(file.value("SELECT count(*) FROM board") or 0))
    actions = int(str(file.value("SELECT count(*) FROM action") or 0))
    plan = f"{actions} plan action{'' if actions == 1 else 's'}" if actions else "no plan"
    return f"{boards or 'no'} board{'' if boards == 1 else 's'}, {plan}"


def next_meeting(file: OfficeFile, board_id: str | None, today: date) -> NextMeeting | None:
    """The first meeting from today on that is neither held nor cancelled, of one board or of any."""
    row = file.row(
        "SELECT m.id, b.name, m.date, m.start_time, m.end_time FROM meeting m"
        " JOIN board b ON b.id = m.board_id"
        " WHERE m.date >= :today AND m.state IN ('planned', 'agenda issued')"
        " AND (:board IS NULL OR m.board_id = :board) ORDER BY m.date, m.start_time LIMIT 1",
        {"today": today.isoformat(), "board": board_id},
    )
    if row is None:
        return None
    return NextMeeting(
        str(row["id"]),
        str(row["name"]),
        date.fromisoformat(str(row["date"])),
        str(row["start_time"]),
        str(row["end_time"]),
    )
