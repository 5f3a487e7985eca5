"""Offices grown at random through the real doors: registers, minutes, seals, imports, undo, redo, restore."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.records.offices import board_with_seats, mark_rest

from boarddesk.records import meetings
from boarddesk.records.agenda.arising import add_action, board_actions, finish_action
from boarddesk.records.agenda.decisions import decide
from boarddesk.records.agenda.items import add_item
from boarddesk.records.file.backups import back_up, restore
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.imports.attendance import apply
from boarddesk.records.imports.register_proposals import propose
from boarddesk.records.minutes.states import circulate_minutes, confirm, correct_confirmed
from boarddesk.records.minutes.writing import keep_minute, put_row
from boarddesk.records.people import add_person, people, update_person
from boarddesk.records.registers.reading import register
from boarddesk.records.registers.taking import close_register, mark, open_register
from boarddesk.rules.agenda.item import Fills
from boarddesk.rules.imports.contents import FoundMark, FoundMeeting, FoundMember, FoundRegisters
from boarddesk.rules.minutes.block import Block, BlockKind
from boarddesk.rules.minutes.states import Amendment
from boarddesk.rules.people import Role
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Mark

FIRST, TODAY = date(2026, 1, 13), date(2026, 12, 1)
WORDS = (
    "Waits fell",
    "Families wait",
    "Costs rose",
    "Plans are late",
    "Zoë’s team grew",
    "Two posts stay open",
)


class Growth:
    """One office and what happens to it; the same seed grows the same."""

    def __init__(self, path: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self._moment = datetime(2026, 1, 5, 9, tzinfo=UTC)
        self.file = OfficeFile.create(path, office="Fernbeck", clock=self._clock)
        self.board_id = board_with_seats(self.file)
        self._held: list[str] = []
        self._since = 0

    def _clock(self) -> datetime:
        self._moment += timedelta(minutes=1)
        return self._moment

    def hold_meeting(self) -> None:
        """A meeting with its register, minutes, a decision and an action; it confirms the one before."""
        file, day = self.file, FIRST + timedelta(28 * len(self._held))
        made = meetings.add_meeting(file, self.board_id, day)
        before = self._held[-1] if self._held else None
        items = [
            add_item(file, made, "Minutes", fills=Fills.MINUTES, minutes_of_id=before),
            add_item(file, made, self._words()),
        ]
        open_register(file, made, today=day)
        for row in register(file, made).rows[:2]:
            mark(file, row.id, self.chance.choice((Mark.PRESENT, Mark.APOLOGIES, Mark.REMOTE)))
        mark_rest(file, made, Mark.PRESENT)
        close_register(file, made, today=day)
        keep_minute(file, items[1], [Block(text=f"{self._words()} in {self.chance.randrange(2, 40)} weeks.")])
        put_row(file, items[1], BlockKind.DECISION, decide(file, made, text=self._words(), item_id=items[1]))
        add_action(file, self.board_id, text=self._words(), raised_on=day, meeting_id=made, item_id=items[1])
        if before:
            circulate_minutes(file, before, on=day, today=TODAY)
            corrections = [Amendment("2", " weeks.", " working weeks.")][: self.chance.randrange(2)]
            confirm(file, before, at_id=made, today=TODAY, corrections=corrections)
            if self.chance.random() < 0.5:
                file.undo()
                file.redo()
        self._held.append(made)

    def go_on(self, deeds: int) -> None:
        """So many things happen, in any order, some of them refused."""
        for _ in range(deeds):
            deed = self.chance.choice(
                (
                    self._add_person,
                    self._rename,
                    self._finish,
                    self._correct,
                    self._import,
                    self._undo,
                    self._undo,
                )
            )
            before = self.file.commit_number
            with suppress(Refused):
                deed()
            if deed != self._undo:
                self._since += self.file.commit_number - before

    def _words(self) -> str:
        return self.chance.choice(WORDS)

    def _add_person(self) -> None:
        add_person(self.file, f"Person {self.chance.randrange(10**6)}")

    def _rename(self) -> None:
        who = self.chance.choice(people(self.file))
        update_person(self.file, who.id, name=f"Ann {self.chance.randrange(10**6)}", note=self._words())

    def _finish(self) -> None:
        action = self.chance.choice(board_actions(self.file, self.board_id, today=TODAY))
        finish_action(self.file, action.id, on=TODAY, what=self._words())

    def _correct(self) -> None:
        if len(self._held) > 1:
            correct_confirmed(
                self.file, self._held[0], at_id=self._held[-1], will_be=self._words(), today=TODAY
            )

    def _import(self) -> None:
        day = date(2025, self.chance.randrange(1, 13), 9)
        members = tuple(FoundMember(name, name, "Trust", Role.MEMBER) for name in ("Gil Sand", "Hal Brook"))
        marks = tuple(FoundMark(at, self.chance.choice((Mark.PRESENT, Mark.ABSENT))) for at in range(2))
        found = FoundRegisters(
            "register.xlsx", (), members, (FoundMeeting(day.isoformat(), False, "B", marks),)
        )
        apply(self.file, self.board_id, propose(self.file, self.board_id, found), today=TODAY)

    def _undo(self) -> None:
        """Some of what happened since the last meeting is taken back, and some of that brought back."""
        taken = [self.file.undo() for _ in range(min(self._since, self.chance.randrange(1, 5)))]
        brought = [self.file.redo() for _ in taken[: self.chance.randrange(0, 5)]]
        self._since += len(brought) - len(taken)


def grown_office(folder: Path, seed: int) -> Path:
    """An office of two to four meetings; every third is one restored from a backup, and gone on with."""
    path = folder / f"office-{seed}.boarddesk"
    growth = Growth(path, seed)
    with growth.file:
        for _ in range(growth.chance.randrange(2, 5)):
            growth.hold_meeting()
        growth.go_on(growth.chance.randrange(3, 12))
    if seed % 3:
        return path
    restored = restore(back_up(path), folder / f"restored-{seed}.boarddesk")
    with OfficeFile.open(restored) as file:
        add_person(file, "After the restore")
        file.undo()
        file.redo()
    return restored
