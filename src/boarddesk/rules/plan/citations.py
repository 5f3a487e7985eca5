"""Decisions that the plan cites: which end an action or give it a new date, while they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from boarddesk.rules.dates.deadlines import ByWhen, DateFlag, in_words
from boarddesk.rules.decisions import ENDED, Bearing, Effect
from boarddesk.rules.refused import Refused


@dataclass(frozen=True)
class Citation:
    """A decision about an action; `board` is empty where it is the board of the plan itself.

    A replacement takes its effect away, and so long as it is to be ratified it has none yet.
    """

    decision_id: str
    ref: str
    year: str
    year_ends: date
    made_on: date
    text: str
    board: str = ""
    effect: Effect | None = None
    by_when: str = ""  # the new date agreed, as written
    to_ratify: bool = False
    ratified_on: date | None = None
    replaced_by: str = ""
    replaced_on: date | None = None

    @property
    def awaits_ratification(self) -> bool:
        """Whether it has no effect before a later meeting ratifies it."""
        return self.to_ratify and self.ratified_on is None

    @property
    def in_force(self) -> bool:
        """Whether it stands: ratified where it had to be, and not replaced."""
        return not self.awaits_ratification and self.replaced_on is None

    @property
    def in_force_from(self) -> date:
        """The day it came into force, where it is."""
        return self.ratified_on if self.to_ratify and self.ratified_on else self.made_on

    @property
    def ended(self) -> str:
        """`closed`, `superseded`, `handed to business as usual`; empty where it ends nothing."""
        return ENDED.get(self.effect, "") if self.effect else ""

    @property
    def in_full(self) -> str:
        """`D-016 of 9 June 2026`, with the board where it is another one than the plan's."""
        return f"{f'{self.board} ' if self.board else ''}{self.ref} of {in_words(self.made_on)}"

    def cited_on(self, day: date) -> str:
        """`D-016`, with its year where numbers have begun again since."""
        board = f"{self.board} " if self.board else ""
        return f"{board}{self.ref}{f' of {self.year}' if day > self.year_ends else ''}"

    @property
    def sentence(self) -> str:
        """What it does to the action: `Handed to business as usual by D-016 of 9 June 2026.`"""
        if self.effect is None:
            does = f"{self.in_full}: {self.text.rstrip('.')}"
        elif self.effect is Effect.NEW_DATE:
            does = f"New date {self.by_when} agreed by {self.in_full}"
        else:
            does = f"{self.ended[:1].upper()}{self.ended[1:]} by {self.in_full}"
        if self.replaced_on is not None:
            return f"{does}, which {self.replaced_by} replaces."
        return f"{does}, once it is ratified." if self.awaits_ratification else f"{does}."


def ending(cited: Iterable[Citation]) -> Citation | None:
    """The decision that ended an action, the newest of them; None while it goes on."""
    return next((each for each in cited if each.effect in ENDED and each.in_force), None)


def agreed_date(cited: Iterable[Citation]) -> Citation | None:
    """The decision that gave an action its present date, the newest of them."""
    return next((each for each in cited if each.effect is Effect.NEW_DATE and each.in_force), None)


def cited_on_day(cited: Iterable[Citation], day: date) -> tuple[Citation, ...]:
    """What had been decided by a day, as it stood then."""
    return tuple(
        replace(
            each,
            ratified_on=each.ratified_on if each.ratified_on and each.ratified_on <= day else None,
            replaced_on=each.replaced_on if each.replaced_on and each.replaced_on <= day else None,
        )
        for each in cited
        if each.made_on <= day
    )


def check_bearing(
    bearing: Bearing, *, ref: str, ended: Citation | None, is_complete: bool, agreed: ByWhen | None
) -> None:
    """Refused where an effect has no action, a new date is none, or the action has come to an end already.

    `ended` is the other decision that ended the action, `agreed` what the new date is read as.
    """
    if bearing.effect is None:
        return
    if not bearing.action_id:
        raise Refused("Choose the action of the plan that this does something to.", field="about")
    if ended is not None:
        raise Refused(f"{ref} is {ended.ended} already, by {ended.in_full}.", field="about")
    if bearing.effect is not Effect.NEW_DATE:
        return
    if agreed is None or agreed.latest is None or DateFlag.IMPOSSIBLE in agreed.flags:
        raise Refused(
            "No day is found in that: give one such as 30 June 2026 or end of June 2026.", field="by_when"
        )
    if is_complete:
        raise Refused(f"{ref} is complete: it needs no new date.", field="about")
