"""Whether two texts say the same, or nearly the same."""

from __future__ import annotations

import re

ALIKE = 0.6
"""How much of the words of two texts is shared, at least, where one is the other in slightly new words."""


def bare(text: str) -> str:
    """The text without what does not matter: kinds of quotes and dashes, spaces, the case of letters."""
    plain = re.sub(r"[\u2010-\u2015]", "-", re.sub(r"[‘’]", "'", re.sub(r"[“”]", '"', text)))
    return " ".join(plain.split()).casefold()


def same(first: str, second: str) -> bool:
    """Whether two texts say the same, but for spaces, quotes, dashes and the case of letters."""
    return bare(first) == bare(second)


def likeness(first: str, second: str) -> float:
    """The share of words two texts have in common: 1 for the same, 0 for nothing in common."""
    if same(first, second):
        return 1.0
    one, other = (set(re.findall(r"\w+", bare(text))) for text in (first, second))
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)


def alike(first: str, second: str) -> bool:
    """Whether one text could be the other in slightly new words."""
    return likeness(first, second) >= ALIKE
