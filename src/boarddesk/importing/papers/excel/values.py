"""A workbook whose formulas have become their values, so that nothing misses what is taken out of it."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from boarddesk.importing.papers.elements import Element, child, drop_attribute, remove, words_in
from boarddesk.rules.refused import FileProblem

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FORMULAS_ELSEWHERE = ("calculatedColumnFormula", "totalsRowFormula")


def freeze(roots: Iterable[Element], name: str) -> None:
    """Every formula becomes the value last worked out, every chart keeps the figures it draws."""
    for root in roots:
        for formula in list(root.iter("{*}f")):
            cell = formula.getparent()
            if cell is not None and str(cell.tag).endswith("}c"):
                _freeze_cell(cell, formula, name)
        for formula in list(root.iter(*(f"{{*}}{element}" for element in _FORMULAS_ELSEWHERE))):
            remove(formula)
        freeze_chart(root)


def _freeze_cell(cell: Element, formula: Element, name: str) -> None:
    value = child(cell, "v")
    if (value is None or not value.text) and child(cell, "is") is None and cell.get("t") != "str":
        raise FileProblem(
            f"“{name}” holds formulas that were never worked out. Open it in Excel, save it, drop it again: "
            "then a clean copy can be made."
        )
    remove(formula)
    drop_attribute(cell, "cm")


def freeze_chart(root: Element) -> None:
    """A chart's references become the figures and names it last drew."""
    for reference in list(root.iter("{*}numRef", "{*}strRef", "{*}multiLvlStrRef")):
        cache = child(reference, "numCache")
        cache = cache if cache is not None else child(reference, "strCache")
        cache = cache if cache is not None else child(reference, "multiLvlStrCache", "lvl")
        holder = reference.getparent()
        if cache is None or holder is None:
            continue
        own = etree.QName(reference).namespace
        if str(holder.tag).endswith("}tx"):
            holder.replace(reference, _named(holder, own or "", words_in(cache, "v")))
            continue
        kind = "numLit" if str(reference.tag).endswith("}numRef") else "strLit"
        literal = etree.Element(f"{{{own}}}{kind}")
        if (counted := child(reference, "multiLvlStrCache", "ptCount")) is not None:
            literal.append(counted)
        literal.extend(list(cache))
        holder.replace(reference, literal)
    for extension in list(root.iter("{*}ext")):
        if (
            next(extension.iter("{http://schemas.microsoft.com/office/drawing/2012/chart}f"), None)
            is not None
        ):
            remove(extension)


def _named(holder: Element, own: str, words: str) -> Element:
    """The name of a series is a value; a title is a text."""
    series = holder.getparent()
    if series is not None and str(series.tag).endswith("}ser"):
        value = etree.Element(f"{{{own}}}v")
        value.text = words
        return value
    rich = etree.Element(f"{{{own}}}rich")
    etree.SubElement(rich, f"{{{DRAWING}}}bodyPr")
    paragraph = etree.SubElement(rich, f"{{{DRAWING}}}p")
    run = etree.SubElement(paragraph, f"{{{DRAWING}}}r")
    etree.SubElement(run, f"{{{DRAWING}}}t").text = words
    return rich
