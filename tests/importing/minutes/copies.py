"""Word copies of draft minutes, written as Word writes them: raw XML with tracked changes and comments."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text: str, *, properties: str = "") -> str:
    """A run that stands as it was."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def gone(text: str) -> str:
    """A run inside a deletion."""
    return f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'


def tracked(name: str, author: str, inside: str = "", *, on: str = "2026-06-15", number: int = 0) -> str:
    """An insertion, a deletion or an end of a move by somebody."""
    hand = f"w:author={quoteattr(author)} w:date={quoteattr(on + 'T10:00:00Z')}"
    return f'<w:{name} w:id="{number or 900}" {hand}>{inside}</w:{name}>'


def ins(author: str, text: str) -> str:
    """Words put in."""
    return tracked("ins", author, run(text))


def out(author: str, text: str) -> str:
    """Words taken out."""
    return tracked("del", author, gone(text))


def paragraph(*content: str, mark: str = "", properties: str = "") -> str:
    """A paragraph; `mark` is what was tracked of its end."""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{marked}</w:pPr>{''.join(content)}</w:p>"


def moved(author: str, text: str, *, name: str, came: bool) -> str:
    """One end of a move of a whole paragraph."""
    word = "moveTo" if came else "moveFrom"
    number = 500 + 2 * int(name.removeprefix("move")) + came
    start = f'<w:{word}RangeStart w:id="{number}" w:author={quoteattr(author)} w:name="{name}"/>'
    inside = tracked(word, author, run(text))
    return paragraph(start, inside, mark=tracked(word, author)) + f'<w:{word}RangeEnd w:id="{number}"/>'


def about(number: int, *content: str) -> str:
    """Content that a comment is about."""
    reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    start, end = (f'<w:commentRange{edge} w:id="{number}"/>' for edge in ("Start", "End"))
    return f"{start}{''.join(content)}{end}{reference}"


@dataclass
class Margin:
    """Comments, each with its number, its author, its words and the number of the one it answers."""

    comments: list[tuple[int, str, str, int | None]] = field(default_factory=list)

    def add(self, author: str, words: str, *, answers: int | None = None) -> int:
        """One more; its number."""
        self.comments.append((len(self.comments), author, words, answers))
        return len(self.comments) - 1

    @property
    def part(self) -> str:
        """The comments as their part."""
        made = "".join(
            f'<w:comment w:id="{number}" w:author={quoteattr(author)} w:date="2026-06-15T11:00:00Z">'
            f'<w:p w14:paraId="{number + 1:08X}">{run(words)}</w:p></w:comment>'
            for number, author, words, _ in self.comments
        )
        return f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{made}</w:comments>'

    @property
    def extended(self) -> str:
        """Which comment answers which."""
        made = "".join(
            f'<w15:commentEx w15:paraId="{number + 1:08X}" w15:done="0"'
            + (f' w15:paraIdParent="{answers + 1:08X}"/>' if answers is not None else "/>")
            for number, _, _, answers in self.comments
        )
        return f'<w15:commentsEx xmlns:w15="{W15}">{made}</w15:commentsEx>'


def write_copy(path: Path, body: Iterable[str], *, margin: Margin | None = None, saved_by: str = "") -> Path:
    """A document of these paragraphs."""
    document = f'<w:document xmlns:w="{W}" xmlns:w14="{W14}"><w:body>{"".join(body)}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            ("officeDocument", RELATION, "word/document.xml"),
            ("core-properties", f"{PACKAGE}/relationships/metadata", "docProps/core.xml"),
        ),
        "word/document.xml": document,
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
            f"<cp:lastModifiedBy>{escape(saved_by)}</cp:lastModifiedBy></cp:coreProperties>"
        ),
    }
    if margin is not None:
        parts |= {
            "word/comments.xml": margin.part,
            "word/commentsExtended.xml": margin.extended,
            "word/_rels/document.xml.rels": _relations(
                ("comments", RELATION, "comments.xml"),
                (
                    "commentsExtended",
                    "http://schemas.microsoft.com/office/2011/relationships",
                    "commentsExtended.xml",
                ),
            ),
        }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}')
    return path


def _relations(*links: tuple[str, str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{at}" Type="{base}/{kind}" Target="{target}"/>'
        for at, (kind, base, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def _types() -> str:
    overrides = {
        "/word/document.xml": f"{TYPE}.document.main+xml",
        "/word/comments.xml": f"{TYPE}.comments+xml",
        "/word/commentsExtended.xml": f"{TYPE}.commentsExtended+xml",
    }
    made = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{made}</Types>'
    )


def plain_body(texts: Sequence[str]) -> list[str]:
    """Paragraphs that nobody touched."""
    return [paragraph(run(text)) for text in texts]
