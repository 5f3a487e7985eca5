"""Who a board reports to: the boards and bodies that its lines lead to on a day, by the name people type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from boarddesk.rules.abbreviations import USUAL
from boarddesk.rules.governance.lines import ReportingLine
from boarddesk.rules.people import Board, board_called


@dataclass(frozen=True)
class Receiver:
    """A board of the office, or a body that is only named."""

    name: str
    board_id: str | None = None

    @property
    def key(self) -> str:
        """What tells it apart: the board's id, or the name."""
        return self.board_id or self.name


def receivers(lines: Iterable[ReportingLine], board_id: str | None, when: date) -> tuple[Receiver, ...]:
    """Where the lines of a board lead that day, or those of any; each once, in the office's order."""
    found = [
        Receiver(line.to_name, line.to_board_id)
        for line in lines
        if line.stands_on(when) and board_id in (None, line.board_id)
    ]
    return tuple(dict.fromkeys(found))


def receiver_called(
    words: str, boards: Mapping[str, Board], lines: Iterable[ReportingLine], when: date
) -> Receiver | None:
    """The board so called, or the body a line leads to: by its name, or by initials everybody knows."""
    board = board_called(words, boards.values())
    if board is not None:
        return Receiver(board.name, board.id)
    wanted = " ".join(words.split()).casefold()
    in_full = USUAL.get(" ".join(words.split()).upper(), wanted)
    known = receivers(lines, None, when)
    exact = [each for each in known if each.name.casefold() == wanted]
    named = exact or [each for each in known if in_full.casefold() in each.name.casefold()]
    return named[0] if len(named) == 1 else None
