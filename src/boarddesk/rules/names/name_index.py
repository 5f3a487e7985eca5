"""People found by what their names have in common with another, without holding it against everybody's."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final

from rapidfuzz import fuzz, process

from boarddesk.rules.names.spellings import NameParts, name_parts
from boarddesk.rules.people import Person

LOOKS: Final = 4_000_000
"""How much is looked at on behalf of one document, in names held against another by their letters."""
_A_PERSON: Final = 100
"""What it takes to say why somebody may be meant, in looks."""
NEARLY: Final = 88
"""From how many of a hundred on two names may be one, but for a slip of the pen."""
NEARLY_SURNAME: Final = 85
"""The same of surnames, where the first names are related."""
MOST_OF_A_NAME: Final = 5
"""How many people of one name are told of."""


class NameIndex:
    """People by their names and by those they are remembered by.

    It looks at so much and no more: once `is_spent`, it finds only who has the very name.
    """

    def __init__(self, people: Iterable[Person] = (), *, looks: int = LOOKS) -> None:
        self._left = looks
        self._people: list[Person] = []
        self._named: dict[str, dict[int, None]] = {}
        self._signs: dict[str, set[int]] = {}
        self._by_letters: tuple[dict[str, set[int]], ...] = ({}, {}, {})
        for person in people:
            self.add(person)

    @property
    def is_spent(self) -> bool:
        """Whether it has looked at as much as it may, and more people may be meant than it found."""
        return self._left <= 0

    def add(self, person: Person) -> None:
        """One more, who comes after the others."""
        place = len(self._people)
        self._people.append(person)
        for name in (person.name, *person.aliases):
            parts = name_parts(name)
            self._named.setdefault(parts.key, {})[place] = None
            for sign in _signs(parts):
                self._signs.setdefault(sign, set()).add(place)
            for letters, text in zip(self._by_letters, _letters(parts), strict=True):
                letters.setdefault(text, set()).add(place)

    def named(self, wanted: NameParts) -> list[Person]:
        """Those who have this very name or are remembered by it, as many as are told of, in their order."""
        fitting = (self._people[place] for place in self._named.get(wanted.key, ()))
        return list(islice((one for one in fitting if not _contradicts(wanted, one)), MOST_OF_A_NAME))

    def near(self, wanted: NameParts) -> list[Person]:
        """Everybody who may be meant by a name: all others have no part of it and are not spelt nearly so."""
        found = set[int]().union(*(self._signs.get(sign, ()) for sign in _signs(wanted)))
        if wanted.first:
            self._left -= sum(map(len, self._by_letters))
            least = (NEARLY, NEARLY, NEARLY_SURNAME)
            of_each = zip(self._by_letters, _letters(wanted), least, strict=True)
            for letters, text, enough in () if self.is_spent else of_each:
                nearly = process.extract(
                    text, letters.keys(), scorer=fuzz.ratio, score_cutoff=enough, limit=None
                )
                found.update(*(letters[spelling] for spelling, _, _ in nearly))
        self._left -= _A_PERSON * len(found)
        return [] if self.is_spent else [self._people[place] for place in sorted(found)]


def _contradicts(wanted: NameParts, person: Person) -> bool:
    known = name_parts(person.name)
    return wanted.key == known.key and wanted.contradicts(known)


def _signs(parts: NameParts) -> set[str]:
    """What two names of one person have in common, unless they are only spelt nearly alike."""
    return {*parts.words, parts.surname, parts.joined, parts.bare_surname} - {""}


def _letters(parts: NameParts) -> tuple[str, str, str]:
    """The texts that are held against those of another name letter by letter."""
    return parts.key, " ".join(sorted(parts.key.split())), parts.surname
