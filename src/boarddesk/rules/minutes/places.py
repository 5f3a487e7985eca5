"""Where blocks stand: positions with gaps, so that a new one moves few of the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

GAP: Final = 1 << 16


def placed(before: Sequence[int | None]) -> tuple[int, ...]:
    """Rising positions for blocks in their order, where each had one before or has none yet.

    As few move as the gaps allow: those that rise already stay, new ones share the gap between neighbours.
    """
    known = [position for position in before if position is not None]
    if len(known) == len(before) and all(low < high for low, high in pairwise((0, *known))):
        return tuple(known)
    stay = set(_longest_rise(before))
    kept = [position if at in stay else None for at, position in enumerate(before)]
    made: list[int] = []
    at = 0
    while at < len(kept):
        position = kept[at]
        if position is not None:
            made.append(position)
            at += 1
            continue
        end = next((later for later in range(at, len(kept)) if kept[later] is not None), len(kept))
        low = made[-1] if made else 0
        high = kept[end] if end < len(kept) else None
        step = GAP if high is None else (high - low) // (end - at + 1)
        if step < 1:
            return tuple(GAP * (place + 1) for place in range(len(kept)))
        made += [low + step * (place + 1) for place in range(end - at)]
        at = end
    return tuple(made)


def _longest_rise(before: Sequence[int | None]) -> list[int]:
    """The places of the longest rising run of positions: whoever is in it need not move."""
    ends: list[int] = []
    places: list[int] = []
    came_from: dict[int, int | None] = {}
    for at, position in enumerate(before):
        if position is None or position <= 0:
            continue
        rank = bisect_left(ends, position)
        came_from[at] = places[rank - 1] if rank else None
        ends[rank : rank + 1] = [position]
        places[rank : rank + 1] = [at]
    run: list[int] = []
    here = places[-1] if places else None
    while here is not None:
        run.append(here)
        here = came_from[here]
    return run[::-1]
