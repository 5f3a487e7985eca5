"""Statuses as documents show them: a word in the cell, a colour behind it, how the progress begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from boarddesk.importing.tables.grid import MOST_TEXTS, Cell
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Scheme, Status, StatusIs
from boarddesk.rules.statuses.words import colour_of, is_named, read_fill, read_opening, read_word

# At the head of a progress report a lone word must plainly be a verdict: “Met – …”, not “Met with parents”.
VERDICT = re.compile(
    r"\W*(?:[A-Z]{3,}\b|\w+\s*(?:[-–—:.,;!\n]|$)|(?i:(?:\w+ )?(?:on|off)[ -]track\b|(?:not|part\w*) ))"
)
UNCHOSEN = re.compile(r"\W*(?:choose|select|pick|click)\b.*", re.IGNORECASE)
"""What a drop-down shows before anything is chosen in it."""
OPEN_BOX = "☐"
BOX = re.compile("[☐☒☑🗹]")
CROSSED_BOX = re.compile(r"[☒☑🗹]\s*([^☐☒☑🗹\n]*)")
"""What is crossed where a cell offers boxes: `On track` of `☐ Complete`, `☒ On track`."""
REMARK = re.compile(r"\s*(?:[–—:;,(/]|\s-)\s*")
REMARK_SIGN = re.compile(r"[–—:;,(/]|\s-")
"""What parts a status from the remark behind it."""
LONGEST_SIGN = 40


@dataclass(frozen=True)
class Read:
    """A status read from a document, where it was read from, and what to say about it."""

    status: Status | None = None
    source: str = "none"  # shading, word or none
    note: str = ""

    @property
    def label(self) -> str:
        """The scheme's word for it; empty for none."""
        return self.status.label if self.status else ""

    @property
    def complete(self) -> bool:
        """Whether nothing more is to be done."""
        return self.status is not None and self.status.is_a is StatusIs.COMPLETE


@dataclass(frozen=True)
class StatusReader:
    """Reads statuses in the words of one scheme, by the document's own key where it has one.

    `signs` are what the key explains (a word, a letter, a coloured shape, as `plain_sign` spells it), `fills`
    the colours it explains.
    """

    scheme: Scheme = IMPROVEMENT_PLAN
    signs: Mapping[str, Status] = field(default_factory=dict)
    fills: Mapping[str, Status] = field(default_factory=dict)

    def of_cell(self, cell: Cell) -> Read:
        """The status a status cell shows; where word and colour differ, the word stands and it is said."""
        if OPEN_BOX in cell.text:
            crossed = CROSSED_BOX.findall(cell.text)
            cell = cell._replace(paragraphs=(crossed[0].strip(),) if len(crossed) == 1 else ())
        if UNCHOSEN.fullmatch(cell.line):
            return self.of_shading(cell.shading)
        keyed = self._by_key(cell.line)
        word, colour = read_word(cell.line, self.scheme), self.of_shading(cell.shading)
        opening = (
            keyed or word.status or read_opening(cell.text, self.scheme).status or self._of_half(cell.line)
        )
        if opening is not None:
            differs = colour.status is not None and colour.status.is_a is not opening.is_a
            return Read(opening, "word", f"The colour behind it says {colour.label}." if differs else "")
        said = f"{word.explained} {colour.note}".strip()
        return Read(colour.status, colour.source, said)

    def _of_half(self, line: str) -> Status | None:
        """The status that stands in one half of a cell in two languages: `Gwyrdd / Green`."""
        halves = {self._by_key(half) or read_word(half, self.scheme).status for half in line.split("/")}
        told = halves - {None}
        return told.pop() if "/" in line and len(told) == 1 else None

    def _by_key(self, line: str) -> Status | None:
        """What the document's key says of the whole cell, or of the sign it begins with."""
        whole = self.signs.get(plain_sign(line))
        if whole is not None or not self.signs:
            return whole
        first = re.split(r"\s*[-–—:=(,]\s*|\s+", line.strip(), maxsplit=1)[0]
        begun = self.signs.get(plain_sign(sign_of(line)))
        return begun or (self.signs.get(plain_sign(first)) if first != line else None)

    def of_shading(self, shading: str) -> Read:
        """What a colour means: by the key, else by the rules."""
        if shading in self.fills:
            return Read(self.fills[shading], "shading")
        read = read_fill(shading, self.scheme)
        return Read(read.status, "shading" if read.status else "none", read.explained)

    def is_label(self, text: str) -> bool:
        """Whether a text is a status of the scheme in its own words, by letter, or a colour alone."""
        sign = plain_sign(text)
        own = {word for status in self.scheme.statuses for word in (status.label, status.letter)}
        return sign in {word.casefold() for word in own} or colour_of(text) != ""

    def of_progress(self, progress: str) -> Read:
        """A status declared in the first words of a progress report."""
        declares = VERDICT.match(progress) and OPEN_BOX not in progress
        read = read_opening(progress, self.scheme) if declares else None
        if read is None or read.status is None:
            return Read()
        return Read(read.status, "word", "The status is read from the first words of the progress.")


def plain_sign(text: str) -> str:
    """A sign of a key as it is looked up: small letters, nothing around it."""
    return " ".join(text.replace("\ufe0f", "").casefold().strip(" .:;()[]*\n\t").split())


@lru_cache(maxsize=MOST_TEXTS)
def is_status(text: str) -> bool:
    """Whether a short text names a status of some scheme: a word, a letter, a colour, a coloured shape."""
    if UNCHOSEN.fullmatch(text):
        return len(text) <= LONGEST_SIGN
    if not text.isascii() and BOX.search(text):
        return any(is_named(option.strip()) for option in BOX.split(text) if option.strip())
    first = _before_remark(" ".join(text.split()))
    if len(text) > LONGEST_SIGN:
        return len(first) > 2 and is_named(first)
    return is_named(text) or (bool(first) and is_named(first))


def _before_remark(line: str) -> str:
    """What stands before the first remark."""
    rest = line
    while (sign := REMARK_SIGN.search(rest)) is not None:
        if before := rest[: sign.start()].rstrip():
            return before
        rest = rest[sign.end() :].lstrip()
    return rest


@lru_cache(maxsize=MOST_TEXTS)
def sign_of(text: str) -> str:
    """The sign that a status cell begins with where a remark follows: `Delayed` of `Delayed: no chair`."""
    line = " ".join(text.split())
    if BOX.search(line):
        crossed = CROSSED_BOX.search(line)
        return crossed[1].strip() if crossed else ""
    if is_named(line):
        return line
    parts = [part for part in REMARK.split(line) if part]
    if len(parts) == 2 and all(map(is_named, parts)) and not colour_of(parts[0]):
        return line  # `In progress – delayed` is neither of the two
    return parts[0] if parts else ""
