"""Whatever was tracked, a clean copy says what Word says once all changes are accepted."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.importing.papers import made
from tests.importing.papers.seeded_word import RUTH

from boarddesk.importing.papers.check import check_paper, clean_copy
from boarddesk.rules.papers.finding import FindingKind

COMES, GOES = ("ins", "moveTo"), ("del", "moveFrom")
WORDS = st.text("abc xyz", min_size=1, max_size=6)


@dataclass(frozen=True)
class Piece:
    """Some words of a paragraph, and what was done to them; what came may have gone again."""

    words: str
    done: tuple[str, ...]
    hidden: bool

    @property
    def is_read(self) -> bool:
        return not self.hidden and not set(self.done) & set(GOES)

    @property
    def xml(self) -> str:
        text = "delText" if "del" in self.done else "t"
        look = "<w:rPr><w:vanish/></w:rPr>" if self.hidden else ""
        inner = f'<w:r>{look}<w:{text} xml:space="preserve">{escape(self.words)}</w:{text}></w:r>'
        for name in reversed(self.done):
            inner = f'<w:{name} w:id="1" {RUTH}>{inner}</w:{name}>'
        return inner


DONE = st.sampled_from([(), ("ins",), ("del",), ("moveTo",), ("moveFrom",), ("ins", "del")])
PIECES = st.lists(st.builds(Piece, WORDS, DONE, st.booleans()), max_size=4)
MARKS = st.sampled_from(["", "ins", "del"])


def paragraph(pieces: list[Piece], mark: str) -> str:
    end = f'<w:pPr><w:rPr><w:{mark} w:id="2" {RUTH}/></w:rPr></w:pPr>' if mark else ""
    return f"<w:p>{end}{''.join(piece.xml for piece in pieces)}</w:p>"


@given(st.lists(st.tuples(PIECES, MARKS), min_size=1, max_size=5))
def test_what_is_read_is_what_came_and_what_stayed(drafted: list[tuple[list[Piece], str]]) -> None:
    drafted = [*drafted, ([Piece("end", (), hidden=False)], "")]
    body = "".join(paragraph(pieces, mark) for pieces, mark in drafted)
    content = made.changed(made.word(), {"word/document.xml": made.replaced("<w:sectPr", f"{body}<w:sectPr")})

    expected = [""]
    for pieces, mark in drafted:
        expected[-1] += "".join(piece.words for piece in pieces if piece.is_read)
        if mark != "del":
            expected.append("")

    clean = clean_copy(content, "a.docx")
    kinds = {finding.kind for finding in check_paper(clean, "a.docx").findings}
    assert not kinds & {FindingKind.TRACKED_CHANGES, FindingKind.HIDDEN_TEXT}
    assert clean_copy(clean, "a.docx") == clean
    root = etree.fromstring(made.parts_of(clean)["word/document.xml"])
    read = ["".join(text.text or "" for text in each.iter("{*}t")) for each in root.iter("{*}p")]
    assert read[-len(expected) + 1 :] == expected[:-1]
