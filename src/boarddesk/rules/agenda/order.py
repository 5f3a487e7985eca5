"""The order of an agenda as the person made it: items one after the other, some under the one above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from boarddesk.rules.refused import Refused


@dataclass(frozen=True)
class Place:
    """Where an item stands: after the one before it, and under another or none."""

    id: str
    parent_id: str | None = None


Order = tuple[Place, ...]


def in_order(places: Sequence[Place]) -> Order:
    """The items with each sub-item right after the one it is under, else as given.

    An item under one that is not there, or is itself under another, stands for itself.
    """
    tops = {place.id for place in places if place.parent_id is None}
    mended = [place if place.parent_id in tops else Place(place.id) for place in places]
    return tuple(
        each
        for top in mended
        if top.parent_id is None
        for each in (top, *(place for place in mended if place.parent_id == top.id))
    )


def numbers(order: Sequence[Place]) -> dict[str, str]:
    """The number of each item: `4`, and `4.1` under it."""
    given: dict[str, str] = {}
    tops, under = 0, 0
    for place in order:
        if place.parent_id is None:
            tops, under = tops + 1, 0
            given[place.id] = str(tops)
        else:
            under += 1
            given[place.id] = f"{tops}.{under}"
    return given


def moved_up(order: Order, item_id: str) -> Order:
    """The item before the one above it, with all that is under it; the first stays where it is.

    The first under a heading goes to the end of the heading before, if there is one.
    """
    return _moved(order, item_id, up=True)


def moved_down(order: Order, item_id: str) -> Order:
    """The item after the one below it, with all that is under it; the last stays where it is."""
    return _moved(order, item_id, up=False)


def made_sub_item(order: Order, item_id: str) -> Order:
    """The item under the one above it, and what was under it too: there is one level of sub-items."""
    place = _place(order, item_id)
    tops = _blocks(order)
    at = next((index for index, block in enumerate(tops) if block[0] == place), None)
    if at is None:
        return order
    if at == 0:
        raise Refused("The first item has none above it to go under.")
    above = tops[at - 1][0].id
    return tuple(replace(each, parent_id=above) if each in tops[at] else each for each in order)


def made_item(order: Order, item_id: str) -> Order:
    """A sub-item as an item of its own, after the one it was under."""
    place = _place(order, item_id)
    if place.parent_id is None:
        return order
    blocks = _blocks(order)
    at = next(index for index, block in enumerate(blocks) if place in block)
    blocks[at] = [each for each in blocks[at] if each != place]
    return _joined([*blocks[: at + 1], [Place(item_id)], *blocks[at + 1 :]])


def put(order: Order, item_id: str, *, before: str | None, under: str | None = None) -> Order:
    """The item, with all that is under it, before another or at the end; `under` makes it a sub-item of that.

    Dropped among the sub-items of another it becomes one of them; refused where it would be under itself.
    """
    place = _place(order, item_id)
    block = next((block for block in _blocks(order) if block[0] == place), [place])
    if any(each.id in (before, under) for each in block):
        return order
    if under is not None:
        block = [replace(each, parent_id=under) for each in block]
    else:
        block = [Place(item_id), *block[1:]]
    rest = [each for each in order if each.id not in {gone.id for gone in block}]
    if before is None and under is not None:
        at = max(index for index, each in enumerate(rest) if under in (each.id, each.parent_id)) + 1
    elif before is None:
        at = len(rest)
    else:
        at = next((index for index, each in enumerate(rest) if each.id == before), len(rest))
    return in_order((*rest[:at], *block, *rest[at:]))


def _moved(order: Order, item_id: str, *, up: bool) -> Order:
    place = _place(order, item_id)
    blocks = _blocks(order)
    if place.parent_id is None:
        at = next(index for index, block in enumerate(blocks) if block[0] == place)
        to = at + (-1 if up else 1)
        if 0 <= to < len(blocks):
            blocks[at], blocks[to] = blocks[to], blocks[at]
        return _joined(blocks)
    at = next(index for index, block in enumerate(blocks) if place in block)
    block = blocks[at]
    within = block.index(place)
    to = within + (-1 if up else 1)
    if 1 <= to < len(block):
        block[within], block[to] = block[to], block[within]
        return _joined(blocks)
    beside = at + (-1 if up else 1)
    if 0 <= beside < len(blocks) and len(blocks[beside]) > 1:
        block.remove(place)
        taken = Place(item_id, blocks[beside][0].id)
        blocks[beside].insert(len(blocks[beside]) if up else 1, taken)
    return _joined(blocks)


def _place(order: Order, item_id: str) -> Place:
    found = next((place for place in order if place.id == item_id), None)
    if found is None:
        raise Refused("That item is no longer there.")
    return found


def _blocks(order: Order) -> list[list[Place]]:
    blocks: list[list[Place]] = []
    for place in order:
        if place.parent_id is None:
            blocks.append([place])
        else:
            blocks[-1].append(place)
    return blocks


def _joined(blocks: Sequence[Sequence[Place]]) -> Order:
    return tuple(place for block in blocks for place in block)
