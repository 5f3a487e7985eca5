"""How a block is marked in a document of Qt's: by its paragraph's format, and by those of its letters."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from boarddesk.rules.characters import keepable
from boarddesk.rules.minutes.block import Block, BlockKind, Piece, block_of
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.minutes.restriction import (
    OF_ITSELF,
    OF_PARAGRAPH,
    RESTRICTED,
    as_they_stand,
    restricted_format,
)

TOKEN: Final = QTextFormat.Property.UserProperty.value + 1
BULLET: Final = QTextFormat.Property.UserProperty.value + 2
KIND: Final = QTextFormat.Property.UserProperty.value + 4
RECORD: Final = QTextFormat.Property.UserProperty.value + 5

ROW_OBJECT: Final = QTextFormat.ObjectTypes.UserObject.value + 1
ROW_LETTER: Final = "\ufffc"
"""What Qt has in a text for a thing that is drawn."""

_BREAK = "\u2028"
_ENDS_A_PARAGRAPH = re.compile("[\r\u2029\ufdd0\ufdd1\ufffc]")
"""What Qt ends a paragraph at, or takes for one of its own things."""

_SPACED = 113
"""Per cent of the font's own height that a line is high: 20 pixels for text of 13."""

_AROUND: Final = {BlockKind.PARAGRAPH: 6, BlockKind.BULLET: 0}
_AROUND_ROW = 8


def paragraph_format(block: Block, token: int) -> QTextBlockFormat:
    """How the paragraph of a block is laid out, and what it is."""
    made, around = QTextBlockFormat(), look().px(_AROUND.get(block.kind, _AROUND_ROW))
    made.setProperty(TOKEN, token)
    if block.restricted:
        made.setProperty(RESTRICTED, True)
    if block.kind is BlockKind.BULLET:
        made.setProperty(BULLET, True)
        made.setIndent(1)
    made.setTopMargin(around)
    made.setBottomMargin(around)
    if not block.kind.is_row:
        made.setLineHeight(_SPACED, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def letter_format(piece: Piece, *, within: bool) -> QTextCharFormat:
    """How a stretch of text is marked, in a paragraph that is restricted as a whole or not."""
    made = restricted_format(OF_ITSELF if piece.restricted else OF_PARAGRAPH if within else 0)
    if piece.bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made


def row_format(block: Block) -> QTextCharFormat:
    """The format of the one letter a row is."""
    made = QTextCharFormat()
    made.setObjectType(ROW_OBJECT)
    made.setProperty(KIND, block.kind.value)
    made.setProperty(RECORD, block.record_id)
    return made


def piece_of(text: str, letters: QTextCharFormat, *, within: bool) -> Piece:
    """A stretch of text as it is kept."""
    plain = keepable(_ENDS_A_PARAGRAPH.sub("", text).replace(_BREAK, "\n"))
    bold = letters.fontWeight() >= QFont.Weight.DemiBold
    return Piece(plain, bold, as_they_stand(letters, within=within) == OF_ITSELF)


def in_a_paragraph(text: str) -> str:
    """A text as it stands in one paragraph of a document, where a new line is a break of Qt's own."""
    return _ENDS_A_PARAGRAPH.sub("", text).replace("\n", _BREAK)


def token_of(paragraph: QTextBlock) -> int:
    """What names a paragraph in its document; 0 where it has none yet."""
    return paragraph.blockFormat().intProperty(TOKEN)


def is_row(paragraph: QTextBlock) -> bool:
    """Whether a decision, an action or a challenge stands there, and nothing else."""
    return paragraph.length() == 2 and paragraph.text() == ROW_LETTER


def part_of(text: str, start: int, end: int) -> str:
    """The letters of a text between two places as Qt counts them."""
    if start <= 0 and end >= 2 * len(text):
        return text
    units = text.encode("utf-16-le", "surrogatepass")[2 * max(start, 0) : 2 * max(end, 0)]
    return units.decode("utf-16-le", "surrogatepass")


def block_read(paragraph: QTextBlock, block_id: str, start: int, end: int) -> Block:
    """A paragraph as a block; where a selection begins or ends in it, as far as it is chosen."""
    form = paragraph.blockFormat()
    kind = BlockKind.BULLET if form.hasProperty(BULLET) else BlockKind.PARAGRAPH
    held = Block(block_id, kind, restricted=form.hasProperty(RESTRICTED))
    pieces = []
    walk = paragraph.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        style, at = fragment.charFormat(), fragment.position()
        text = part_of(fragment.text(), start - at, end - at)
        if ROW_LETTER in text and style.objectType() == ROW_OBJECT:
            row = BlockKind(str(style.property(KIND)))
            return replace(held, kind=row, record_id=str(style.property(RECORD)))
        pieces.append(piece_of(text, style, within=held.restricted))
        walk += 1
    return block_of(pieces, of=held)
