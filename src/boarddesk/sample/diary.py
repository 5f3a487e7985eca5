"""The sample's diary: everything that happened, with its day, written into the file in its order."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby

from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.sample.calendar import Calendar, spelt

SEED = 20260528


class PastClock:
    """Shows the moment of what is being written; each look is a second later, so that order can be told."""

    def __init__(self) -> None:
        self._moment = datetime(2000, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._moment += timedelta(seconds=1)
        return self._moment

    def turn_to(self, day: date, *, earliest: time = time(9, 5)) -> None:
        """Go on to a day, never back."""
        self._moment = max(self._moment + timedelta(minutes=7), datetime.combine(day, earliest, UTC))


class CountedIds:
    """The same ids for the same sample."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def __call__(self) -> str:
        return f"{self._random.getrandbits(64):016x}"


@dataclass(frozen=True)
class Entry:
    """An action to be written on a day, under a label."""

    day: date
    label: str
    action: Callable[[Change], None]
    step: str = ""  # actions of one step are one change, and one undo


@dataclass
class Diary:
    """The file being written, what has been named so far, and the actions still to write."""

    file: OfficeFile
    calendar: Calendar
    clock: PastClock
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def note(self, day: date, label: str, action: Callable[[Change], None], *, step: str = "") -> None:
        """Something that happens on a day; nothing of it is written yet."""
        self.entries.append(Entry(min(day, self.calendar.today), label, action, step))

    def report(self, day: date, label: str, action: Callable[[Change], None], *, form: str = "") -> None:
        """Something a lead reports: taken with the forms of that day; since the last board with its own."""
        board = self.calendar.board_after(day)
        step = (
            form
            if board >= self.calendar.next_board
            else f"Take update forms for the board of {spelt(board)}"
        )
        self.entries.append(Entry(min(day, self.calendar.today), label, action, step))

    def write(self) -> None:
        """Write every action in the order of its day; those of one day in the order noted."""
        in_order = sorted(self.entries, key=lambda entry: entry.day)
        for (day, label), together in groupby(in_order, key=_one_change):
            self.clock.turn_to(day)
            with self.file.change(label) as change:
                for entry in together:
                    entry.action(change)
        self.entries.clear()

    def name(self, kind: str, key: str, row_id: str) -> str:
        """Remember a row by what people call it."""
        self.ids[kind, key] = row_id
        return row_id

    def named(self, kind: str, key: str) -> str:
        """The id of a row by what people call it."""
        return self.ids[kind, key]

    def fill_in(self, text: str) -> str:
        """The sentence with its days filled in."""
        return self.calendar.fill_in(text)


def _one_change(entry: Entry) -> tuple[date, str]:
    return entry.day, entry.step or entry.label
