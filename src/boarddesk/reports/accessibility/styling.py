"""How a paragraph and a run look: defaults, table style, paragraph style, character style, their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from boarddesk.reports.accessibility.reading import Element, W, around, cells_of, rows_of, truth, value


@dataclass(frozen=True)
class Style:
    """A style as the file gives it."""

    key: str
    name: str
    based_on: str
    element: Element = field(repr=False)


@dataclass(frozen=True)
class CellPlace:
    """Where a cell stands in its table: what the conditional formats of a table style ask."""

    row: int
    rows: int
    column: int
    columns: int


TableFormat = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Ground:
    """What a run stands on: the style of its paragraph, and the format of its place in a table."""

    paragraph: str
    table: TableFormat


@dataclass(frozen=True)
class Layer:
    """Properties of one origin: a style, the defaults, or the text itself."""

    properties: Element
    origin: str


class Looks:
    """The styles of a document, asked for one property at a time; the nearest that says anything wins."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._root = styles
        self._numbering = numbering
        self._grounds: dict[Element, Ground] = {}
        self._formats: dict[TableFormat, tuple[Element, ...]] = {("", ()): ()}
        self._format_of_cell: dict[Element, TableFormat] = {}
        self._paragraphs: dict[tuple[Ground, str], Element | None] = {}
        self._runs: dict[tuple[str, Ground], list[Layer]] = {}
        self._inherited: dict[tuple[str, Ground, str, str], Element | None] = {}
        self._switches: dict[tuple[str, Ground, str], bool] = {}
        self._cells: dict[int, tuple[Element, Element, CellPlace]] = {}

    # Styles

    @cached_property
    def styles(self) -> dict[str, Style]:
        """Every style by its key."""
        found = () if self._root is None else self._root.iter(f"{W}style")
        return {
            value(each, "styleId"): Style(
                value(each, "styleId"), value(each.find(f"{W}name")), value(each.find(f"{W}basedOn")), each
            )
            for each in found
        }

    def _default(self, kind: str) -> str:
        return next(
            (
                key
                for key, style in self.styles.items()
                if value(style.element, "type") == kind
                and value(style.element, "default") in ("1", "true", "on")
            ),
            "",
        )

    @cached_property
    def default_style(self) -> str:
        """The key of the paragraph style used where none is named."""
        return self._default("paragraph") or "Normal"

    @cached_property
    def _default_character(self) -> str:
        return self._default("character")

    @cached_property
    def _default_table(self) -> str:
        return self._default("table")

    def chain(self, key: str) -> Iterator[Style]:
        """A style and those it is based on, nearest first."""
        seen: set[str] = set()
        while key in self.styles and key not in seen:
            seen.add(key)
            yield self.styles[key]
            key = self.styles[key].based_on

    @cached_property
    def defaults(self) -> Element | None:
        """The run properties every text starts from."""
        return None if self._root is None else self._root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def style_of(self, paragraph: Element) -> str:
        """The key of a paragraph's style."""
        said = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        return said if said in self.styles else self.default_style

    def style_name(self, paragraph: Element) -> str:
        """The name people see of a paragraph's style."""
        style = self.styles.get(self.style_of(paragraph))
        return style.name if style else ""

    # Paragraphs

    def of_paragraph(self, paragraph: Element, name: str) -> Element | None:
        """A paragraph property: its own, that of its style, of its table's style, the default."""
        own = paragraph.find(f"{W}pPr/{W}{name}")
        if own is not None:
            return own
        key = (self.ground_of(paragraph), name)
        if key not in self._paragraphs:
            self._paragraphs[key] = self._inherited_of_paragraph(*key)
        return self._paragraphs[key]

    def _inherited_of_paragraph(self, ground: Ground, name: str) -> Element | None:
        sources = [style.element for style in self.chain(ground.paragraph)]
        sources += self._formats.get(ground.table, ())
        sources += [] if self._root is None else self._root.findall(f"{W}docDefaults/{W}pPrDefault")
        found = (source.find(f"{W}pPr/{W}{name}") for source in sources)
        return next((each for each in found if each is not None), None)

    def ground_of(self, paragraph: Element) -> Ground:
        """What the runs of a paragraph inherit from."""
        if paragraph not in self._grounds:
            cell = around(paragraph, "tc")
            table = ("", ()) if cell is None else self._format_of(cell)
            self._grounds[paragraph] = Ground(self.style_of(paragraph), table)
        return self._grounds[paragraph]

    def outline_of(self, paragraph: Element) -> str:
        """The level of a heading from 0; Word's own heading styles have one also where it is omitted."""
        own = value(paragraph.find(f"{W}pPr/{W}outlineLvl"))
        if own:
            return own
        for style in self.chain(self.style_of(paragraph)):
            said = value(style.element.find(f"{W}pPr/{W}outlineLvl"))
            named = re.fullmatch(r"heading ([1-9])", style.name.casefold())
            if said or named:
                return said or str(int(named[1]) - 1 if named else 9)
        return ""

    def is_listed(self, paragraph: Element) -> bool:
        """Whether a paragraph is an item of a real list, with a mark or number that is shown."""
        return self.list_of(paragraph) in self.numbers

    def list_of(self, paragraph: Element) -> str:
        """The number of the list that a paragraph or its style names; 0 for none."""
        sources = [paragraph, *(style.element for style in self.chain(self.style_of(paragraph)))]
        found = (value(each.find(f"{W}pPr/{W}numPr/{W}numId")) for each in sources)
        return next(filter(None, found), "0")

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The lists of the document: their number and the kind of list each is."""
        found = () if self._numbering is None else self._numbering.findall(f"{W}num")
        return {value(each, "numId"): value(each.find(f"{W}abstractNumId")) for each in found}

    # Runs

    def layers(self, run: Element, paragraph: Element) -> list[Layer]:
        """Everything that speaks about a run, nearest first."""
        own = run.find(f"{W}rPr")
        inherited = self._layers_of(value(run.find(f"{W}rPr/{W}rStyle")), self.ground_of(paragraph))
        return inherited if own is None else [Layer(own, "own"), *inherited]

    def _layers_of(self, character: str, ground: Ground) -> list[Layer]:
        key = (character, ground)
        if key not in self._runs:
            found = [
                ("character", style.element) for style in self.chain(character or self._default_character)
            ]
            found += [
                ("normal" if style.key == self.default_style else "paragraph", style.element)
                for style in self.chain(ground.paragraph)
            ]
            found += [("table", part) for part in self._formats.get(ground.table, ())]
            properties = ((origin, element.find(f"{W}rPr")) for origin, element in found)
            made = [Layer(each, origin) for origin, each in properties if each is not None]
            self._runs[key] = made + ([] if self.defaults is None else [Layer(self.defaults, "default")])
        return self._runs[key]

    def of_run(self, run: Element, paragraph: Element, name: str, attribute: str = "") -> Element | None:
        """A run property, where an attribute is named the nearest that gives it."""
        own = run.find(f"{W}rPr/{W}{name}")
        if own is not None and (not attribute or value(own, attribute)):
            return own
        character = value(run.find(f"{W}rPr/{W}rStyle"))
        key = (character, self.ground_of(paragraph), name, attribute)
        if key not in self._inherited:
            self._inherited[key] = self._inherited_of_run(*key)
        return self._inherited[key]

    def _inherited_of_run(self, character: str, ground: Ground, name: str, attribute: str) -> Element | None:
        """What the style of plain text says like the defaults does not stand against the style of a table."""
        passed: Element | None = None
        for layer in self._layers_of(character, ground):
            found = layer.properties.find(f"{W}{name}")
            if found is None or (attribute and not value(found, attribute)):
                continue
            if layer.origin == "normal" and self._says_the_default(found, name):
                passed = passed if passed is not None else found
            elif layer.origin == "default" and passed is not None:
                return passed
            else:
                return found
        return passed

    def _says_the_default(self, found: Element, name: str) -> bool:
        default = None if self.defaults is None else self.defaults.find(f"{W}{name}")
        return dict(found.attrib) == ({f"{W}val": "auto"} if default is None else dict(default.attrib))

    def switch(self, run: Element, paragraph: Element, name: str) -> bool:
        """Whether bold, italics or hiding is on: styles turn each other over, the text itself decides."""
        own = run.find(f"{W}rPr/{W}{name}")
        if own is not None:
            return truth(own)
        key = (value(run.find(f"{W}rPr/{W}rStyle")), self.ground_of(paragraph), name)
        if key not in self._switches:
            origins: dict[str, bool] = {}
            for layer in self._layers_of(*key[:2]):
                found = layer.properties.find(f"{W}{name}")
                if found is not None:
                    origins.setdefault(
                        "paragraph" if layer.origin == "normal" else layer.origin, truth(found)
                    )
            self._switches[key] = origins.pop("default", False) or sum(origins.values()) % 2 == 1
        return self._switches[key]

    # Tables

    def place_of(self, cell: Element) -> tuple[Element, CellPlace] | None:
        """The table of a cell and its place there."""
        table = around(cell, "tbl")
        if table is None:
            return None
        if id(cell) not in self._cells:
            self._cells[id(cell)] = (cell, table, CellPlace(-1, 0, -1, 0))
            rows = rows_of(table)
            for row_number, row in enumerate(rows):
                cells = cells_of(row)
                for number, each in enumerate(cells):  # each is held, so that its id stays its own
                    place = CellPlace(row_number, len(rows), number, len(cells))
                    self._cells[id(each)] = (each, table, place)
        return self._cells[id(cell)][1:]

    def table_parts(self, cell: Element) -> tuple[Element, ...]:
        """What a table's style says of a cell, nearest first: formats for its place, then for all."""
        return self._formats[self._format_of(cell)]

    def _format_of(self, cell: Element) -> TableFormat:
        """The table style of a cell and the places in a table for which it has formats of its own."""
        if cell not in self._format_of_cell:
            self._format_of_cell[cell] = self._told_format(cell)
        return self._format_of_cell[cell]

    def _told_format(self, cell: Element) -> TableFormat:
        found = self.place_of(cell)
        if found is None:
            return "", ()
        table, place = found
        said = value(table.find(f"{W}tblPr/{W}tblStyle"))
        key = said if said in self.styles else self._default_table
        styles = list(self.chain(key))
        kinds = tuple(self._kinds(table, place, styles))
        if (key, kinds) not in self._formats:
            parts = [
                part
                for kind in kinds
                for style in styles
                for part in style.element.findall(f"{W}tblStylePr")
                if value(part, "type") == kind
            ]
            self._formats[key, kinds] = (*parts, *(style.element for style in styles))
        return key, kinds

    def _kinds(self, table: Element, place: CellPlace, styles: list[Style]) -> Iterator[str]:
        look = table.find(f"{W}tblPr/{W}tblLook")
        first_row, last_row = looks(look, "firstRow", 0x20), looks(look, "lastRow", 0x40)
        first_column, last_column = looks(look, "firstColumn", 0x80), looks(look, "lastColumn", 0x100)
        top, bottom = first_row and place.row == 0, last_row and place.row == place.rows - 1
        left, right = (
            first_column and place.column == 0,
            last_column and place.column == place.columns - 1,
        )
        corners = ((top, left, "nwCell"), (top, right, "neCell"), (bottom, left, "swCell"),
                   (bottom, right, "seCell"))  # fmt: skip
        yield from (kind for up, side, kind in corners if up and side)
        sides = ((left, "firstCol"), (right, "lastCol"), (top, "firstRow"), (bottom, "lastRow"))
        yield from (kind for on, kind in sides if on)
        if not looks(look, "noHBand", 0x200) and not top:
            band = (place.row - first_row) // _band(styles, "Row")
            yield "band2Horz" if band % 2 else "band1Horz"
        if not looks(look, "noVBand", 0x400) and not left:
            band = (place.column - first_column) // _band(styles, "Col")
            yield "band2Vert" if band % 2 else "band1Vert"


def _band(styles: list[Style], kind: str) -> int:
    sizes = (value(style.element.find(f"{W}tblPr/{W}tblStyle{kind}BandSize")) for style in styles)
    return next((int(size) for size in sizes if re.fullmatch("[1-9]\\d?", size)), 1)


def looks(look: Element | None, name: str, bit: int) -> bool:
    """Whether a part of a table's style is switched on in the table's options."""
    if look is None:
        return False
    said = value(look, name)
    if said:
        return said in ("1", "true", "on")
    bits = value(look)
    return bool(int(bits, 16) & bit) if re.fullmatch("[0-9A-Fa-f]+", bits) else False
