"""How long the office keeps what: its classes, what is due, and what is said before and after a purge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from boarddesk.rules.edition import DRAFT, Edition
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures, day, listed, lower_first, one_line

BACKUPS_KEEP: Final = (
    "Backups made before that day still hold it until they are thinned out; the last goes after twelve "
    "months in which backups are made."
)
MOST_YEARS: Final = 99


class CountedFrom(StrEnum):
    """From when the years run."""

    DAY = "its own day"
    YEAR_END = "the end of its financial year"


@dataclass(frozen=True)
class RetentionKind:
    """Something that is kept for a time: what of it goes, from which day it counts, and what is proposed.

    `noun` is one of it and several.
    """

    key: str
    title: str
    goes: str
    dated: str
    noun: tuple[str, str]
    years: int
    why: str
    counted_from: CountedFrom = CountedFrom.DAY


KINDS: Final = (
    RetentionKind(
        "absence reasons",
        "Reasons for absence",
        "the reason and the note of a mark; the mark itself stays",
        "the meeting",
        ("reason", "reasons"),
        2,
        "They may say something of somebody’s health or family, and no figure is made of them.",
    ),
    RetentionKind(
        "replies",
        "Replies to invitations",
        "who answered what before a meeting; the register stays",
        "the meeting",
        ("reply", "replies"),
        1,
        "Once the register is closed it says who came.",
    ),
    RetentionKind(
        "transcripts",
        "Transcripts not yet deleted",
        "what was said at meetings whose minutes were never confirmed",
        "the meeting",
        ("transcript", "transcripts"),
        1,
        "They are kept only until the minutes are agreed.",
    ),
    RetentionKind(
        "minutes drafts",
        "Drafts of confirmed minutes",
        "what was sent round, the copies that came back and what they proposed; the confirmed minutes stay",
        "the confirmation",
        ("draft", "drafts"),
        1,
        "The confirmed minutes are the record.",
    ),
    RetentionKind(
        "leavers",
        "Details of people who left",
        "e-mail address, telephone number and note; the name stays in what was recorded",
        "the end of their last membership",
        ("person", "people"),
        1,
        "Nobody is written to who has left.",
        CountedFrom.YEAR_END,
    ),
    RetentionKind(
        "ended interests",
        "Interests that have ended",
        "the entry in the register of interests; what was declared at a meeting stays in its minutes",
        "the day it ended",
        ("interest", "interests"),
        6,
        "As long as a decision could be questioned.",
        CountedFrom.YEAR_END,
    ),
    RetentionKind(
        "chair notes",
        "Notes for the chair",
        "what was noted for the chair beside an item, and the words proposed to be said",
        "the meeting",
        ("note", "notes"),
        1,
        "They are never issued, and the minutes say what was done.",
    ),
    RetentionKind(
        "chases",
        "Chased actions",
        "whom an action was chased with and when; the action and its updates stay",
        "the day of the chase",
        ("chase", "chases"),
        2,
        "They say only that somebody was reminded.",
    ),
    RetentionKind(
        "import leftovers",
        "Left over from imports, settled",
        "lines of imported documents that were not understood and have been settled",
        "the day they were settled",
        ("line", "lines"),
        1,
        "Somebody has dealt with them.",
    ),
)

KEPT_FOR_GOOD: Final = (
    ("Confirmed minutes, decisions and corrections", "They are the record the board is held to."),
    ("Registers and marks", "Every figure of attendance is counted from them."),
    ("Certificates of deletion", "They show that what is gone was to go."),
)
"""What no purge touches, and why."""


@dataclass(frozen=True)
class RetentionClass:
    """How long the office keeps a kind of thing, and why; without an id it is only proposed."""

    kind: RetentionKind
    years: int
    counted_from: CountedFrom
    why: str
    id: str = ""

    @property
    def is_decided(self) -> bool:
        """Whether the office has decided it; nothing is purged by a proposal."""
        return bool(self.id)

    @property
    def sentence(self) -> str:
        """`2 years from the meeting`, `1 year from 31 March after the confirmation`."""
        dated = self.kind.dated
        if self.counted_from is CountedFrom.YEAR_END:
            dated = f"31 March after {dated}"
        return f"{count_in_figures(self.years, 'year')} from {dated}"

    def is_due(self, on: date, *, today: date) -> bool:
        """Whether something of that day has been kept long enough."""
        from_day = _financial_year_end(on) if self.counted_from is CountedFrom.YEAR_END else on
        return _years_on(from_day, self.years) <= today


def proposed(kind: RetentionKind) -> RetentionClass:
    """The class as it is shipped."""
    return RetentionClass(kind, kind.years, kind.counted_from, kind.why)


@dataclass(frozen=True)
class DueClass:
    """What is due of one class: how many, and their oldest and newest day."""

    of: RetentionClass
    how_many: int
    oldest: date
    newest: date

    @property
    def sentence(self) -> str:
        """One line for whoever decides, and for the certificate."""
        count = count_in_figures(self.how_many, *self.of.kind.noun)
        days = day(self.oldest)
        if self.newest != self.oldest:
            days = f"{days} to {day(self.newest)}"
        return f"{self.of.kind.title}: {count}, {days}. Goes: {self.of.kind.goes}."


def due_class(of: RetentionClass, days: Iterable[date]) -> DueClass:
    """What is due of a class, by the days of it; there is at least one."""
    known = sorted(days)
    return DueClass(of, len(known), known[0], known[-1])


@dataclass(frozen=True)
class PurgePreview:
    """What a purge would erase, as the office stood at that change."""

    change_number: int
    due: tuple[DueClass, ...]

    @property
    def how_many(self) -> int:
        """All of it."""
        return sum(found.how_many for found in self.due)

    @property
    def what(self) -> str:
        """The classes in one line."""
        titles = [found.of.kind.title for found in self.due]
        return listed([lower_first(title) if at else title for at, title in enumerate(titles)])


@dataclass(frozen=True)
class Certificate:
    """That something was erased for good: what, how many, when and why, never what it said.

    So many entries of the log are as it lists them.
    """

    number: int
    made_on: date
    what: str
    how_many: int
    why: str
    content: tuple[str, ...]
    entries: int

    @property
    def title(self) -> str:
        """`Certificate 3`."""
        return f"Certificate {self.number}"


def check_years(years: int) -> int:
    """Refused where nobody could mean it."""
    if not 0 <= years <= MOST_YEARS:
        raise Refused(f"Give between 0 and {MOST_YEARS} years.", field="years")
    return years


def check_purge(preview: PurgePreview, *, now_at: int, typed: str, why: str) -> str:
    """The reason, where a purge was looked at, is still what was looked at, and is meant."""
    if not preview.due:
        raise Refused("Nothing is due, so nothing is erased.")
    if now_at != preview.change_number:
        raise Refused("The office has changed since you looked. Look again at what is due.")
    if typed.strip().replace(",", "") != str(preview.how_many):
        raise Refused(f"Type {preview.how_many:,} to say that you mean it.", field="typed")
    if not one_line(why):
        raise Refused("Say why it is erased; the certificate keeps it.", field="why")
    return one_line(why)


def _financial_year_end(on: date) -> date:
    return date(on.year + (on.month > 3), 3, 31)


def _years_on(on: date, years: int) -> date:
    if on.year + years > date.max.year:
        return date.max
    try:
        return on.replace(year=on.year + years)
    except ValueError:  # 29 February
        return date(on.year + years, 3, 1)


@dataclass(frozen=True)
class RetentionPack:
    """What is printed of retention: the classes, every certificate, and as of when."""

    office: str
    partnership: str
    author: str
    as_at: date
    classes: tuple[RetentionClass, ...]
    certificates: tuple[Certificate, ...]
    edition: Edition = DRAFT
