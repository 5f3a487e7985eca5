"""Commands as data: what a menu, a shortcut and the search box all offer, and what searching finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """One action a person can ask for.

    `menu` is the menu it stands in ('File', 'Edit', 'Meeting', 'Plan', 'Reports', 'View', 'Help'; empty: only
    in the search box); `words` are further words it is found by.
    """

    title: str
    run: Callable[[], object]
    menu: str = ""
    shortcut: str = ""
    icon: str = ""
    words: str = ""
    enabled: Callable[[], bool] | None = None

    def matches(self, typed: str) -> bool:
        """Whether every word typed begins a word of the title or of the further words."""
        return _begins_words(typed, f"{self.title} {self.words}")

    def matches_title(self, typed: str) -> bool:
        """Whether the title alone has them: what is called so comes before what is merely found so."""
        return _begins_words(typed, self.title)


def _begins_words(typed: str, text: str) -> bool:
    known = text.casefold().split()
    return all(any(word.startswith(part) for word in known) for part in typed.casefold().split())


@dataclass(frozen=True)
class Found:
    """One record the search box found: opened by its kind and id, like any link in the window."""

    title: str
    detail: str
    kind: str
    id: str
    icon: str = "file"


SEPARATOR = "-"
