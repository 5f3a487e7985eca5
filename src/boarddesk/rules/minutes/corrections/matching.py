"""Which paragraph of a returned copy is which line of the draft: by its words, between headings, in order.

Word, LibreOffice and web editors rewrite bookmarks and numbering, so only the words count; the number before
a heading may stand in the text or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from boarddesk.rules.minutes.draft import Circulation, DraftItem, DraftLine

ALIKE: Final = 50.0
"""From how many of a hundred on two texts are taken for the same paragraph, changed."""
_WHOLE: Final = 60_000
"""Up to how many pairs all is compared; what is longer is held together by what is the same in both."""
_FEW_WORDS: Final = 4
_NEARLY_ALL: Final = 0.9
_MOST: Final = 1_000_000
_BY_LETTERS: Final = 85.0
_MARK: Final = re.compile(r"^\s*(?:[•·▪–◦o-]\s+|\(?\d+(?:\.\d+)*[.)]?\s+|\(?[a-z][.)]\s+)", re.IGNORECASE)


@dataclass(frozen=True)
class OutlineEntry:
    """The heading of an item, or a line under it."""

    item: DraftItem
    line: DraftLine | None = None

    @property
    def words(self) -> str:
        """What it says, as plainly as it can be compared."""
        return plainly(self.line.text if self.line else self.item.title)


def outline(draft: Circulation) -> tuple[OutlineEntry, ...]:
    """The headings and lines of a draft in the order they were printed; empty paragraphs say nothing."""
    return tuple(
        entry
        for item in draft.items
        for entry in (OutlineEntry(item), *(OutlineEntry(item, line) for line in item.lines))
        if entry.words
    )


def plainly(text: str) -> str:
    """A text without list mark, case and spacing."""
    return " ".join(_MARK.sub("", text, count=1).split()).casefold()


def list_mark(text: str) -> int:
    """How many letters the mark or number of a list takes at the beginning of a text."""
    found = _MARK.match(text)
    return found.end() if found else 0


def matched(entries: Sequence[OutlineEntry], texts: Sequence[str]) -> tuple[int | None, ...]:
    """For each text the place of its entry; None where it is none of them. The order of both is kept."""
    wanted, found = [entry.words for entry in entries], [plainly(text) for text in texts]
    is_row = [entry.line is not None and entry.line.kind.is_row for entry in entries]
    given: list[int | None] = [None] * len(texts)
    if len(wanted) * len(found) <= _WHOLE:
        for low, high in _between(wanted, found, (0, 0), (len(wanted), len(found)), is_row):
            given[high] = low
        return tuple(given)
    last = (0, 0)
    for entry, text, size in SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks():
        for low, high in _between(wanted, found, last, (entry, text), is_row):
            given[high] = low
        for step in range(size):
            given[text + step] = entry + step
        last = (entry + size, text + size)
    return tuple(given)


def _between(
    wanted: Sequence[str],
    found: Sequence[str],
    last: tuple[int, int],
    upto: tuple[int, int],
    is_row: Sequence[bool],
) -> Iterator[tuple[int, int]]:
    """Pairs among what lies between two exact matches: the most alike of all that keep the order."""
    rows, columns = range(last[0], upto[0]), range(last[1], upto[1])
    if not rows or not columns or len(rows) * len(columns) > _MOST:
        return
    scores = [[likeness(wanted[low], found[high], within=is_row[low]) for high in columns] for low in rows]
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for row in range(len(rows) - 1, -1, -1):
        for column in range(len(columns) - 1, -1, -1):
            score = scores[row][column]
            both = best[row + 1][column + 1] + score if score >= ALIKE else 0.0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], both)
    row = column = 0
    while row < len(rows) and column < len(columns):
        score = scores[row][column]
        if score >= ALIKE and best[row][column] == best[row + 1][column + 1] + score:
            yield rows[row], columns[column]
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1


def likeness(wanted: str, found: str, *, within: bool = False) -> float:
    """How much alike two plain texts are, of a hundred; `within` where more may stand around the words."""
    words, others = wanted.split(), found.split()
    if within:
        return 100 * LCSseq.similarity(words, others) / len(words) if words else 0.0
    shorter = min(len(words), len(others))
    shared = LCSseq.similarity(words, others)
    if shorter >= _FEW_WORDS and shared >= _NEARLY_ALL * shorter:
        return max(fuzz.ratio(words, others), ALIKE)  # one of them is the other with words left out
    by_words = fuzz.ratio(words, others)
    by_letters = fuzz.ratio(wanted, found, score_cutoff=_BY_LETTERS)
    return max(by_words, by_letters)


def share_found(
    entries: Sequence[OutlineEntry], texts: Sequence[str], given: Sequence[int | None], *, exactly: bool
) -> float:
    """How much of what the draft says is found again, by letters, or word for word: 0 to 1."""
    hit = {
        place
        for place, text in zip(given, texts, strict=True)
        if place is not None and (not exactly or entries[place].words in plainly(text))
    }
    all_letters = sum(len(entry.words) for entry in entries)
    return sum(len(entries[place].words) for place in hit) / all_letters if all_letters else 0.0
