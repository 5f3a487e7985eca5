"""Texts found again by their words, without holding each of many against each of many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from boarddesk.rules.names.likeness import ALIKE, bare, share, words_of

LOOKS: Final = 500_000
"""How much is looked at on behalf of one document, which has hundreds of texts rather than thousands."""
_A_TEXT: Final = 4
"""What it takes to hold two texts against each other, in looks."""


class TextIndex:
    """Texts by their words: which of them say the same as another, which say nearly the same.

    It looks at so much and no more: once `is_spent`, it finds nothing.
    """

    def __init__(self, texts: Iterable[str], *, looks: int = LOOKS) -> None:
        self._left = looks
        self._asked: dict[str, frozenset[str]] = {}
        self._words: list[frozenset[str]] = []
        self._same: dict[str | frozenset[str], list[int]] = {}
        self._with: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            words = words_of(text)
            self._words.append(words)
            self._same.setdefault(words or bare(text), []).append(place)
            for word in words:
                self._with.setdefault(word, []).append(place)

    @property
    def is_spent(self) -> bool:
        """Whether it has looked at as much as it may, and there may be more than it found."""
        return self._left <= 0

    def same(self, text: str) -> list[int]:
        """The places of the texts in the same words, in their order."""
        found = self._same.get(self._words_of(text) or bare(text), [])
        self._left -= len(found) + 1
        return [] if self.is_spent else found

    def alike(self, text: str) -> list[int]:
        """The places of those that could be the text in slightly new words, the likest first."""
        words = frozenset() if self.is_spent else self._words_of(text)
        if not words:
            return self.same(text)
        # Two texts alike by ALIKE share at least three words in seven of either: one of all but so many, less
        # one, is in both, and the rarest are in the fewest.
        rarest = sorted(words, key=lambda word: (len(self._with.get(word, ())), word))
        telling = rarest[: len(words) - -(-3 * len(words) // 7) + 1]
        lists = [self._with[word] for word in telling if word in self._with]
        self._left -= len(words) + sum(map(len, lists))
        if self.is_spent:
            return []
        places = sorted(set[int]().union(*lists))
        self._left -= _A_TEXT * len(places)
        shares = ((share(words, self._words[place]), place) for place in places)
        likest = sorted((-likeness, place) for likeness, place in shares if likeness >= ALIKE)
        return [place for _, place in likest]

    def _words_of(self, text: str) -> frozenset[str]:
        if text not in self._asked:
            self._asked[text] = words_of(text)
        return self._asked[text]
