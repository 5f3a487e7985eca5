"""Random meetings with a mark in every place that is for members alone."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

from tests.records.offices import board_with_seats

from boarddesk.records import boards, meetings
from boarddesk.records.agenda.arising import add_action
from boarddesk.records.agenda.decisions import decide
from boarddesk.records.agenda.declarations import declare
from boarddesk.records.agenda.items import add_item, agenda_item, change_item, set_outcome
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.writing import keep_minute, write_public_lines
from boarddesk.records.people import people, update_person
from boarddesk.records.registers.reading import register
from boarddesk.records.registers.taking import mark, open_register, set_note, set_reason
from boarddesk.rules.agenda.item import AgendaItem, Fills, Outcome
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.minutes.block import Block, BlockKind, Piece, Span, SpanKind, block_of
from boarddesk.rules.minutes.minutes import PublicLines
from boarddesk.rules.people import NamesPrinted
from boarddesk.rules.registers.register import Mark

MAY = date(2026, 5, 12)
MARKER = "Zwxqmarker"
OPEN = "Qopenmarker"
WORDS = ("The board heard of waits.", "Members asked for dates.", "Schools were thanked.", "It was noted.")


class MarkedMeeting:
    """An office with one meeting held: what is restricted in it says `MARKER`, what is open `OPEN`."""

    def __init__(self, path: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.count = 0
        self.file = OfficeFile.create(path, office="Northmoor")
        self.board_id = board_with_seats(self.file)
        boards.update_board(self.file, self.board_id, published_names=self.dice.choice(list(NamesPrinted)))
        self.meeting_id = meetings.add_meeting(self.file, self.board_id, MAY, start_time="13:30")
        for person in people(self.file):
            update_person(self.file, person.id, note=self.marked())
        items = self._items()
        meetings.set_state(self.file, self.meeting_id, MeetingState.HELD, today=MAY)
        self._attendance()
        for item in items:
            self._minute(item)

    def marked(self) -> str:
        """A text no reader outside may ever see, each its own."""
        self.count += 1
        return f"{MARKER}{self.count}"

    def _items(self) -> list[AgendaItem]:
        made = []
        declarations = add_item(self.file, self.meeting_id, "Declarations", fills=Fills.DECLARATIONS)
        made.append(agenda_item(self.file, declarations))
        for number in range(self.dice.randint(2, 5)):
            item_id = add_item(self.file, self.meeting_id, f"Business {number}")
            under = self.dice.random() < 0.3
            ids = [item_id, *([add_item(self.file, self.meeting_id, "Part", under=item_id)] if under else [])]
            restricted = self.dice.random() < 0.35
            for each in ids:
                known = agenda_item(self.file, each)
                closed = restricted and each == item_id
                changed = {
                    "chair_note": self.marked(),
                    "words_to_use": self.marked(),
                    "restricted": closed,
                    "restricted_why": "It names a supplier." if closed else "",
                    "short_title": self.marked() if closed else "",
                }
                change_item(self.file, AgendaItem(**{**vars(known), **changed}))
            made += [agenda_item(self.file, each) for each in ids]
        return made

    def _attendance(self) -> None:
        open_register(self.file, self.meeting_id, today=MAY)
        for row in register(self.file, self.meeting_id).rows:
            if row.person_id is None:
                continue
            letter = self.dice.choice((Mark.PRESENT, Mark.REMOTE, Mark.APOLOGIES))
            mark(self.file, row.id, letter)
            set_note(self.file, row.id, self.marked())
            if letter is Mark.APOLOGIES:
                set_reason(self.file, row.id, self.marked())

    def _minute(self, item: AgendaItem) -> None:
        closed = self._is_closed(item)
        text = self.marked if closed else (lambda: f"{self.dice.choice(WORDS)} {OPEN}.")
        blocks: list[Block] = []
        for _ in range(self.dice.randint(1, 4)):
            kind = self.dice.choice((BlockKind.PARAGRAPH, BlockKind.BULLET))
            match self.dice.randint(0, 3):
                case 0:
                    blocks.append(Block(kind=kind, text=f"{self.marked()} alone", restricted=True))
                case 1:
                    pieces = (
                        Piece("Open and "),
                        Piece(self.marked(), restricted=True),
                        Piece(" open", bold=True),
                    )
                    blocks.append(block_of(pieces, of=Block(kind=kind)))
                case 2:
                    hidden = self.marked()
                    spans = (Span(0, len(hidden), SpanKind.RESTRICTED), Span(2, len(hidden), SpanKind.BOLD))
                    blocks.append(Block(kind=kind, text=hidden, spans=spans))
                case _:
                    blocks.append(Block(kind=kind, text=text()))
        blocks += self._rows(item, closed=closed)
        keep_minute(self.file, item.id, blocks)
        write_public_lines(
            self.file,
            item.id,
            PublicLines(text(), text(), text(), text())
            if closed or self.dice.random() < 0.6
            else PublicLines(),
        )
        if self.dice.random() < 0.3:
            set_outcome(self.file, item.id, Outcome.DEFERRED, note=self.marked())
        if closed:
            declare(
                self.file, self.meeting_id, people(self.file)[0].id, nature=self.marked(), item_id=item.id
            )

    def _rows(self, item: AgendaItem, *, closed: bool) -> list[Block]:
        """Decisions and actions: in the text, restricted there or not, or in the register alone."""
        made: list[Block] = []
        for kind in (BlockKind.DECISION, BlockKind.ACTION):
            if self.dice.random() < 0.5:
                continue
            restricted = self.dice.random() < 0.4
            said = self.marked() if closed or restricted else f"Do as said. {OPEN}"
            if kind is BlockKind.DECISION:
                record = decide(self.file, self.meeting_id, text=said, item_id=item.id)
            else:
                record = add_action(
                    self.file,
                    self.board_id,
                    text=said,
                    raised_on=MAY,
                    meeting_id=self.meeting_id,
                    item_id=item.id,
                )
            if restricted or not closed or self.dice.random() < 0.5:
                made.append(Block(kind=kind, record_id=record, restricted=restricted))
        return made

    def _is_closed(self, item: AgendaItem) -> bool:
        known = agenda_item(self.file, item.id)
        above = agenda_item(self.file, known.parent_id).restricted if known.parent_id else False
        return known.restricted or above
