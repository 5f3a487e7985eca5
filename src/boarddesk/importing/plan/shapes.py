"""What the cells of a column are, whatever its heading says: refs, dates, statuses, figures, prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import Enum, auto
from functools import lru_cache

from boarddesk.importing.statuses import is_status
from boarddesk.importing.tables.grid import MOST_TEXTS, Cell
from boarddesk.rules.dates.deadlines import DateFlag, hints_in

CODE = (
    r"(?:[A-Z]{1,4}[ ./-]?)?[0-9]{1,3}(?:[./-][0-9]{1,3}){1,3}[a-z]?(?![\w%])(?:\([a-z0-9]{1,3}\))?"
    r"|[A-Z]{1,4}[0-9]{1,2}[A-Z]{1,3}[0-9]{1,3}(?![\w%])|[A-Z]{1,4}-?[0-9]{1,3}[a-z]?(?![\w%])"
    r"|\([0-9]{1,3}[a-z]?\)|[0-9]{1,2}[a-z](?=[.):]? )"
)
"""A reference that is plainly one: 1.1, 4.10, SIP 1.2, A3, R1, (1a), 2b."""
KEYWORD = (
    r"(?:(?:focus|key|priority|improvement|agreed)\s+)?(?:area|action|recommendation|objective|step|item|task"
    r"|ref(?:erence)?|milestone|outcome|target|output|activity|deliverable|finding|priority|no)\.?"
)
REF = re.compile(
    r"\(?(?:[A-Z]{1,5}[ ./-]?)?[0-9]{1,3}(?:[./-][0-9]{1,3}){0,3} ?[a-z]?\)?[.:)]?|[A-H][.)]?"
    r"|[A-Z]{1,4}[0-9]{1,2}[A-Z]{1,3}[0-9]{1,3}"
)
NAMED_REF = re.compile(
    rf"{KEYWORD}\s*(?:no\.?|number|#)?\s*(?P<ref>(?:[A-Z]{{1,3}}[.-]?)?[0-9]{{1,3}}(?:[.-][0-9]{{1,3}}){{0,3}}"
    r"[a-z]?|\([0-9]{1,3}[a-z]?\))\s*[.):–—-]*",
    re.IGNORECASE,
)
REF_THEN_TEXT = re.compile(
    rf"(?:{KEYWORD}\s*(?P<named>[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,3}}[a-z]?)(?![\w%])\s*(?:[.):–—-]+\s*|\s+)"
    rf"|(?:(?i:{KEYWORD})\s+)?(?P<code>{CODE})\s*(?:[.):–—-]+\s*|\s+))(?P<text>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
NUMBER_THEN_TEXT = re.compile(r"(?P<ref>[0-9]{1,3})[.):]?\s+(?P<text>\D.*)", re.DOTALL)
FIGURE = re.compile(r"[£<>≤≥+~ -]*[0-9][0-9,. ]*(?:%|k|m|pp|days?|weeks?|months?)?\W*", re.IGNORECASE)
AT_TIMES = re.compile(
    r"[\W\d]*(?:(?:(?:bi-?|half-?|six-?|two-?)?(?:daily|weekly|monthly|yearly|termly)|fortnightly|quarterly"
    r"|annual(?:ly)?|each|every|regular(?:ly)?|at|after|before|by|during|end|first|for|from|in|last|on|once|twice"
    r"|then|to|until|with(?:in)?)\b|\w+ (?:times|daily|weekly|monthly|termly|quarterly|annually)\b)",
    re.IGNORECASE,
)
"""How words begin that say no more than how often: `At each meeting`, `Reviewed termly`."""
RULED = re.compile(r"[\s*_=.~|•·▪◦●‣–—-]*")
PLACEHOLDER = re.compile(
    r"(?:click|tap|choose|select|pick|enter)(?: or tap)?(?: here)?(?: to)?(?: enter| choose| select| add)?"
    r"(?: an?)? (?:item|date|text|here|option)\.?|click here.*|dd/mm/yy(?:yy)?",
    re.IGNORECASE,
)
"""What a form shows where nothing is filled in yet."""
FIRST_OF_PLACEHOLDERS = frozenset("ctspedCTSPED")
CROSSED = re.compile("[✗✘☒❌☐✕]\ufe0f?")
"""A sign that something is not done, which is no status by itself."""
LONGEST_REF = 80
LOOKED_AT = 60
MOST = 0.6
"""The share of a column's cells that must be of one kind for the column to be of it."""


class Shape(Enum):
    """What most cells of a column are."""

    EMPTY = auto()
    REF = auto()
    REF_TEXT = auto()
    STATUS = auto()
    DATE = auto()
    FIGURE = auto()
    PROSE = auto()
    SHORT = auto()


def is_ruled(text: str) -> bool:
    """Whether a text is only a line or dots, drawn through where nothing is to be said; or empty."""
    return not text[:1].isalnum() and RULED.fullmatch(text) is not None


def is_said(text: str) -> bool:
    """Whether a text says anything: neither a ruled line nor what a form shows where it is not filled in."""
    if text[:1].isalnum():
        return text[0] not in FIRST_OF_PLACEHOLDERS or PLACEHOLDER.fullmatch(text) is None
    return RULED.fullmatch(text) is None


@lru_cache(maxsize=MOST_TEXTS)
def is_ref(text: str) -> bool:
    """Whether a text is a reference such as 1, 1.1, 4.10, A3, 2.1a, SIP 1.2 or Action 1.2."""
    plain = text.strip()
    if len(plain) > LONGEST_REF and plain[-1].isalnum():
        return False
    return REF.fullmatch(plain) is not None or NAMED_REF.fullmatch(plain) is not None


def bare_ref(text: str) -> str:
    """The reference without the word before it and the signs around it: 1.2 of `Action 1.2:`, 1a of (1a)."""
    named = NAMED_REF.fullmatch(text.strip())
    return (named["ref"] if named else text).strip("() .:–—-")


@lru_cache(maxsize=MOST_TEXTS)
def ref_and_text(text: str, *, numbered: bool = False) -> tuple[str, str] | None:
    """A text that begins with its reference, taken apart; `numbered` where a plain number is one too."""
    found = REF_THEN_TEXT.fullmatch(text)
    if found is not None and not _is_measure(found["code"] or found["named"], found["text"]):
        return bare_ref(found["code"] or found["named"]), found["text"].strip()
    plain = NUMBER_THEN_TEXT.fullmatch(text) if numbered else None
    return (plain["ref"], plain["text"].strip()) if plain else None


def _is_measure(code: str, text: str) -> bool:
    """Whether what looks like a reference is a figure or a date with its unit: `1.5 days`, `KS2 results`."""
    unit = re.match(
        r"(?:%|per ?cent|days?|weeks?|months?|years?|hours?|million|fte|wte)\b", text, re.IGNORECASE
    )
    return unit is not None or re.fullmatch(r"(?:KS|Y|Q|T|P8|S)[0-9]", code) is not None


def begins_with_numbers(cells: Iterable[Cell]) -> bool:
    """Whether most of these cells begin with a number of their own, each another one."""
    filled = [cell for cell in cells if not cell.empty]
    begun = [found["ref"] for cell in filled if (found := NUMBER_THEN_TEXT.fullmatch(cell.line))]
    return len(begun) >= 2 and len(begun) >= MOST * len(filled) and len(set(begun)) == len(begun)


@lru_cache(maxsize=MOST_TEXTS)
def is_date(text: str) -> bool:
    """Whether a short text is a deadline: a date, or words such as ongoing, termly, to be confirmed."""
    if (
        not text
        or len(text) > 60
        or (FIGURE.fullmatch(text) and not re.search(r"[0-9][./-][0-9]|20[0-9]{2}", text))
    ):
        return False
    hints = hints_in(text)
    if hints is None:
        return True
    says = hints - {DateFlag.SAID_DONE, DateFlag.DEPENDS}
    return AT_TIMES.match(text) is not None if says == {DateFlag.REPEATS} else bool(says)


def shape_of(cells: Sequence[Cell]) -> Shape:
    """What most of a column's cells are; merged ones count once."""
    own = [cell for cell in cells[: LOOKED_AT * 2] if cell.origin is None][:LOOKED_AT]
    filled = [cell for cell in own if not is_ruled(cell.line)]
    coloured = sum(bool(cell.shading) for cell in own if cell.empty) if len(filled) < len(own) else 0
    if coloured * 2 >= len(own) and coloured > len(filled):
        return Shape.STATUS
    if not filled:
        return Shape.EMPTY
    lines = [cell.line for cell in filled]
    days = [cell.line if cell.day is None else cell.day.isoformat() for cell in filled]
    tests = (
        (Shape.STATUS, _shows_status, lines),
        (Shape.REF, is_ref, lines),
        (Shape.DATE, is_date, days),
        (Shape.FIGURE, _is_figure, lines),
        (Shape.REF_TEXT, ref_and_text, lines),
    )
    for shape, fits, texts in tests:
        if _most(fits, texts):
            return shape
    return Shape.PROSE if sum(map(len, lines)) > 24 * len(lines) else Shape.SHORT


def _shows_status(line: str) -> bool:
    return is_status(line) or (len(line) <= 2 and CROSSED.fullmatch(line) is not None)


def _is_figure(line: str) -> bool:
    return not line[:1].isalpha() and FIGURE.fullmatch(line) is not None


def _most(fits: Callable[[str], object], lines: Sequence[str]) -> bool:
    """Whether most of the lines fit, asking no more of them than it takes to know."""
    fewest = MOST * len(lines)
    others = 0
    for line in lines:
        if not fits(line):
            others += 1
            if len(lines) - others < fewest:
                return False
    return True
