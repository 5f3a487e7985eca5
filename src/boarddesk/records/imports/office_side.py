"""The office's side a register is held against, and who is clear now settled."""

from __future__ import annotations

from datetime import date

from boarddesk.records.boards import board, organisations
from boarddesk.records.file.office_file import BoardFile, Change
from boarddesk.records.leftovers import leftovers
from boarddesk.records.people import people
from boarddesk.records.registers.reading import registers
from boarddesk.records.registers.unclear import undecided
from boarddesk.records.seats import seats
from boarddesk.rules.imports.person_choice import CHOOSE, Kept, PersonChoice
from boarddesk.rules.imports.proposals import Proposals, Verdict
from boarddesk.rules.people import Board


def kept_side(file: BoardFile, board_id: str) -> Kept:
    """A board with its seats and registers, and everybody the office knows."""
    return Kept(
        board(file, board_id),
        people(file),
        organisations(file),
        seats(file, board_id),
        registers(file, board_id),
        undecided=tuple(name for _, name, _ in undecided(file)),
        seats_elsewhere=tuple(seat for seat in seats(file) if seat.board_id != board_id),
    )


def without_board(file: BoardFile, name: str, short_name: str) -> Kept:
    """Everybody the office knows, for a board that is made with its registers."""
    return Kept(
        Board("", name, short_name),
        people(file),
        organisations(file),
        undecided=tuple(name for _, name, _ in undecided(file)),
        seats_elsewhere=seats(file),
    )


def settle_decided(file: BoardFile, change: Change, proposals: Proposals, *, today: date) -> None:
    """Who is clear now was left open by an earlier reading of the same document."""
    clear = {
        proposal.title
        for proposal in proposals.proposals
        if isinstance(proposal.found, PersonChoice) and proposal.verdict is not Verdict.UNCLEAR
    }
    for kept in leftovers(file):
        asked = kept.source == proposals.source and CHOOSE in kept.leftover.why
        if asked and kept.leftover.text in clear:
            change.update("import_leftover", kept.id, settled_on=today)
