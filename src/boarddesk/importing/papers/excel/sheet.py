"""A sheet of a workbook: which of its cells nobody sees, and what each cell says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from boarddesk.importing.papers.elements import Element, attribute, child, drop_attribute, words_in
from boarddesk.importing.tables.package import whole

_REF = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
LAST_COLUMN = 16_384


@dataclass(frozen=True)
class Area:
    """Merged cells, from corner to corner."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Texts:
    """What the cells of a workbook share: their texts, and the formats that show nothing."""

    shared: tuple[str, ...]
    hiding: frozenset[str]


class Sheet:
    """One sheet that is shown."""

    def __init__(self, name: str, part: str, root: Element, texts: Texts) -> None:
        self.name = name
        self.part = part
        self.root = root
        self._texts = texts

    @property
    def place(self) -> str:
        """The sheet in words."""
        return f"sheet “{self.name}”"

    def cells(self) -> Iterator[Element]:
        """Every cell with something in it."""
        for row in () if (data := child(self.root, "sheetData")) is None else data:
            for cell in row:
                if len(cell) and _holds(cell):
                    yield cell

    def hidden_cells(self) -> dict[tuple[bool, int], list[Element]]:
        """Cells in rows (true) and columns (false) nobody sees, by the row or column."""
        found: dict[tuple[bool, int], list[Element]] = {}
        if not self._rows_hidden and not self._columns_hidden:
            return found
        for cell in self.cells():
            across, down = position(cell)
            hidden_row, hidden_column = down in self._rows_hidden, across in self._columns_hidden
            if (hidden_row or hidden_column) and not self._seen_in_merged(down, across):
                found.setdefault((hidden_row, down if hidden_row else across), []).append(cell)
        return found

    def places(self, lines: Collection[tuple[bool, int]]) -> dict[tuple[bool, int], str]:
        """Hidden rows and columns in words, each with those beside it: `sheet “Costs”, rows 4 to 9`."""
        found: dict[tuple[bool, int], str] = {}
        run: list[tuple[bool, int]] = []
        for is_row, number in sorted(lines):
            run.append((is_row, number))
            if (is_row, number + 1) not in lines:
                found |= dict.fromkeys(run, self._run_in_words(run))
                run = []
        return found

    def _run_in_words(self, run: Sequence[tuple[bool, int]]) -> str:
        is_row = run[0][0]
        ends = [str(end) if is_row else letters(end) for end in dict.fromkeys((run[0][1], run[-1][1]))]
        noun = f"{'row' if is_row else 'column'}{'s' if len(ends) > 1 else ''}"
        return f"{self.place}, {noun} {' to '.join(ends)}"

    @cached_property
    def _rows_hidden(self) -> set[int]:
        data = child(self.root, "sheetData")
        return {
            whole(row.get("r"))
            for row in (() if data is None else data)
            if row.get("hidden") in ("1", "true") or row.get("ht") in ("0", "0.0")
        }

    @cached_property
    def _columns_hidden(self) -> set[int]:
        found: set[int] = set()
        for column in () if (columns := child(self.root, "cols")) is None else columns:
            if column.get("hidden") in ("1", "true") or column.get("width") in ("0", "0.0"):
                last = min(whole(column.get("max"), 1), LAST_COLUMN)
                found.update(range(whole(column.get("min"), 1), last + 1))
        return found

    @cached_property
    def _merged(self) -> dict[tuple[int, int], Area]:
        found: dict[tuple[int, int], Area] = {}
        for merged in () if (cells := child(self.root, "mergeCells")) is None else cells:
            corners = [column_and_row(corner) for corner in merged.get("ref", "").split(":")]
            if len(corners) == 2:
                (left, top), (right, bottom) = corners
                found[top, left] = Area(top, left, bottom, right)
        return found

    def _seen_in_merged(self, down: int, across: int) -> bool:
        """Whether a hidden cell is the corner of merged cells that reach into what is seen."""
        area = self._merged.get((down, across))
        if area is None:
            return False
        rows = any(row not in self._rows_hidden for row in range(area.top, area.bottom + 1))
        return rows and any(column not in self._columns_hidden for column in range(area.left, area.right + 1))

    def formatted_away(self) -> list[Element]:
        """Cells whose number format shows nothing: `;;;`."""
        if not self._texts.hiding:
            return []
        return [cell for cell in self.cells() if cell.get("s", "0") in self._texts.hiding]

    def text_cells(self) -> Iterator[tuple[str, str]]:
        """Each cell with words that are seen: where it is, and what it says."""
        unseen = {cell.get("r") for cells in self.hidden_cells().values() for cell in cells}
        unseen |= {cell.get("r") for cell in self.formatted_away()}
        for cell in self.cells():
            if cell.get("r") not in unseen and (text := self._text_of(cell)):
                yield f"{self.place}, {cell.get('r', '')}", text

    def _text_of(self, cell: Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return words_in(cell)
        value = child(cell, "v")
        said = "" if value is None else value.text or ""
        if kind == "s":
            index = int(said) if said.isdigit() else -1
            return self._texts.shared[index] if 0 <= index < len(self._texts.shared) else ""
        return said if kind == "str" else ""


def _holds(cell: Element) -> bool:
    return any(len(part) or part.text for part in cell)


def empty(cells: Iterable[Element]) -> None:
    """Leave the cells where they are with nothing in them."""
    for cell in cells:
        for part in list(cell):
            cell.remove(part)
        for name in ("t", "cm", "vm"):
            drop_attribute(cell, name)


def column_and_row(ref: str) -> tuple[int, int]:
    """`B4` → 2, 4."""
    match = _REF.fullmatch(ref.replace("$", ""))
    if match is None:
        return 0, 0
    across = 0
    for letter in match[1]:
        across = across * 26 + ord(letter) - 64
    return across, int(match[2])


def position(cell: Element) -> tuple[int, int]:
    """Column and row of a cell."""
    return column_and_row(cell.get("r", ""))


def letters(column: int) -> str:
    """28 → `AB`."""
    said = ""
    while column:
        column, rest = divmod(column - 1, 26)
        said = chr(65 + rest) + said
    return said


def hiding_formats(styles: Element | None) -> frozenset[str]:
    """The cell formats, by their number, that show nothing of what a cell holds."""
    known, looks = child(styles, "numFmts"), child(styles, "cellXfs")
    unseen = {
        attribute(code, "numFmtId")
        for code in ([] if known is None else known)
        if attribute(code, "formatCode").strip() == ";;;"
    }
    return frozenset(
        str(number)
        for number, look in enumerate([] if looks is None else looks)
        if look.get("numFmtId", "") in unseen
    )
