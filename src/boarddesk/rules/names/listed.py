"""One name of a pasted list, and what a cell or a line of such a list holds besides it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

EMAIL: Final = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
CLOCK: Final = re.compile(
    r"(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.][0-5]\d)?\s*([ap]\.?m\.?)?", re.IGNORECASE
)
_ROLE: Final = (
    r"(?:(?:meeting )?organi[sz]er|presenter|(?:required |optional )?attendee|guest|external|accepted"
    r"|unverified|(?:un)?muted|(?:co-?)?host)"
)
ROLE_ALONE: Final = re.compile(rf"\W*{_ROLE}\W*", re.IGNORECASE)
BESIDE: Final = re.compile(r"(?:\t| {3,}| [–—|] |<)(?![^(\[]*[)\]])")
"""Where the name ends and something else begins; not within brackets, which belong to the name."""

_DATE: Final = re.compile(r"\b\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})\b,?|\b\d{4}-\d\d-\d\d(?:T|\b)")
_BULLET: Final = re.compile(r"^\s*(?:[-*•·▪o]|\d{1,3}[.)])\s+")
_ASIDE: Final = re.compile(
    r"\((?:guest|external|host|co-?host|me|you|organiser|organizer|presenter|attendee|unverified|unmuted|muted)"
    r"[^)]*\)|\[(?:guest|external)[^\]]*\]",
    re.IGNORECASE,
)
_ROLE_AFTER: Final = re.compile(rf"(?:\s*[,;|\t]\s*|\s+[-–—]\s+|\s{{3,}}){_ROLE}\s*$", re.IGNORECASE)
DOINGS: Final = re.compile(
    r"(?:^|\s+)(?:in the lobby|joined the meeting|left the meeting|has joined|has left)\W*$", re.IGNORECASE
)
_LASTING: Final = re.compile(
    r"(?:(?P<h>\d+)\s*h(?:ours?|rs?)?)?,?\s*(?:(?P<m>\d+)\s*m(?:in(?:ute)?s?)?)?,?"
    r"\s*(?:\d+\s*s(?:ec(?:ond)?s?)?)?",
    re.IGNORECASE,
)

_MOST_HOURS: Final = 12
"""`1:35` is hours and minutes; `35:10` is minutes and seconds."""


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
    minutes: int | None = None

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


def listed_name(
    written: str,
    line: str,
    *,
    email: str = "",
    stays: tuple[Stay, ...] = (),
    beside: tuple[str, ...] = (),
    minutes: int | None = None,
) -> ListedName | None:
    """A name, or what an address makes of one."""
    name = written or (name_of_email(email) if email else "")
    return ListedName(name, (line,), email, stays, bool(written), beside, minutes) if name else None


def stays_of(joined: str, left: str) -> tuple[Stay, ...]:
    """A stay where there are times; an end before its start is no time at all."""
    known = bool(joined or left) and not (joined and left and left < joined)
    return (Stay(joined, left),) if known else ()


def bare_name(text: str) -> str:
    """The name alone: without bullet, address, times, dates, and what the program says of the person.

    `Guest` is cut where the program puts it, in brackets or behind a comma: Judith Guest keeps her name.
    """
    plain = EMAIL.sub(" ", _BULLET.sub("", text))
    plain = _ASIDE.sub(" ", plain)
    plain = _DATE.sub(" ", plain)
    plain = DOINGS.sub(" ", CLOCK.sub(" ", plain))
    plain = re.sub(r"\b\d+\s*(?:h|m|s|hours?|minutes?|mins?)\b", " ", plain, flags=re.IGNORECASE)
    plain = _ROLE_AFTER.sub("", plain.strip())
    plain = BESIDE.split(plain)[0]
    plain = " ".join(re.sub(r"[<>\"|]+", " ", plain).split()).strip(" ,;:–—-.")
    if ROLE_ALONE.fullmatch(plain):
        return ""
    return plain if re.search(r"[^\W\d_]", plain) else ""


def name_of_email(email: str) -> str:
    """`ann.hale@northmoor.example` → `Ann Hale`, where the address is made of names; else the address."""
    words = [word for word in re.split(r"[._-]+", email.partition("@")[0]) if word.isalpha()]
    return " ".join(word.title() for word in words) if len(words) > 1 else email


def time_of(text: str) -> str:
    """A time of day as kept, `13:42`; nothing where there is none."""
    found = CLOCK.search(_DATE.sub(" ", text))
    if not found:
        return ""
    hour = int(found[1])
    half = (found[3] or "").casefold().replace(".", "")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{found[2]}"


def times_of(text: str) -> list[str]:
    """Every time of day in a text, in its order; a date is none."""
    return [time_of(found[0]) for found in CLOCK.finditer(_DATE.sub(" ", text))]


def minutes_of(text: str) -> int | None:
    """How many whole minutes `1 hr 35 min`, `1h 56m 10s`, `0:20:15` or `97` are; None where none are said."""
    plain = text.strip()
    if re.fullmatch(r"\d{1,4}(?:\.\d+)?", plain):
        return int(float(plain))
    clock = [int(part) for part in plain.split(":")] if re.fullmatch(r"\d+(?::\d\d){1,2}", plain) else []
    if clock:
        with_hours = len(clock) == 3 or clock[0] <= _MOST_HOURS
        return clock[0] * 60 + clock[1] if with_hours else clock[0]
    found = _LASTING.fullmatch(plain)
    if found is None or not re.search(r"\d", plain):
        return None
    return int(found["h"] or 0) * 60 + int(found["m"] or 0)
