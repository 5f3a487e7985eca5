"""A text copied elsewhere, cleaned to paragraphs, bullets and bold; nothing it names is ever loaded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from boarddesk.rules.characters import keepable
from boarddesk.rules.minutes.block import Block, BlockKind, Piece, block_of, joined

MOST_BLOCKS: Final = 2_000
MOST_LETTERS: Final = 100_000
_LONGEST_PAGE, _MOST_TAGS = 30_000_000, 1_500_000
"""Letters and tags of what is looked at at all: somebody waits for it."""
TOO_MUCH: Final = "This is too much to paste at once, so nothing was. Copy a part of it."
_END_SHOWN = 40

_LEFT_OUT: Final = frozenset(
    (
        "head",
        "title",
        "style",
        "script",
        "noscript",
        "template",
        "xml",
        "img",
        "picture",
        "svg",
        "object",
        "embed",
        "iframe",
        "video",
        "audio",
        "canvas",
        "map",
        "del",
        "s",
        "strike",
        "select",
        "textarea",
        "button",
        "input",
    )
)
"""What is not text, and what was struck out."""

_BLOCKS: Final = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    )
)
_BOLD: Final = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|text-decoration[\w-]{0,20}\s*:[^;]{0,60}line-through"
    r"|mso-element\s*:\s*comment",
    re.IGNORECASE,
)
_OF_A_COMMENT = re.compile(r"\bmso(?:comment\w*|comanchor|comtxt|comoff|del)\b", re.IGNORECASE)
_WEIGHT = re.compile(r"(?<![\w-])font-weight\s*:\s*(\w+)", re.IGNORECASE)
_LISTED = re.compile(r"mso-list\s*:\s*(?!none|ignore|skip)\S", re.IGNORECASE)
_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxlcIVXLC]+)[.)]")
_DOT = re.compile(r"(?:[•·‣◦▪●○■\uf0b7\uf0a7]|[-–*](?=\s))[ \t\xa0]*|[o§][\t\xa0][ \t\xa0]*")
_LINE = re.compile(r"\S[^\r\n\x0b\x0c\x85\u2028\u2029]*")
_LINE_ENDS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_EDGES = " \t\r\n\xa0"
_UNSEEN = re.compile("[\xad\u200b\ufeff]")
"""Where a word may be parted, which is the layout's and not the text's."""


@dataclass(frozen=True)
class PastedText:
    """What was copied, as blocks; a sentence where it was more than is kept of one paste."""

    blocks: tuple[Block, ...] = ()
    sentence: str = ""


def from_text(text: str) -> PastedText:
    """Each line a paragraph, or a bullet where it begins with a dot or a dash; empty lines are left out."""
    if len(text) > _LONGEST_PAGE:
        return PastedText(sentence=TOO_MUCH)
    return _kept(_from_line(line[0][: 2 * MOST_LETTERS]) for line in _LINE.finditer(text))


def _from_line(line: str) -> Block:
    plain = line.strip()
    dot = _DOT.match(plain)
    kind = BlockKind.BULLET if dot else BlockKind.PARAGRAPH
    return block_of([Piece(_clean(plain[dot.end() :] if dot else plain))], of=Block(kind=kind))


def from_html(page: str) -> PastedText:
    """The words of a page or of what Word copies: without what was struck out, comments and pictures."""
    if len(page) > _LONGEST_PAGE or page.count("<") > _MOST_TAGS:
        return PastedText(sentence=TOO_MUCH)
    source = page.replace("\x00", "").encode("utf-8", "ignore")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_pis=True)
    root = etree.fromstring(source, parser) if source.strip() else None
    return PastedText() if root is None else _kept(_Page(root).blocks())


@dataclass
class _Page:
    """A page read from its beginning to its end, paragraph by paragraph."""

    root: etree._Element
    pieces: list[Piece] = field(default_factory=list)
    marker: str = ""
    bold: list[bool] = field(default_factory=lambda: [False])
    numbers: list[int] = field(default_factory=list)
    in_list: bool = False
    in_cell: int = 0
    in_marker: int = 0
    as_typed: int = 0
    letters: int = 0

    def blocks(self) -> Iterator[Block]:
        """Every paragraph, also the empty ones."""
        walk = etree.iterwalk(self.root, events=("start", "end", "comment"))
        for event, element in walk:
            if event == "start" and _is_left_out(element):
                walk.skip_subtree()
            elif event == "start":
                yield from self._begin(element)
            elif event == "end" and not _is_left_out(element):
                yield from self._end(element)
            if event != "start":
                self._say(element.tail)
            if self.letters > MOST_LETTERS:
                break
        yield from self._paragraph()

    def _begin(self, element: etree._Element) -> Iterator[Block]:
        tag, style = str(element.tag).lower(), element.get("style", "")
        self.bold.append(_weight(tag, style, self.bold[-1]))
        if tag in _BLOCKS and not (self.in_cell and tag != "tr"):
            yield from self._paragraph()
        elif tag in _BLOCKS:
            self._say(" ")
        if tag in ("ol", "ul"):
            self.numbers.append(_first_number(element) if tag == "ol" else -1)
        elif tag == "li" or _LISTED.search(style):
            self.in_list = True
            if self.numbers and self.numbers[-1] >= 0:
                self.marker = f"{self.numbers[-1]}."
                self.numbers[-1] += 1
        elif tag in ("td", "th"):
            if self.in_cell == 0:
                self._part("\t")
            self.in_cell += 1
        elif tag == "br":
            self._part("\n")
        self.in_marker += bool(_MARKER.search(style))
        self.as_typed += tag == "pre"
        self._say(element.text)

    def _end(self, element: etree._Element) -> Iterator[Block]:
        tag = str(element.tag).lower()
        self.bold.pop()
        self.in_marker -= bool(_MARKER.search(element.get("style", "")))
        if tag in ("td", "th"):
            self.in_cell -= 1
        if tag in ("ol", "ul") and self.numbers:
            self.numbers.pop()
        if tag in _BLOCKS and not (self.in_cell and tag != "tr"):
            yield from self._paragraph()
        self.as_typed -= tag == "pre"
        if tag == "li" or _LISTED.search(element.get("style", "")):
            self.marker, self.in_list = "", False

    def _say(self, words: str | None) -> None:
        if not words:
            return
        if self.in_marker:
            self.marker += words
            return
        first, *lines = _LINE_ENDS.split(words) if self.as_typed else [words]
        self._say_line(first)
        for line in lines:
            self._part("\n")
            self._say_line(line)

    def _say_line(self, words: str) -> None:
        text = _SPACES.sub(" ", _clean(words))
        if not self.pieces or self.pieces[-1].text[-1] in " \n\t":
            text = text.lstrip(" ")
        self.letters += len(text)
        if text and self.pieces and self.pieces[-1].bold is self.bold[-1]:
            self.pieces[-1] = Piece(self.pieces[-1].text + text, self.bold[-1])
        elif text:
            self.pieces.append(Piece(text, self.bold[-1]))

    def _part(self, by: str) -> None:
        """A new line or a tab, with no space before it."""
        if self.pieces and self.pieces[-1].text == " ":
            self.pieces.pop()
        if self.pieces:
            last = self.pieces.pop()
            self.pieces += [Piece(last.text.rstrip(" "), last.bold), Piece(by)]

    def _paragraph(self) -> Iterator[Block]:
        """What was read since the last one; a number stands at its head as words."""
        pieces, marker = _trimmed(self.pieces), self.marker.strip(_EDGES)
        if pieces:
            numbered = _NUMBER.fullmatch(marker)
            dot = None if self.in_list else _DOT.match(pieces[0].text)
            if numbered:
                pieces = [Piece(f"{marker} "), *pieces]
            elif dot:
                pieces[0] = Piece(pieces[0].text[dot.end() :], pieces[0].bold)
            kind = BlockKind.BULLET if (self.in_list or dot) and not numbered else BlockKind.PARAGRAPH
            yield block_of(pieces, of=Block(kind=kind))
            self.marker, self.in_list = "", False
        self.pieces = []


def _is_left_out(element: etree._Element) -> bool:
    tag = str(element.tag).lower()
    return (
        tag in _LEFT_OUT
        or tag.startswith("v:")
        or bool(_HIDDEN.search(element.get("style", "")))
        or bool(_OF_A_COMMENT.search(element.get("class", "")))
    )


def _weight(tag: str, style: str, before: bool) -> bool:
    found = _WEIGHT.search(style)
    if found:
        weight = found[1].lower()
        return weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
    return before or tag in _BOLD


def _first_number(element: etree._Element) -> int:
    start = element.get("start", "1")
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _clean(text: str) -> str:
    return keepable(_UNSEEN.sub("", text))


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Without spaces at the ends."""
    made = list(pieces)
    while made and not made[-1].text.strip(_EDGES):
        made.pop()
    while made and not made[0].text.strip(_EDGES):
        del made[0]
    if made:
        made[-1] = replace(made[-1], text=made[-1].text.rstrip(_EDGES))
        made[0] = replace(made[0], text=made[0].text.lstrip(_EDGES))
    return made


def _kept(blocks: Iterable[Block]) -> PastedText:
    """As much as one paste keeps, and none of it empty; what comes after that is not even read."""
    kept: list[Block] = []
    room = MOST_LETTERS
    for block in blocks:
        if block.is_empty:
            continue
        if len(kept) == MOST_BLOCKS or room <= 0:
            return _shortened(kept)
        kept.append(block if len(block.text) <= room else _first_part(block, room))
        room -= len(block.text)
    return PastedText(tuple(kept)) if room >= 0 else _shortened(kept)


def _shortened(kept: Sequence[Block]) -> PastedText:
    many = "paragraph is" if len(kept) == 1 else f"{len(kept):,} paragraphs are"
    end = kept[-1].text[-_END_SHOWN:].strip()
    return PastedText(
        tuple(kept),
        f"This was too much to paste at once. The first {many} here, up to “…{end}”."
        " Copy the rest and paste it after that.",
    )


def _first_part(block: Block, letters: int) -> Block:
    return replace(
        block,
        text=block.text[:letters],
        spans=joined(replace(span, end=min(span.end, letters)) for span in block.spans),
    )
