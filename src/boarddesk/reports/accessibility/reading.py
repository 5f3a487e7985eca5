"""Reads Word's XML: switches, the words of a paragraph, the rows of a table, fields and their results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DC = "{http://purl.org/dc/elements/1.1/}"

Element = etree._Element

_TRANSPARENT = frozenset(
    f"{W}{name}"
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "del", "moveFrom")
)
_SAID = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-", f"{W}br": "\n", f"{W}cr": "\n"}
_WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))
_SPOKEN = (f"{W}t", f"{W}sym", *_SAID)
_SHOWN = frozenset(
    (f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sym", f"{A}blip", f"{W}fldChar", f"{W}footnoteReference",
     "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath")
)  # fmt: skip


def truth(element: Element | None) -> bool:
    """Whether an on-off property is on."""
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of Word's own, or nothing."""
    return "" if element is None else element.get(f"{W}{name}", "")


def local(element: Element) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(element: Element) -> str:
    """The words as they are read, deleted ones and field codes left out."""
    said: list[str] = []
    for each in element.iter(*_SPOKEN):
        parent = each.getparent()
        if each.tag == f"{W}t":
            said.append(each.text or "")
        elif each.tag == f"{W}sym":
            said.append(_symbol(each))
        elif parent is not None and parent.tag == f"{W}r":
            said.append(_SAID[str(each.tag)])
    return "".join(said).translate(_WITHOUT_WIDTH)


def _symbol(element: Element) -> str:
    code = value(element, "char")
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{2,5}", code) else ""


def says_something(element: Element) -> bool:
    """Whether a cell or a paragraph has words, a picture, a symbol or a formula."""
    return bool(text_of(element).strip()) or any(each.tag in _SHOWN for each in element.iter())


def parts_within(element: Element, tag: str) -> Iterator[Element]:
    """The children of a kind, those inside controls, smart tags and tracked changes too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from parts_within(child, tag)


def rows_of(table: Element) -> list[Element]:
    """The rows of a table, not those of tables inside it."""
    return list(parts_within(table, f"{W}tr"))


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    return list(parts_within(row, f"{W}tc"))


def around(element: Element, name: str) -> Element | None:
    """The nearest element of a name that stands around another."""
    return next(element.iterancestors(f"{W}{name}"), None)


def runs_of(paragraph: Element) -> Iterator[Element]:
    """The runs that say something, those in links included, those of a text box in it left out."""
    for run in paragraph.iter(f"{W}r"):
        if (
            around(run, "p") is paragraph
            and any(each.tag in _SPOKEN for each in run)
            and text_of(run).strip()
        ):
            yield run


def in_table(paragraph: Element) -> bool:
    """Whether a paragraph stands in a table."""
    return around(paragraph, "tbl") is not None


def folded(text: str) -> str:
    """Text compared without its kinds of spaces, dashes and quotes, marks of direction and capitals."""
    plain = text.replace("\u200e", "").replace("\u00ad", "").replace("\u2011", "-")
    for kinds, usual in (("‘’ʼ", "'"), ("“”„", '"'), ("–—‒", "-")):
        plain = re.sub(f"[{kinds}]", usual, plain)
    return " ".join(plain.split()).casefold()


def start_of(text: str) -> str:
    """The first words of a text, to find it again."""
    said = " ".join(text.split())
    return f"“{said[:60]}{'…' if len(said) > 60 else ''}”"


@dataclass
class Field:
    """A field of Word's: its code, what it shows, and the first element of it."""

    start: Element
    code: str = ""
    shown: str = ""
    finished: bool = False
    inside: list[Element] = field(default_factory=list, repr=False)

    @property
    def name(self) -> str:
        """The first word of the code, in capitals."""
        return (self.code.split() or [""])[0].upper()


def fields_of(root: Element) -> list[Field]:
    """Every field of a part, those inside others too, in the order in which they begin."""
    found: list[Field] = []
    under_way: list[Field] = []
    showing: list[Field] = []  # those whose code is over
    for each in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = value(each, "fldCharType")
        if each.tag == f"{W}fldSimple":
            simple = Field(each, value(each, "instr"), text_of(each), finished=True, inside=list(each.iter()))
            found.append(simple)
        elif each.tag == f"{W}t":
            for shown in showing:
                shown.shown += each.text or ""
                shown.inside.append(each)
        elif each.tag == f"{W}instrText":
            if under_way and under_way[-1] not in showing:
                under_way[-1].code += each.text or ""
        elif kind == "begin":
            under_way.append(Field(each))
            found.append(under_way[-1])
        elif under_way and kind == "separate":
            showing.append(under_way[-1])
        elif under_way and kind == "end":
            ended = under_way.pop()
            ended.finished = True
            showing = [shown for shown in showing if shown is not ended]
    return found
