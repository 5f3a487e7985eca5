"""Which board a command is about, by the name people type."""

from __future__ import annotations

from boarddesk.records.board_file import BoardFile
from boarddesk.records.boards import board_named, boards
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused


def chosen_board(file: BoardFile, name: str | None) -> Board | None:
    """The board asked for; None where none was, which means all of them."""
    return None if name is None else board_named(file, name)


def the_board(file: BoardFile, name: str | None) -> Board:
    """The board asked for; without a name the first of the office."""
    if name is not None:
        return board_named(file, name)
    kept = boards(file)
    if not kept:
        raise Refused("This office has no board yet: import a register, or make one in the window.")
    return kept[0]
