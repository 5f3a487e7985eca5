"""The pages there are, in the order of the navigation. A page is imported when it is first made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from boarddesk.ui.page import Page


@dataclass(frozen=True)
class PageEntry:
    """One page: its key, its word and icon, the group it stands in (0: reached from elsewhere), how it is made."""

    name: str
    title: str
    icon: str
    group: int
    opens: frozenset[str]
    make: Callable[[], Page]


PAGES: tuple[PageEntry, ...] = ()
