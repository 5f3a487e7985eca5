"""The update form of one owner: what it asks, and what a form that came back says of which action."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.chasing import OwnersActions
from boarddesk.rules.dates.due import Due, read_due
from boarddesk.rules.dates.typed_days import read_day
from boarddesk.rules.edition import DRAFT, Edition
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import day, one_line, tidied

NO_DUE: Final = Due()
PROMPT: Final = "Write here"
STATES: Final = ("Open", "Done")
COLUMNS: Final = ("Ref", "Action", "State", "Update", "New date asked", "Done on")
OWNER: Final = "Owner:"


@dataclass(frozen=True)
class UpdateFormPack:
    """What the form of one owner holds; `shorts` are the boards' short names, which stand before the refs."""

    owner: OwnersActions
    today: date
    answer_by: date
    shorts: dict[str, str]
    partnership: str = ""
    author: str = ""
    edition: Edition = DRAFT

    def ref(self, action: BoardAction) -> str:
        """`SIB A9`: two boards may each have an A9."""
        return f"{self.shorts.get(action.board_id, '')} {action.ref}".strip()


@dataclass(frozen=True)
class ReturnedRow:
    """One row of a form that came back, as it is written there."""

    place: str
    ref: str
    state: str = ""
    update: str = ""
    new_date: str = ""
    done_on: str = ""

    @property
    def is_filled(self) -> bool:
        """Whether anything was written in it."""
        return bool(self.update or self.new_date or self.done_on or self.state.casefold() == "done")


@dataclass(frozen=True)
class ReturnedForm:
    """A form that came back: whose it is, its rows, and the words beside them that nobody asked for."""

    owner: str
    rows: tuple[ReturnedRow, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class FormProposal:
    """What a row says of an action; `why_not` where none of it can be taken, `notes` what to look at."""

    row: ReturnedRow
    action: BoardAction | None = None
    update: str = ""
    asks_for: Due = NO_DUE
    done_on: date | None = None
    why_not: str = ""
    notes: tuple[str, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        """Whether there is something to take."""
        return (
            not self.why_not
            and self.action is not None
            and bool(self.update or self.done_on or self.asks_for.day)
        )

    @property
    def sentence(self) -> str:
        """What it would do: `SIB A9: update “With the printers”; done on 28 May 2026; asks for …`."""
        parts = [
            f"update “{one_line(self.update)}”" if self.update and not self.done_on else "",
            f"done on {day(self.done_on)}: {one_line(self.update)}" if self.done_on else "",
            f"asks for {self.asks_for.words}" if self.asks_for.day else "",
            self.why_not,
            *self.notes,
        ]
        return f"{self.row.ref}: {'; '.join(part for part in parts if part) or 'nothing new'}."


def proposals_of(
    form: ReturnedForm,
    actions: Iterable[BoardAction],
    shorts: dict[str, str],
    *,
    today: date,
    next_meetings: dict[str, date | None],
) -> tuple[FormProposal, ...]:
    """What each row that was filled in says, by its ref and the owner of the form; none is left out."""
    known: dict[str, list[BoardAction]] = {}
    for action in actions:
        for ref in (action.ref, f"{shorts.get(action.board_id, '')} {action.ref}"):
            known.setdefault(_key(ref), []).append(action)
    return tuple(
        _proposal(row, form.owner, known.get(_key(row.ref), []), today=today, next_meetings=next_meetings)
        for row in form.rows
        if row.is_filled
    )


def _key(ref: str) -> str:
    return "".join(ref.split()).casefold()


def _proposal(
    row: ReturnedRow,
    owner: str,
    found: Sequence[BoardAction],
    *,
    today: date,
    next_meetings: dict[str, date | None],
) -> FormProposal:
    theirs = [action for action in found if _has(action, owner)] or list(found)
    if not theirs:
        return FormProposal(row, why_not=f"no action has this ref; written there: “{_all_of(row)}”")
    if len(theirs) > 1:
        return FormProposal(row, why_not=f"several boards have this ref; written there: “{_all_of(row)}”")
    (action,) = theirs
    if not action.is_open:
        ended = "done" if action.done_on else "withdrawn"
        return FormProposal(row, action, why_not=f"it is {ended} already; written there: “{_all_of(row)}”")
    notes = (
        []
        if _has(action, owner)
        else [f"it is with {action.owner_names or 'nobody'}, not {owner or 'named'}"]
    )
    done_on, said = _done(row, action, today)
    asks_for, asked = _asked(row, action, today, next_meetings.get(action.board_id))
    update = row.update
    if any(known.text == update and not known.reopens for known in action.updates):
        update = ""
        notes.append("this update is there already")
    return FormProposal(row, action, update, asks_for, done_on, notes=(*notes, *said, *asked))


def _has(action: BoardAction, owner: str) -> bool:
    name = one_line(owner).casefold()
    return any(
        name in (held.owner.name.casefold(), held.holder.casefold()) for held in action.held_by if name
    )


def _done(row: ReturnedRow, action: BoardAction, today: date) -> tuple[date | None, list[str]]:
    """The day it was done; without what was done, or on a day nobody can read, it stays open and is said."""
    if row.state.casefold() != "done" and not row.done_on:
        return None, []
    when = read_day(row.done_on, today=today) if row.done_on else today
    if when is None or when > today or when < action.raised_on:
        return None, [f"“{row.done_on}” is no day on which it can have been done: it stays open"]
    if not row.update:
        return None, ["it is said to be done, and not what was done: it stays open"]
    return when, []


def _asked(
    row: ReturnedRow, action: BoardAction, today: date, next_meeting: date | None
) -> tuple[Due, list[str]]:
    if not row.new_date:
        return NO_DUE, []
    try:
        due = read_due(row.new_date, today=today, meeting_day=today, next_meeting=next_meeting)
    except Refused:
        return NO_DUE, [f"“{row.new_date}” is asked for, which is no day"]
    if due.day == action.due:
        return NO_DUE, []
    return due, [f"{due.understood} has passed"] if due.day and due.day < today else []


def _all_of(row: ReturnedRow) -> str:
    return " · ".join(part for part in (row.update, row.new_date, row.done_on, tidied(row.state)) if part)
