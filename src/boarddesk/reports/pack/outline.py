"""The bookmarks of a pack: items, their papers, and below each paper the bookmarks it brought along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf


def write_bookmarks(pdf: Pdf, parts: Sequence[tuple[str, str, int]]) -> None:
    """Two levels over what the papers brought: of each part its item, its own title and how many pages.

    Parts of the same item that follow each other share its bookmark; one without a title of its own has
    that of the item alone.
    """
    starts, count = [], 0
    for _, _, pages in parts:
        starts.append(count)
        count += pages
    part_of = {
        page.obj.objgen: place
        for place, start in enumerate(starts)
        for page in pdf.pages[start : start + parts[place][2]]
    }
    with pdf.open_outline() as outline:
        brought: list[list[OutlineItem]] = [[] for _ in parts]
        for item in outline.root:
            place = _first(item, part_of)
            if place is not None:
                item.is_closed = True
                brought[place].append(item)
        outline.root.clear()
        for heading, group in groupby(enumerate(parts), key=lambda each: each[1][0]):
            of_item = list(group)
            top = _bookmark(pdf, heading, starts[of_item[0][0]])
            for place, (_, title, _) in of_item:
                under = top
                if title:
                    under = _bookmark(pdf, title, starts[place])
                    under.is_closed = True
                    top.children.append(under)
                under.children += brought[place]
            top.is_closed = not any(title for _, (_, title, _) in of_item)
            outline.root.append(top)


def _bookmark(pdf: Pdf, title: str, place: int) -> OutlineItem:
    page = pdf.pages[place].obj
    return OutlineItem(title, Array([page, Name.XYZ, None, None, None]))


def _first(item: OutlineItem, part_of: dict[tuple[int, int], int]) -> int | None:
    """The part a bookmark leads into, by itself or by those below it."""
    leads_to = item.destination
    page = leads_to[0] if isinstance(leads_to, Array) and len(leads_to) else None
    if isinstance(page, Dictionary) and page.objgen in part_of:
        return part_of[page.objgen]
    below: Iterable[int | None] = (_first(child, part_of) for child in item.children)
    return next((place for place in below if place is not None), None)
