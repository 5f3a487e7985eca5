"""The chair's update for families: its pack, and how its lines read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from boarddesk.rules.edition import Edition
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.minutes.minutes import ItemMinute
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import bound, count_in_figures, day, sentence, tidied

LEAD_INS: Final = {
    "was_said": "What was said",
    "will_do": "What we will do",
    "for_families": "What this means for families",
}
"""The three lines of an item, in their order (domain.md, "Minutes, decisions, actions arising")."""

CONFIRMED: Final = "The minutes are published once the board has confirmed them."

_BEGINS_SMALL: Final = frozenset(
    {
        *("a", "all", "an", "and", "any", "as", "at", "by", "each", "every", "everybody", "families"),
        *("for", "from", "if", "in", "it", "most", "no", "nobody", "nothing", "on", "one", "our"),
        *("parents", "people", "plans", "some", "the", "there", "these", "they", "this", "those"),
        *("until", "we", "what", "when", "you", "your"),
    }
)
"""Words that lose their capital after a lead-in: any other may be a name, and keeps it."""


@dataclass(frozen=True)
class UpdatePack:
    """What the update says: only the items with a public line, in the order of the agenda."""

    partnership: str
    board: Board
    meeting: Meeting
    chair: str
    items: tuple[ItemMinute, ...]
    as_at: date
    edition: Edition
    next_meeting: Meeting | None = None
    is_confirmed: bool = False

    def in_edition(self, edition: Edition) -> UpdatePack:
        """The same as that paper; a draft stays the draft it is."""
        return replace(self, edition=edition) if edition.version else self


def check_may_issue(pack: UpdatePack) -> None:
    """Refused while no public line is written: an update that says nothing goes to nobody."""
    if not pack.items:
        raise Refused(
            "Nothing is written for families yet. Write the chair’s lines beside the minute first.",
            field="meeting",
        )


def facts(pack: UpdatePack) -> tuple[str, ...]:
    """The board, from whom, and which paper it is."""
    chair = f"from {pack.chair}, chair" if pack.chair else ""
    return (pack.partnership, pack.board.name, chair, pack.edition.with_day(pack.as_at))


def in_short(pack: UpdatePack) -> tuple[str, str]:
    """What changes for a family, as far as it was written; else that nothing was."""
    if not pack.items:
        return "Nothing was written for families yet.", ""
    meant = [item.public.for_families for item in pack.items if item.public.for_families]
    if not meant:
        return "What the board talked about, and what will be done.", ""
    more = len(meant) - 1
    return bound(
        sentence(tidied(meant[0]))
    ), f"{count_in_figures(more, 'more change')} below." if more else ""


def heading(item: ItemMinute) -> str:
    """In families' words where somebody found some, else the item's title."""
    return bound(tidied(item.public.heading or item.row.item.title))


def lines(item: ItemMinute) -> Iterator[tuple[str, str]]:
    """The lines that were written, each with its lead-in."""
    for field, lead_in in LEAD_INS.items():
        if said := tidied(getattr(item.public, field)):
            yield lead_in, bound(after_lead_in(said))


def after_lead_in(said: str) -> str:
    """A sentence that goes on after its lead-in: it begins small, unless that may be a name."""
    ended = said if said[-1:] in (".", "!", "?", "…") else f"{said}."
    first = ended.split(" ", 1)[0].rstrip(",.:;")
    return ended[:1].lower() + ended[1:] if first.casefold() in _BEGINS_SMALL else ended


def closing(pack: UpdatePack) -> str:
    """When the board meets next, and what comes of the minutes."""
    later = pack.next_meeting
    when = f"The board meets next on {later.date:%A} {day(later.date)}. " if later else ""
    return bound(when if pack.is_confirmed else f"{when}{CONFIRMED}").strip() or CONFIRMED
