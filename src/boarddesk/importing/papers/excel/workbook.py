"""An Excel workbook looked through, sheet by sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from boarddesk.importing.papers.active_parts import file_links, macros
from boarddesk.importing.papers.elements import (
    Element,
    attribute,
    child,
    drop_attribute,
    each,
    relation_id,
    remove,
    words_in,
)
from boarddesk.importing.papers.excel.notes import comments
from boarddesk.importing.papers.excel.objects import objects, pivots
from boarddesk.importing.papers.excel.sheet import Sheet, Texts, empty, hiding_formats
from boarddesk.importing.papers.excel.values import freeze
from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.office_paper import OfficePaper, Relation
from boarddesk.importing.papers.pictures import without_words
from boarddesk.importing.papers.properties import PATH, kept, properties
from boarddesk.importing.tables.package import whole
from boarddesk.rules.papers.finding import FindingKind, PaperTrace
from boarddesk.rules.papers.placeholders import placeholders

_MACRO_ENFORCED = ("sheet", "lockStructure", "lockWindows", "lockRevision", "readOnlyRecommended")
_MACRO_SHEETS = ("xlMacrosheet", "xlIntlMacrosheet", "dialogsheet")
_ENFORCED = ("sheet", "lockStructure", "lockWindows", "lockRevision", "readOnlyRecommended")
_SHEETS = ("worksheet", "chartsheet", *_MACRO_SHEETS)


@dataclass(frozen=True)
class _Entry:
    """A sheet as the workbook lists it."""

    element: Element
    index: int
    relation: Relation

    @property
    def name(self) -> str:
        return self.element.get("name", "")


class ExcelPaper:
    """A workbook looked through, sheet by sheet."""

    def __init__(self, paper: OfficePaper) -> None:
        self.paper = paper
        leading = {relation.id: relation for relation in paper.related(paper.main, *_SHEETS)}
        listed = [(sheet, relation_id(sheet)) for sheet in each(child(paper.document, "sheets"), "sheet")]
        self._entries = [
            _Entry(sheet, index, leading[key]) for index, (sheet, key) in enumerate(listed) if key in leading
        ]
        texts = Texts(self._shared(), self._hiding())
        self.sheets = [
            Sheet(entry.name, entry.relation.part, root, texts)
            for entry in self._entries
            if not self._is_hidden(entry) and (root := paper.root(entry.relation.part)) is not None
        ]
        self._places = {sheet.part: sheet.place for sheet in self.sheets}
        self._frozen = False
        self._taken: list[_Entry] = []

    def _shared(self) -> tuple[str, ...]:
        roots = [self.paper.root(each.part) for each in self.paper.related(self.paper.main, "sharedStrings")]
        return tuple(words_in(text) for root in roots if root is not None for text in root.iter("{*}si"))

    def _hiding(self) -> frozenset[str]:
        found = [self.paper.root(each.part) for each in self.paper.related(self.paper.main, "styles")]
        return hiding_formats(found[0]) if found else frozenset()

    @staticmethod
    def _is_hidden(entry: _Entry) -> bool:
        state = entry.element.get("state", "visible")
        return state in ("hidden", "veryHidden") or entry.relation.kind in _MACRO_SHEETS

    # What is found

    def hits(self) -> Iterator[Hit]:
        """Everything found, each with what takes it away."""
        yield from self._links_to_workbooks()
        for entry in self._entries:
            if self._is_hidden(entry):
                yield Hit(self._hidden_sheet(entry), partial(self._take_sheet, entry))
        for sheet in self.sheets:
            yield from self._hidden_cells(sheet)
            yield from comments(self.paper, sheet)
            yield from objects(self.paper, sheet)
            yield from self._link_formulas(sheet)
        yield from pivots(self.paper, self.sheets)
        yield from macros(self.paper)
        yield from file_links(self.paper, lambda part, _: self._places.get(part, ""))
        yield from self._connections()
        yield from self._revisions()
        yield from properties(self.paper)
        yield from self._saved_in()
        yield from self._protection()

    @staticmethod
    def _hidden_sheet(entry: _Entry) -> PaperTrace:
        if entry.relation.kind in _MACRO_SHEETS:
            return PaperTrace(FindingKind.MACROS, f"sheet “{entry.name}”", what="a sheet of macros")
        return PaperTrace(FindingKind.HIDDEN_SHEETS, f"sheet “{entry.name}”", words=entry.name)

    def _hidden_cells(self, sheet: Sheet) -> Iterator[Hit]:
        hidden = sheet.hidden_cells()
        places = sheet.places(hidden)
        for line, cells in hidden.items():
            yield Hit(PaperTrace(FindingKind.HIDDEN_CELLS, places[line]), partial(self._empty, cells))
        for cell in sheet.formatted_away():
            place = f"{sheet.place}, {cell.get('r', '')}"
            yield Hit(PaperTrace(FindingKind.HIDDEN_TEXT, place), partial(self._empty, [cell]))

    def _links_to_workbooks(self) -> Iterator[Hit]:
        for relation in list(self.paper.related(self.paper.main, "externalLink")):
            addresses = [leading.address for leading in self.paper.relations(relation.part)]
            words = next((address for address in addresses if address), "")
            yield Hit(PaperTrace(FindingKind.FILE_LINKS, "formulas", words=words), self._take_links)

    def _link_formulas(self, sheet: Sheet) -> Iterator[Hit]:
        for formula in list(each(sheet.root, "f")):
            cell = formula.getparent()
            if (
                cell is not None
                and "HYPERLINK(" in (formula.text or "").upper()
                and PATH.search(formula.text or "")
            ):
                place = f"{sheet.place}, {cell.get('r', '')}"
                trace = PaperTrace(FindingKind.FILE_LINKS, place, words=formula.text or "")
                yield Hit(trace, partial(remove, formula))

    def _connections(self) -> Iterator[Hit]:
        for relation in list(self.paper.related(self.paper.main, "connections")):
            for connection in each(self.paper.root(relation.part), "connection"):
                trace = PaperTrace(
                    FindingKind.FILE_LINKS, "data connections", words=connection.get("name", "")
                )
                yield Hit(trace, partial(self._take_connections, relation))

    def _revisions(self) -> Iterator[Hit]:
        """The log of a workbook that several people shared and tracked."""
        relations = list(self.paper.related(self.paper.main, "revisionHeaders", "usernames"))
        for relation in relations:
            logs = {log.id: log.part for log in self.paper.related(relation.part, "revisionLog")}
            for header in each(self.paper.root(relation.part), "header"):
                changes = self.paper.root(logs.get(relation_id(header), ""))
                for _ in () if changes is None else changes:
                    trace = PaperTrace(FindingKind.TRACKED_CHANGES, who=header.get("userName", ""))
                    yield Hit(trace, partial(_take_all, relations))

    def _saved_in(self) -> Iterator[Hit]:
        for element in each(self.paper.document, "absPath"):
            holder = element.getparent()
            whole = holder if holder is not None and str(holder.tag).endswith("}Choice") else element
            around = whole.getparent() if whole is not element else None
            yield Hit(
                kept("the path", words=element.get("url", "")),
                partial(remove, element if around is None else around),
            )

    def _protection(self) -> Iterator[Hit]:
        roots = [self.paper.document, *(sheet.root for sheet in self.sheets)]
        for root in roots:
            for element in each(root, "workbookProtection", "sheetProtection", "fileSharing"):
                if not any(attribute(element, name) in ("1", "true") for name in _ENFORCED):
                    continue
                place = next((sheet.place for sheet in self.sheets if sheet.root is root), "the workbook")
                yield Hit(PaperTrace(FindingKind.PROTECTION, place), partial(remove, element))

    def remarks(self) -> Iterator[PaperTrace]:
        """What only its author can put right: placeholders, and pictures without words."""
        for sheet in self.sheets:
            for relation in self.paper.related(sheet.part, "drawing"):
                yield from without_words(self.paper.root(relation.part), sheet.place)
            for place, text in sheet.text_cells():
                for words in placeholders(text):
                    yield PaperTrace(FindingKind.PLACEHOLDERS, place, words=words)

    # What is taken

    def _freeze(self) -> None:
        if self._frozen:
            return
        self._frozen = True
        charts = [self.paper.root(part) for part in self.paper.parts() if "/charts/" in part]
        tables = [self.paper.root(part) for part in self.paper.parts() if "/tables/" in part]
        roots = [
            *(sheet.root for sheet in self.sheets),
            *(root for root in (*charts, *tables) if root is not None),
        ]
        freeze(roots, self.paper.package.name)
        _take_all(list(self.paper.related(self.paper.main, "calcChain")))

    def _empty(self, cells: list[Element]) -> None:
        self._freeze()
        empty(cells)

    def _take_links(self) -> None:
        self._freeze()
        _take_all(list(self.paper.related(self.paper.main, "externalLink")))
        for element in list(self.paper.document.iter("{*}externalReferences")):
            remove(element)
        self._take_names(re.compile(r"\[\d+\]"))

    def _take_sheet(self, entry: _Entry) -> None:
        """With the names that lead into it, and without the figures of others changing."""
        self._freeze()
        remove(entry.element)
        remove(entry.relation.element)
        self._taken.append(entry)
        quoted = re.escape(entry.name.replace("'", "''"))
        leading = re.compile(rf"'{quoted}'!|(?<![\w'.]){re.escape(entry.name)}!")
        self._take_names(leading)
        for sheet in self.sheets:
            _take_leading(sheet.root, leading)

    def _take_names(self, leading: re.Pattern[str]) -> None:
        for name in list(self.paper.document.iter("{*}definedName")):
            if leading.search(name.text or ""):
                remove(name)

    def _take_connections(self, relation: Relation) -> None:
        remove(relation.element)
        for part in self.paper.parts():
            tables = list(self.paper.related(part, "queryTable"))
            _take_all(tables)
            root = self.paper.root(part) if tables and "/tables/" in part else None
            for element in () if root is None else root.iter("{*}table", "{*}tableColumn"):
                for name in ("tableType", "connectionId", "queryTableFieldId"):
                    drop_attribute(element, name)

    # What no reader sees and nobody asks about

    def tidy(self) -> None:
        """Names of sheets that are gone, texts no cell shows, printers, and data models."""
        if self._taken:
            self._renumber()
        for part in self.paper.parts():
            for relation in list(self.paper.related(part, "printerSettings")):
                remove(relation.element)
                for setup in each(self.paper.root(part), "pageSetup"):
                    drop_attribute(setup, "id")
            if "/drawings/" in part and part.endswith(".xml"):
                for element in each(self.paper.root(part), "sp", "pic", "graphicFrame", "cxnSp"):
                    if element.get("macro"):
                        element.set("macro", "")
        for relation in list(
            self.paper.related(self.paper.main, "customXml", "person", "revisionHeaders", "usernames")
        ):
            remove(relation.element)
        for sheet in self.sheets:
            _drop_empty_lists(sheet.root)
        self._take_unused_texts()

    def _renumber(self) -> None:
        gone = {entry.index for entry in self._taken}
        for name in list(self.paper.document.iter("{*}definedName")):
            index = whole(name.get("localSheetId"), -1)
            if index in gone:
                remove(name)
            elif index >= 0:
                name.set("localSheetId", str(index - sum(taken < index for taken in gone)))
        for names in list(self.paper.document.iter("{*}definedNames")):
            if not len(names):
                remove(names)
        for view in self.paper.document.iter("{*}workbookView"):
            drop_attribute(view, "activeTab")
            drop_attribute(view, "firstSheet")
        for relation in self.paper.related("", "extended-properties", "extendedProperties"):
            for element in list(each(self.paper.root(relation.part), "HeadingPairs", "TitlesOfParts")):
                remove(element)

    def _take_unused_texts(self) -> None:
        used = {
            attribute_text
            for sheet in self.sheets
            for cell in sheet.root.iter("{*}c")
            if cell.get("t") == "s" and (attribute_text := _value(cell))
        }
        for relation in self.paper.related(self.paper.main, "sharedStrings"):
            root = self.paper.root(relation.part)
            for index, text in enumerate([] if root is None else list(root.iter("{*}si"))):
                if str(index) not in used and words_in(text):
                    for part in list(text)[1:]:
                        text.remove(part)
                    for part in text:
                        for inner in list(part):
                            part.remove(inner)
                        part.text = ""
                        part.tag = str(part.tag).rpartition("}")[0] + "}t"


def _value(cell: Element) -> str:
    value = child(cell, "v")
    return "" if value is None else value.text or ""


def _take_all(relations: list[Relation]) -> None:
    for relation in relations:
        remove(relation.element)


def _take_leading(root: Element, leading: re.Pattern[str]) -> None:
    """Lists of choice, rules of colour, sparklines and links that lead into a sheet that is gone."""
    for element in list(root.iter("{*}formula", "{*}formula1", "{*}formula2", "{*}f")):
        if leading.search(element.text or ""):
            holder = next(element.iterancestors("{*}dataValidation", "{*}cfRule", "{*}sparkline"), None)
            if holder is not None:
                remove(holder)
    for link in list(root.iter("{*}hyperlink")):
        if leading.search(attribute(link, "location")):
            remove(link)


def _drop_empty_lists(root: Element) -> None:
    """A list with nothing in it is damage to Excel."""
    for holder in list(
        root.iter("{*}dataValidations", "{*}conditionalFormatting", "{*}hyperlinks", "{*}sparklines")
    ):
        if not len(holder):
            remove(holder)
        elif holder.get("count") is not None:
            holder.set("count", str(len(holder)))
