"""Which board and which person a command is about, by the name people type."""

from __future__ import annotations

from boarddesk.records.boards import board_named, boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import on_registers
from boarddesk.rules.names.matching import Likeness, match
from boarddesk.rules.people import Board, Person
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import listed


def chosen_board(file: OfficeFile, name: str | None) -> Board | None:
    """The board asked for; None where none was, which means all of them."""
    return None if name is None else board_named(file, name)


def the_board(file: OfficeFile, name: str | None) -> Board:
    """The board asked for; without a name the first of the office."""
    if name is not None:
        return board_named(file, name)
    kept = boards(file)
    if not kept:
        raise Refused("This office has no board yet: import a register, or make one in the window.")
    return kept[0]


def the_person(file: OfficeFile, board: Board, name: str) -> Person:
    """Somebody on the board's registers; refused, with those who may be meant, where that is not certain."""
    found = match(name, on_registers(file, board.id))
    if found.person is not None:
        return found.person
    if any(candidate.why in (Likeness.EXACT, Likeness.ALIAS) for candidate in found.candidates):
        raise Refused(
            f"Several people on the registers of the {board.short_name} are called {name}. "
            "Write this one from the person's row on the Attendance page.",
            field="person",
        )
    meant = listed([candidate.person.name for candidate in found.candidates], last="or")
    hint = f" Did you mean {meant}?" if meant else ""
    raise Refused(
        f"Nobody on the registers of the {board.short_name} is called {name}.{hint}", field="person"
    )
