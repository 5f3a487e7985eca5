"""What the document of a forward plan says: the answer first, then twelve months, quarter by quarter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from boarddesk.rules.abbreviations import written_out
from boarddesk.rules.agenda.entry import Every, ForwardEntry, recurrence
from boarddesk.rules.agenda.forward_plan import (
    ForwardPlan,
    Occurrence,
    is_done,
    is_placed,
    occurrences,
)
from boarddesk.rules.agenda.item import ItemKind
from boarddesk.rules.dates.months import first_day, month_of, month_words, months_on
from boarddesk.rules.edition import Edition
from boarddesk.rules.owners import OwnerKind
from boarddesk.rules.people import Board
from boarddesk.rules.wording import (
    MONTHS,
    bound,
    count_in_figures,
    count_in_words,
    day,
    listed,
    number,
    sentence,
    tidied,
)

MONTHS_AHEAD: Final = 12
QUARTER: Final = 3
MOST_NAMED: Final = 3
NO_MEETING: Final = "no meeting planned"


@dataclass(frozen=True)
class AheadPack:
    """A board's forward plan on a day. `posts` say what a person is on it, for a copy without names."""

    partnership: str
    board: Board
    plan: ForwardPlan
    as_at: date
    author: str
    edition: Edition
    posts: Mapping[str, str] = field(default_factory=dict, hash=False)
    names: bool = True
    is_published: bool = False


@dataclass(frozen=True)
class Quarter:
    """Three months, and what comes up in them by its day."""

    title: str
    found: tuple[Occurrence, ...]


@dataclass(frozen=True)
class Ahead:
    """The next twelve months: what each meeting takes, quarter by quarter, and what has no place yet."""

    each_meeting: tuple[Occurrence, ...]
    quarters: tuple[Quarter, ...]
    unplaced: tuple[ForwardEntry, ...]

    @property
    def dated(self) -> tuple[Occurrence, ...]:
        """What comes up in some quarter, by its day."""
        return tuple(found for quarter in self.quarters for found in quarter.found)


def ahead_of(pack: AheadPack) -> Ahead:
    """The plan of a pack laid out over the months from its day on."""
    now = month_of(pack.as_at)
    last = months_on(now, MONTHS_AHEAD - 1)
    entries = pack.plan.of_board(pack.board.id)
    found = {entry.id: occurrences(pack.plan, entry, today=pack.as_at, last=last) for entry in entries}
    dated = sorted(
        (each for entry in entries if entry.every is not Every.MEETING for each in found[entry.id]),
        key=lambda each: (
            month_at(each, now),
            each.meeting is None,
            each.meeting.date.day if each.meeting else 0,
        ),
    )
    return Ahead(
        tuple(each for entry in entries if entry.every is Every.MEETING for each in found[entry.id][:1]),
        tuple(
            Quarter(
                _quarter_title(first),
                tuple(each for each in dated if first <= month_at(each, now) < months_on(first, QUARTER)),
            )
            for first in (months_on(now, count) for count in range(0, MONTHS_AHEAD, QUARTER))
        ),
        tuple(
            entry
            for entry in entries
            if not is_placed(entry) and not is_done(pack.plan, entry, today=pack.as_at)
        ),
    )


def month_at(found: Occurrence, now: str) -> str:
    """The month it stands under: that of its meeting, else the one it is due in, and none that is past."""
    return max(month_of(found.meeting.date) if found.meeting else found.month, now)


def _quarter_title(first: str) -> str:
    """`June to August 2026`, `December 2026 to February 2027`."""
    last = months_on(first, QUARTER - 1)
    begins = first_day(first)
    opening = MONTHS[begins.month - 1] if first[:4] == last[:4] else month_words(first)
    return f"{opening} to {month_words(last)}"


# Words


def in_short(ahead: Ahead, pack: AheadPack) -> tuple[str, str]:
    """What the next meeting takes; how many in all, what is late, goes up too early, has no place."""
    rest = [_counted(ahead)]
    if not pack.is_published:
        rest += [_owed(ahead), _too_early(ahead), _unplaced(ahead)]
    return _lead(ahead, pack), " ".join(part for part in rest if part)


def _lead(ahead: Ahead, pack: AheadPack) -> str:
    coming = next(
        (
            meeting
            for meeting in pack.plan.live_meetings(pack.board.id)
            if meeting.date >= pack.as_at and meeting.state.is_to_come
        ),
        None,
    )
    if coming is None:
        return "No meeting is planned."
    taken = [each for each in (*ahead.each_meeting, *ahead.dated) if each.meeting == coming]
    many = count_in_words(len(taken), "item") if taken else "nothing from the plan"
    return bound(f"The next meeting, {day(coming.date)}, takes {many}.")


def _counted(ahead: Ahead) -> str:
    items = {each.entry.id for each in ahead.dated}
    if not items and not ahead.each_meeting:
        return "Nothing is planned for the next twelve months."
    many = count_in_words(len(items), "item")
    told = f"{many} {'comes' if len(items) == 1 else 'come'} up over twelve months"
    if ahead.each_meeting:
        always = len(ahead.each_meeting)
        told += f", and {number(always)} at each meeting"
    return sentence(told)


def _owed(ahead: Ahead) -> str:
    late = [each.entry.title for each in ahead.dated if each.owed]
    return _of_those(late, "is late", "are late")


def _too_early(ahead: Ahead) -> str:
    early = list(
        dict.fromkeys(
            each.entry.title
            for each in (*ahead.each_meeting, *ahead.dated)
            if each.route and not each.route.state.holds
        )
    )
    return _of_those(early, "goes up too early", "go up too early")


def _unplaced(ahead: Ahead) -> str:
    many = len(ahead.unplaced)
    return sentence(f"{number(many)} {'is' if many == 1 else 'are'} not yet placed") if many else ""


def _of_those(titles: Sequence[str], one: str, several: str) -> str:
    """`One is late: “Annual report”.` Of more than three the first, and how many more."""
    if not titles:
        return ""
    quoted = [f"“{tidied(title)}”" for title in titles]
    more = len(quoted) - MOST_NAMED
    shown = [*quoted[:MOST_NAMED], f"{number(more)} more"] if more > 0 else quoted
    return sentence(f"{number(len(titles))} {one if len(titles) == 1 else several}: {listed(shown)}")


def when_lines(found: Occurrence) -> tuple[str, ...]:
    """`9 June 2026`, or its month and that no meeting is planned from then on."""
    return (day(found.meeting.date),) if found.meeting else (month_words(found.month), NO_MEETING)


def about(entry: ForwardEntry, *, with_recurrence: bool = True) -> str:
    """`Deep dive, every quarter, 20 minutes`; empty where there is nothing to say."""
    parts = [entry.kind.value] if entry.kind is not ItemKind.ORDINARY else []
    if with_recurrence and entry.every is not Every.ONCE:
        parts.append(_lower(recurrence(entry)))
    if entry.minutes:
        parts.append(count_in_figures(entry.minutes, "minute"))
    said = ", ".join(parts)
    return said[:1].upper() + said[1:]


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]


def lead_of(entry: ForwardEntry, pack: AheadPack) -> str:
    """Who leads on it; in a copy without names what that person is on the board."""
    if entry.owner.kind is OwnerKind.PERSON and not pack.names:
        return pack.posts.get(entry.owner.id, "")
    return tidied(entry.owner.name)


def route_lines(found: Occurrence, pack: AheadPack) -> tuple[str, ...]:
    """The board that sees it first, and when; a published copy says which board and nothing of trouble."""
    if found.route is None:
        return ("Direct",)
    return (f"{found.route.board.short_name} first",) if pack.is_published else found.route.lines


def abbreviations(said: str, pack: AheadPack) -> tuple[str, ...]:
    """Each abbreviation that stands in the text, the short names of boards first of all."""
    boards = [(board.short_name, board.name) for board in pack.plan.boards.values()]
    return written_out(said, [(short, name) for short, name in boards if short.isupper() and short != name])
