"""What stands in a column beside the dates: days and figures are no organisation, yes is no role."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from boarddesk.importing.attendance.dates import MONTH, looks_like_date
from boarddesk.importing.headings import Field
from boarddesk.importing.tables.grid import MOST_TEXTS, Cell

SAYS_WHO = frozenset({Field.NAME, Field.ORGANISATION, Field.ROLE, Field.SECTOR, Field.POST})
"""Fields that are words: a column of anything else does not give them, whatever its heading says."""
YES_OR_NO = re.compile(r"(?:y|n|yes|no|true|false|[✓✔☑✅✗✘✕✖❌×x•*])\W*", re.IGNORECASE)
_YEAR = r"(?:19|20)?[0-9]{2}"
_DAY = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?\s*)?(?:{MONTH}[\s,.’'/-]*)?{_YEAR}"
SOME_DAY = re.compile(
    r"(?:(?:from|since|until|till|to|in|by|early|mid|late|spring|summer|autumn|winter|joined|left)\W+)*"
    rf"{_DAY}(?:\s*(?:-|–|—|to|until)\s*(?:{_DAY}|date|present|now|today)?)?",
    re.IGNORECASE,
)
NOT_KNOWN = re.compile(r"\W*(?:tbc|tba|tbd|n/?a|unknown|not known|vacant|to be confirmed)?\W*", re.IGNORECASE)
LETTER = re.compile(r"[^\W\d_]")


def gives_no_words(cells: Iterable[Cell]) -> bool:
    """Whether most of a column is days, figures, or yes and no."""
    filled = [cell for cell in cells if _says_something(cell.line)]
    return sum(cell.day is not None or _is_no_word(cell.line) for cell in filled) * 2 > len(filled)


@lru_cache(maxsize=MOST_TEXTS)
def _says_something(text: str) -> bool:
    return not NOT_KNOWN.fullmatch(text) or YES_OR_NO.fullmatch(text) is not None


@lru_cache(maxsize=MOST_TEXTS)
def _is_no_word(text: str) -> bool:
    known = looks_like_date(Cell((text,))) or YES_OR_NO.fullmatch(text) or SOME_DAY.fullmatch(text)
    return bool(known) or not LETTER.search(text)
