"""Who held a seat over a stretch of meetings, as their registers have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from boarddesk.rules.attendance.count import RollSeat
from boarddesk.rules.attendance.groups import GroupKey
from boarddesk.rules.attendance.rolls import Rolls
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.registers.register import VACANT, Standing


@dataclass(frozen=True)
class Holding:
    """One holder, from the first meeting on whose roll they stood to the last before the next holder."""

    person_id: str | None
    person: str
    first: date
    last: date

    @property
    def who(self) -> str:
        """The holder's name, or that the seat was vacant."""
        return self.person or VACANT


@dataclass
class _Spell:
    """A holding that may still go on."""

    person_id: str | None
    first: date
    last: date


class Holders:
    """The holders of every seat, found for a board when it is first asked about."""

    def __init__(self, rolls: Rolls) -> None:
        self._rolls = rolls
        self._known: dict[str, dict[GroupKey, tuple[Holding, ...]]] = {}

    def of(self, seat: GroupKey) -> tuple[Holding, ...]:
        """Oldest first; an open register tells of a holder too."""
        if seat.board_id not in self._known:
            self._known[seat.board_id] = self._of_board(seat.board_id)
        return self._known[seat.board_id].get(seat, ())

    def _of_board(self, board_id: str) -> dict[GroupKey, tuple[Holding, ...]]:
        found: dict[tuple[Standing, str], list[_Spell]] = defaultdict(list)
        for seats, first, last in self._spells(board_id):
            for seat in seats:
                spells = found[seat.standing, seat.seat_id]
                if spells and spells[-1].person_id == seat.person_id:
                    spells[-1].last = last  # the same holder again goes on; another begins
                else:
                    spells.append(_Spell(seat.person_id, first, last))
        return {
            GroupKey(board_id, *seat): tuple(self._holding(spell) for spell in spells)
            for seat, spells in found.items()
        }

    def _holding(self, spell: _Spell) -> Holding:
        return Holding(
            spell.person_id, self._rolls.names.people.get(spell.person_id or "", ""), spell.first, spell.last
        )

    def _spells(self, board_id: str) -> Iterator[tuple[tuple[RollSeat, ...], date, date]]:
        """Meetings running with the very same rows, from the first day to the last."""
        rolls = [roll for roll in (*self._rolls.counted, *self._rolls.open) if roll.board_id == board_id]
        taken = sorted(
            ((meeting, roll.seats) for roll in rolls for meeting in roll.meetings),
            key=lambda each: _when(each[0]),
        )
        for _, spell in groupby(taken, key=lambda each: id(each[1])):
            days = list(spell)
            yield days[0][1], days[0][0].date, days[-1][0].date


def _when(meeting: Meeting) -> tuple[date, str, str]:
    return (meeting.date, meeting.start_time, meeting.id)


def named(who: str, person_id: str | None, holdings: Sequence[Holding]) -> str:
    """A seat by its holder: `Sanjay Mistry`, or `Sanjay Mistry and 1 before` where it changed hands."""
    places = [at for at, holding in enumerate(holdings) if holding.person_id == person_id]
    if not places:
        return who
    before = {holding.person_id for holding in holdings[: places[-1]]} - {person_id, None}
    after = {holding.person_id for holding in holdings[places[-1] + 1 :]} - {person_id, None} - before
    others = [f"{len(found)} {when}" for found, when in ((before, "before"), (after, "after")) if found]
    return " and ".join([who, ", ".join(others)]) if others else who


def handover(holdings: Sequence[Holding]) -> str:
    """`Held by Dr Penrose to 13 January 2026, Sanjay Mistry from 10 February 2026.`; else nothing."""
    if len(holdings) < 2:
        return ""
    first_named = next((holding for holding in holdings if holding.person), None)
    parts = [
        f"{'held by ' if term is first_named else ''}{term.person or VACANT.lower()} {_days(at, holdings)}"
        for at, term in enumerate(holdings)
    ]
    sentence = ", ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _days(at: int, holdings: Sequence[Holding]) -> str:
    """From one meeting to another, open where the stretch of time is."""
    begin = f"from {in_words(holdings[at].first)}" if at else ""
    end = f"to {in_words(holdings[at].last)}" if at < len(holdings) - 1 else ""
    return " ".join(part for part in (begin, end) if part)
