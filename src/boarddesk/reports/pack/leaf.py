"""A page as it is shown on a screen: how large, which way up, and where the stamp may stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from pikepdf import Dictionary, Matrix, Name, Page

POINTS_PER_CM = 72 / 2.54
EDGE = 0.42 * POINTS_PER_CM
"""From the edge of the paper to the stamp: what office printers still print."""
SIZE = 10.0
BELOW, ABOVE = 0.22 * SIZE, 0.73 * SIZE
"""How far its letters reach below and above their line."""
STRIP = EDGE + BELOW + ABOVE + 1
"""What must be free of ink: room for the letters, and a hair between them and those above."""
LARGEST = 0.97
"""What a page is reduced to where neither foot nor head is free; a low page to a little less."""


class StampPlace(Enum):
    """Where a page has room for its stamp."""

    FOOT = "foot"
    HEAD = "head"
    REDUCED = "reduced"


@dataclass(frozen=True)
class Leaf:
    """The box of a page that is seen, how far it is turned clockwise, and the size of its unit."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int = 0
    unit: float = 1.0

    @cached_property
    def width(self) -> float:
        """Points across, as shown."""
        across, up = self.right - self.left, self.top - self.bottom
        return (up if self.turned in (90, 270) else across) * self.unit

    @cached_property
    def height(self) -> float:
        """Points from foot to head, as shown."""
        across, up = self.right - self.left, self.top - self.bottom
        return (across if self.turned in (90, 270) else up) * self.unit

    @cached_property
    def from_shown(self) -> Matrix:
        """Turns a place seen on the page, from its foot and its left, into the page's own."""
        match self.turned:
            case 90:
                turn = Matrix(0, 1, -1, 0, self.right, self.bottom)
            case 180:
                turn = Matrix(-1, 0, 0, -1, self.right, self.top)
            case 270:
                turn = Matrix(0, -1, 1, 0, self.left, self.top)
            case _:
                turn = Matrix(1, 0, 0, 1, self.left, self.bottom)
        return Matrix(1 / self.unit, 0, 0, 1 / self.unit, 0, 0) @ turn

    @cached_property
    def shown(self) -> Matrix:
        """Turns a place of the page's own into where it is seen."""
        return self.from_shown.inverse()

    @property
    def reduction(self) -> float:
        """How small the page becomes so that its foot is free."""
        return min(LARGEST, (self.height - STRIP) / self.height)

    @property
    def reduced(self) -> Matrix:
        """Draws the page smaller, its head staying where it is."""
        by = self.reduction
        smaller = Matrix(by, 0, 0, by, (1 - by) * self.width / 2, (1 - by) * self.height)
        return self.shown @ smaller @ self.from_shown


def leaf_of(page: Page) -> Leaf:
    """The leaf of a page; a box that lies the wrong way round is read as it was meant."""
    box = [float(side) for side in page.cropbox.as_list()]
    across, up = sorted((box[0], box[2])), sorted((box[1], box[3]))
    page_dictionary: Dictionary = page.obj
    turned = int(page_dictionary.get(Name.Rotate, 0)) % 360
    unit = float(page_dictionary.get(Name.UserUnit, 1))
    return Leaf(across[0], up[0], across[1], up[1], turned, unit)
