"""The tables meeting programs write of a call: who was there, and when, row by row or event by event."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from boarddesk.rules.names.listed import (
    EMAIL,
    ListedName,
    Stay,
    bare_name,
    listed_name,
    minutes_of,
    stays_of,
    time_of,
)
from boarddesk.rules.names.not_there import row_says_away, says_away

_HEADINGS: Final = {
    "name": {
        "name", "full name", "participant", "participants", "participant name", "attendee", "attendees",
        "attendee name", "display name", "user name", "username", "name (original name)",
        "user name (original name)",
    },
    "first": {"first name", "forename", "given name", "firstname"},
    "last": {"last name", "surname", "family name", "lastname"},
    "joined": {
        "first join", "first join time", "join time", "joined", "join", "joined at", "time joined",
        "join date", "time in", "arrived", "arrival time", "first seen", "login time",
        "erster beitritt", "beitrittszeit",
    },
    "left": {
        "last leave", "last leave time", "leave time", "left", "leave", "left at", "time left", "time exited",
        "exited", "exit time", "leave date", "time out", "last seen", "logout time",
        "letztes verlassen", "verlassen um", "austrittszeit",
    },
    "email": {"email", "e-mail", "user email", "email address", "participant id (upn)"},
    "action": {"user action", "action"},
    "moment": {"timestamp", "time", "date/time", "date and time"},
    "minutes": {
        "duration", "total duration", "in-meeting duration", "attendance duration", "duration in minutes",
        "time in call", "time in meeting", "time in session", "total time", "total time in call", "minutes",
        "total minutes", "minutes attended", "time attended", "attended for",
        "dauer", "dauer in der besprechung", "dauer in besprechung",
    },
    "waiting": {"in waiting room", "waiting room"},
    "attended": {"attended", "present"},
    "response": {"response", "reply", "rsvp", "status"},
}  # fmt: skip
_COUNTS: Final = {"participants", "attendees"}
"""Headings that stand over a number of people rather than a name, but in the first column."""

_HEAD: Final = {
    "meeting id",
    "webinar id",
    "topic",
    "meeting topic",
    "meeting title",
    "meeting name",
    "meeting uuid",
}
"""What the head of a report says of the whole call; the row below it names whoever scheduled it."""

_UNIT: Final = re.compile(r"\s*\((?:minutes?|mins?|hh?:mm(?::ss)?|utc|gmt|bst|local time)[^)]*\)$")


def tables(lines: Sequence[str]) -> tuple[list[list[ListedName]], list[str]]:
    """Rows under a heading with a name column, table by table, and the lines that stand outside them."""
    found: list[list[ListedName]] = []
    others: list[str] = []
    away: list[ListedName] = []
    columns: dict[str, int] = {}
    mark = ""
    waiting = iter(lines)
    for line in waiting:
        if _is_head(line):
            columns = {}
            others += [line.strip(), *(below.strip() for below in [next(waiting, "")] if below)]
            continue
        if heading := _heading(line):
            mark, columns = heading
            found.append([])
            continue
        cells = next(csv.reader([line], delimiter=mark), []) if columns else []
        if len(cells) < 2 or len(cells) <= max(columns.get("name", 0), columns.get("last", 0)):
            columns = {}  # the table is over; another may follow
        row = _row(line, cells, columns) if columns else None
        if row and _is_away(row, cells, columns):
            away.append(row)
        elif row:
            found[-1].append(row)
        else:
            others.append(line.strip())
    there = {name.name.casefold() for table in found for name in table}
    others += [line for name in away if name.name.casefold() not in there for line in name.lines]
    return [_paired(table) for table in found if table], others


def _is_away(row: ListedName, cells: list[str], columns: dict[str, int]) -> bool:
    """Whether a row is of somebody not there: it says so, or gives no time and a duration of nothing."""
    given = _given(cells, columns)
    lasted = given.get("minutes", "")
    nothing = bool(lasted) and row.minutes == 0 and not re.search(r"[1-9]", lasted) and not row.stays
    return nothing or row_says_away(given) or says_away(_name_in(given))


def _given(cells: list[str], columns: dict[str, int]) -> dict[str, str]:
    return {what: cells[place].strip() for what, place in columns.items() if place < len(cells)}


def _name_in(given: dict[str, str]) -> str:
    return given.get("name") or f"{given.get('first', '')} {given.get('last', '')}"


def _is_head(line: str) -> bool:
    for mark in ("\t", ",", ";"):
        cells = [cell.strip().casefold() for cell in next(csv.reader([line], delimiter=mark), [])]
        if len(cells) > 2 and not _HEAD.isdisjoint(cells):
            return True
    return False


def _heading(line: str) -> tuple[str, dict[str, int]] | None:
    """The columns of a heading; `Attendee` in a later cell alone is the role of somebody, not a heading."""
    for mark in ("\t", ",", ";"):
        columns = _columns(next(csv.reader([line], delimiter=mark), []))
        named = {"first", "last"} <= columns.keys() or columns.get("name") == 0
        if mark in line and (named or ("name" in columns and len(columns) > 1)):
            return mark, columns
    return None


def _columns(cells: list[str]) -> dict[str, int]:
    plain = [_UNIT.sub("", cell.strip().casefold()) for cell in cells]
    found = {
        what: next(
            (at for at, cell in enumerate(plain) if cell in words and not (at and cell in _COUNTS)), -1
        )
        for what, words in _HEADINGS.items()
    }
    return {what: place for what, place in found.items() if place >= 0}


def _row(line: str, cells: list[str], columns: dict[str, int]) -> ListedName | None:
    given = _given(cells, columns)
    text = _name_in(given)
    email = EMAIL.search(given.get("email") or text)
    stays = stays_of(time_of(given.get("joined", "")), time_of(given.get("left", "")))
    if "action" in columns:
        stays = _event(given["action"], time_of(given.get("moment", ""))) if "action" in given else ()
    return listed_name(
        bare_name(text),
        line.strip(),
        email=email[0] if email else "",
        stays=stays,
        minutes=minutes_of(given.get("minutes", "")),
    )


def _event(action: str, time: str) -> tuple[Stay, ...]:
    """`Joined`, `Joined before` or `Left` with its time, as a stay of which one end is known."""
    if not time:
        return ()
    return (Stay(left=time),) if re.match(r"\W*(?:left|leave|exit)", action, re.IGNORECASE) else (Stay(time),)


def _paired(table: Sequence[ListedName]) -> list[ListedName]:
    """Rows of one table; where each row is one event, each leaving ends the first joining before it."""
    ends = {(bool(stay.joined), bool(stay.left)) for name in table for stay in name.stays}
    if (True, True) in ends or len(ends) < 2:
        return list(table)
    waiting: dict[tuple[str, str], list[int]] = {}
    paired = list(table)
    for place, name in enumerate(table):
        key = (name.name.casefold(), name.email.casefold())
        for stay in name.stays:
            if stay.joined:
                waiting.setdefault(key, []).append(place)
            elif waiting.get(key):
                joined = waiting[key].pop(0)
                [start] = paired[joined].stays
                paired[joined] = replace(paired[joined], stays=stays_of(start.joined, stay.left))
                paired[place] = replace(name, stays=())
    return paired


def with_stays(found: Sequence[Sequence[ListedName]]) -> list[ListedName]:
    """The first table’s names; a later table of a report lists them again, one row for each stay."""
    first, later = found[0], [name for table in found[1:] for name in table]
    stays: dict[str, list[Stay]] = {}
    for name in later:
        stays.setdefault(name.name.casefold(), []).extend(name.stays)
    known = [name.name.casefold() for name in first]
    again = [
        replace(listed, stays=tuple(stays.get(name) or listed.stays)) if known.count(name) == 1 else listed
        for name, listed in zip(known, first, strict=True)
    ]
    return [*again, *(name for name in later if name.name.casefold() not in known)]


def total(minutes: Iterable[int | None]) -> int | None:
    """All of somebody's minutes together; None where there are none."""
    known = [each for each in minutes if each is not None]
    return sum(known) if known else None
