"""Lines beside people that say something of each meeting: who chaired it, where it was, what was remarked."""

from __future__ import annotations

import re

from boarddesk.importing.attendance.legend import LONGEST_SIGN
from boarddesk.importing.attendance.marks import read_mark
from boarddesk.importing.attendance.matrix import REGISTER_WORDS, Matrix
from boarddesk.importing.columns import EXACT, fits

NEVER_SOMEBODY = re.compile(
    r"\W*(?:(?:any |other |further )?(?:comments?|remarks?|observations)|reasons?(?: for .+)?"
    r"|(?:other |further )?notes?)\W*",
    re.IGNORECASE,
)
HARDLY_SOMEBODY = re.compile(
    r"\W*(?:(?:named )?(?:deput(?:y|ies)|substitutes?)|(?:meeting )?chair(?:ed|person|man)?|in the chair"
    r"|(?:meeting )?(?:room|location|place|time|type|topic|theme|format|title|link|no|number)"
    r"|(?:type|topic|theme|format|place|time|name) of meeting|(?:minutes|agenda|papers)(?: .+)?|start|end"
    r"|duration|host|clerk|minute[- ]taker|guests?|apologies(?: .+)?)\W*",
    re.IGNORECASE,
)
"""Words that may stand for a seat too: then marks stand on their line."""


def is_about_meetings(matrix: Matrix, line: int, name: str) -> bool:
    """Whether a line is no person's but says something of each meeting."""
    never = NEVER_SOMEBODY.fullmatch(name) is not None
    if line <= matrix.head or not (never or HARDLY_SOMEBODY.fullmatch(name)):
        return False
    texts = [text for meeting in matrix.meetings if (text := matrix.cell(line, meeting.at).text.strip())]
    said = (len(text) > LONGEST_SIGN and read_mark(text).unknown for text in texts)
    return bool(texts) and (never or all(said))


def is_headings(matrix: Matrix, line: int) -> bool:
    """Whether a line below the dates holds only headings of the columns beside them: `Name`, `Post`."""
    if line <= matrix.head:
        return False
    headings = 0
    for at in range(matrix.width):
        text = matrix.cell(line, at).line
        if text and not any(fit.tier == EXACT for fit in fits(text, REGISTER_WORDS)):
            return False
        headings += bool(text)
    return headings > 1
