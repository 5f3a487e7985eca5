"""A text changed on two sides since both knew it: what is being typed wins, nothing else is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from boarddesk.rules.minutes.block import Block


def merged(known: Sequence[Block], *, typed: Sequence[Block], kept: Sequence[Block]) -> tuple[Block, ...]:
    """What is `kept` elsewhere with what is `typed` here since `known`, in the order of what is kept.

    A block changed on both sides is as typed; one taken out on one side stays where the other changed it.
    """
    if tuple(typed) == tuple(known):
        return tuple(kept)
    if tuple(kept) == tuple(known):
        return tuple(typed)
    before = {block.id: block for block in known}
    ours = {block.id: block for block in typed if block.id}
    stays: list[Block] = []
    for block in kept:
        was, here = before.get(block.id), ours.get(block.id)
        if was is None or here == was:
            stays.append(block)
        elif here is not None:
            stays.append(here)
        elif block != was:
            stays.append(block)
    there = {block.id for block in stays}
    came_after: dict[str, list[Block]] = defaultdict(list)
    last = ""
    for block in typed:
        if block.id in there:
            last = block.id
        elif block != before.get(block.id):
            came_after[last].append(block)
    made = came_after[""]
    for block in stays:
        made += [block, *came_after[block.id]]
    return tuple(made)
