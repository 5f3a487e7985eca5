"""A layout as the program reads it, action by action beside what a careful person reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from pathlib import Path

from tests.importing.plan.layouts.layout import Expected, Layout
from tests.importing.plan.layouts.words import words_in

from boarddesk.importing.plan.document import read_plan
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundAction, FoundArea, FoundPlan

LABEL = re.compile(
    r"(?:improvement )?(?:priority|theme|area|section|workstream|outcome|key issue|recommendation|kloe"
    r"|area of concern|action|lead|support)(?: (?:action|sponsor|lead))?(?: (?:[0-9]+|[a-h]))?"
)
STATUS_WORD = re.compile(
    r"red|amber|green|blue|pink|completed?|delayed|in progress|on track|off track|overdue|to be started"
    r"|not started"
)
BETWEEN = r"[:;/|,()&–—]|\band\b|^[0-9A-Za-z]{1,3}(?:\.[0-9]+)*[.)]? "
NUMBERED = re.compile(r"^\s*(?:workstream|priority|theme|area) [0-9A-H]+\b", re.IGNORECASE)


def flat(text: str | None) -> str:
    """Its words in small letters without signs, so that only the words are compared."""
    bare = (text or "").lower().replace("’", "'").replace("'", "")
    return " ".join(re.sub(r"[^0-9a-z£%&/]+", " ", bare).split())


def near(wanted: list[str], text: str) -> float:
    """How near the text comes to any that is wanted; 1 where it holds it."""
    have = flat(text)
    ratios = (1.0 if flat(one) in have else SequenceMatcher(None, flat(one), have).ratio() for one in wanted)
    return max(ratios, default=0.0)


@dataclass(frozen=True)
class Pair:
    """An action as expected and what was found of it, with the area it was found in."""

    want: Expected
    action: FoundAction | None
    area: FoundArea | None


@dataclass(frozen=True)
class Reading:
    """A layout with the plan found in it; `pairs` in the order expected, `invented` what is left over."""

    layout: Layout
    expected: Expected
    plan: FoundPlan
    pairs: tuple[Pair, ...]
    invented: tuple[FoundAction, ...]
    words: tuple[str, ...]

    @property
    def lost(self) -> list[str]:
        """What stands in the document and neither in the plan nor among what is left."""
        kept = flat(" ".join(_texts(self.plan)))
        spare = {flat(one) for one in (*self.layout.spare, self.layout.title)}
        return [
            text
            for text in self.words
            if flat(text) not in spare and any(flat(part) not in kept for part in _parts(text))
        ]


def reading_of(layout: Layout, folder: Path) -> Reading:
    """Write the layout into the folder and read it."""
    path = layout.build(folder)
    plan = read_plan(read_tables(path))
    expected = layout.expected
    left = [(area, action) for area in plan.areas for action in area.actions]
    pairs = []
    for want in expected["actions"]:
        best = max(left, key=lambda found: _likeness(want, found[1]), default=None)
        if best is not None and _is_the_same(want, best[1]):
            left.remove(best)
            pairs.append(Pair(want, best[1], best[0]))
        else:
            pairs.append(Pair(want, None, None))
    return Reading(
        layout, expected, plan, tuple(pairs), tuple(action for _, action in left), tuple(words_in(path))
    )


def _likeness(want: Expected, found: FoundAction) -> float:
    return near(want["text"], found.text) + (0.3 if found.ref in (want["ref"], *want.get("refs", [])) else 0)


def _is_the_same(want: Expected, found: FoundAction) -> bool:
    likeness = near(want["text"], found.text)
    return likeness >= 0.75 or (found.ref == want["ref"] and likeness > 0.3)


def _texts(value: object) -> Iterator[str]:
    """Every text anywhere in what was found."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))


def _parts(text: str) -> Iterator[str]:
    """The parts of a paragraph that ought to turn up somewhere; labels, status words and scraps need not."""
    for part in re.split(BETWEEN, text):
        words = flat(NUMBERED.sub("", part))
        if len(words) > 3 and not LABEL.fullmatch(words) and not STATUS_WORD.fullmatch(words):
            yield words
