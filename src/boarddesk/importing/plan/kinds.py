"""What a table that is no plan looks like, and the words that say so: a diary, risks, a scorecard …"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache

from boarddesk.importing.columns import PLAN_WORDS, could_be_headings, find_headings, plain
from boarddesk.importing.headings import Field
from boarddesk.importing.tables.grid import Grid

FIRST_ROWS = 25


class LooksLike(StrEnum):
    """What a table of a source document is taken for."""

    PLAN = "plan"
    SCORECARD = "scorecard"
    RISKS = "risks"
    ATTENDANCE = "attendance"
    PEOPLE = "people"
    AREA = "area"
    LEGEND = "legend"
    DIARY = "diary"
    TIMELINE = "timeline"
    DECISIONS = "decisions"
    DONE = "done"
    VERSIONS = "versions"
    CONTENTS = "contents"
    GLOSSARY = "glossary"
    FACTS = "facts"
    UNKNOWN = "unknown"


WHAT_IT_IS = {
    LooksLike.PLAN: "a plan",
    LooksLike.SCORECARD: "a scorecard",
    LooksLike.RISKS: "a risk register",
    LooksLike.ATTENDANCE: "a register of attendance",
    LooksLike.PEOPLE: "a list of people",
    LooksLike.AREA: "what is said of an area",
    LooksLike.LEGEND: "a key to the statuses",
    LooksLike.DIARY: "a diary",
    LooksLike.TIMELINE: "a timeline",
    LooksLike.DECISIONS: "a log of decisions",
    LooksLike.DONE: "what has been done",
    LooksLike.VERSIONS: "a list of versions",
    LooksLike.CONTENTS: "a list of contents",
    LooksLike.GLOSSARY: "a glossary",
    LooksLike.FACTS: "facts about the document",
    LooksLike.UNKNOWN: "a table of another kind",
}
"""Each kind as a sentence names it."""

SCORECARD_SIGNS = (
    "baseline", "kpi ref", "actual", "trajectory", "target and actual", "measure ref", "indicator",
    "national average", "statistical neighbour", "numerator", "performance measure", "target timescale",
)  # fmt: skip
SCORECARD_FIRST = ("measure", "measures", "indicator", "kpi", "kpi ref", "metric", "performance indicator")
RISK_SIGNS = (
    "likelihood", "inherent", "residual", "mitigation", "mitigating", "controls", "probability", "risk score",
    "mitigations", "risk rating", "impact score", "gross", "net score",
)  # fmt: skip
SCORECARD_SIGN, RISK_SIGN = (re.compile("|".join(signs)) for signs in (SCORECARD_SIGNS, RISK_SIGNS))
PEOPLE_SIGNS = (
    "organisation", "role", "email", "e mail", "job title", "telephone", "post", "phone", "position",
    "initials",
)  # fmt: skip
DECISION_WORDS = ("decision", "decisions", "decision taken", "decision made", "decisions made", "agreed")
DONE_WORDS = re.compile(
    r"(?:what (?:we|has|have)|actions?|work|progress) (?:have |has |been )*"
    r"(?:done|achieved|completed|delivered|taken)(?: so far| to date)?|(?:key )?achievements?"
    r"(?: to date| so far)?|what we (?:have done|did|delivered|achieved).*|you said|we did"
)
VERSION_WORDS = (
    "version", "version no", "version number", "amendment", "amendments", "author", "issue", "changes",
)  # fmt: skip
FIRST_OF_VERSIONS = re.compile(r"(?:document )?(?:version|revision|rev)(?: no| number)?")
GLOSSARY_WORDS = ("term", "abbreviation", "acronym", "meaning", "definition", "stands for", "explanation")
DIARY_WORDS = re.compile(
    r"(?:date|when|month|day|date of meeting|meeting date|dates|time|week)s?|meeting|event|venue|who"
    r"|attendees?|attended by|with whom|audience|activity|activities|actions?|purpose|subject|focus|topic"
    r"|location|what|agenda|item|items|forum|board"
)
TIMELINE_WORDS = re.compile(r"(?:key )?(?:milestones?|events?|stages?|phases?|steps?)|what happened|history")
YEARS = re.compile(
    r"(?:20[0-9]{2}(?:[/-][0-9]{2,4})?|q[1-4].*|baseline"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
)


def other_kind(headings: Sequence[str]) -> LooksLike | None:
    """The kind of a table by its headings, where they say it plainly."""
    return _plainly(tuple(headings))


@lru_cache(maxsize=1024)
def _plainly(headings: tuple[str, ...]) -> LooksLike | None:
    words = [plain(heading) for heading in headings if heading]
    return next((kind for kind, is_kind in BY_HEADINGS if is_kind(words, headings)), None)


def _is_glossary(words: Sequence[str], _headings: Sequence[str]) -> bool:
    return len(words) <= 3 and sum(word in GLOSSARY_WORDS for word in words) >= 2


def _is_decisions(words: Sequence[str], _headings: Sequence[str]) -> bool:
    return any(word in DECISION_WORDS for word in words[:3]) and not any(map(_is_action, words))


def _is_versions(words: Sequence[str], _headings: Sequence[str]) -> bool:
    """Whether each row is a version of the document: its number, its date and what was changed."""
    counted = bool(words) and FIRST_OF_VERSIONS.fullmatch(words[0]) is not None
    if counted and any("date" in word.split() for word in words[1:]):
        return True
    said = sum(word in VERSION_WORDS for word in words)
    return said >= 2 and words[0].startswith(("version", "date", "issue"))


def _is_action(word: str) -> bool:
    return word.startswith(("action", "what we will do"))


def _is_risks(words: Sequence[str], _headings: Sequence[str]) -> bool:
    named = [at for at, word in enumerate(words) if "risk" in word.split() or "risks" in word.split()]
    signs = [at for at, word in enumerate(words) if RISK_SIGN.search(word)]
    first = (
        bool(named)
        and named[0] <= 2
        and words[named[0]].startswith(("risk", "description of risk", "the risk"))
    )
    scored = any("likelihood" in words[at] or "probability" in words[at] for at in signs)
    exact = any(
        words[at] in ("risk", "risks", "risk description", "description of risk") for at in named if at <= 2
    )
    acts = any(PLAN_WORDS.get(word)[:1] == (Field.TEXT,) for word in words)
    if exact and not acts and any("score" in word or "rating" in word for word in words):
        return True
    return bool(named and signs) and (scored or (first and any(at not in named for at in signs)))


def _is_scorecard(words: Sequence[str], headings: Sequence[str]) -> bool:
    signs = sum(SCORECARD_SIGN.search(word) is not None for word in words)
    dated = sum(YEARS.fullmatch(" ".join(heading.casefold().split())) is not None for heading in headings)
    first = bool(words) and words[0] in SCORECARD_FIRST
    measured = first or any("measure" in word or "indicator" in word or "kpi" in word for word in words[:2])
    return signs >= 2 or (first and signs + dated >= 1) or (measured and dated >= 2)


BY_HEADINGS: tuple[tuple[LooksLike, Callable[[Sequence[str], Sequence[str]], bool]], ...] = (
    (LooksLike.RISKS, _is_risks),
    (LooksLike.SCORECARD, _is_scorecard),
    (LooksLike.VERSIONS, _is_versions),
    (LooksLike.GLOSSARY, _is_glossary),
    (LooksLike.DECISIONS, _is_decisions),
)
"""The kinds that headings alone say plainly: by their plain words, and as they are written."""


def kind_of(grid: Grid) -> tuple[LooksLike, tuple[str, ...]]:
    """What a table that is no plan looks like, and its headings."""
    for row in range(min(FIRST_ROWS, len(grid.rows))):
        if not could_be_headings(grid, row):
            continue
        headings, _ = find_headings(grid, row)
        kind = other_kind(headings) or _by_words(headings)
        if kind is not None:
            return kind, tuple(headings)
    first = tuple(cell.line for cell in grid.rows[0]) if grid.rows else ()
    return (LooksLike.CONTENTS if _is_contents(grid) else LooksLike.UNKNOWN), first


def _by_words(headings: Sequence[str]) -> LooksLike | None:
    words = [plain(heading) for heading in headings if heading]
    if any(word in ("name", "full name", "member", "representative") for word in words) and any(
        word in PEOPLE_SIGNS for word in words
    ):
        return LooksLike.PEOPLE
    if any(DONE_WORDS.fullmatch(word) for word in words[:3]):
        return LooksLike.DONE
    dated = bool(words) and any(
        word in ("date", "when", "month", "day", "week", "dates") for word in words[:2]
    )
    if dated and len(words) <= 5 and any(TIMELINE_WORDS.fullmatch(word) for word in words):
        return LooksLike.TIMELINE
    return LooksLike.DIARY if dated and len(words) >= 2 and all(map(DIARY_WORDS.fullmatch, words)) else None


def _is_contents(grid: Grid) -> bool:
    """Whether each row is a title with its page, as a list of contents has them."""
    rows = [[cell.line for cell in row if cell.origin is None and not cell.empty] for row in grid.rows]
    filled = [row for row in rows if row]
    paged = sum(len(row) >= 2 and row[-1].isdigit() and len(row[-1]) <= 3 for row in filled)
    pages = [int(row[-1]) for row in filled if row[-1].isdigit() and len(row[-1]) <= 3]
    return len(filled) >= 3 and paged * 3 >= len(filled) * 2 and pages == sorted(pages)
