"""A hundred documents that nobody means well with, or that are only far too big: made by the test itself."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from tests.importing.documents import cell, paragraph, row, table

WORD = "word/document.xml"
WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDS = [
    "waiting",
    "board",
    "therapy",
    "plan",
    "review",
    "health",
    "school",
    "voice",
    "family",
    "outcome",
    "local",
    "priority",
]
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Hostile:
    """One of them: how its file ends says what it comes in as."""

    name: str
    make: Callable[[], bytes]


def said(at: int, many: int) -> str:
    chance = random.Random(at)
    return " ".join(chance.choice(WORDS) for _ in range(many))


def person(at: int) -> str:
    first, last = ("Rowan", "Ines", "Kit", "Bea", "Noor"), ("Vale", "Fell", "Marsh", "Thorn", "Lowe")
    return f"{first[at % 5]} {last[at // 5 % 5]}{chr(97 + at // 25 % 26)}{chr(97 + at // 650 % 26)}"


def day(at: int) -> str:
    return (date(2001, 1, 1) + timedelta(at)).strftime("%d/%m/%Y")


# Lists with separators ------------------------------------------------------------------------------------


def separated(rows: Iterator[Sequence[str]]) -> bytes:
    return "\n".join(",".join(cells) for cells in rows).encode()


def register(people: int, meetings: int, sign: str = "P") -> bytes:
    head = ["Name", "Role", *(day(at * 7) for at in range(meetings))]
    lines = ([person(at), "Member", *([sign] * meetings)] for at in range(people))
    return separated(iter([head, *lines]))


def turned(people: int, meetings: int) -> bytes:
    head = ["Date", *(person(at) for at in range(people))]
    return separated(iter([head, *([day(at), *(["P"] * people)] for at in range(meetings))]))


def plan(rows: int, *, scheme: int = 3, refs: bool = True) -> bytes:
    head = ["Ref", "Action", "Lead", "By when", "RAG", "Progress"]
    lines = (
        [
            f"{at // 50 + 1}.{at % 50 + 1}" if refs else "",
            said(at, 12),
            person(at),
            day(9000 + at % 900),
            ("Red", "Amber", "Green")[at % 3] if scheme == 3 else f"stage {at % scheme}",
            said(at, 20),
        ]
        for at in range(rows)
    )
    return separated(iter([head, *lines]))


def risks(rows: int, wide: int = 1) -> bytes:
    scores = [f"{part} {at}" for at in range(wide) for part in ("Likelihood", "Impact", "Score")]
    lines = (
        [f"R{at}", said(at, 12), person(at), *([str(at % 5 + 1)] * len(scores)), said(at, 15)]
        for at in range(rows)
    )
    return separated(iter([["Ref", "Risk", "Owner", *scores, "Mitigation"], *lines]))


def scorecard(rows: int, months: int) -> bytes:
    head = ["KPI", "Target", *(f"{at % 12 + 1:02}/20{at // 12 + 10}" for at in range(months))]
    return separated(
        iter([head, *([said(at, 5), "95%", *([f"{at % 100}.5%"] * months)] for at in range(rows))])
    )


def grid(rows: int, columns: int) -> bytes:
    return separated([WORDS[(at + more) % 12] for more in range(columns)] for at in range(rows))


LISTS: dict[str, Callable[[], bytes]] = {
    "register of 200 by 190": partial(register, 200, 190),
    "register of 2,000 by 100": partial(register, 2_000, 100),
    "register of 19,000 by 20": partial(register, 19_000, 20),
    "register of strange signs": partial(register, 900, 60, "%%"),
    "register of sentences": partial(register, 900, 60, "sent apologies from " + "x" * 40),
    "register that stands on its side": partial(turned, 190, 3_000),
    "register of a great many days": partial(turned, 3, 19_000),
    "plan of 5,000": partial(plan, 5_000),
    "plan of 19,000": partial(plan, 19_000),
    "plan of 2,000 statuses": partial(plan, 4_000, scheme=2_000),
    "plan without refs": partial(plan, 4_000, refs=False),
    "risks of 5,000": partial(risks, 5_000),
    "risks of sixty scores": partial(risks, 2_000, 60),
    "scorecard of fifteen years": partial(scorecard, 3_000, 180),
    "all that a list may hold": partial(grid, 20_000, 200),
    "a row too many": partial(grid, 20_001, 2),
    "a column too many": partial(grid, 3, 201),
    "words in one column": lambda: "\n".join(said(at, 6) for at in range(11_000)).encode(),
    "names in one column": lambda: "\n".join(map(person, range(20_000))).encode(),
    "days in one column": lambda: "\n".join(map(day, range(19_000))).encode(),
    "children in one column": lambda: b"child\n" * 19_999,
    "pupils over children": lambda: b"Pupil name\nchild\n" * 9_999,
    "quotes": lambda: b'"a","b""c","d"\n' * 15_000 + b'"' * 30_001,
    "a quote that never ends": lambda: b'"' + b"Action,By when\n" * 35_000,
    "one line": lambda: said(1, 70_000).encode(),
    "one word": lambda: b"x" * 500_000,
    "one number": lambda: b"Action,By when\n" + b"9" * 400_000 + b",1",
    "nothing but separators": lambda: (b"," * 190 + b"\n") * 2_600,
    "half of a wide letter": lambda: b"\xff\xfe" + b"\x00\xd8" * 250_000,
    "noughts": lambda: b"\x00" * 500_000,
    "brackets": lambda: b"Action,By when\n" + b"(" * 200_000 + b"," + b"[" * 200_000,
    "words that almost are a day": lambda: b"Action,By when\n" + b"x,1 of the 1 of the " * 10_000,
    "spaces": lambda: b"Action,By when\nx," + b" \t" * 200_000 + b"y\n",
    "signs of a key": lambda: "\n".join(f"k{at},present" for at in range(19_000)).encode(),
}


# Packages --------------------------------------------------------------------------------------------------


def packed(parts: dict[str, bytes | str], *, types: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="'
            'application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/>{types}</Types>',
        )
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def relations(*targets: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def word(
    body: str, *, before: str = "", styles: str = "", more: Mapping[str, bytes | str] | None = None
) -> bytes:
    parts: dict[str, bytes | str] = {
        "_rels/.rels": relations(("officeDocument", WORD)),
        WORD: f'{before}<w:document xmlns:w="{WML}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": relations(("styles", "styles.xml")),
        "word/styles.xml": f'<w:styles xmlns:w="{WML}">{styles}</w:styles>',
    }
    return packed(parts | dict(more or {}))


def style(name: str, based: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{based}"/></w:style>'


def nested(depth: int) -> str:
    inside = paragraph("deep")
    for _ in range(depth):
        inside = table(row(cell(inner=inside))) + paragraph("")
    return inside


def changes(many: int) -> str:
    hand = 'w:author="Kit Fell" w:date="2026-06-15T10:00:00Z"'
    each = f'<w:ins w:id="1" {hand}><w:r><w:t>more </w:t></w:r></w:ins>'
    each += f'<w:del w:id="2" {hand}><w:r><w:delText>less </w:delText></w:r></w:del>'
    return "".join(f"<w:p>{each * 5}</w:p>" for _ in range(many // 10))


ACTIONS = [row("Ref", "Action", "Lead", "By when", "RAG")]
ONE = row("1.1", "Do it", "Rowan Vale", "May 2026", "Green")
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "tables in tables": lambda: word(nested(60)),
    "tables in tables without end": lambda: word(nested(400)),
    "thousands of tables": lambda: word((table(*ACTIONS, ONE) + paragraph("Area 1: Words")) * 3_000),
    "thousands of rows": lambda: word(table(*ACTIONS, *([ONE] * 6_000))),
    "a span over everything": lambda: word(table(row(cell("a", span=99_999)), ONE)),
    "spans in every row": lambda: word(table(*[row(cell("a", span=190), cell("b"))] * 2_000)),
    "merged down": lambda: word(table(*[row(cell("a", merge="continue"), "b")] * 9_000)),
    "paragraphs": lambda: word(paragraph("Area 1: What families wait for") * 40_000),
    "paragraphs in one cell": lambda: word(table(*ACTIONS, row(cell("x\n" * 60_000), "b", "c", "d", "e"))),
    "runs": lambda: word(f"<w:p>{'<w:r><w:t>a </w:t></w:r>' * 200_000}</w:p>"),
    "marks inside marks": lambda: word("<w:p>" + "<w:sdt>" * 5_000 + "</w:sdt>" * 5_000 + "</w:p>"),
    "styles": lambda: word(paragraph("a"), styles="".join(style(f"s{at}", "s0") for at in range(40_000))),
    "styles that go round": lambda: word(
        paragraph("a", style="a") + table(*ACTIONS, ONE), styles=style("a", "b") + style("b", "a")
    ),
    "styles one on another": lambda: word(
        paragraph("a", style="s4999"), styles="".join(style(f"s{at + 1}", f"s{at}") for at in range(5_000))
    ),
    "types": lambda: word(paragraph("&c;"), before=LAUGHS),
    "no end": lambda: word(table(*ACTIONS, ONE))[:-400],
    "no body": lambda: packed({"_rels/.rels": relations(("officeDocument", WORD)), WORD: "<a/>"}),
    "relations that go round": lambda: packed(
        {
            "_rels/.rels": relations(("officeDocument", WORD)),
            WORD: f'<w:document xmlns:w="{WML}"><w:body/></w:document>',
            "word/_rels/document.xml.rels": relations(*[("styles", "document.xml")] * 9_000),
        }
    ),
    "a way out of the package": lambda: word(paragraph("a"), more={"../../outside.xml": "<a/>"}),
    "5,001 parts": lambda: word(paragraph("a"), more={f"word/part{at}.xml": "<a/>" for at in range(5_001)}),
    "one part far bigger than it looks": lambda: word(paragraph("a" * 60_000_000)),
    "many parts far bigger than they look": lambda: word(
        paragraph("a"), more={f"word/media/{at}.xml": b" " * 900_000 for at in range(400)}
    ),
    "numbers beyond all": lambda: word(
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999999"/><w:numId w:val="-1e999"/></w:numPr>'
        "</w:pPr></w:p>" + table(row(cell("a", properties='<w:tcW w:w="9e999"/>')))
    ),
    "a word of a million letters": lambda: word(table(*ACTIONS, row("1", "x" * 1_000_000, "a", "b", "c"))),
    "signs that are none": lambda: word(paragraph("a").replace("a</w:t>", "&#x1;</w:t>")),
}


def sheet(data: str, *, after: str = "", strings: str = "", styles: str = "", sheets: int = 1) -> bytes:
    names = "".join(f'<sheet name="S{at}" sheetId="{at}" r:id="rId{at}"/>' for at in range(1, sheets + 1))
    targets = [("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, sheets + 1)]
    parts: dict[str, bytes | str] = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{SML}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            *targets, ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{SML}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{SML}">{styles}</styleSheet>',
    }
    for _, target in targets:
        inside = f"<sheetData>{data}</sheetData>{after}"
        parts[f"xl/{target}"] = f'<worksheet xmlns="{SML}">{inside}</worksheet>'
    return packed(parts)


def cells(rows: int, columns: int, inside: str, kind: str = "s") -> str:
    def name(column: int) -> str:
        return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)

    return "".join(
        f'<row r="{at}">'
        + "".join(f'<c r="{name(more)}{at}" t="{kind}">{inside}</c>' for more in range(columns))
        + "</row>"
        for at in range(1, rows + 1)
    )


BOOKS: dict[str, Callable[[], bytes]] = {
    "a long text in every cell": lambda: sheet(
        cells(3_000, 100, "<v>0</v>"), strings=f"<si><t>{'ha ' * 10_000}</t></si>"
    ),
    "many texts": lambda: sheet(
        cells(10, 5, "<v>7</v>"), strings="".join(f"<si><t>{at}</t></si>" for at in range(300_000))
    ),
    "texts that are not there": lambda: sheet(cells(99, 9, "<v>-9999999999</v>")),
    "all that a sheet may hold": lambda: sheet(cells(19_999, 100, "<v>1</v>", "n")),
    "a cell at the far end": lambda: sheet('<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>'),
    "rows beyond the last": lambda: sheet('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'),
    "numbers beyond all": lambda: sheet(cells(900, 20, "<v>1e308</v>", "n")),
    "numbers of many figures": lambda: sheet(cells(20, 20, f"<v>{'9' * 9_000}</v>", "n")),
    "days beyond all": lambda: sheet(
        cells(900, 20, "<v>9e15</v>", "n").replace("<c ", '<c s="1" '),
        styles='<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>',
    ),
    "days that are words": lambda: sheet(cells(90, 20, "<v>31/02/0000</v>", "d")),
    "formulas": lambda: sheet(cells(400, 20, f"<f>{'(' * 4_000}1{')' * 4_000}</f><v>1</v>", "n")),
    "merged everywhere": lambda: sheet(
        cells(20, 20, "<v>1</v>", "n"),
        after="<mergeCells>" + '<mergeCell ref="A1:GR20000"/>' * 2_000 + "</mergeCells>",
    ),
    "merged over all there is": lambda: sheet(
        cells(2, 2, "<v>1</v>", "n"), after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "merged backwards": lambda: sheet(
        cells(2, 2, "<v>1</v>", "n"), after='<mergeCells><mergeCell ref="B2:A1"/></mergeCells>'
    ),
    "styles": lambda: sheet(
        cells(2, 2, "<v>1</v>", "n"), styles=f'<cellXfs count="200000">{"<xf/>" * 200_000}</cellXfs>'
    ),
    "fills": lambda: sheet(cells(2, 2, "<v>1</v>", "n"), styles=f"<fills>{'<fill/>' * 100_000}</fills>"),
    "three hundred sheets": lambda: sheet(cells(9, 9, "<v>1</v>", "n"), sheets=300),
    "types": lambda: sheet(LAUGHS),
    "no end": lambda: sheet(cells(99, 9, "<v>1</v>", "n"))[:-300],
    "far bigger than it looks": lambda: sheet(" " * 80_000_000),
}


# Others --------------------------------------------------------------------------------------------------


def spoken(lines: int, words: int) -> bytes:
    each = "{0:02}:{1:02}:00.000 --> {0:02}:{1:02}:05.000\n<v {2}>{3}</v>\n\n"
    return ("WEBVTT\n\n" + "".join(
        each.format(at // 60 % 24, at % 60, person(at % 30), said(at, words)) for at in range(lines)
    )).encode()  # fmt: skip


def pdf(objects: str) -> bytes:
    return f"%PDF-1.7\n{objects}\ntrailer<</Root 1 0 R>>\n%%EOF".encode()


OTHERS: dict[str, Callable[[], bytes]] = {
    "a long meeting.vtt": partial(spoken, 9_000, 12),
    "a meeting without end.vtt": partial(spoken, 60_000, 30),
    "one speaker.vtt": lambda: b"WEBVTT\n\n" + said(1, 70_000).encode(),
    "arrows.vtt": lambda: b"WEBVTT\n\n" + b"00:00 --> " * 60_000,
    "voices.vtt": lambda: b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n" + b"<v A>" * 90_000,
    "noughts.vtt": lambda: b"\x00" * 500_000,
    "speakers.txt": lambda: "\n".join(f"{person(at)}: {said(at, 9)}" for at in range(20_000)).encode(),
    "thousands of changes.copy.docx": lambda: word(changes(20_000)),
    "changes without end.copy.docx": lambda: word(changes(400_000)),
    "changes in changes.copy.docx": lambda: word("<w:p>" + "<w:ins>" * 3_000 + "</w:ins>" * 3_000 + "</w:p>"),
    "tables in tables.copy.docx": lambda: word(nested(200)),
    "no copy.copy.docx": lambda: b"PK\x03\x04" + b"\x00" * 9_000,
    "rows.form.docx": lambda: word(
        paragraph("Owner: Kit Fell")
        + table(
            row("Ref", "Action", "State", "Update", "New date asked", "Done on"),
            *[row("A1", "Do", "Open", "Done so far", "May 2026", "")] * 4_000,
        )
    ),
    "no form.form.docx": lambda: word(nested(60)),
    "pages that go round.pdf": lambda: pdf(
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj"
    ),
    "lists in lists.pdf": lambda: pdf("1 0 obj" + "[" * 60_000 + "]" * 60_000 + "endobj"),
    "no objects.pdf": lambda: pdf("x" * 300_000),
    "many objects.pdf": lambda: pdf("".join(f"{at} 0 obj<<>>endobj " for at in range(60_000))),
    "no slides.pptx": lambda: packed({"ppt/presentation.xml": "<a/>"}),
    "types.pptx": lambda: packed({"ppt/presentation.xml": f"{LAUGHS}<a>&c;</a>"}),
    "far bigger than it looks.pptx": lambda: packed({"ppt/presentation.xml": b" " * 60_000_000}),
}  # fmt: skip


def hostile() -> list[Hostile]:
    """All of them, in one order."""
    made = [Hostile(f"{name}.csv", make) for name, make in LISTS.items()]
    made += [Hostile(f"{name}.docx", make) for name, make in DOCUMENTS.items()]
    made += [Hostile(f"{name}.xlsx", make) for name, make in BOOKS.items()]
    return [*made, *(Hostile(name, make) for name, make in OTHERS.items())]
