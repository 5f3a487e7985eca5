"""What hangs on a sheet besides its cells: embedded objects, whose pictures stay, and pivot tables."""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Iterator, Sequence
from functools import partial

from lxml import etree

from boarddesk.importing.papers.active_parts import ALT, object_name
from boarddesk.importing.papers.elements import Element, child, each, relation_id, remove
from boarddesk.importing.papers.excel.sheet import Sheet
from boarddesk.importing.papers.excel.values import DRAWING
from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.office_paper import OfficePaper, relations_of
from boarddesk.rules.papers.finding import FindingKind, PaperTrace

SPREADSHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def objects(paper: OfficePaper, sheet: Sheet) -> Iterator[Hit]:
    """Files embedded in a sheet."""
    taking = partial(_take_objects, paper, sheet)
    for relation in paper.related(sheet.part, "oleObject", "package"):
        name = object_name(paper.users(sheet.part).get(relation.id))
        yield Hit(PaperTrace(FindingKind.EMBEDDED, sheet.place, words=name), taking)


def _take_objects(paper: OfficePaper, sheet: Sheet) -> None:
    for relation in list(paper.related(sheet.part, "oleObject", "package")):
        remove(relation.element)
    for holder in list(sheet.root.iter("{*}oleObjects")):
        for shown in holder.iter("{*}objectPr"):
            _place_picture(paper, sheet, shown)
        remove(holder)


def _place_picture(paper: OfficePaper, sheet: Sheet, shown: Element) -> None:
    """The object's picture as a picture of the sheet, where the sheet has others."""
    pictures = {relation.id: relation.part for relation in paper.related(sheet.part, "image")}
    drawing = next((relation.part for relation in paper.related(sheet.part, "drawing")), "")
    root, anchor = paper.root(drawing), child(shown, "anchor")
    corners = [] if anchor is None else [child(anchor, "from"), child(anchor, "to")]
    target = pictures.get(relation_id(shown), "")
    key = _lead_to(paper, drawing, target) if target and len(corners) == 2 and None not in corners else ""
    if root is None or not key:
        return
    placed = etree.SubElement(root, f"{{{SPREADSHEET_DRAWING}}}twoCellAnchor")
    placed.extend(copy.deepcopy(corner) for corner in corners if corner is not None)
    picture = etree.SubElement(placed, f"{{{SPREADSHEET_DRAWING}}}pic")
    about = etree.SubElement(picture, f"{{{SPREADSHEET_DRAWING}}}nvPicPr")
    number = str(10_000 + len(root))
    etree.SubElement(about, f"{{{SPREADSHEET_DRAWING}}}cNvPr", id=number, name=f"Picture {number}", descr=ALT)
    etree.SubElement(about, f"{{{SPREADSHEET_DRAWING}}}cNvPicPr")
    fill = etree.SubElement(picture, f"{{{SPREADSHEET_DRAWING}}}blipFill")
    etree.SubElement(fill, f"{{{DRAWING}}}blip", {f"{{{RELATIONSHIPS}}}embed": key})
    etree.SubElement(etree.SubElement(fill, f"{{{DRAWING}}}stretch"), f"{{{DRAWING}}}fillRect")
    shape = etree.SubElement(picture, f"{{{SPREADSHEET_DRAWING}}}spPr")
    etree.SubElement(shape, f"{{{DRAWING}}}prstGeom", prst="rect")
    etree.SubElement(placed, f"{{{SPREADSHEET_DRAWING}}}clientData")


def _lead_to(paper: OfficePaper, part: str, target: str) -> str:
    """A new relationship of a part that has some."""
    known = paper.root(relations_of(part))
    if known is None:
        return ""
    key = f"picture{len(known) + 1}"
    where = posixpath.relpath(target, posixpath.dirname(part))
    own = etree.QName(known).namespace
    etree.SubElement(known, f"{{{own}}}Relationship", Id=key, Type=f"{RELATIONSHIPS}/image", Target=where)
    return key


def pivots(paper: OfficePaper, sheets: Sequence[Sheet]) -> Iterator[Hit]:
    """Rows kept behind pivot tables, whatever of them they show; the cells keep what they say."""
    taking = partial(_take_pivots, paper, sheets)
    for sheet in sheets:
        for trace in _pivots_of(paper, sheet):
            yield Hit(trace, taking)


def _pivots_of(paper: OfficePaper, sheet: Sheet) -> Iterator[PaperTrace]:
    for relation in paper.related(sheet.part, "pivotTable"):
        for cache in paper.related(relation.part, "pivotCacheDefinition"):
            if any(paper.related(cache.part, "pivotCacheRecords")):
                words = "the data behind a pivot table"
                yield PaperTrace(FindingKind.EMBEDDED, sheet.place, words=words)


def _take_pivots(paper: OfficePaper, sheets: Sequence[Sheet]) -> None:
    """All of them: pivot tables of several sheets may stand on the same rows."""
    for relation in list(paper.related(paper.main, "pivotCacheDefinition", "slicerCache")):
        remove(relation.element)
    for element in list(paper.document.iter("{*}pivotCaches")):
        remove(element)
    for element in list(paper.document.iter("{*}slicerCaches")):
        remove(next(element.iterancestors("{*}ext"), element))
    for sheet in sheets:
        _take_shown(paper, sheet)


def _take_shown(paper: OfficePaper, sheet: Sheet) -> None:
    for relation in list(paper.related(sheet.part, "pivotTable", "slicer")):
        remove(relation.element)
    for element in list(sheet.root.iter("{*}slicerList")):
        remove(next(element.iterancestors("{*}ext"), element))
    for drawing in paper.related(sheet.part, "drawing"):
        for slicer in list(each(paper.root(drawing.part), "slicer")):
            anchors = slicer.iterancestors("{*}twoCellAnchor", "{*}oneCellAnchor", "{*}absoluteAnchor")
            for anchor in list(anchors)[:1]:
                remove(anchor)
