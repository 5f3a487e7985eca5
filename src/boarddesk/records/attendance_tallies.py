"""Attendance counted in the tables: one statement for each grouping, for the rules to make figures of.

The same as counting registers one by one (rules.attendance_counted.count), without reading them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from boarddesk.records.board_file import BoardFile
from boarddesk.records.driver import Row
from boarddesk.records.meetings import meeting_from
from boarddesk.rules.attendance import Standing
from boarddesk.rules.attendance_counted import (
    By,
    Counted,
    Group,
    GroupKey,
    MeetingTally,
    Represented,
    RepresentedKey,
)
from boarddesk.rules.attendance_figures import COLUMN, NO_FIGURE, NO_TALLY, Figure, Tally
from boarddesk.rules.meetings import MeetingState
from boarddesk.rules.people import Role, Sector

_HELD: Final = ", ".join(f"'{state.value}'" for state in MeetingState if state.was_held)

_PERIOD: Final = """(:board IS NULL OR m.board_id = :board)
    AND (:first IS NULL OR m.date >= :first) AND (:last IS NULL OR m.date <= :last)"""

# n numbers the counted meetings by date, so that the greatest n of a group, and there the first place on the
# roll, is the row its labels are taken from: SQLite takes bare columns from the row that holds the max().
_COUNTED: Final = f"""
WITH counted AS MATERIALIZED (
  SELECT r.id AS roll_id, m.id, b.rowid AS board, row_number() OVER (ORDER BY m.date, m.start_time, m.id) AS n
  FROM meeting m JOIN board b ON b.id = m.board_id JOIN roll r ON r.meeting_id = m.id
  WHERE r.state = 'closed' AND m.state IN ({_HELD}) AND {_PERIOD})"""

# The joins are told their order and indexes: left alone, the planner sorts a hundred thousand rows by text.
_ROWS: Final = """
  FROM counted c CROSS JOIN roll_row rr INDEXED BY roll_row_roll ON rr.roll_id = c.roll_id
  LEFT JOIN attendance_mark a INDEXED BY attendance_mark_of_row ON a.row_id = rr.id"""

_ORGANISATION: Final = " LEFT JOIN organisation o ON o.id = rr.organisation_id"

_STANDING: Final = "CASE WHEN NOT rr.expected THEN 2 WHEN rr.role = 'adviser' THEN 1 ELSE 0 END"

_MARK_NAMES: Final = {mark: f"'{mark.value}'" if mark else "NULL" for mark in COLUMN}

_MARKS: Final = ", ".join(
    f"count(*) FILTER (WHERE a.mark IS {_MARK_NAMES[mark]}) AS {column}" for mark, column in COLUMN.items()
)

_KEYS: Final = {
    By.PERSON: "rr.person_id",
    By.SEAT: "rr.seat_id",
    By.ORGANISATION: "rr.organisation_id",
    By.SECTOR: "coalesce(o.sector, 'other')",
    By.ROLE: "rr.role",
    By.MEETING: "c.n",
    By.BOARD: "c.board",
}

# A seat stands once on a roll, so its rows are its meetings; others may have several rows at one meeting.
_MEETINGS: Final = {By.SEAT: "count(*)", By.MEETING: "1"}

_OF_ONE_BOARD: Final = frozenset({By.SEAT, By.MEETING, By.BOARD})
"""Groupings whose key already says which board it is."""

_STANDINGS: Final = tuple(Standing)


def _groups_sql(by: By) -> str:
    """One row for each group: its counts, and the labels of its newest row."""
    return f"""{_COUNTED}, grouped AS (
  SELECT {_KEYS[by]} AS grouped_by, {_STANDING} AS standing, c.board, c.id AS meeting_id, {_MARKS},
         {_MEETINGS.get(by, "count(DISTINCT c.n)")} AS meetings, max(c.n * 10000 - rr.position) AS newest,
         rr.person_id, rr.seat_id, rr.seat_title, rr.organisation_id, rr.role, rr.position
  {_ROWS}{_ORGANISATION if by is By.SECTOR else ""}
  GROUP BY 1, 2{"" if by in _OF_ONE_BOARD else ", 3"})
SELECT g.*, b.id AS board_id, p.name AS person, o.name AS organisation, o.sector
FROM grouped g JOIN board b ON b.rowid = g.board LEFT JOIN person p ON p.id = g.person_id
LEFT JOIN organisation o ON o.id = g.organisation_id"""


_PER_ORGANISATION: Final = f"""{_COUNTED}, per AS MATERIALIZED (
  SELECT c.n, c.id, c.board, {_STANDING} AS standing, rr.organisation_id, {_MARKS}
  {_ROWS}
  WHERE rr.expected
  GROUP BY c.n, 4, rr.organisation_id),
judged AS (
  SELECT *, organisation_id IS NOT NULL
    AND present + remote + part + deputy + apologies + absent + not_recorded > 0 AS wanted,
    organisation_id IS NOT NULL AND present + remote + part + deputy > 0 AS filled FROM per)"""

_SUMS: Final = ", ".join(f"sum({name}) AS {name}" for name in (*COLUMN.values(), "wanted", "filled"))

# Both in one statement, so that the rows are counted once for the two.
_MEETINGS_AND_ORGANISATIONS: Final = f"""{_PER_ORGANISATION}
SELECT 'meeting' AS what, id AS key, NULL AS board_id, standing, NULL AS sector, {_SUMS}
FROM judged GROUP BY n, standing
UNION ALL
SELECT 'organisation', organisation_id, b.id, standing, o.sector, {_SUMS}
FROM judged JOIN board b ON b.rowid = judged.board JOIN organisation o ON o.id = organisation_id
WHERE wanted GROUP BY organisation_id, standing, judged.board"""


def _period(board_id: str | None, first: date | None, last: date | None) -> dict[str, object]:
    return {
        "board": board_id,
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
    }


def tallies(
    file: BoardFile,
    by: By,
    *,
    board_id: str | None = None,
    first: date | None = None,
    last: date | None = None,
) -> tuple[Group, ...]:
    """A tally for each group over closed registers of meetings held between two days."""
    return tuple(_group(row, by) for row in file.rows(_groups_sql(by), _period(board_id, first, last)))


def counted(
    file: BoardFile,
    by: By,
    *,
    board_id: str | None = None,
    first: date | None = None,
    last: date | None = None,
) -> Counted:
    """Everything an attendance table is assembled from."""
    period = _period(board_id, first, last)
    rows = file.rows(_MEETINGS_AND_ORGANISATIONS, period)
    meetings = [row for row in rows if row["what"] == "meeting"]
    organisations = [row for row in rows if row["what"] == "organisation"]
    states = _all_meetings(file, period)
    return Counted(
        by,
        tallies(file, by, board_id=board_id, first=first, last=last),
        _meeting_tallies(states, meetings),
        dict(_represented(row) for row in organisations),
        tuple(meeting_from(row) for row in states if _is_open(row)),
        tuple(meeting_from(row) for row in states if row["state"] == MeetingState.CANCELLED.value),
    )


def _all_meetings(file: BoardFile, period: dict[str, object]) -> list[Row]:
    return file.rows(
        f"SELECT m.*, r.state AS roll_state FROM meeting m LEFT JOIN roll r ON r.meeting_id = m.id"
        f" WHERE {_PERIOD} ORDER BY m.date, m.start_time, m.id",
        period,
    )


def _is_counted(row: Row) -> bool:
    return row["roll_state"] == "closed" and MeetingState(row["state"]).was_held


def _is_open(row: Row) -> bool:
    """As Register.is_open has it: held or begun, not cancelled, not counted."""
    state = MeetingState(row["state"])
    begun = state.was_held or row["roll_state"] is not None
    return begun and state is not MeetingState.CANCELLED and not _is_counted(row)


def _meeting_tallies(states: list[Row], rows: list[Row]) -> tuple[MeetingTally, ...]:
    found = {(row["key"], row["standing"]): row for row in rows}
    members, advisers = _STANDINGS.index(Standing.MEMBERS), _STANDINGS.index(Standing.ADVISERS)
    return tuple(
        _meeting_tally(state, found.get((state["id"], members)), found.get((state["id"], advisers)))
        for state in states
        if _is_counted(state)
    )


def _meeting_tally(state: Row, members: Row | None, advisers: Row | None) -> MeetingTally:
    one_meeting = Tally(meetings=1)
    return MeetingTally(
        meeting_from(state),
        one_meeting + (_tally(members) if members else NO_TALLY),
        one_meeting + (_tally(advisers) if advisers else NO_TALLY),
        Figure(members["filled"], members["wanted"]) if members else NO_FIGURE,
    )


def _represented(row: Row) -> tuple[RepresentedKey, Represented]:
    key = (row["board_id"], _STANDINGS[row["standing"]], row["key"])
    return key, Represented(Sector(row["sector"]), Figure(row["filled"], row["wanted"]))


def _tally(row: Row, *, meetings: int = 0) -> Tally:
    return Tally(**{column: row[column] for column in COLUMN.values()}, meetings=meetings)


def _group(row: Row, by: By) -> Group:
    standing = _STANDINGS[row["standing"]]
    not_expected = standing is Standing.NOT_EXPECTED
    return Group(
        GroupKey(row["board_id"], standing, _key(row, by)),
        Tally(meetings=row["meetings"]) if not_expected else _tally(row, meetings=row["meetings"]),
        row["person_id"],
        row["person"] or "",
        row["seat_id"],
        row["seat_title"],
        row["organisation_id"],
        row["organisation"] or "",
        Sector(row["sector"] or "other"),
        Role(row["role"]),
        row["position"],
    )


def _key(row: Row, by: By) -> str:
    """The group's key as the rules have it: meetings and boards are grouped by number, which is quicker."""
    match by:
        case By.MEETING:
            return str(row["meeting_id"])
        case By.BOARD:
            return str(row["board_id"])
        case _:
            return row["grouped_by"] or ""
