"""Owners who are late, and the text each is sent: late first, then what is due by the next meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from boarddesk.rules.arising import ActionChase, BoardAction, Holding
from boarddesk.rules.dates.working_days import add_working_days
from boarddesk.rules.mail import MailDraft, Recipient
from boarddesk.rules.owners import OwnerKind
from boarddesk.rules.wording import (
    count_in_figures,
    count_in_words,
    day,
    day_of_year,
    number,
    tidied,
    with_the,
)

ANSWER_DAYS: Final = 3
"""Working days an owner has to answer, where the papers of the next meeting are due no later."""


@dataclass(frozen=True)
class OwnersActions:
    """Everything open that one owner has, alone or with others: late first, the latest of all foremost."""

    key: str
    name: str
    kind: OwnerKind
    address: str
    late: tuple[BoardAction, ...]
    to_come: tuple[BoardAction, ...]

    @property
    def actions(self) -> tuple[BoardAction, ...]:
        """All of them."""
        return (*self.late, *self.to_come)

    @property
    def last_chased(self) -> ActionChase | None:
        """When this owner was asked last about any of them."""
        chases = [chase for action in self.actions for chase in action.chases if chase.whom == self.name]
        return max(chases, key=lambda chase: chase.chased_on, default=None)

    def was_asked_since(self, day_before: date | None) -> bool:
        """Whether there was a chase of each late one on that day or since."""
        return all(
            any(
                chase.whom == self.name and (day_before is None or chase.chased_on >= day_before)
                for chase in action.chases
            )
            for action in self.late
        )


def by_owner(
    actions: Iterable[BoardAction], addresses: dict[str, str], *, today: date
) -> tuple[OwnersActions, ...]:
    """Each owner with what is open, those who are latest first; a vacant post and nobody have no entry.

    Whoever holds a post is asked for it. `addresses` are those of people by their ids.
    """
    found: dict[str, tuple[Holding, list[BoardAction]]] = {}
    for action in actions:
        for held in action.held_by if action.is_open else ():
            if not held.is_nobody:
                _held, has = found.setdefault(held.whom[0], (held, []))
                has += [] if action in has else [action]
    owners = [_owner(key, held, has, addresses, today=today) for key, (held, has) in found.items()]
    return tuple(sorted(owners, key=lambda owner: -max((a.days_late(today) for a in owner.late), default=0)))


def _owner(
    key: str, held: Holding, has: list[BoardAction], addresses: dict[str, str], *, today: date
) -> OwnersActions:
    late = sorted((a for a in has if a.days_late(today)), key=lambda action: -action.days_late(today))
    rest = sorted((a for a in has if not a.days_late(today)), key=lambda action: action.due or date.max)
    kind = OwnerKind.PERSON if held.holder else held.owner.kind
    return OwnersActions(key, held.whom[1], kind, addresses.get(key, ""), tuple(late), tuple(rest))


@dataclass(frozen=True)
class ChasePack:
    """What every text says: the board and its next meeting, by when to answer, who writes."""

    today: date
    board: str = ""
    meeting_day: date | None = None
    papers_due: date | None = None
    author: str = ""
    partnership: str = ""

    @property
    def answer_by(self) -> date:
        """The day papers are due, or three working days on where that has passed or is not known."""
        soonest = add_working_days(self.today, ANSWER_DAYS)
        due = self.papers_due
        return due if due is not None and due > self.today + timedelta(days=1) else soonest


def chase_draft(owner: OwnersActions, pack: ChasePack) -> MailDraft:
    """The text for one owner, to be changed before it goes."""
    late, soon = owner.late, [action for action in owner.to_come if _is_soon(action, pack)]
    opening = ""
    if pack.meeting_day is not None and pack.board:
        opening = f"{_first_up(with_the(pack.board))} meets on {_weekday(pack.meeting_day)}."
    parts = [f"Dear {_called(owner)},"]
    if late:
        has = "is past its date" if len(late) == 1 else "are past their dates"
        said = f"{_first_up(count_in_words(len(late), 'action'))} with you {has}:"
        parts += [f"{opening} {said}".strip(), _lines(late)]
    elif opening:
        parts.append(opening)
    if soon:
        more = f"{number(len(soon))} more" if late else f"{count_in_words(len(soon), 'action')} with you"
        by = "by the meeting" if opening else "later"
        parts += [f"{_first_up(more)} {'is' if len(soon) == 1 else 'are'} due {by}:", _lines(soon)]
    parts.append(f"Please say by {_weekday(pack.answer_by)} what is done, or which date you now ask for.")
    closing = "\n".join(part for part in (tidied(pack.author), pack.partnership) if part)
    parts.append(f"Kind regards\n{closing}".rstrip())
    count = len(late) or len(soon)
    what = f"{count_in_figures(count, 'action')} {'past the date' if late else 'to come'}"
    subject = ": ".join(part for part in (pack.board, what) if part)
    text = "\n\n".join(parts).replace("\N{NO-BREAK SPACE}", " ")
    return MailDraft((Recipient(owner.name, owner.address),), subject, f"{text}\n")


def _is_soon(action: BoardAction, pack: ChasePack) -> bool:
    return action.due is not None and (pack.meeting_day is None or action.due <= pack.meeting_day)


def _lines(actions: Iterable[BoardAction]) -> str:
    return "\n".join(_line(action) for action in actions)


def _line(action: BoardAction) -> str:
    """`A31  Send the letter, due 15 May, first 30 April`."""
    due = f", due {day_of_year(action.due)}" if action.due else ""
    first = f", first {day_of_year(action.first_due)}" if action.is_moved and action.first_due else ""
    return f"{action.ref}  {tidied(action.text).rstrip('.')}{due}{first}"


def _called(owner: OwnersActions) -> str:
    """A person by the first name, unless that is a title; a group or an organisation as it is."""
    words = owner.name.split()
    if owner.kind is not OwnerKind.PERSON or len(words) < 2 or words[0].rstrip(".").casefold() in _TITLES:
        return owner.name
    return words[0]


_TITLES: Final = frozenset(
    ("dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "cllr", "councillor", "sir", "dame", "rev")
)


def _weekday(when: date) -> str:
    return f"{when:%A} {day(when)}"


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
