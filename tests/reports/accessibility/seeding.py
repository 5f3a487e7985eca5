"""How a fault is seeded into a good Word document: small changes of its parts, each said in a few words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from tests.reports.accessibility.good_documents import good_document
from tests.reports.sample_documents import full_document, long_document, parts_of

from boarddesk.reports.word.writer import write

Parts = dict[str, bytes]
Fault = Callable[[Parts], None]
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
CORE, APP, RELS, TYPES = (
    "docProps/core.xml",
    "docProps/app.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@cache
def base(name: str) -> bytes:
    """A good document to spoil: one of ours, or one as another program writes it."""
    if name in ("ours", "ours long"):
        return write(full_document() if name == "ours" else long_document())
    program, _, text = name.partition(": ")
    return good_document(program, text)


def parts(name: str) -> Parts:
    return parts_of(base(name))


def swap(part: str, old: str, new: str, *, count: int = 1) -> Fault:
    """Changes the words of one part."""

    def change(parts: Parts) -> None:
        before = parts[part].decode()
        after = before.replace(old, new, count)
        assert after != before, f"nothing to seed in {part}"
        parts[part] = after.encode()

    return change


def pattern(part: str, old: str, new: str = "", *, count: int = 0) -> Fault:
    """Changes what a pattern finds in one part."""

    def change(parts: Parts) -> None:
        before = parts[part].decode()
        after = re.sub(old, new, before, count=count, flags=re.DOTALL)
        assert after != before, f"nothing to seed in {part}"
        parts[part] = after.encode()

    return change


def body(xml: str) -> Fault:
    """Puts something before the end of the text."""

    def change(parts: Parts) -> None:
        text = parts[DOCUMENT].decode()
        at = text.rindex("<w:sectPr")
        parts[DOCUMENT] = (text[:at] + xml + text[at:]).encode()

    return change


def add(part: str, content: str | bytes, *, kind: str = "", type_: str = "", key: str = "rIdSeed") -> Fault:
    """Adds a part, with what leads to it and what it is, where they are named."""

    def change(parts: Parts) -> None:
        parts[part] = content.encode() if isinstance(content, str) else content
        if kind:
            relate(kind, part.removeprefix("word/"), key=key)(parts)
        if type_:
            override = f'<Override PartName="/{part}" ContentType="{type_}"/></Types>'
            swap(TYPES, "</Types>", override)(parts)

    return change


def relate(
    kind: str, target: str, *, key: str = "rIdSeed", outside: bool = False, whose: str = RELS
) -> Fault:
    mode = ' TargetMode="External"' if outside else ""
    relation = f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return swap(whose, "</Relationships>", f"{relation}</Relationships>")


def drop(part: str) -> Fault:
    def change(parts: Parts) -> None:
        del parts[part]

    return change


def both(*faults: Fault) -> Fault:
    def change(parts: Parts) -> None:
        for fault in faults:
            fault(parts)

    return change


def run(text: str, properties: str = "") -> str:
    rPr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rPr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def said(text: str, properties: str = "", paragraph: str = "") -> str:
    pPr = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    return f"<w:p>{pPr}{run(text, properties)}</w:p>"


def styled(text: str, style: str) -> str:
    return said(text, paragraph=f'<w:pStyle w:val="{style}"/>')


def style(key: str, properties: str, *, kind: str = "paragraph", based: str = "", name: str = "") -> Fault:
    """Adds a style."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    made = (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{key}"><w:name '
        f'w:val="{name or key}"/>{on}{properties}</w:style>'
    )
    return swap(STYLES, "</w:styles>", f"{made}</w:styles>")


def setting(xml: str) -> Fault:
    return swap(SETTINGS, "<w:defaultTabStop", f"{xml}<w:defaultTabStop")


def table(
    *rows: tuple[str, ...],
    look: str = "",
    style: str = "",
    header: bool = True,
    fills: dict[tuple[int, int], str] | None = None,
    inks: dict[tuple[int, int], str] | None = None,
    title: str = "Seeded",
    description: str = "One row each.",
) -> str:
    """A good table, as Word writes one."""
    fills, inks = fills or {}, inks or {}
    look = (
        look
        or 'w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
        'w:noHBand="0" w:noVBand="1"'
    )
    lines = ""
    for number, row in enumerate(rows):
        cells = "".join(
            f"<w:tc>"
            f"<w:tcPr>{fills.get((number, column), '')}"
            f"</w:tcPr>{said(text, inks.get((number, column), ''))}</w:tc>"
            for column, text in enumerate(row)
        )
        head = "<w:tblHeader/>" if header and number == 0 else ""
        lines += f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"
    styled = f'<w:tblStyle w:val="{style}"/>' if style else ""
    grid = '<w:gridCol w:w="2000"/>' * len(rows[0])
    words = f'<w:tblCaption w:val="{title}"/><w:tblDescription w:val="{description}"/>'
    return (
        f"<w:tbl><w:tblPr>{styled}<w:tblLook {look}/>{words}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>" + said("After it.")
    )


FOLDER = "C:" + r"\Users\jhall"
OURS, LONG = "ours", "ours long"
AGENDA, PLAN, PICTURES, MINUTES = "Word: agenda", "Word: plan", "Word: pictures", "Word: minutes"
LIBRE, GOOGLE, LIBRE_PLAN = "LibreOffice: agenda", "Google Docs: agenda", "LibreOffice: plan"
Variant = tuple[int, str, str, Fault]
TITLE = "Area 4 · Timely plans: highlight report"
AGENDA_TITLE = "Northmoor SEND Improvement Board: agenda"
FOOTER, HEADER, NUMBERING, FOOTNOTES = (
    "word/footer1.xml",
    "word/header1.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
)
ROWS = (("Ref", "What", "State"), ("1", "Plans", "Late"), ("2", "Reviews", "Done"))


def headed(text: str, level: int) -> str:
    return styled(text, f"Heading{level}")


def in_header(xml: str) -> Fault:
    return swap(HEADER, "</w:p></w:hdr>", f"{xml}</w:p></w:hdr>")


def in_footer(xml: str) -> Fault:
    return swap(FOOTER, "</w:p></w:ftr>", f"{xml}</w:p></w:ftr>")


def field(code: str, shown: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText '
        f'xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}<w:r><w:fldChar '
        f'w:fldCharType="end"/></w:r>'
    )


def lines(*texts: str) -> str:
    """One paragraph of several lines."""
    return (
        "<w:p><w:r>"
        + "<w:br/>".join(f'<w:t xml:space="preserve">{text}</w:t>' for text in texts)
        + "</w:r></w:p>"
    )


def tabbed(before: str, after: str) -> str:
    return f"<w:p><w:r><w:t>{before}</w:t><w:tab/><w:t>{after}</w:t></w:r></w:p>"


def table_style(*formats: str, whole: str = "") -> Fault:
    return style("Seeded", f"{whole}{''.join(formats)}", kind="table")


def for_place(kind: str, *, ink: str = "", fill: str = "") -> str:
    rPr = f'<w:rPr><w:color w:val="{ink}"/></w:rPr>' if ink else ""
    tcPr = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr>' if fill else ""
    return f'<w:tblStylePr w:type="{kind}">{rPr}{tcPr}</w:tblStylePr>'


STYLED_TABLE = body(table(*ROWS, style="Seeded"))
BANDED = (
    'w:val="04E0" w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1" w:noHBand="0" w:noVBand="0"'
)
BANDED_TABLE = body(table(*ROWS, ("3", "More", "Late"), style="Seeded", look=BANDED))


def shade(fill: str, more: str = "") -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"{more}/>'


def ink(colour: str, more: str = "") -> str:
    return f'<w:color w:val="{colour}"{more}/>'
