"""Pieces one under the other on pages: what must stay together, what may part, and where each begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

ORPHANS = WIDOWS = 2
"""Fewer lines than these are never left at the foot of a page or taken to the head of the next."""


@dataclass(frozen=True)
class Piece:
    """A paragraph or a row: its lines from top to bottom, in points, and what it must stay with."""

    lines: tuple[float, ...]
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    whole: bool = False
    new_page: bool = False
    repeated: float = 0.0  # what stands again above a row that begins or goes on a page: the header row
    again: float = 0.0  # what a row that goes on asks for once more around its words

    @property
    def height(self) -> float:
        return sum(self.lines)

    @property
    def fewest(self) -> int:
        """The lines it must begin with on the page where it begins."""
        together = len(self.lines) < ORPHANS + WIDOWS
        return len(self.lines) if self.whole or together else ORPHANS


@dataclass(frozen=True)
class Place:
    """Where a piece begins: its page, and how far down the page in points."""

    page: int
    down: float


class Flow:
    """Lays pieces on pages of a height; each page but the first may have another height of its own.

    `sections` are the pieces that head one: where the section before ran over on to less than half a page,
    its page break is left out, and `closed_up` tells which those are; those in `parted` keep theirs.

    Where a single line of the next paragraph would fit below a heading, LibreOffice leaves the heading alone
    on the page and Word takes it along. `left_alone` lays the pieces as LibreOffice does there.
    """

    def __init__(
        self,
        pieces: Sequence[Piece],
        *,
        first: float,
        later: float,
        sections: Sequence[int] = (),
        parted: Sequence[int] = (),
        left_alone: bool = False,
    ) -> None:
        self.places: list[Place] = []
        self.closed_up: list[int] = []
        self.page, self._used, self._owed = 1, 0.0, 0.0
        self._rooms, self._left_alone = (first, later), left_alone
        held = 0  # pieces up to here already know that they stand with the one above
        for at, piece in enumerate(pieces):
            may_close_up = at in sections and at not in parted and piece.new_page
            after_overflow = may_close_up and self._ran_over(at, sections)
            if after_overflow:
                self.closed_up.append(at)
            if piece.new_page and self._used and not after_overflow:
                self._turn()
                self._owed = piece.before
            elif at >= held:
                held = self._keep_together(pieces, at)
            self._lay(piece)

    @property
    def _room(self) -> float:
        return self._rooms[0] if self.page == 1 else self._rooms[1]

    def _ran_over(self, at: int, sections: Sequence[int]) -> bool:
        """Whether the section before went on to this page and fills less than half of it."""
        before = [self.places[each].page for each in sections if each < at]
        return bool(before) and before[-1] < self.page and 0 < self._used <= self._room / 2

    def _turn(self) -> None:
        self.page, self._used, self._owed = self.page + 1, 0.0, 0.0

    def _above(self, piece: Piece) -> float:
        """Between two the larger space counts; none at the head of a page that was only filled."""
        return max(self._owed, piece.before) if self._used or self._owed else 0.0

    def _keep_together(self, pieces: Sequence[Piece], at: int) -> int:
        """Turn the page where a piece does not fit with what it must stay with; where that group ends."""
        end, needed, owed = at, 0.0, 0.0
        for place in range(at, len(pieces)):
            piece = pieces[place]
            if place > at and piece.new_page:
                break
            above = max(owed, piece.before) if place > at else self._above(piece)
            goes_on = piece.keep_next and place + 1 < len(pieces)
            fewest = 1 if self._left_alone and not piece.whole else piece.fewest
            needed += above + (piece.height if goes_on else sum(piece.lines[:fewest]))
            owed, end = piece.after, place
            if not goes_on:
                break
        if self._used and self._used + needed > self._room and needed <= self._rooms[1]:
            self._turn()
        return end

    def _lay(self, piece: Piece) -> None:
        above = self._above(piece)
        fitting = self._fitting(piece, above=above)
        if self._used and not fitting:
            self._turn()
            above, fitting = 0.0, self._fitting(piece, above=0.0)
        if not above and not self._used and self.page > 1:
            self._used = piece.repeated
        self.places.append(Place(self.page, self._used + above))
        rest = piece.lines
        while fitting < len(rest) and fitting:
            rest = (rest[fitting] + piece.again, *rest[fitting + 1 :])
            self._turn()
            self._used, above = piece.repeated, 0.0
            fitting = self._fitting(replace(piece, lines=rest), above=0.0) or len(rest)
        self._used += above + sum(rest)
        self._owed = piece.after

    def _fitting(self, piece: Piece, *, above: float) -> int:
        """How many of its lines fit here; none where it may not part there."""
        left, count = self._room - self._used - above + 0.01, 0
        for line in piece.lines:
            left -= line
            if left < 0:
                break
            count += 1
        if count == len(piece.lines):
            return count
        if piece.whole:
            return 0 if self._used else len(piece.lines)
        count = min(count, len(piece.lines) - WIDOWS)
        return count if count >= ORPHANS else 0 if self._used else len(piece.lines)
