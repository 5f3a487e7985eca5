"""Where a risk stands, what is done about it and how sure its controls are: in registers' own words."""

from __future__ import annotations

import re

RESPONSES = (
    ("treat", re.compile(r"\b(?:treat|mitigat|reduc|control)", re.IGNORECASE)),
    ("tolerate", re.compile(r"\b(?:tolerat|accept|retain)", re.IGNORECASE)),
    ("transfer", re.compile(r"\b(?:transfer|shar(?:e|ing)|insur)", re.IGNORECASE)),
    ("terminate", re.compile(r"\b(?:terminat|avoid|eliminat)", re.IGNORECASE)),
)
CLOSED = re.compile(
    r"\W*c\W*|(?!.*\b(?:not|re-?opened|to be)\b).*\b(?:closed?|resolved|archived?|retired|removed|merged"
    r"|expired|completed?|terminated)\b.*",
    re.IGNORECASE | re.DOTALL,
)
OCCURRED = re.compile(
    r"(?!.*\bnot\b).*\b(?:occurred|materiali[sz]ed|crystalli[sz]ed|happened|(?:now|became) an issue"
    r"|reali[sz]ed|issue)\b.*",
    re.IGNORECASE | re.DOTALL,
)
PLAINLY = re.compile(r"\W*(?:open|live|active|o|current|closed?|c|yes|y|occurred)\W*", re.IGNORECASE)
"""Words that say no more than open, closed or occurred."""
ASSURANCES = (
    (
        "untested",
        re.compile(r"\b(?:untested|not (?:tested|assessed)|none|unknown|no assurance)\b", re.IGNORECASE),
    ),
    (
        "partial",
        re.compile(
            r"\b(?:partial\w*|some|limited|medium|moderate|amber|adequate|reasonable|needs? improvement)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "effective",
        re.compile(
            r"\b(?:effective|strong|full\w*|high|green|good|substantial|significant|positive)\b",
            re.IGNORECASE,
        ),
    ),
)
WEAK = re.compile(r"\b(?:ineffective|not effective|weak|poor|red|low|inadequate|no)\b", re.IGNORECASE)
MOST_ASSURANCE_WORDS = 3


def status_of(words: str, *, closed: bool) -> str:
    """Open, closed or occurred; `closed` where the document says so elsewhere."""
    if closed or CLOSED.fullmatch(words):
        return "closed"
    return "occurred" if OCCURRED.fullmatch(words) else "open"


def own_words(words: str) -> str:
    """The document's word for a status where it says more than open, closed or occurred."""
    return "" if PLAINLY.fullmatch(words) else words


def response_of(words: str) -> str:
    """Which of the four ways of answering a risk the words name; empty for none, or more than one."""
    named = [name for name, pattern in RESPONSES if pattern.search(words)]
    return named[0] if len(named) == 1 else ""


def assurance_of(words: str) -> str:
    """How sure a control is, where a few words plainly say so; empty for everything else."""
    if len(words.split()) > MOST_ASSURANCE_WORDS or WEAK.search(words):
        return ""
    return next((name for name, pattern in ASSURANCES if pattern.search(words)), "")
