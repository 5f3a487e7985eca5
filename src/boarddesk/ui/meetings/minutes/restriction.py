"""What is restricted stays so: letters carry it with them wherever they come to stand."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextFormat

RESTRICTED: Final = QTextFormat.Property.UserProperty.value + 3

OF_ITSELF, OF_PARAGRAPH = 1, 2
"""Letters that are restricted, and those in a paragraph that is."""


def restricted_format(how: int) -> QTextCharFormat:
    """Merged into a format: words restricted of themselves have dots under them."""
    made, style = QTextCharFormat(), QTextCharFormat.UnderlineStyle
    made.setProperty(RESTRICTED, how)
    made.setUnderlineStyle(style.DotLine if how == OF_ITSELF else style.NoUnderline)
    return made


def as_they_stand(letters: QTextCharFormat, *, within: bool) -> int:
    """How letters are restricted where they stand now: none ever lose it by coming into another paragraph."""
    how = letters.intProperty(RESTRICTED)
    if within:
        return how or OF_PARAGRAPH
    return OF_ITSELF if how else 0


def restrict_as_it_stands(paragraph: QTextBlock) -> None:
    """Letters that came out of a restricted paragraph stay restricted; those that came into one are now."""
    within = paragraph.blockFormat().hasProperty(RESTRICTED)
    for letters in letters_of(paragraph):
        style = letters.charFormat()
        how = as_they_stand(style, within=within)
        if style.intProperty(RESTRICTED) != how:
            letters.joinPreviousEditBlock()
            letters.mergeCharFormat(restricted_format(how))
            letters.endEditBlock()


def restrict_no_more(paragraph: QTextBlock) -> None:
    """Letters that were restricted with their paragraph are not; those that are so of themselves stay."""
    for letters in letters_of(paragraph):
        if letters.charFormat().intProperty(RESTRICTED) == OF_PARAGRAPH:
            letters.mergeCharFormat(restricted_format(0))


def letters_of(paragraph: QTextBlock) -> list[QTextCursor]:
    """Stretches of letters marked alike, each chosen by a cursor; of a row none."""
    found = []
    walk = paragraph.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        if not fragment.charFormat().objectType():
            cursor = QTextCursor(paragraph)
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            found.append(cursor)
        walk += 1
    return found
