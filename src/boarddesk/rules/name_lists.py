"""Lists of names pasted from a video call, an e-mail or a signed sheet, without what surrounds the names."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from boarddesk.rules.names import Candidate, Likeness, NameMatch, match
from boarddesk.rules.people import Person
from boarddesk.rules.spellings import name_parts

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
_ROLE: Final = r"(?:organi[sz]er|presenter|(?:required |optional )?attendee|guest|external|accepted)"
_ROLE_ALONE: Final = re.compile(rf"\W*{_ROLE}\W*", re.IGNORECASE)
_ROLE_AFTER: Final = re.compile(rf"(?:\s*[,;|\t]\s*|\s+[-–—]\s+|\s{{3,}}){_ROLE}\s*$", re.IGNORECASE)
_DOINGS: Final = re.compile(
    r"(?:^|\s+)(?:in the lobby|joined the meeting|left the meeting|has joined|has left)\W*$", re.IGNORECASE
)
_REPORT_LINE: Final = re.compile(
    r"^(?:\d+\.?\s*)?(?:summary|in-meeting activities|activities|meeting title|topic|meeting id|start time|"
    r"end time|(?:meeting )?duration|average attendance time|attended participants)\b.*",
    re.IGNORECASE,
)
_LIST_TITLE: Final = re.compile(
    r"^(?:\d+\.?\s*)?(?:participants?|attendees?|in this meeting|total|apologies|present|in attendance|"
    r"waiting room|invited|others invited|mute all|muted|unmuted)\b(?P<more>.*)",
    re.IGNORECASE,
)
_PRESENT: Final = re.compile(
    r"^(?:present|in attendance|attendees?|participants?)\s*(?:\(\d+\)\s*)?[:–—-]\s*(?=\S)", re.IGNORECASE
)
_BESIDE: Final = re.compile(r"\t| {3,}| [–—|] |<")


@dataclass(frozen=True)
class Stay:
    """A time somebody was on a call, `13:28` to `14:10`; an end that is not known is empty."""

    joined: str = ""
    left: str = ""


@dataclass(frozen=True)
class ListedName:
    """One name of a pasted list, with the times beside it where the list gives them.

    `lines` are all that say it: a name that stands twice is one name. `is_written` is whether it was
    written at all, or only made out of an address. `beside` is what else stands on its line.
    """

    name: str
    lines: tuple[str, ...]
    email: str = ""
    stays: tuple[Stay, ...] = ()
    is_written: bool = True
    beside: tuple[str, ...] = ()

    @property
    def joined(self) -> str:
        """When the name was first there; empty where the list does not say."""
        return min((stay.joined for stay in self.stays if stay.joined), default="")

    @property
    def left(self) -> str:
        """When the name was last there; empty where the list does not say."""
        return max((stay.left for stay in self.stays if stay.left), default="")


@dataclass(frozen=True)
class NameList:
    """What a pasted text holds: names, and lines with words that were not read as names."""

    names: tuple[ListedName, ...] = ()
    left_aside: tuple[str, ...] = ()


def read_names(text: str) -> NameList:
    """The names of a pasted list, each once, in its order; a second joining is a second stay."""
    lines = [line for line in text.replace("\ufeff", "").replace("\r", "\n").split("\n") if line.strip()]
    tables, others = _tables(lines)
    if tables:
        return NameList(tuple(_together(_with_stays(tables))), tuple(filter(_has_more, others)))
    found = [(line, _from_line(line)) for line in lines]
    names = _together(one for _, names in found for one in names)
    return NameList(
        tuple(names), tuple(line.strip() for line, names in found if not names and _has_more(line))
    )


def match_names(text: str, people: Iterable[Person]) -> tuple[tuple[ListedName, NameMatch], ...]:
    """Each name of a pasted list with whom it is, or may be."""
    known = list(people)
    return tuple(match_listed(read_names(text).names, known))


def match_listed(
    names: Iterable[ListedName], people: Sequence[Person]
) -> Iterator[tuple[ListedName, NameMatch]]:
    """Each name with whom it is, or may be; somebody known who stands beside another name counts too."""
    for one in names:
        yield one, _matched(one, people)
        for words in one.beside:
            if (found := match(words, people)).is_certain:
                yield ListedName(words, (words,)), found


# Whom a name means ------------------------------------------------------------------------------------------


def _matched(one: ListedName, people: Sequence[Person]) -> NameMatch:
    """The written name decides; an address only where one person has it and the name does not contradict."""
    by_name = match(one.name, people)
    owners = [person for person in people if one.email and _is_address(person.email, one.email)]
    if not owners or (by_name.is_certain and (one.is_written or len(owners) > 1)):
        return by_name
    if len(owners) == 1 and not _contradicts(one, owners[0], by_name):
        return NameMatch(one.name, owners[0], Likeness.ADDRESS)
    likely = {candidate.person.id for candidate in by_name.candidates}
    others = (Candidate(owner, Likeness.ADDRESS, 60) for owner in owners if owner.id not in likely)
    return replace(by_name, candidates=(*by_name.candidates, *others))


def _is_address(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _contradicts(one: ListedName, owner: Person, by_name: NameMatch) -> bool:
    """Whether the name written beside an address is hardly that of the person who has it."""
    if not one.is_written or owner.id in {candidate.person.id for candidate in by_name.candidates}:
        return False
    theirs = [word for name in (owner.name, *owner.aliases) for word in name_parts(name).key.split()]
    words = name_parts(one.name).key.split()
    return bool(by_name.candidates) or not all(_fits(word, theirs) for word in words)


def _fits(word: str, names: Iterable[str]) -> bool:
    """The same word, or an initial."""
    return word in names or (len(word) == 1 and any(name.startswith(word) for name in names))


# One name once ----------------------------------------------------------------------------------------------


def _together(found: Iterable[ListedName]) -> list[ListedName]:
    """Lines that say the same name are one, unless they give different addresses: then they may be two."""
    every = list(found)
    addresses: dict[str, set[str]] = {}
    for one in every:
        addresses.setdefault(one.name.casefold(), set()).update({one.email.casefold()} - {""})
    together: dict[tuple[str, str], ListedName] = {}
    for one in every:
        name = one.name.casefold()
        key = (name, one.email.casefold() if len(addresses[name]) > 1 else "")
        together[key] = _joined(together[key], one) if key in together else one
    return list(together.values())


def _joined(first: ListedName, again: ListedName) -> ListedName:
    return replace(
        first,
        lines=(*first.lines, *again.lines),
        email=first.email or again.email,
        stays=tuple(dict.fromkeys((*first.stays, *again.stays))),
        is_written=first.is_written or again.is_written,
        beside=(*first.beside, *again.beside),
    )


def _with_stays(tables: Sequence[Sequence[ListedName]]) -> list[ListedName]:
    """The first table’s names; a later table of a report lists them again, one row for each stay."""
    first, later = tables[0], [one for table in tables[1:] for one in table]
    stays: dict[str, list[Stay]] = {}
    for one in later:
        stays.setdefault(one.name.casefold(), []).extend(one.stays)
    known = [one.name.casefold() for one in first]
    again = [
        replace(one, stays=tuple(stays.get(name) or one.stays)) if known.count(name) == 1 else one
        for name, one in zip(known, first, strict=True)
    ]
    return [*again, *(one for one in later if one.name.casefold() not in known)]


# Tables -----------------------------------------------------------------------------------------------------


def _tables(lines: Sequence[str]) -> tuple[list[list[ListedName]], list[str]]:
    """Rows under a heading with a name column: the attendance files of meeting programs, a spreadsheet.

    And the lines that stand outside them.
    """
    tables: list[list[ListedName]] = []
    others: list[str] = []
    columns: dict[str, int] = {}
    mark = ""
    for line in lines:
        if heading := _heading(line):
            mark, columns = heading
            tables.append([])
            continue
        cells = next(csv.reader([line], delimiter=mark), []) if columns else []
        if len(cells) < 2 or len(cells) <= max(columns.get("name", 0), columns.get("last", 0)):
            columns = {}  # the table is over; another may follow
        found = _row(line, cells, columns) if columns else None
        if found:
            tables[-1].append(found)
        else:
            others.append(line.strip())
    return [table for table in tables if table], others


def _heading(line: str) -> tuple[str, dict[str, int]] | None:
    """The columns of a heading; `Attendee` in a later cell alone is the role of somebody, not a heading."""
    for mark in ("\t", ",", ";"):
        columns = _columns(next(csv.reader([line], delimiter=mark), []))
        named = {"first", "last"} <= columns.keys() or columns.get("name") == 0
        if mark in line and (named or ("name" in columns and len(columns) > 1)):
            return mark, columns
    return None


def _columns(cells: list[str]) -> dict[str, int]:
    plain = [cell.strip().casefold() for cell in cells]
    found = {
        what: next((place for place, cell in enumerate(plain) if cell in headings), -1)
        for what, headings in {**_HEADINGS, "name": _NAME_HEADINGS}.items()
    }
    return {what: place for what, place in found.items() if place >= 0}


def _row(line: str, cells: list[str], columns: dict[str, int]) -> ListedName | None:
    given = {what: cells[place].strip() for what, place in columns.items() if place < len(cells)}
    text = given.get("name") or f"{given.get('first', '')} {given.get('last', '')}"
    email = _EMAIL.search(given.get("email") or text)
    written = _bare(text)
    stays = _stays(_time(given.get("joined", "")), _time(given.get("left", "")))
    return _listed(written, line.strip(), email[0] if email else "", stays)


def _stays(joined: str, left: str) -> tuple[Stay, ...]:
    """A stay where there are times; an end before its start is no time at all."""
    known = bool(joined or left) and not (joined and left and left < joined)
    return (Stay(joined, left),) if known else ()


def _listed(
    written: str, line: str, email: str, stays: tuple[Stay, ...], beside: tuple[str, ...] = ()
) -> ListedName | None:
    """A name, or what an address makes of one."""
    name = written or (_name_of_email(email) if email else "")
    return ListedName(name, (line,), email, stays, bool(written), beside) if name else None


# Lines ------------------------------------------------------------------------------------------------------


def _from_line(line: str) -> list[ListedName]:
    """The names of one line: usually one, several where they are divided by semicolons or commas."""
    plain = _PRESENT.sub("", line.strip())
    if _REPORT_LINE.match(plain) or _LIST_TITLE.match(plain):
        return []
    return [one for piece in _pieces(plain) for one in _from_piece(piece)]


def _has_more(line: str) -> bool:
    """Whether a line that gave no name says more than what calls and lists put around names."""
    if _REPORT_LINE.match(line.strip()) or _ROLE_ALONE.fullmatch(line):
        return False
    title = _LIST_TITLE.match(line.strip())
    more = title["more"] if title else line
    return re.search(r"[^\W\d_]", _DOINGS.sub("", more)) is not None


def _pieces(line: str) -> list[str]:
    """Divided by semicolons; by commas only where each side is a whole name (`Hale, Ann` is one)."""
    if ";" in line:
        return line.split(";")
    parts = [part.strip() for part in line.split(",")]
    names = [part for part in parts if part and not _ROLE_ALONE.fullmatch(part)]
    whole = [part for part in names if len(_bare(part).split()) >= 2]
    return names if len(names) > 1 and len(whole) == len(names) else [line]


def _from_piece(piece: str) -> list[ListedName]:
    email = _EMAIL.search(piece)
    times = [_time(found[0]) for found in _CLOCK.finditer(piece)]
    stays = _stays(*(times[:2] + [""] * 2)[:2])
    found = _listed(_bare(piece), piece.strip(), email[0] if email else "", stays, _beside(piece))
    return [found] if found else []


def _beside(piece: str) -> tuple[str, ...]:
    """What a line says besides its name: an organisation, or another name in a second column."""
    cells = (_bare(cell) for cell in _BESIDE.split(piece)[1:])
    return tuple(cell for cell in cells if cell and not _ROLE_ALONE.fullmatch(cell))


def _bare(text: str) -> str:
    """The name alone: without bullet, address, times, dates, and what the program says of the person.

    `Guest` is cut where the program puts it, in brackets or behind a comma: Judith Guest keeps her name.
    """
    plain = _EMAIL.sub(" ", _BULLET.sub("", text))
    plain = _ASIDE.sub(" ", plain)
    plain = re.sub(r"\b\d{1,2}/\d{1,2}/\d{2,4},?", " ", plain)
    plain = _DOINGS.sub(" ", _CLOCK.sub(" ", plain))
    plain = re.sub(r"\b\d+\s*(?:h|m|s|hours?|minutes?|mins?)\b", " ", plain, flags=re.IGNORECASE)
    plain = _ROLE_AFTER.sub("", plain.strip())
    plain = _BESIDE.split(plain)[0]
    plain = " ".join(re.sub(r"[<>\"|]+", " ", plain).split()).strip(" ,;:–—-.")
    if _ROLE_ALONE.fullmatch(plain):
        return ""
    return plain if re.search(r"[^\W\d_]", plain) else ""


def _name_of_email(email: str) -> str:
    """`ann.hale@northmoor.example` → `Ann Hale`, where the address is made of names; else the address."""
    words = [word for word in re.split(r"[._-]+", email.partition("@")[0]) if word.isalpha()]
    return " ".join(word.title() for word in words) if len(words) > 1 else email


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
