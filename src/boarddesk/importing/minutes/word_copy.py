"""A returned Word copy: insertions, deletions, moves, breaks and comments by their authors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Final

from lxml import etree

from boarddesk.importing.minutes.remarks import Remarks, hand_of
from boarddesk.importing.papers.elements import attribute, child, is_on
from boarddesk.importing.tables.package import Package, sibling, too_big, too_deep
from boarddesk.importing.tables.source import NOT_WORD, SAVE_AS, word_document
from boarddesk.importing.tables.word.text import SIGNS, cleaned, seen
from boarddesk.rules.minutes.corrections.copy import CopyParagraph, CopyRun, Hand, WordCopy
from boarddesk.rules.refused import FileProblem

MOST_PARAGRAPHS: Final = 20_000
_COMING: Final = ("ins", "moveTo")
_GOING: Final = ("del", "moveFrom")
_MOVES: Final = ("moveTo", "moveFrom")
_SKIPPED: Final = {
    "pPr",
    "rPr",
    "sdtPr",
    "sdtEndPr",
    "instrText",
    "delInstrText",
    "fldData",
    "rt",
    "tblPr",
    "tblGrid",
    "sectPr",
}
_FORMATS: Final = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange")


def read_copy(path: Path) -> WordCopy:
    """The paragraphs of a returned copy, or a FileProblem saying why not.

    Read what you do not trust through `child.read_copy_apart`, which bounds time and memory too.
    """
    return copy_in(path, word_document(path))


def copy_in(path: Path, content: bytes) -> WordCopy:
    """The paragraphs of a document by its bytes; the path is only what it is called."""
    package = Package(path, content)
    part = package.main_part("word/document.xml")
    if part not in package or not part.casefold().endswith(".xml"):
        kind = "is an OpenDocument file." if "mimetype" in package else NOT_WORD
        raise FileProblem(f"“{path.name}” {kind}" + (f" {SAVE_AS}" if "mimetype" in package else ""))
    root = package.xml(part)
    body = child(root, "body")
    if body is None:
        raise FileProblem(f"“{path.name}” {NOT_WORD}")
    try:
        reader = CopyReader(package.name, Remarks.of(package, part))
        reader.blocks(body, _Hands())
    except RecursionError as trouble:
        raise too_deep(package.name) from trouble
    core = package.optional(sibling(package.related(""), "core-properties"))
    saved_by = (
        next((child(core, name) for name in ("lastModifiedBy", "creator")), None)
        if core is not None
        else None
    )
    formats = sum(1 for _ in root.iter(*(f"{{*}}{name}" for name in _FORMATS)))
    return WordCopy(
        tuple(reader.finished()), formats, (saved_by.text or "").strip() if saved_by is not None else ""
    )


@dataclass(frozen=True)
class _Hands:
    """Who put in and who took out what is being read; `moves` where a move is what did so."""

    put_in: Hand | None = None
    taken_out: Hand | None = None
    moves: bool = False

    def within(self, name: str, element: etree._Element) -> _Hands:
        """Inside an insertion, a deletion or an end of a move."""
        hand = hand_of(element)
        if name in _COMING:
            return replace(self, put_in=self.put_in or hand, moves=self.moves or name in _MOVES)
        return replace(self, taken_out=hand, moves=self.moves or name in _MOVES)


@dataclass
class CopyReader:
    """Walks one document's body."""

    name: str
    remarks: Remarks
    made: list[CopyParagraph] = field(default_factory=list)
    starts: list[list[str]] = field(default_factory=list)
    runs: list[tuple[CopyRun, bool]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    open_moves: dict[str, str] = field(default_factory=dict)
    named: str = ""
    begun: list[str] = field(default_factory=list)

    def blocks(self, element: etree._Element, hands: _Hands) -> None:
        """Take in the paragraphs below an element, in order; those of an added row are put in."""
        for name, one in seen(element):
            if name == "p":
                self._paragraph(one, hands)
            elif name in (*_COMING, *_GOING):
                self.blocks(one, hands.within(name, one))
            elif name == "tr":
                self.blocks(one, _of_row(one, hands))
            elif name in ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"):
                self._range(name, one)
            elif name in ("commentRangeStart", "commentRangeEnd"):
                self._remark(name, one)
            elif name not in _SKIPPED:
                self.blocks(one, hands)

    def _paragraph(self, paragraph: etree._Element, hands: _Hands) -> None:
        if len(self.made) >= MOST_PARAGRAPHS:
            raise too_big(self.name, f"has more than {MOST_PARAGRAPHS:,} paragraphs")
        before = (self.runs, self.boxes, self.begun, self.named)
        self.runs, self.boxes, self.begun, self.named = [], [], [], ""
        self._content(paragraph, hands)
        mark = child(paragraph, "pPr", "rPr")
        marks = (
            {name: one for name, one in seen(mark) if name in (*_COMING, *_GOING)} if mark is not None else {}
        )
        put_in = next((hand_of(marks[name]) for name in _COMING if name in marks), hands.put_in)
        taken_out = next((hand_of(marks[name]) for name in _GOING if name in marks), hands.taken_out)
        words = [moves for run, moves in self.runs if run.text.strip()]
        self.made.append(
            CopyParagraph(
                tuple(_joined(run for run, _ in self.runs)),
                put_in,
                taken_out,
                child(paragraph, "pPr", "numPr") is not None,
                self.named if words and all(words) else "",
            )
        )
        self.starts.append(self.begun)
        boxes = self.boxes
        self.runs, self.boxes, self.begun, self.named = before
        for box in boxes:
            self.blocks(box, hands)

    def _content(self, element: etree._Element, hands: _Hands) -> None:
        for name, one in seen(element):
            if name == "r":
                if not is_on(child(one, "rPr", "vanish")):
                    self._signs(one, hands)
            elif name in (*_COMING, *_GOING):
                if name in _MOVES:
                    self.named = self.named or next(reversed(self.open_moves.values()), attribute(one, "id"))
                self._content(one, hands.within(name, one))
            elif name in ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"):
                self._range(name, one)
            elif name in ("commentRangeStart", "commentRangeEnd"):
                self._remark(name, one)
            elif name == "txbxContent":
                self.boxes.append(one)
            elif name not in _SKIPPED:
                self._content(one, hands)

    def _signs(self, run: etree._Element, hands: _Hands) -> None:
        for name, one in seen(run):
            if name in ("t", "delText"):
                self._add(one.text or "", hands)
            elif name in SIGNS:
                self._add(" " if SIGNS[name] == "\n" else SIGNS[name], hands)
            elif name == "commentReference":
                self._remark(name, one)
            elif name == "txbxContent":
                self.boxes.append(one)
            elif name not in _SKIPPED:
                self._signs(one, hands)

    def _add(self, text: str, hands: _Hands) -> None:
        words = cleaned(text).replace("\n", " ")
        if words:
            self.runs.append((CopyRun(words, hands.put_in, hands.taken_out), hands.moves))
            if hands.taken_out is None:
                self.remarks.heard(words)

    def _range(self, name: str, element: etree._Element) -> None:
        """Both ends of a move bear one name; each has its own number."""
        number = attribute(element, "id")
        if name.endswith("Start"):
            self.open_moves[number] = attribute(element, "name")
        else:
            self.open_moves.pop(number, None)

    def _remark(self, name: str, element: etree._Element) -> None:
        number = attribute(element, "id")
        if name == "commentRangeEnd":
            self.remarks.end(number)
        elif self.remarks.begin(number, is_range=name == "commentRangeStart"):
            self.begun.append(number)

    def finished(self) -> Iterator[CopyParagraph]:
        """The paragraphs, each with the comments that begin in it."""
        for paragraph, begun in zip(self.made, self.starts, strict=True):
            yield replace(paragraph, remarks=tuple(self.remarks.taken(begun)))


def _of_row(row: etree._Element, hands: _Hands) -> _Hands:
    for name in (*_COMING, *_GOING):
        mark = child(row, "trPr", name)
        if mark is not None:
            return hands.within(name, mark)
    return hands


def _joined(runs: Iterator[CopyRun]) -> Iterator[CopyRun]:
    """Runs split anyhow made one where the same hands were at work."""
    for (put_in, taken_out), alike in groupby(runs, key=lambda run: (run.put_in, run.taken_out)):
        yield CopyRun("".join(run.text for run in alike), put_in, taken_out)
