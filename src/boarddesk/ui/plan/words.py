"""The short words of the plan page: two words a flag, owners by initial, days without the weekday."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from boarddesk.rules.dates.deadlines import ByWhen, DateFlag
from boarddesk.rules.plan.flags import FlagKind
from boarddesk.ui.widgets.date_text import day_and_month, short_date

FLAG_WORDS = {
    FlagKind.OVERDUE: "Overdue",
    FlagKind.ON_TRACK_BUT_OVERDUE: "Check status",
    FlagKind.DUE_SOON: "Due soon",
    FlagKind.NO_DATE: "No date",
    FlagKind.IMPOSSIBLE_DATE: "Impossible date",
    FlagKind.DATE_MOVED: "Date moved",
    FlagKind.NO_UPDATE: "No update",
    FlagKind.NO_EVIDENCE: "No evidence",
    FlagKind.KPI_NOT_MET: "KPI not met",
    FlagKind.NO_REASON: "No reason",
    FlagKind.ENDED: "Ended",
}
"""What stands on a flag; its sentence is in the detail."""

_TITLES = "dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame|cllr|councillor|rev"
_TITLE = re.compile(rf"^(?:{_TITLES})\.?\s+", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"^[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){1,3}$")
_POST = re.compile(
    r"leads?|managers?|heads?|directors?|officers?|teams?|services?|boards?|groups?|council|education|health"
    r"|care|send|advis[eo]rs?|co-?ordinators?|commissioners?|consultants?|chair|deputy|assistant|principal"
    r"|forum|trust|schools?|college|all",
    re.IGNORECASE,
)


def short_name(name: str) -> str:
    """`M Oyelaran` for `Dr Marcus Oyelaran`; posts and teams, such as `Head of SEND`, stay whole."""
    plain = _TITLE.sub("", " ".join(name.split()))
    words = plain.split(" ")
    if not _PLAIN_NAME.match(plain) or any(_is_of_a_post(word) for word in words):
        return plain or name
    return f"{words[0][0]} {words[-1]}"


def _is_of_a_post(word: str) -> bool:
    return _POST.fullmatch(word) is not None or word[0].islower() or (len(word) > 2 and word.isupper())


def names_typed(typed: str) -> tuple[str, ...]:
    """Names as typed: semicolons or new lines part them, or commas where there is neither."""
    parts = re.split(r"[;\n]" if re.search(r"[;\n]", typed) else ",", typed)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def names_shown(names: Sequence[str]) -> str:
    """Names so that they would be read again: with semicolons where a post has a comma of its own."""
    if not any("," in name for name in names):
        return ", ".join(names)
    return "; ".join(names) if len(names) > 1 else f"{names[0]};"


def short_understood(by_when: ByWhen) -> str:
    """What a deadline is read as, as short as it goes: `31 Oct 2025`, `to 31 May 2026`, `no date`."""
    if by_when.latest is None:
        return f"from {short_date(by_when.earliest)}" if by_when.earliest else "no date"
    words = short_date(by_when.latest)
    return words if by_when.earliest == by_when.latest else f"to {words}"


def step_date(by_when: ByWhen) -> str:
    """A milestone's date on one line: the day, or as written with what that is read as."""
    written, short = " ".join(by_when.as_written.split()), short_understood(by_when)
    return f"{written} ({short})" if by_when.beside and written.casefold() != short.casefold() else short


def read_as(by_when: ByWhen) -> str:
    """`May 26, read as to 31 May 2026`; only the words where they say the very day."""
    written, understood = by_when.as_written.strip(), by_when.understood
    if not written:
        return ""
    if written.casefold() == understood.casefold():
        return written
    is_plain = by_when.latest is not None and DateFlag.IMPOSSIBLE not in by_when.flags
    return f"{written}, {'read as ' if is_plain else ''}{understood}"


def without_title(sentence: str, title: str) -> str:
    """A flag's sentence under its title: `Overdue: it was due …` says `It was due …`."""
    plain = sentence.removeprefix(f"{title}: ")
    return plain[:1].upper() + plain[1:]


def near_day(day: date, today: date) -> str:
    """`20 May`, with its year only where that is another one."""
    return day_and_month(day) if day.year == today.year else f"{day_and_month(day)} {day:%y}"


def days_open(asked_on: date, today: date) -> str:
    """`open 16 days`."""
    days = (today - asked_on).days
    return "asked today" if days < 1 else f"open {days} day{'' if days == 1 else 's'}"
