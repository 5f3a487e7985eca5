"""All that a document prints, counted again from the bare rows: none of the program's own rules is asked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from boarddesk.records.file.office_file import OfficeFile

Row = dict[str, Any]
STARTS = {"calendar": (1, 1), "financial": (4, 1), "academic": (9, 1), "municipal": (5, 1)}
MEMBERS = {"chair", "vice-chair", "member", "co-optee"}
WORDS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Count(NamedTuple):
    """So many of so many."""

    n: int
    of: int

    def printed(self, target: Decimal | None) -> str:
        """`87%`: whole, unless that would stand on the other side of the target or say all or nothing."""
        exact = Fraction(100 * self.n, self.of)
        for places in range(12):
            step = Decimal(1).scaleb(-places)
            shown = (Decimal(exact.numerator) / exact.denominator).quantize(step, ROUND_HALF_UP)
            lies = target is not None and (shown >= target) != (exact >= Fraction(target))
            if not lies and (shown == 100) == (self.n == self.of) and (shown == 0) == (self.n == 0):
                return f"{shown}%"
        raise AssertionError(exact)

    def share(self) -> Fraction:
        return Fraction(self.n, self.of)


def total(counts: Iterable[Count]) -> Count:
    found = list(counts)
    return Count(sum(one.n for one in found), sum(one.of for one in found))


def in_words(number: int) -> str:
    return WORDS[number] if number < len(WORDS) else str(number)


def full(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def year_of(day: date, start: str) -> tuple[date, date]:
    month, first = STARTS[start]
    began = date(day.year, month, first)
    began = began if began <= day else date(day.year - 1, month, first)
    return began, date(began.year + 1, month, first) - (date(2, 1, 2) - date(2, 1, 1))


def letters(rows: Iterable[Row], counting: str) -> Count:
    """How many of the marks are among some letters, of those that were expected."""
    marks = [row["mark"] for row in rows if row["expected"] and row["mark"] != "N"]
    return Count(sum(mark is not None and mark in counting for mark in marks), len(marks))


def seat(rows: Iterable[Row]) -> Count:
    return letters(rows, "PVTD")


def personal(rows: Iterable[Row]) -> Count:
    return letters(rows, "PVT")


class Attendance:
    """A board's registers, row by row, with what counts in the board's year up to a day."""

    def __init__(self, file: OfficeFile, board_id: str, today: date) -> None:
        self.board: Row = file.rows("SELECT * FROM board WHERE id = ?", (board_id,))[0]
        self.target = Decimal(self.board["attendance_target"])
        self.names = {
            row["id"]: row["name"]
            for table in ("person", "organisation")
            for row in file.rows(f"SELECT id, name FROM {table}")
        }
        self.meetings = file.rows(
            "SELECT m.*, r.state AS roll FROM meeting m LEFT JOIN roll r ON r.meeting_id = m.id"
            " WHERE board_id = ? ORDER BY date",
            (board_id,),
        )
        for one in self.meetings:
            one["day"] = date.fromisoformat(one["date"])
        self.rows: dict[str, list[Row]] = defaultdict(list)
        for row in file.rows(
            "SELECT m.id AS meeting, w.*, a.mark FROM roll_row w JOIN roll r ON r.id = w.roll_id"
            " JOIN meeting m ON m.id = r.meeting_id LEFT JOIN attendance_mark a ON a.row_id = w.id"
            " ORDER BY w.position"
        ):
            self.rows[row["meeting"]].append(row)
        self.seats = file.rows("SELECT * FROM seat WHERE board_id = ?", (board_id,))
        closed = [one for one in self.meetings if one["roll"] == "closed" and one["day"] <= today]
        newest = max((one["day"] for one in closed), default=today)
        self.first, end = year_of(newest, self.board["year_start"])
        self.last = min(end, today)
        self.counted = [one for one in closed if self.first <= one["day"] <= self.last]
        within = [one for one in self.meetings if self.first <= one["day"] <= self.last]
        self.open = [one for one in within if one["roll"] == "open"]
        self.cancelled = [one for one in within if one["state"] == "cancelled"]

    @property
    def is_personal(self) -> bool:
        return str(self.board["target_figure"]) == "personal"

    def judged(self, rows: Iterable[Row]) -> Count:
        return personal(rows) if self.is_personal else seat(rows)

    def of(self, roles: set[str], key: str = "", value: str = "") -> list[list[Row]]:
        """The rows of each counted meeting, of some roles and of one person or organisation."""
        return [
            [row for row in self.rows[one["id"]] if row["role"] in roles and (not key or row[key] == value)]
            for one in self.counted
        ]

    def everyone(self, roles: set[str], key: str) -> list[str]:
        return list(dict.fromkeys(row[key] for rows in self.of(roles) for row in rows))

    def representation(self, rows_of_meetings: Iterable[list[Row]]) -> Count:
        """Organisations with a seat filled, of those with one expected, meeting by meeting."""
        found = []
        for rows in rows_of_meetings:
            by_organisation = defaultdict(list)
            for row in rows:
                by_organisation[row["organisation_id"]].append(row)
            counts = [seat(each) for each in by_organisation.values()]
            found.append(Count(sum(one.n > 0 for one in counts), sum(one.of > 0 for one in counts)))
        return total(found)

    def ends(self, figure: Callable[[Iterable[Row]], Count]) -> list[Count]:
        """The lowest and the highest meeting, the earliest of equals."""
        found = [count for rows in self.of(MEMBERS) if (count := figure(rows)).of]
        return [choose(found, key=Count.share) for choose in (min, max)] if found else []

    def headroom(self, organisation: str) -> str:
        """What an organisation may still miss in the year: over open registers and meetings still to come."""
        first, last = year_of(self.last, self.board["year_start"])
        so_far = total(self.judged(rows) for rows in self.of(MEMBERS, "organisation_id", organisation))
        to_come = 0
        for one in self.meetings:
            if first <= one["day"] <= last and one["state"] != "cancelled" and one["roll"] != "closed":
                on_roll = self.rows.get(one["id"])
                to_come += (
                    sum(
                        row["role"] in MEMBERS
                        and row["organisation_id"] == organisation
                        and row["mark"] != "N"
                        for row in on_roll
                    )
                    if on_roll
                    else sum(
                        each["role"] in MEMBERS and each["organisation_id"] == organisation
                        for each in self.seats
                    )
                )
        if not to_come:
            return "–"
        needed = -(-Fraction(self.target) * (so_far.of + to_come) // 100)
        spare = so_far.n + to_come - needed
        return f"Can miss {min(spare, to_come)} more" if spare >= 0 else "Cannot reach it now"


class Plan:
    """A plan's actions and areas with the status that stood on any day."""

    def __init__(self, file: OfficeFile, today: date, came_in: dict[str, date]) -> None:
        self.today, self.came_in = today, came_in
        self.areas = file.rows("SELECT * FROM area ORDER BY position")
        self.actions = file.rows("SELECT a.*, area.number FROM action a JOIN area ON area.id = a.area_id")
        self._judged: dict[str, list[Row]] = defaultdict(list)
        for row in file.rows(
            "SELECT j.*, s.key FROM judgement j JOIN status s ON s.id = j.status_id ORDER BY as_at, sequence"
        ):
            self._judged[row["action_id"] or row["area_id"]].append(row)
        self.highlights = file.rows("SELECT * FROM highlight")
        held = file.rows(
            "SELECT date FROM meeting WHERE state = 'held' AND date < ? ORDER BY date", (today.isoformat(),)
        )
        self.boards = [date.fromisoformat(row["date"]) for row in held]

    def status(self, of: str, day: date) -> str:
        found = [row["key"] for row in self._judged[of] if row["as_at"] <= day.isoformat()]
        return str(found[-1]) if found else ""

    def on(self, day: date) -> list[Row]:
        """The actions that were in the plan on a day."""
        return [
            one
            for one in self.actions
            if self.came_in.get(one["id"], day) <= day or self.status(one["id"], day)
        ]

    def many(self, key: str, day: date) -> int:
        return sum(self.status(one["id"], day) == key for one in self.on(day))

    def of_area(self, number: str) -> list[Row]:
        return [one for one in self.actions if one["number"] == number]

    def late(self, number: str) -> list[str]:
        """The refs of those whose day has passed and that are not met."""
        refs = [
            one["ref"]
            for one in self.of_area(number)
            if one["latest"] < self.today.isoformat() and self.status(one["id"], self.today) != "met"
        ]
        return sorted(refs, key=lambda ref: [int(part) for part in ref.split(".")])

    def asked(self, kind: str, until: date) -> int:
        """How much was asked since the last board."""
        since = self.boards[-1].isoformat() if self.boards else ""
        return sum(
            one["kind"] == kind and since < one["as_at"] <= until.isoformat() for one in self.highlights
        )


def reaches(sign: str, value: Fraction, target: str) -> str:
    good = value >= Fraction(target) if sign == "≥" else value <= Fraction(target)
    return "met" if good else "not met"


def plain(value: str) -> str:
    """A value without noughts that say nothing."""
    return re.sub(r"\.?0+$", "", value) if "." in value else value


def said(count: Count, target: Decimal | None) -> str:
    return f"{count.n} of {count.of} ({count.printed(target)})" if count.of else "–"


def between(first: date, last: date) -> str:
    begins = full(first)
    return f"{begins[:-5] if first.year == last.year else begins} to {full(last)}"
