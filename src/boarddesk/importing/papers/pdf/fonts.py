"""What the signs of a font of a PDF mean, as far as the file says it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Object, Stream

from boarddesk.importing.papers.pdf.objects import items, name, part

_LARGEST_STREAM = 4 * 1024 * 1024
_GLYPHS = (
    "space period comma colon question hyphen bracketleft bracketright parenleft parenright slash zero one "
    "two three four five six seven eight nine quoteright endash"
)
_NAMES = dict(zip(_GLYPHS.split(), " .,:?-[]()/0123456789’–", strict=True))
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_BLOCK = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)


@dataclass
class PageFont:
    """What the signs of a font mean, and how wide they are."""

    signs: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    wide: int = 1
    usual: float = 500.0

    def read(self, content: bytes) -> tuple[str, float]:
        """The words and their width in thousandths of the type's size."""
        said, width = [], 0.0
        for at in range(0, len(content) - self.wide + 1, self.wide):
            sign = int.from_bytes(content[at : at + self.wide], "big")
            said.append(self.signs.get(sign, "" if self.wide > 1 else chr(sign)))
            width += self.widths.get(sign, self.usual)
        return "".join(said), width


def font_of(described: Object | None) -> PageFont:
    """A font as its dictionary describes it."""
    font = PageFont()
    if name(described, "/Subtype") == "Type0":
        font.wide, font.usual = 2, 1000.0
        for descendant in items(described, "/DescendantFonts")[:1]:
            font.usual = number(part(descendant, "/DW"), 1000.0)
            font.widths = _wide_widths(items(descendant, "/W"))
    else:
        first = int(number(part(described, "/FirstChar"), 0))
        font.widths = {first + at: number(width, 0) for at, width in enumerate(items(described, "/Widths"))}
        font.signs = _differences(part(described, "/Encoding"))
    meaning = part(described, "/ToUnicode")
    if isinstance(meaning, Stream):
        _read_meaning(meaning.read_bytes()[:_LARGEST_STREAM], font)
    return font


def number(found: Any, otherwise: float) -> float:
    """A number, or another where it is none."""
    try:
        return float(found)
    except (TypeError, ValueError):
        return otherwise


def _wide_widths(listed: list[Any]) -> dict[int, float]:
    """`1 [500 600] 10 20 700`: widths from a sign on, or one for a run of signs."""
    widths: dict[int, float] = {}
    at = 0
    while at + 1 < len(listed):
        first, following = int(number(listed[at], 0)), listed[at + 1]
        if isinstance(following, Array):
            widths |= {first + step: number(width, 0) for step, width in enumerate(list(following))}
            at += 2
        else:
            last = min(int(number(following, 0)), first + 0xFFFF)
            width = number(listed[at + 2], 0) if at + 2 < len(listed) else 0
            widths |= dict.fromkeys(range(first, last + 1), width)
            at += 3
    return widths


def _differences(encoding: Any) -> dict[int, str]:
    signs: dict[int, str] = {}
    at = 0
    for entry in items(encoding, "/Differences"):
        if isinstance(entry, int):
            at = entry
            continue
        named = str(entry).lstrip("/")
        signs[at] = named if len(named) == 1 else _NAMES.get(named, "")
        at += 1
    return signs


def _read_meaning(table: bytes, font: PageFont) -> None:
    for kind, block in _BLOCK.findall(table):
        if kind == b"codespacerange":
            widest = max((len(code.replace(b" ", b"")) // 2 for code in _HEX.findall(block)), default=1)
            font.wide = max(1, min(widest, 4))
        elif kind == b"bfchar":
            codes = _HEX.findall(block)
            for sign, meant in zip(codes[::2], codes[1::2], strict=False):
                font.signs[_code(sign)] = _words(meant)
        else:
            _read_range(block, font)


def _read_range(block: bytes, font: PageFont) -> None:
    for first, last, listed, start in re.findall(
        rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:\[([^\]]*)\]|<([0-9A-Fa-f]+)>)", block
    ):
        begins, ends = _code(first), min(_code(last), _code(first) + 0xFFFF)
        if listed:
            font.signs |= {begins + at: _words(meant) for at, meant in enumerate(_HEX.findall(listed))}
        elif len(start) <= 4:
            font.signs |= {begins + at: chr(_code(start) + at) for at in range(ends - begins + 1)}
        else:
            font.signs[begins] = _words(start)


def _code(digits: bytes) -> int:
    return int(digits.replace(b" ", b"") or b"0", 16)


def _words(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
