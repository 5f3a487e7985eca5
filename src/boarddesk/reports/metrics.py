"""How wide text stands in Arial: a column holds its longest word, pages are counted beforehand."""

from __future__ import annotations

import re

# Advance widths in thousandths of the size, as the font's tables give them; all others count as a digit.
_REGULAR = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft\xa0",
    333: "()-`r“”·",
    350: "•",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz↑↓",
    584: "+<=>~×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    850: "▲◆●✔○✖≈",  # they stand smaller than the text around them
    1000: "—…→",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl\xa0‘’",
    280: "|",
    333: "!()-:;[]`ft·",
    350: "•",
    389: "*r",
    474: '"',
    500: "z“”↑↓",
    584: "+<=>^~×",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
    850: "▲◆●✔○✖≈",  # they stand smaller than the text around them
    1000: "—…→",
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
    return sum(known.get(letter, _DIGIT) for letter in text) * size / 1000


def unbreakable(text: str) -> list[str]:
    """The pieces a line may not be broken inside."""
    return _BREAKS.split(text)


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Points of the widest piece that cannot be broken."""
    return max((width_of(piece.rstrip(" \n\t"), size, bold=bold) for piece in unbreakable(text)), default=0.0)


def lines_of(text: str, size: float, *, room: float, bold: bool = False) -> int:
    """How many lines the text takes in so many points."""
    return sum(_wrapped(line, size, room=room, bold=bold) for line in text.split("\n"))


def _wrapped(line: str, size: float, *, room: float, bold: bool) -> int:
    count, used = 1, 0.0
    for piece in unbreakable(line):
        if used and used + width_of(piece.rstrip(" "), size, bold=bold) > room:
            count, used = count + 1, 0.0
        used += width_of(piece, size, bold=bold)
    return count
