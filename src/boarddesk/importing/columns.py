"""Which column is what: headings held against the words councils use, the person's own choice before all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType

from boarddesk.importing.headings import PLAN_HEADINGS, Field
from boarddesk.importing.tables.grid import MOST_TEXTS, Grid
from boarddesk.rules.refused import Refused

EXACT, BEGINS, HOLDS = 3, 2, 1
"""How well a heading fits: it is the word, begins with it, or has it somewhere."""

LONGEST_HEADING = 160
ONCE = (
    Field.REF, Field.TEXT, Field.BY_WHEN, Field.ORIGINAL_BY_WHEN, Field.REVISED_BY_WHEN, Field.STATUS,
    Field.AREA, Field.HOW,
    Field.NAME, Field.ORGANISATION, Field.ROLE, Field.SECTOR, Field.POST,
)  # fmt: skip
"""Fields one column gives; of the others several columns are joined."""

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
YEAR = r"(?:[’' -]*(?:20)?[0-9]{2}(?:/(?:20)?[0-9]{2})?)"
BANDS = re.compile(
    rf"(?:(?:milestones?|by)\W*)?(?:{MONTH}{YEAR}?\s*(?:-|–|—|to)\s*{MONTH}{YEAR}|{MONTH}{YEAR}"
    rf"|(?:autumn|spring|summer|winter)(?: term)?(?: [1-2])?{YEAR}?|year [1-5]|y[1-5]"
    rf"|q(?:uarter )?[1-4]{YEAR}?|term [1-6]{YEAR}?|20[0-9]{{2}}[-/](?:20)?[0-9]{{2}}|[0-9]+ ?months?)\W*"
    r"(?:\([^()]*\)\W*)?",
    re.IGNORECASE,
)

BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]")
DATED = re.compile(rf"\b{MONTH}\s*[’']?(?:20)?[0-9]{{2}}\b|\b20[0-9]{{2}}\b")
FIGURE = re.compile("[0-9]")
NO_WORD = re.compile("[^a-z0-9 ]+")
HALVES = re.compile(r"\s*[/|\n]\s*")

REF_WORDS = ("ref", "reference", "no", "number", "id")
"""What ends the heading of a column of references: `Recommendation ref`."""
ENDS_OF_TIME = dict.fromkeys(("start", "begin", "from"), Field.OTHER) | dict.fromkeys(
    ("end", "finish", "to", "complete"), Field.BY_WHEN
)
"""The two columns under one heading for time: `Timescale: Start, End`."""


@dataclass(frozen=True, eq=False)
class Words:
    """The words over columns with the fields each may name; each is itself, so that fits are remembered."""

    fields: Mapping[str, tuple[Field, ...]]

    def get(self, word: str) -> tuple[Field, ...]:
        """The fields a word may name."""
        return self.fields.get(word, ())

    def __contains__(self, word: object) -> bool:
        return word in self.fields


class TwoActions(Refused):
    """Two columns could both be the action; `headings` are theirs, so that a person can be asked."""

    def __init__(self, headings: Sequence[str], one: int, other: int) -> None:
        first, second = headings[one], headings[other]
        if _spelt(first) == _spelt(second):
            said = f"Columns {one + 1} and {other + 1} are both headed “{first}” and could be the action"
            way = f'--column "column {one + 1}=text"'
        else:
            said = f"Two columns could both be the action: “{first}” and “{second}”"
            way = f'--column "{first}=text"'
        super().__init__(
            f"{said}. Say which it is, for example with {way}, or give them different headings.",
            field="column",
        )
        self.headings = (first, second)


@dataclass(frozen=True)
class Fit:
    """How well a heading fits a field; more words of the heading taken in is better."""

    field: Field
    tier: int
    length: int


@dataclass(frozen=True)
class Column:
    """A column of a source table with the field it gives; None where nobody knows."""

    index: int
    heading: str
    field: Field | None

    @property
    def shown(self) -> str:
        """The heading as a message names it."""
        return self.heading or f"column {self.index + 1}"


@dataclass(frozen=True)
class Columns:
    """All columns of one table and how deep its headings reach.

    `numbered` is whether its rows begin with numbers of their own in the column that gives the refs; `marks`
    are columns headed by a status each, of which every row marks one.
    """

    columns: tuple[Column, ...]
    header_row: int = 0
    depth: int = 1
    numbered: bool = False
    marks: frozenset[int] = frozenset()

    @cached_property
    def _by_field(self) -> Mapping[Field | None, tuple[Column, ...]]:
        given = dict.fromkeys(column.field for column in self.columns)
        return {field: tuple(one for one in self.columns if one.field is field) for field in given}

    def of(self, field: Field) -> tuple[Column, ...]:
        """The columns that give a field, left to right."""
        return self._by_field.get(field, ())

    def has(self, *fields: Field) -> int:
        """How many of these fields have a column."""
        return sum(field in self._by_field for field in fields)


def read_choices(written: Iterable[str], *, fields: Iterable[Field] = Field) -> dict[str, Field]:
    """The person's own choices (`By When=by_when`) by heading; Refused where no such field is read here."""
    known = {field.value: field for field in (*fields, Field.IGNORE)}
    choices: dict[str, Field] = {}
    for one in written:
        heading, sign, name = one.rpartition("=")
        if not sign or name.strip().lower() not in known:
            names = ", ".join(known)
            raise Refused(
                f"“{one}” does not say which column is what. Write the heading, = and one of: {names}.",
                field="column",
            )
        choices[" ".join(heading.split())] = known[name.strip().lower()]
    return choices


def check_choices(choices: Mapping[str, Field], headings: Iterable[str]) -> None:
    """Refuse a choice for a column that no table has."""
    seen = [one for one in dict.fromkeys(headings) if one]
    for heading in choices:
        if not any(chosen_field(one, at=at, choices={heading: Field.TEXT}) for at, one in enumerate(seen)):
            raise Refused(
                f"No column is headed “{heading}”. The columns are: {', '.join(f'“{one}”' for one in seen)}.",
                field="column",
            )


@lru_cache(maxsize=MOST_TEXTS)
def plain(heading: str) -> str:
    """A heading in small letters, without brackets, signs and trailing dates."""
    text = BRACKETED.sub(" ", heading.casefold().replace("&", " and ").replace("’", "'"))
    text = DATED.sub(" ", text) if FIGURE.search(text) else text
    text = " ".join(NO_WORD.sub(" ", text.replace("'s", "s")).split())
    return text or " ".join(heading.casefold().split())


def by_words(headings: Mapping[Field, tuple[str, ...]]) -> Words:
    """The same words looked up the other way."""
    found: dict[str, tuple[Field, ...]] = {}
    for field, words in headings.items():
        for word in words:
            found[plain(word)] = (*found.get(plain(word), ()), field)
    return Words(MappingProxyType(found))


PLAN_WORDS, NO_WORDS = by_words(PLAN_HEADINGS), by_words({})


@lru_cache(maxsize=MOST_TEXTS)
def fits(heading: str, words: Words) -> Sequence[Fit]:
    """The fields a heading fits, best first; tables are headed alike, and asked about over and over."""
    parts = plain(heading).split()[:16]
    plainly = _of_plan(heading, parts) if words is PLAN_WORDS else None
    if plainly is not None:
        return (plainly,)
    best: dict[Field, Fit] = {}
    for start in range(len(parts)):
        for end in range(len(parts), start, -1):
            taken = " ".join(parts[start:end])
            tier = HOLDS if start else BEGINS if end < len(parts) else EXACT
            under = (
                start > 0 and end == len(parts) <= 3 and words is PLAN_WORDS
            )  # the heading under a wider one
            tier = BEGINS if under and taken in words else tier
            if tier == HOLDS and len(taken) < 4:
                continue
            for field in words.get(taken):
                _keep_better(best, Fit(field, tier, len(taken)))
    halves = [half for half in HALVES.split(heading) if half.strip()]
    if len(halves) == 2 and words is PLAN_WORDS and not any(fit.tier == EXACT for fit in best.values()):
        for half in halves:  # one heading in two languages, or two words for one thing
            for fit in fits(half, words):
                if fit.tier == EXACT:
                    _keep_better(best, Fit(fit.field, BEGINS, fit.length))
    return tuple(sorted(best.values(), key=lambda fit: (-fit.tier, -fit.length)))


def _of_plan(heading: str, parts: Sequence[str]) -> Fit | None:
    """What a plan's heading plainly is by its last word: a reference, or one end of a stretch of time."""
    if 2 <= len(parts) <= 3 and parts[-1] in REF_WORDS:
        return Fit(Field.REF, EXACT, len(heading))
    timed = len(parts) == 2 and any(Field.BY_WHEN in PLAN_WORDS.get(part) for part in parts)
    return Fit(ENDS_OF_TIME[parts[1]], EXACT, len(heading)) if timed and parts[1] in ENDS_OF_TIME else None


def _keep_better(best: dict[Field, Fit], fit: Fit) -> None:
    known = best.get(fit.field)
    if known is None or (fit.tier, fit.length) > (known.tier, known.length):
        best[fit.field] = fit


def match(
    headings: Sequence[str], *, words: Words = PLAN_WORDS, choices: Mapping[str, Field] | None = None
) -> list[Column]:
    """Give each heading its field; Refused where two could both be the action and nobody chose."""
    return _match(headings, words, choices) if choices else list(_match_unchosen(tuple(headings), words))


@lru_cache(maxsize=512)
def _match_unchosen(headings: tuple[str, ...], words: Words) -> tuple[Column, ...]:
    return tuple(_match(headings, words, {}))


def _match(headings: Sequence[str], words: Words, choices: Mapping[str, Field]) -> list[Column]:
    chosen = _chosen_columns(headings, choices)
    taken = {field for field in chosen.values() if field in ONCE}
    offers = {at: fits(one, words) for at, one in enumerate(headings) if at not in chosen and one.strip()}
    if Field.TEXT not in taken:
        _refuse_two_actions(headings, offers)
    result: dict[int, Field] = {} | chosen
    ranked = sorted(
        ((fit, at) for at, offered in offers.items() for fit in offered),
        key=lambda pair: (-pair[0].tier, -pair[0].length, pair[1]),
    )
    for fit, at in ranked:
        again = fit.field is Field.STATUS and any(_alike(headings, at, n) for n in result)
        if at not in result and (again or not (fit.field in ONCE and fit.field in taken)):
            result[at] = fit.field
            taken.add(fit.field)
    _add_bands(headings, result, chosen)
    return [Column(at, " ".join(one.split()), result.get(at)) for at, one in enumerate(headings)]


def _alike(headings: Sequence[str], one: int, other: int) -> bool:
    """Whether two headings differ only in their dates, as `RAG May 2026` and `RAG June 2026` do."""
    return plain(headings[one]) == plain(headings[other])


def _chosen_columns(headings: Sequence[str], choices: Mapping[str, Field]) -> dict[int, Field]:
    """The person's choices by column: the heading as it is spelt goes before one that is only alike."""
    if not choices:
        return {}
    by_heading = {_spelt(heading): field for heading, field in choices.items()}
    spelt = {at: field for at, one in enumerate(headings) if (field := by_heading.get(_spelt(one)))}
    alike = {
        at: field for at, one in enumerate(headings) if (field := chosen_field(one, at=at, choices=choices))
    }
    return {at: field for at, field in alike.items() if field not in spelt.values()} | spelt


def chosen_field(heading: str, *, at: int, choices: Mapping[str, Field]) -> Field | None:
    """A choice by heading, alike heading, or place (`column 1`, for a column without a heading)."""
    spelt = {_spelt(one): field for one, field in choices.items()}
    by_name = spelt.get(_spelt(heading)) or spelt.get(f"column {at + 1}")
    return by_name or next((field for one, field in choices.items() if plain(one) == plain(heading)), None)


def _spelt(heading: str) -> str:
    return " ".join(heading.casefold().split())


def _refuse_two_actions(headings: Sequence[str], offers: Mapping[int, Sequence[Fit]]) -> None:
    first = {at: offered[0] for at, offered in offers.items() if offered}
    rivals = [at for at, fit in first.items() if fit.field is Field.TEXT and _says_action(headings[at], fit)]
    best = max((first[at].tier for at in rivals), default=0)
    rivals = [at for at in rivals if first[at].tier == best]
    if len(rivals) < 2:
        return
    raise TwoActions(headings, rivals[0], rivals[1])


def _says_action(heading: str, fit: Fit) -> bool:
    """Whether a heading is a word for the action, or begins with one and is short enough for a heading."""
    return fit.tier == EXACT or (fit.tier == BEGINS and len(heading.split()) <= 6)


def _add_bands(headings: Sequence[str], result: dict[int, Field], chosen: Mapping[int, Field]) -> None:
    """Columns headed by a term or a stretch of months hold milestones; one alone is no timeline."""
    bands = [at for at, one in enumerate(headings) if at not in chosen and _is_band(one.strip())]
    if len(bands) > 1:
        result.update(dict.fromkeys(bands, Field.BAND))


@lru_cache(maxsize=4096)
def _is_band(heading: str) -> bool:
    return BANDS.fullmatch(heading) is not None


def find_headings(grid: Grid, row: int) -> tuple[list[str], int]:
    """The headings that begin in a row and how many rows they reach down, spans taken into account."""
    depth = max((cell.rows for cell in grid.rows[row]), default=1)
    if depth == 1 and _has_sub_headings(grid, row):
        depth = 2
    depth = min(depth, 3, len(grid.rows) - row)
    return [_heading(grid, row, depth, column) for column in range(grid.width)], depth


def _has_sub_headings(grid: Grid, row: int) -> bool:
    """Whether the row below only divides the headings that span several columns."""
    if row + 1 >= len(grid.rows):
        return False
    wide = {
        column
        for start, cell in enumerate(grid.rows[row])
        if cell.columns > 1 and not cell.empty
        for column in range(start, start + cell.columns)
    }
    if not wide:
        return False
    below = {column for column, cell in enumerate(grid.rows[row + 1]) if not cell.empty}
    return bool(below) and below <= wide and len(below) > 1


def _heading(grid: Grid, row: int, depth: int, column: int) -> str:
    if depth == 1 and grid.rows[row][column].origin is None:
        return grid.rows[row][column].line
    covered = any(grid.rows[row + down][column].origin for down in range(depth))
    if covered and all(line[column].empty for line in grid.rows):
        return ""  # a cell drawn over several columns all the way down is one column
    parts = [grid.shown(row + down, column).line for down in range(depth)]
    named = [part for part in dict.fromkeys(parts) if part]
    # Under a wide heading such as “Milestones” the line below says which stretch of time it is.
    return named[-1] if named and _is_band(named[-1]) else " ".join(named)


def could_be_headings(grid: Grid, row: int) -> bool:
    """Whether a row is short enough all along, and full enough, to be one of headings."""
    lines = [cell.line for cell in grid.rows[row] if not cell.empty]
    return len(lines) >= 2 and all(len(line) <= LONGEST_HEADING for line in lines)
