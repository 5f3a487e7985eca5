"""The office's side a register is held against, and who is clear now settled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boarddesk.records.boards import board, organisations
from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.leftovers import leftovers
from boarddesk.records.people import people
from boarddesk.records.registers.reading import registers
from boarddesk.records.registers.unclear import undecided
from boarddesk.records.seats import seats
from boarddesk.rules.imports.choices import PersonChoice
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.imports.person_choice import CHOOSE, OfficeSide
from boarddesk.rules.imports.proposals import Proposals, Verdict
from boarddesk.rules.imports.registers import compare_registers
from boarddesk.rules.people import Board


def kept_side(file: OfficeFile, board_id: str) -> OfficeSide:
    """A board with its seats and registers, and everybody the office knows."""
    return OfficeSide(
        board(file, board_id),
        people(file),
        organisations(file),
        seats(file, board_id),
        registers(file, board_id),
        undecided=tuple(name for _, name, _ in undecided(file)),
        seats_elsewhere=tuple(seat for seat in seats(file) if seat.board_id != board_id),
    )


def without_board(file: OfficeFile, name: str, short_name: str) -> OfficeSide:
    """Everybody the office knows, for a board that is made with its registers."""
    return OfficeSide(
        Board("", name, short_name),
        people(file),
        organisations(file),
        undecided=tuple(name for _, name, _ in undecided(file)),
        seats_elsewhere=seats(file),
    )


def settle_decided(file: OfficeFile, change: Change, proposals: Proposals, *, today: date) -> None:
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


def propose(
    file: OfficeFile,
    board_id: str,
    found: FoundRegisters,
    *,
    chosen: Mapping[str, str | None] | None = None,
    today: date | None = None,
) -> Proposals:
    """What taking the document's registers would do to a board.

    `chosen` says, by the key of a person's proposal, who is meant: a person's id, or None for somebody new.
    With `today`, a register of a day to come is doubted.
    """
    return compare_registers(found, kept_side(file, board_id), chosen, today=today)


def propose_new_board(
    file: OfficeFile,
    name: str,
    short_name: str,
    *,
    found: FoundRegisters,
    chosen: Mapping[str, str | None] | None = None,
    today: date | None = None,
) -> Proposals:
    """What taking the registers would do to a board that is made with them."""
    kept = without_board(file, name, short_name)
    return compare_registers(found, kept, chosen, today=today)
