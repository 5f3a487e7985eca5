"""The document's own key to its statuses, read before anything else, and the scheme it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from boarddesk.importing.statuses import UNCHOSEN, StatusReader, is_status, plain_sign, sign_of
from boarddesk.importing.tables.grid import MOST_TEXTS, Cell, Grid, Text
from boarddesk.rules.statuses.status import FILLS, SCHEMES, Scheme, Status, StatusIs
from boarddesk.rules.statuses.words import colour_of, kind_named, kind_of_sign, read_fill, read_word

COLOUR = (
    r"(?:dark |light )?(?:blue|green|amber|yellow|orange|red|pink|purple|white|gr[ea]y)"
    r"(?:\s*/\s*(?:green|red|amber))?"
)
SHAPE = "[🔴🟥🟠🟧🟡🟨🟢🟩🔵🟦⚪⬜✅]\ufe0f?"
NAME_OF_COLOUR = re.compile(COLOUR, re.IGNORECASE)
EXPLAINED = re.compile(
    rf"(?:(?<![\w/])(?P<sign>(?i:{COLOUR})(?:\s*\([A-Z]{{1,2}}\))?|[A-Z]{{1,2}})\s*(?:[-–—=:]|(?:means|is)\b)"
    rf"|(?P<shape>{SHAPE})\s*(?:[-–—=:]|(?:means|is)\b)?)\s*"
)
LETTER = re.compile(r"[A-Z]{1,2}\s*(?:[-–—=:]|(?:means|is)\b)")
COLOURS = ("blue", "green", "amber", "yellow", "orange", "red", "pink", "purple", "white", "grey", "gray")
HEAD = re.compile(
    r"\W*(?:(?:b?rag|status|progress|colour|color|rating)s?\W+)*(?:key|legend|ratings?|definitions?|guide)\b\W*",
    re.IGNORECASE,
)
LONGEST = 120
QUALIFIED = re.compile(
    r"\b(?:but|some|minor|slight|risks?|issues?|delays?|behind|concerns?)\b", re.IGNORECASE
)
UNPLAIN = (StatusIs.AT_RISK, StatusIs.OFF_COURSE)


@dataclass(frozen=True)
class KeyEntry:
    """An entry of a key: its sign (a word, letter or coloured shape), its fill and what it is to mean."""

    sign: str
    meaning: str
    fill: str = ""

    @property
    def is_a(self) -> StatusIs | None:
        """What it is: by its meaning, else by what the sign's colour usually says."""
        said = kind_named(self.meaning) or kind_named(self.sign)
        usual = kind_of_sign(self.sign)
        if usual in UNPLAIN and said is StatusIs.ON_COURSE and QUALIFIED.search(self.meaning):
            return usual
        return said or usual


@lru_cache(maxsize=MOST_TEXTS)
def explained_in(text: str) -> Sequence[KeyEntry]:
    """The entries of a key written as one text: `B = complete; G – on track; R: overdue`."""
    found = list(EXPLAINED.finditer(text)) if _has_sign(text) else []
    if not found:
        return ()
    ends = [following.start() for following in found[1:]] + [len(text)]
    entries = [
        KeyEntry(
            (one["sign"] or one["shape"]).strip(), " ".join(text[one.end() : end].split()).strip(" ;,.|•/")
        )
        for one, end in zip(found, ends, strict=True)
    ]
    return tuple(entry for entry in entries if entry.meaning and len(entry.meaning) <= LONGEST)


def _has_sign(text: str) -> bool:
    """Whether a colour, a letter or a shape stands somewhere in a text, which most say nothing of."""
    if LETTER.search(text) or (not text.isascii() and re.search(SHAPE, text)):
        return True
    small = text.casefold()
    return any(colour in small for colour in COLOURS)


def is_key(text: str) -> bool:
    """Whether a line explains two signs or more, or is headed as a key and explains one."""
    entries = [entry for entry in explained_in(text) if entry.is_a]
    return len(entries) >= (1 if HEAD.match(text) else 2) and len({entry.sign for entry in entries}) > 0


def key_of_table(grid: Grid) -> list[KeyEntry]:
    """The entries of a table that is a key, whichever way it lies; none where it is another table."""
    rows = [[cell for cell in row if cell.origin is None] for row in grid.rows]
    cells = [cell for row in rows for cell in row if not cell.empty or cell.shading]
    if not cells or len(cells) > 48 or max(len(cell.line) for cell in cells) > 2 * LONGEST:
        return []
    signs = sum(_is_sign(cell) for cell in cells)
    if signs < 2 or signs * 3 < len(cells):
        return []
    down = [entry for row in rows for entry in _pairs(row)]
    across = [entry for at in range(grid.width) for entry in _pairs([row[at] for row in grid.rows])]
    best = max(down, across, key=len) if len(down) != len(across) else down
    alone = [
        KeyEntry(cell.line, cell.line, cell.shading) for cell in cells if _is_sign(cell) and not cell.empty
    ]
    found = best if len(best) >= 2 else alone
    single = [entry for cell in cells for entry in explained_in(cell.line)]
    entries = single if len(single) > len(found) else found
    told = {(plain_sign(entry.sign), entry.fill) for entry in entries}
    return entries if len(told) + 1 >= len(entries) else []  # a key explains a sign once


def _is_sign(cell: Cell) -> bool:
    """Whether a cell is a sign that a key explains: a status's word or letter, or only its colour."""
    coloured = any(read_fill(cell.shading, scheme).status for scheme in SCHEMES) if cell.shading else False
    named = len(cell.line) <= 60 and (is_status(cell.line) or NAME_OF_COLOUR.fullmatch(cell.line) is not None)
    return (cell.empty and coloured) or (not cell.empty and named)


def _pairs(cells: Sequence[Cell]) -> Iterator[KeyEntry]:
    """A sign with what stands beside it, over and over along a row or a column."""
    signs: list[Cell] = []
    for at, cell in enumerate(cells):
        following = cells[at + 1] if at + 1 < len(cells) else None
        if _is_sign(cell) and (not signs or _is_short(cell)) and (signs or following is not None):
            signs.append(cell)
        elif signs and not cell.empty:
            for sign in signs:
                yield KeyEntry(sign.line, cell.line, sign.shading or cell.shading)
            signs = []
        elif cell.empty and cell.shading and following is not None:
            signs.append(cell)


def _is_short(cell: Cell) -> bool:
    """Whether a cell beside a sign is another way of writing it, and not what it means."""
    return NAME_OF_COLOUR.fullmatch(cell.line) is not None or len(cell.line) <= 2


def shaded_words(pieces: Iterable[Text | Cell]) -> Iterator[KeyEntry]:
    """Short shaded texts outside the plan's rows that are a status's words: a key of colours."""
    for piece in pieces:
        if piece.shading and len(piece.text) <= 60 and is_status(piece.text):
            yield KeyEntry(piece.text, piece.text, piece.shading)


# The scheme ------------------------------------------------------------------------------------------------

UNDER_WAY = (
    "in progress",
    "under way",
    "underway",
    "ongoing",
    "on going",
    "open",
    "started",
    "begun",
    "active",
    "doing",
)
"""Words that say only that an action is under way: nobody says that it is late."""
STANDARD = {
    StatusIs.COMPLETE: "Complete",
    StatusIs.ON_COURSE: "On track",
    StatusIs.AT_RISK: "At risk",
    StatusIs.OFF_COURSE: "Off track",
}
"""What a scheme of a document's own words is filled up with, so that every action can be given a status."""
ORDER = tuple(StatusIs)
OWN = "The document's own words"


@dataclass(frozen=True)
class Key:
    """What a document says of its statuses: its entries, and the signs and fills its plan uses."""

    entries: tuple[KeyEntry, ...] = ()
    signs: tuple[str, ...] = ()
    fills: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """What the entries say, each once: `Red: delayed; Green: on track`."""
        entries = [f"{entry.sign or 'this colour'}: {entry.meaning}" for entry in reversed(self.entries)]
        return "; ".join(reversed({entry.casefold(): entry for entry in entries}.values()))

    def reader(self, scheme: Scheme) -> StatusReader:
        """How its statuses are read in the words of a scheme."""
        signs: dict[str, Status] = {}
        fills: dict[str, Status] = {}
        for entry in self.entries:
            status = _in_scheme(entry.sign, entry.is_a, scheme)
            if status is None:
                continue
            for sign in _spellings(entry.sign):
                signs.setdefault(sign, status)
            if entry.fill:
                fills.setdefault(entry.fill, status)
        for sign in map(plain_sign, self.signs):
            status = self._told(sign, scheme)
            if status is not None:
                signs.setdefault(sign, status)
        return StatusReader(scheme, signs, fills)

    def scheme(self) -> Scheme:
        """The shipped scheme that fits best; one of the document's own words where none says what it says."""
        used = [plain_sign(sign) for sign in self.signs]
        best = max(SCHEMES, key=lambda scheme: self._fit(scheme, used))
        own = self._own()
        return own if own is not None and self._unlike(best, used) else best

    def _fit(self, scheme: Scheme, used: Sequence[str]) -> float:
        """How well a scheme says what the document says: by its own labels and letters above all."""
        fit = 0.0
        for sign in used:
            status = self._told(sign, scheme)
            fit += 0 if status is None else 2 if _is_label(sign, status) else 1
        for entry in self.entries:
            status = _in_scheme(entry.sign, entry.is_a, scheme)
            fit += 0 if status is None else 1.5 if _is_label(plain_sign(entry.sign), status) else 0.5
        kinds = {read_fill(fill, scheme).status for fill in self.fills}
        return fit + 0.5 * len(kinds - {None})

    def _unlike(self, best: Scheme, used: Sequence[str]) -> bool:
        """Whether the best shipped scheme means something else by a sign, lacks one, or has other words."""
        if any(_is_otherwise(entry, best) for entry in self.entries):
            return True
        words = [sign for sign in used if self._kind(sign)]
        told = [(sign, self._told(sign, best)) for sign in words]
        if any(status is None for _, status in told):
            return True
        coloured = self.fills or self.entries or any(colour_of(sign) for sign in words)
        labels = sum(status is not None and _is_label(sign, status) for sign, status in told)
        return not coloured and labels * 2 < len(words)

    def _told(self, sign: str, scheme: Scheme) -> Status | None:
        """The status of the scheme that a sign of the document stands for."""
        return _in_scheme(sign, self._kind(sign), scheme)

    def _kind(self, sign: str) -> StatusIs | None:
        entry = next((entry for entry in self.entries if sign in _spellings(entry.sign)), None)
        if entry is not None:
            return entry.is_a
        return kind_named(sign) or kind_of_sign(sign) or (StatusIs.ON_COURSE if sign in UNDER_WAY else None)

    def _own(self) -> Scheme | None:
        """A scheme of the document's own words: those of its key, else those of its status column."""
        entries = list(self.entries) or [KeyEntry(sign, sign) for sign in dict.fromkeys(self.signs)]
        fit = [_in_full(entry) for entry in entries if colour_of(entry.sign) or len(entry.sign) > 2]
        by_label = {_key(entry.sign): entry for entry in reversed(fit) if self._kind_of(entry)}
        if len(by_label) < 2 or len(by_label) > 8:
            return None
        statuses: list[Status] = []
        for entry in reversed(by_label.values()):
            statuses.append(_own_status(entry, self._kind_of(entry), taken=statuses))
        if not self.entries:
            have = {status.is_a for status in statuses}
            for is_a, word in STANDARD.items():
                if is_a not in have:
                    statuses.append(_own_status(KeyEntry(word, word), is_a, taken=statuses))
        return Scheme(OWN, tuple(sorted(statuses, key=lambda status: ORDER.index(status.is_a))))

    def _kind_of(self, entry: KeyEntry) -> StatusIs | None:
        return entry.is_a or self._kind(plain_sign(entry.sign))


def _in_full(entry: KeyEntry) -> KeyEntry:
    """The entry under the colour's name where its sign is only a letter or a shape for one."""
    colour = colour_of(entry.sign)
    return replace(entry, sign=colour) if colour else entry


def _is_otherwise(entry: KeyEntry, scheme: Scheme) -> bool:
    """Whether the key means something else by a sign than the scheme that has it does."""
    named = read_word(entry.sign, scheme).status if entry.sign else None
    unlike = named is not None and entry.is_a is not None and named.is_a is not entry.is_a
    return unlike and named is not None and _is_label(plain_sign(entry.sign), named)


def _own_status(entry: KeyEntry, is_a: StatusIs | None, *, taken: Sequence[Status]) -> Status:
    is_a = is_a or StatusIs.NOT_KNOWN
    label = " ".join(entry.sign.split()).capitalize()
    letters = {status.letter for status in taken}
    letter = next((sign for sign in label.upper() if sign.isalpha() and sign not in letters), "")
    meaning = "" if plain_sign(entry.meaning) == plain_sign(entry.sign) else entry.meaning
    return Status(_key(label), label, letter, FILLS[kind_of_sign(entry.sign) or is_a], is_a, meaning)


def _key(label: str) -> str:
    """What tells a status of a document from its others: `On-track` and `On track` are one."""
    return re.sub(r"\W+", "_", label.lower()).strip("_")


def _is_label(sign: str, status: Status) -> bool:
    label = status.label.casefold()
    return sign in (label, status.letter.casefold()) or colour_of(sign) == label


def _spellings(sign: str) -> set[str]:
    """A sign with and without the letter in brackets behind it."""
    letter = re.search(r"\(([A-Z]{1,2})\)\s*$", sign)
    bare = re.sub(r"\s*\([A-Z]{1,2}\)\s*$", "", sign)
    return {plain_sign(spelt) for spelt in (sign, bare, letter[1] if letter else "") if spelt}


def _in_scheme(sign: str, is_a: StatusIs | None, scheme: Scheme) -> Status | None:
    """The status a sign stands for: the one of its name where it means the same, else the first that does."""
    named = read_word(sign, scheme).status if sign else None
    if named is not None and named.is_a is is_a:
        return named
    return next((status for status in scheme.statuses if status.is_a is is_a), None)


def used_signs(cells: Iterable[Cell]) -> Key:
    """The signs and fills that stand in the status column, each once; of a sign with a remark the sign."""
    signs: dict[str, None] = {}
    fills: dict[str, None] = {}
    for cell in cells:
        if UNCHOSEN.fullmatch(cell.line):
            continue
        if not cell.empty and is_status(cell.line):
            signs |= dict.fromkeys(filter(None, [sign_of(cell.line)]))
        elif cell.empty and cell.shading:
            fills.setdefault(cell.shading)
    return Key((), tuple(signs), tuple(fills))


def with_entries(key: Key, entries: Iterable[KeyEntry]) -> Key:
    """The key with what the document explains."""
    known = {(entry.sign, entry.fill): entry for entry in reversed(tuple(entries)) if entry.is_a}
    return replace(key, entries=tuple(reversed(known.values())))
