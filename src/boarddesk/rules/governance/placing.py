"""Where the bodies of each row stand from left to right, so that what belongs together hangs straight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from boarddesk.rules.governance.ranks import Bundle, Governance

SWEEPS = 6
"""Down and up the rows until nothing moves that matters."""


@dataclass(frozen=True)
class Spot:
    """A place in a row: of a body, or of a bundle that passes between the bodies on its way down."""

    row: int
    body: str = ""
    bundle: int = -1


@dataclass(frozen=True)
class Sizes:
    """The measures of a chart: the width it tries to keep, how wide its widest word is, and of its parts."""

    within: float
    words: float = 96
    box_wide: float = 176
    box_high: float = 46
    across: float = 16
    passing: float = 20
    words_high: float = 16
    lane: float = 10
    room: float = 8

    @property
    def most(self) -> int:
        """How many bodies stand in a row."""
        return max(2, int((self.within + self.across) // (self.box_wide + self.across)))


Links = Mapping[Spot, Sequence[Spot]]


@dataclass(frozen=True)
class Placing:
    """Every spot, row by row, with the middle it stands at."""

    rows: tuple[tuple[Spot, ...], ...]
    middle: Mapping[Spot, float]
    wide: float


def place(found: Governance, sizes: Sizes) -> Placing:
    """Rows put in an order with few crossings, then drawn together over and under each other."""
    row_of = {key: at for at, row in enumerate(found.rows) for key in row}
    rows = [[Spot(at, key) for key in row] for at, row in enumerate(found.rows)]
    ups: dict[Spot, list[Spot]] = {}
    for number, bundle in enumerate(found.bundles):
        _thread(number, bundle, row_of=row_of, rows=rows, ups=ups)
    downs: dict[Spot, list[Spot]] = {}
    for low, highs in ups.items():
        for high in highs:
            downs.setdefault(high, []).append(low)
    _order(rows, ups, downs)
    return _spread(rows, ups, downs, sizes)


def _thread(
    number: int,
    bundle: Bundle,
    *,
    row_of: Mapping[str, int],
    rows: list[list[Spot]],
    ups: dict[Spot, list[Spot]],
) -> None:
    """The spots a bundle passes between the row of its hub and those of its ends, each linked to the next."""
    hub, last = row_of[bundle.hub], max(row_of[end] for end in bundle.ends)
    carrier = [Spot(hub, bundle.hub)]
    for row in range(hub + 1, last):
        spot = Spot(row, bundle=number)
        rows[row].append(spot)
        ups.setdefault(spot, []).append(carrier[-1])
        carrier.append(spot)
    for end in bundle.ends:
        ups.setdefault(Spot(row_of[end], end), []).append(carrier[row_of[end] - 1 - hub])


def _order(rows: list[list[Spot]], ups: Links, downs: Links) -> None:
    """Each row by the mean place of what it hangs on: down, then up."""
    for _ in range(SWEEPS):
        for links, order in ((ups, range(1, len(rows))), (downs, range(len(rows) - 2, -1, -1))):
            for at in order:
                share = _shares(rows[at - 1] if links is ups else rows[at + 1])
                own = _shares(rows[at])
                aim = {
                    spot: fmean([share[other] for other in links.get(spot, ())] or [own[spot]])
                    for spot in own
                }
                rows[at].sort(key=aim.__getitem__)


def _shares(row: Sequence[Spot]) -> dict[Spot, float]:
    """How far along its row each stands, between nothing and one."""
    return {spot: (place + 0.5) / len(row) for place, spot in enumerate(row)}


def _spread(rows: Sequence[Sequence[Spot]], ups: Links, downs: Links, sizes: Sizes) -> Placing:
    middle: dict[Spot, float] = {}
    within = max(sizes.within, *(_least(row, sizes) for row in rows)) if rows else sizes.within
    for row in rows:
        middle.update(_packed(row, [within / 2 for _ in row], within, sizes))
    for sweep in range(SWEEPS):
        for links in (ups, downs) if sweep % 2 == 0 else (downs, ups):
            for row in rows if links is ups else reversed(rows):
                wanted = [
                    fmean([middle[other] for other in links.get(spot, ())] or [middle[spot]]) for spot in row
                ]
                middle.update(_packed(row, wanted, within, sizes))
    left = min((middle[spot] - _wide(spot, sizes) / 2 for spot in middle), default=0)
    right = max((middle[spot] + _wide(spot, sizes) / 2 for spot in middle), default=0)
    moved = {spot: at - left for spot, at in middle.items()}
    return Placing(tuple(tuple(row) for row in rows), moved, right - left)


def _wide(spot: Spot, sizes: Sizes) -> float:
    return sizes.box_wide if spot.body else sizes.passing


def _least(row: Sequence[Spot], sizes: Sizes) -> float:
    return sum(_wide(spot, sizes) for spot in row) + sizes.across * (len(row) - 1)


def _packed(row: Sequence[Spot], wanted: Sequence[float], within: float, sizes: Sizes) -> dict[Spot, float]:
    """As near to where each is wanted as the room between them allows, in their order, within the width."""
    if not row:
        return {}
    offsets = [_wide(row[0], sizes) / 2]
    for before, after in pairwise(row):
        offsets.append(offsets[-1] + (_wide(before, sizes) + _wide(after, sizes)) / 2 + sizes.across)
    slack = within - _least(row, sizes)
    blocks: list[tuple[float, int]] = []  # the mean of what is wanted, of so many side by side
    for place, offset in zip(wanted, offsets, strict=True):
        block = (place - offset, 1)
        while blocks and blocks[-1][0] > block[0]:
            mean, count = blocks.pop()
            block = ((mean * count + block[0] * block[1]) / (count + block[1]), count + block[1])
        blocks.append(block)
    shifts = [min(max(mean, 0.0), slack) for mean, count in blocks for _ in range(count)]
    return {spot: shift + offset for spot, shift, offset in zip(row, shifts, offsets, strict=True)}
