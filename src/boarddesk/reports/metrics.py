"""How wide text stands in Arial: a column holds its longest word, pages are counted beforehand."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

# Advance widths in thousandths of the size, as the font's tables give them; all others count as a digit.
_REGULAR = {
    191: "'",
    222: "ijlł‘’",
    260: "|",
    334: "{}",
    400: "°",
    549: "≤≥≠±÷",
    834: "½¼¾",
    278: " !,./:;I[\\]ft\xa0",
    333: "()-`r“”·",
    350: "•",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz↑↓",
    584: "+<=>~×−",
    611: "FTZßø",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQØ",
    833: "Mm",
    889: "%æ",
    944: "W",
    850: "▲◆●✔○✖≈",  # they stand smaller than the text around them
    1000: "—…→←",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijlł\xa0‘’",
    280: "|",
    400: "°",
    549: "≤≥≠±÷",
    834: "½¼¾",
    333: "!()-:;[]`ft·",
    350: "•",
    389: "*r{}",
    474: '"',
    500: "z“”↑↓",
    584: "+<=>^~×−",
    611: "?FLTZbdghnopquß",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQwØ",
    833: "M",
    889: "%mæ",
    944: "W",
    975: "@",
    850: "▲◆●✔○✖≈",  # they stand smaller than the text around them
    1000: "—…→←",
}
_DIGIT = 556
_WIDTHS = {
    weight: {letter: width for width, letters in table.items() for letter in letters}
    for weight, table in ((False, _REGULAR), (True, _BOLD))
}
POINTS_PER_CM = 72 / 2.54
_BREAKS = re.compile(r"(?<=[ \n\t])|(?<=[–—-])(?=\w)")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Points the text takes on one line."""
    known = _WIDTHS[bold]
    return sum(known.get(letter) or _unknown(letter, bold=bold) for letter in text) * size / 1000


@lru_cache(maxsize=4096)
def _unknown(letter: str, *, bold: bool) -> int:
    """A letter with an accent is as wide as the one without; anything else counts as a digit."""
    base = unicodedata.normalize("NFD", letter)[0]
    return _WIDTHS[bold].get(base, _DIGIT)


def unbreakable(text: str) -> list[str]:
    """The pieces a line may not be broken inside."""
    return _BREAKS.split(text)


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Points of the widest piece that cannot be broken."""
    return max((width_of(piece.rstrip(" \n\t"), size, bold=bold) for piece in unbreakable(text)), default=0.0)


def lines_of(text: str, size: float, *, room: float, bold: bool = False) -> int:
    """How many lines the text takes in so many points."""
    return lines_of_runs(((text, bold),), size, room=room)


@lru_cache(maxsize=16384)
def lines_of_runs(runs: tuple[tuple[str, bool], ...], size: float, *, room: float) -> int:
    """The same for words in two weights that follow each other: each run says whether it is bold."""
    widths = [0.0]
    for text, bold in runs:
        known = _WIDTHS[bold]
        for letter in text:
            widths.append(widths[-1] + (known.get(letter) or _unknown(letter, bold=bold)))
    whole, most, start, count = "".join(text for text, _ in runs), room * 1000 / size + 0.5, 0, 0
    for line in whole.split("\n"):
        count += _wrapped(line, widths[start : start + len(line) + 1], most)
        start += len(line) + 1
    return count


def _wrapped(line: str, widths: Sequence[float], most: float) -> int:
    """How many lines; `widths` says how far the end of each letter is from the beginning."""
    count, begun, place = 1, 0, 0
    for piece in unbreakable(line):
        end = place + len(piece.rstrip(" "))
        if place > begun and widths[end] - widths[begun] > most:
            count, begun = count + 1, place
        while widths[end] - widths[begun] > most and end > begun + 1:  # it is broken inside
            begun = max(bisect_right(widths, widths[begun] + most, begun, end) - 1, begun + 1)
            count += 1
        place += len(piece)
    return count
