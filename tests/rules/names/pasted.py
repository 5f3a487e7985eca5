"""A pasted list read and matched in one go, as the window does it in two."""

from __future__ import annotations

from collections.abc import Iterable

from boarddesk.rules.names.listed import ListedName
from boarddesk.rules.names.lists import match_listed, read_names
from boarddesk.rules.names.matching import NameMatch
from boarddesk.rules.people import Person


def match_names(text: str, people: Iterable[Person]) -> tuple[tuple[ListedName, NameMatch], ...]:
    """Each name of the list with whom it is, or may be."""
    return tuple(match_listed(read_names(text).names, list(people)))
