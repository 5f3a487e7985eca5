"""What can be done, as data: menus, row menus, keys, buttons and the search box offer the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Action:
    """One thing a person can do, wherever it is offered.

    `menu` is the menu it stands in ('File', 'Edit', 'Meeting', 'Plan', 'Reports', 'View', 'Help'; empty:
    none) and `keys` are its keys in the window; `words` are further words the search box finds it by;
    without `applies` it can always be done. Done to a row of a list, it has `row_keys` while the rows have
    the focus, and `row_title` where the menu of the row can say it shorter.
    """

    title: str
    run: Callable[[], object]
    menu: str = ""
    keys: str = ""
    icon: str = ""
    words: str = ""
    applies: Callable[[], bool] | None = None
    row_title: str = ""
    row_keys: str = ""

    def can_be_done(self) -> bool:
        """Whether it applies to things as they stand."""
        return self.applies is None or self.applies()

    def do(self) -> None:
        """Do it if it applies: who presses its keys has seen no menu in which it is off."""
        if self.can_be_done():
            self.run()

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
class SearchHit:
    """One record the search box found: opened by its kind and id, like any link in the window."""

    title: str
    detail: str
    kind: str
    id: str
    icon: str = "file"


SEPARATOR = "-"


def separator(menu: str) -> Action:
    """A line across a menu between what belongs together and the rest."""
    return Action(SEPARATOR, lambda: None, menu)
