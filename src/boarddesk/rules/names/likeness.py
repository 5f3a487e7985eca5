"""Whether two texts say the same, or nearly the same."""

from __future__ import annotations

import re
from typing import Final

ALIKE: Final = 0.6
"""How much of the words of two texts is shared, at least, where one is the other in slightly new words."""
_PLAIN: Final = str.maketrans(
    {**dict.fromkeys("‐‑‒–—―", "-"), **dict.fromkeys("‘’", "'"), **dict.fromkeys("“”", '"')}
)


def bare(text: str) -> str:
    """The text without what does not matter: kinds of quotes and dashes, spaces, the case of letters."""
    return " ".join(text.translate(_PLAIN).split()).casefold()


def same(first: str, second: str) -> bool:
    """Whether two texts say the same, but for spaces, quotes, dashes and the case of letters."""
    return first == second or bare(first) == bare(second)


def words_of(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(re.findall(r"\w+", bare(text)))


def likeness(first: str, second: str) -> float:
    """The share of words two texts have in common: 1 for the same, 0 for nothing in common."""
    return 1.0 if same(first, second) else share(words_of(first), words_of(second))


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the words of two texts is in both."""
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)


def alike(first: str, second: str) -> bool:
    """Whether one text could be the other in slightly new words."""
    return likeness(first, second) >= ALIKE
