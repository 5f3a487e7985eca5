"""Lists of names pasted from a video call, an e-mail or a signed sheet, without what surrounds the names."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.names import NameMatch, match
from boarddesk.rules.people import Person

_HEADINGS: Final = {
    "name": {"name", "full name", "participant", "participants", "attendee", "display name", "user name"},
    "first": {"first name", "forename", "given name"},
    "last": {"last name", "surname", "family name"},
    "joined": {"first join", "join time", "joined", "first join time"},
    "left": {"last leave", "leave time", "left", "last leave time"},
    "email": {"email", "e-mail", "user email", "email address", "participant id (upn)"},
}
_NAME_HEADINGS: Final = _HEADINGS["name"] | {"name (original name)", "user name (original name)"}
_EMAIL: Final = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_CLOCK: Final = re.compile(
    r"(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.][0-5]\d)?\s*([ap]\.?m\.?)?", re.IGNORECASE
)
_BULLET: Final = re.compile(r"^\s*(?:[-*•·▪o]|\d{1,3}[.)])\s+")
_ASIDE: Final = re.compile(
    r"\((?:guest|external|host|co-?host|me|you|organiser|organizer|presenter|attendee|unverified|unmuted|muted)"
    r"[^)]*\)|\[(?:guest|external)[^\]]*\]",
    re.IGNORECASE,
)
_ROLES: Final = re.compile(
    r"\b(?:organi[sz]er|presenter|attendee|required attendee|optional attendee|in the lobby|guest|accepted|"
    r"joined the meeting|left the meeting|has joined|has left)\b",
    re.IGNORECASE,
)
_NOT_NAMES: Final = re.compile(
    r"^(?:\d+\.?\s*)?(?:summary|participants?|attendees?|in this meeting|in-meeting activities|meeting title|"
    r"attended participants|start time|end time|meeting duration|average attendance time|total|apologies|"
    r"present|in attendance|waiting room|meeting id|topic|duration|activities|invited|others invited|"
    r"mute all|muted|unmuted)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ListedName:
    """One name of a pasted list, with the times beside it where the list gives them."""

    name: str
    line: str
    email: str = ""
    joined: str = ""
    left: str = ""


def read_names(text: str) -> tuple[ListedName, ...]:
    """The names of a pasted list, each once, in its order; a second joining widens the times."""
    lines = [line for line in text.replace("\ufeff", "").replace("\r", "\n").split("\n") if line.strip()]
    found = _from_table(lines) or [one for line in lines for one in _from_line(line)]
    together: dict[str, ListedName] = {}
    for one in found:
        key = one.email.casefold() or one.name.casefold()
        together[key] = _widened(together[key], one) if key in together else one
    return tuple(together.values())


def match_names(text: str, people: Iterable[Person]) -> tuple[tuple[ListedName, NameMatch], ...]:
    """Each name of a pasted list with whom it is, or may be; a known e-mail address settles it."""
    known = list(people)
    by_email = {person.email.casefold(): person for person in known if person.email}
    return tuple((one, _matched(one, known, by_email)) for one in read_names(text))


def _matched(one: ListedName, people: Sequence[Person], by_email: dict[str, Person]) -> NameMatch:
    person = by_email.get(one.email.casefold()) if one.email else None
    return NameMatch(one.name, person) if person else match(one.name, people)


def _widened(first: ListedName, again: ListedName) -> ListedName:
    joined = min((time for time in (first.joined, again.joined) if time), default="")
    left = max((time for time in (first.left, again.left) if time), default="")
    return ListedName(first.name, first.line, first.email, joined, left)


def _from_table(lines: list[str]) -> list[ListedName]:
    """Rows under a heading with a name column: the attendance files of meeting programs, a spreadsheet."""
    for start, line in enumerate(lines):
        for mark in ("\t", ",", ";"):
            columns = _columns(next(csv.reader([line], delimiter=mark), []))
            if mark in line and ("name" in columns or {"first", "last"} <= columns.keys()):
                rows = csv.reader(lines[start + 1 :], delimiter=mark)
                return _rows(rows, columns)
    return []


def _columns(cells: list[str]) -> dict[str, int]:
    plain = [cell.strip().casefold() for cell in cells]
    found = {
        what: next((place for place, cell in enumerate(plain) if cell in headings), -1)
        for what, headings in {**_HEADINGS, "name": _NAME_HEADINGS}.items()
    }
    return {what: place for what, place in found.items() if place >= 0}


def _rows(rows: Iterable[list[str]], columns: dict[str, int]) -> list[ListedName]:
    found = []
    for cells in rows:
        if len(cells) <= max(columns.get("name", 0), columns.get("last", 0)) or len(cells) < 2:
            break  # the table of participants is over; another may follow that lists them again
        given = {what: cells[place].strip() for what, place in columns.items() if place < len(cells)}
        written = given.get("name") or f"{given.get('first', '')} {given.get('last', '')}"
        name = _bare(written)
        if name:
            times = (_time(given.get("joined", "")), _time(given.get("left", "")))
            found.append(ListedName(name, written, given.get("email", ""), *times))
    return found


def _from_line(line: str) -> list[ListedName]:
    """The names of one line: usually one, several where they are divided by semicolons or commas."""
    if _NOT_NAMES.match(line.strip()):
        return []
    return [one for piece in _pieces(line) for one in _from_piece(piece)]


def _pieces(line: str) -> list[str]:
    """Divided by semicolons; by commas only where each side is a whole name (`Hale, Ann` is one)."""
    if ";" in line:
        return line.split(";")
    parts = [part.strip() for part in line.split(",")]
    names = [part for part in parts if part]
    whole = [part for part in names if len(_bare(part).split()) >= 2]
    return names if len(names) > 1 and len(whole) == len(names) else [line]


def _from_piece(piece: str) -> list[ListedName]:
    email = _EMAIL.search(piece)
    times = [_time(found[0]) for found in _CLOCK.finditer(piece)]
    name = _bare(piece)
    if not name and email:
        name = _name_of_email(email[0])
    if not name:
        return []
    return [ListedName(name, piece.strip(), email[0] if email else "", *(times[:2] + [""] * 2)[:2])]


def _bare(text: str) -> str:
    """The name alone: without bullet, address, times, dates, and what the program says of the person."""
    plain = _EMAIL.sub(" ", _BULLET.sub("", text))
    plain = _ASIDE.sub(" ", plain)
    plain = re.sub(r"\b\d{1,2}/\d{1,2}/\d{2,4},?", " ", plain)
    plain = _ROLES.sub(" ", _CLOCK.sub(" ", plain))
    plain = re.sub(r"\b\d+\s*(?:h|m|s|hours?|minutes?|mins?)\b", " ", plain, flags=re.IGNORECASE)
    plain = re.split(r"\t| {3,}| [–—|] |<", plain.strip())[0]
    plain = " ".join(re.sub(r"[<>\"|]+", " ", plain).split()).strip(" ,;:–—-.")
    return plain if re.search(r"[^\W\d_]", plain) else ""


def _name_of_email(email: str) -> str:
    """`ann.hale@northmoor.example` → `Ann Hale`, where the address is made of names."""
    words = [word for word in re.split(r"[._-]+", email.partition("@")[0]) if word.isalpha()]
    return " ".join(word.title() for word in words) if len(words) > 1 else ""


def _time(text: str) -> str:
    """A time of day as kept, `13:42`; nothing where there is none."""
    found = _CLOCK.search(text)
    if not found:
        return ""
    hour = int(found[1])
    half = (found[3] or "").casefold().replace(".", "")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{found[2]}"
