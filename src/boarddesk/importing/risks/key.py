"""The document's own key: what its words, letters, levels, arrows and initials mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain, pairwise

from boarddesk.importing.risks.headings import spelt
from boarddesk.importing.risks.movement import SIGNED, way_of
from boarddesk.importing.risks.scores import LARGEST, USUAL_WORDS, ScoreKey, colour_named, plain_word
from boarddesk.importing.risks.vocabulary import Aspect
from boarddesk.importing.tables.grid import Cell, Grid
from boarddesk.rules.imports.risks.contents import FoundMatrix

AXES = (Aspect.LIKELIHOOD, Aspect.IMPACT)
AXIS_WORDS = {
    Aspect.LIKELIHOOD: re.compile(r"\b(?:likelihood|probability|frequency)\b", re.IGNORECASE),
    Aspect.IMPACT: re.compile(r"\b(?:impact|consequence|severity)s?\b", re.IGNORECASE),
}
LEVELS = (
    "very low|low|medium low|medium|moderate|medium high|high|very high|extreme|critical|severe"
    "|significant|red|amber|green|yellow|orange"
    "|minor|major|tolerable|intolerable|acceptable|unacceptable|catastrophic"
)  # fmt: skip
LEVEL = re.compile(rf"(?:{LEVELS})(?: risk)?", re.IGNORECASE)
LEVEL_LETTERS = {
    "vl": "very low",
    "l": "low",
    "m": "medium",
    "h": "high",
    "vh": "very high",
    "r": "red",
    "a": "amber",
    "g": "green",
    "e": "extreme",
}
NUMBERED = re.compile(
    r"(?P<number>[1-6])\s*[-–—:=.)]*\s*(?P<word>[A-Za-z][A-Za-z /’'-]{2,30})"
    r"|(?P<word2>[A-Za-z][A-Za-z /’'-]{2,30}?)\s*[-–—:=(]*\s*(?P<number2>[1-6])\)?"
)
EXPLAINED = re.compile(
    r"(?<![\w])(?P<sign>[A-Z]{1,3}|[1-6]"
    r"|[A-Z][a-z]+(?: [a-z]+)?)\s*[=:–—-]\s*(?P<means>[A-Za-z][A-Za-z /’'-]{1,30}?"
    r"|[1-6])(?=\s*(?:[,;.()\n]|$|\s(?:[A-Z]{1,3}|[1-6])\s*[=:–—-]))"
)
RANGE = r"(?P<low>[0-9]{1,2})\s*(?:-|–|—|to)\s*(?P<high>[0-9]{1,2})"
OPEN_RANGE = (
    r"(?:above |over |≥\s*|>=\s*)?(?P<from>[0-9]{1,2})\s*(?:\+|and above|or (?:above|more|higher)|plus)"
)
BAND = re.compile(
    rf"(?:{RANGE}|{OPEN_RANGE})\s*[-–—:=(]*\s*(?P<name>{LEVELS})\b"
    rf"|\b(?P<name2>{LEVELS})(?: risk)?\s*[-–—:=(]*\s*(?:"
    rf"{RANGE.replace('low', 'low2').replace('high', 'high2')}|{OPEN_RANGE.replace('from', 'from2')})",
    re.IGNORECASE,
)
RANGE_ONLY = re.compile(rf"\W*(?:{RANGE}|{OPEN_RANGE})\W*", re.IGNORECASE)
IMPACT_FIRST = re.compile(
    r"\b(?:impact|consequence|severity)(?: score| rating)?\s*(?:[x×*]|multiplied by"
    r"|times)\s*(?:likelihood|probability)|\bI\s*[x×]\s*L\b",
    re.IGNORECASE,
)
INITIALS = re.compile(
    r"\b(?P<initials>[A-Z]{2,4})\s*[=:–—-]\s*(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3})"
)
LEAST_STEPS = 3
A_WORD = re.compile(r"[A-Za-z][A-Za-z /’'()-]{0,30}")
MOST_KEY_ROWS, MOST_KEY_COLUMNS = 60, 60
"""As far down a table is looked through for a key: it has few rows."""
MOST_PRODUCT = LARGEST * LARGEST


@dataclass(frozen=True)
class RiskKey:
    """All that a document explains of itself."""

    scores: ScoreKey = field(default_factory=ScoreKey)
    matrix: FoundMatrix | None = None
    arrows: Mapping[str, str] = field(default_factory=dict)
    initials: tuple[tuple[str, str], ...] = ()


@dataclass
class _Explained:
    """What was gathered so far."""

    steps: dict[Aspect, dict[str, int]] = field(default_factory=lambda: {axis: {} for axis in AXES})
    names: dict[Aspect, dict[int, str]] = field(default_factory=lambda: {axis: {} for axis in AXES})
    levels: dict[str, str] = field(default_factory=dict)
    bands: dict[str, tuple[int, int]] = field(default_factory=dict)
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    arrows: dict[str, str] = field(default_factory=dict)
    initials: dict[str, str] = field(default_factory=dict)
    impact_first: bool = False

    def step(self, axis: Aspect, word: str, number: int) -> None:
        """A word of an axis with its number; the first that is said holds."""
        bare = plain_word(word)
        if bare and not bare.isdigit() and not AXIS_WORDS[axis].fullmatch(bare):
            self.steps[axis].setdefault(bare, number)
            if len(bare) > 2:
                self.names[axis].setdefault(number, word.strip(" .:-–()"))


def read_key(grids: Iterable[Grid], texts: Iterable[str]) -> RiskKey:
    """The key, out of tables that are no registers and of what stands around the tables."""
    found = _Explained()
    for grid in grids:
        rows = tuple(row[:MOST_KEY_COLUMNS] for row in grid.rows[:MOST_KEY_ROWS])
        _of_table(replace(grid, rows=rows), found)
    for text in texts:
        _of_text(text, found)
    steps = {axis: words for axis, words in found.steps.items() if words}
    return RiskKey(
        ScoreKey(steps, found.levels, found.impact_first),
        _matrix(found),
        found.arrows,
        tuple(found.initials.items()),
    )


def explains_steps(grid: Grid) -> bool:
    """Whether a table says the numbers of the words for likelihood or impact."""
    steps = read_key([grid], ()).scores.steps
    return any(len(words) >= LEAST_STEPS for words in steps.values())


def _matrix(found: _Explained) -> FoundMatrix | None:
    """The words of both axes from 1 on without a gap; no matrix where one of them has none."""
    words: dict[Aspect, tuple[str, ...]] = {}
    for axis in AXES:
        named = found.names[axis]
        if len(named) < LEAST_STEPS or sorted(named) != list(range(1, len(named) + 1)):
            return None
        words[axis] = tuple(named[number] for number in range(1, len(named) + 1))
    bands = tuple(
        (name, low, high) for name, (low, high) in sorted(found.bands.items(), key=lambda band: band[1])
    )
    cells = tuple((likelihood, impact, level) for (likelihood, impact), level in sorted(found.cells.items()))
    return FoundMatrix(words[Aspect.LIKELIHOOD], words[Aspect.IMPACT], bands, cells)


# Tables ----------------------------------------------------------------------------------------------------


def _of_table(grid: Grid, found: _Explained) -> None:
    lines = [_short_line(cells) for cells in grid.rows]
    for row in range(len(grid.rows)):
        cells = [cell for cell in grid.rows[row] if cell.origin is None and not cell.empty]
        for cell in cells:
            if len(cell.line) > 60:
                _of_text(cell.text, found)
        _initials_of(cells, found)
        _band_of(cells, found)
        for column in range(grid.width):
            cell = grid.rows[row][column]
            if not cell.empty and len(cell.line) <= 60:
                axis = _axis_at(grid, row, column, lines)
                _step_of(grid, row, column, found, axis)
                _of_text(cell.line, found, axis_of_place=axis)
    _levels_of_matrix(grid, found)


def _step_of(grid: Grid, row: int, column: int, found: _Explained, named_by: Aspect | None) -> None:
    """A word with its number: in the cell, in its row, above it, or by the products beside it."""
    line = grid.rows[row][column].line
    named = NUMBERED.fullmatch(line)
    word = (named["word"] or named["word2"]) if named else line
    if not A_WORD.fullmatch(word) or len(word.split()) > 4:
        return
    axis = named_by or _usual_axis(word) or _axis_of_matrix(grid, row, column)
    if axis is None or AXIS_WORDS[axis].search(word):
        return
    number = int(named["number"] or named["number2"]) if named else _number_at(grid, row, column)
    if number is not None and (_usual_axis(word) in (axis, None) or named):
        found.step(axis, word, number)
        letter = next((cell.line for cell in grid.rows[row] if re.fullmatch(r"[A-Z]|V[HL]", cell.line)), "")
        if letter and letter != word:
            found.steps[axis].setdefault(plain_word(letter), number)


def _axis_of_matrix(grid: Grid, row: int, column: int) -> Aspect | None:
    """The axis of a label beside or above products, where a usual word stands on it or on the other."""
    down = _products([grid.shown(at, column).line for at in range(len(grid.rows))]) is not None
    across = _products([grid.shown(row, at).line for at in range(grid.width)]) is not None
    if down is across:
        return None
    labels = [line[0].line for line in grid.rows] if across else []
    heads = [cell.line for cell in grid.rows[row]] if down else [cell.line for cell in grid.rows[0]]
    beside = {axis for line in labels or [row[0].line for row in grid.rows] if (axis := _usual_axis(line))}
    above = {axis for line in heads if (axis := _usual_axis(line))}
    own, other = (beside, above) if across else (above, beside)
    if len(own) == 1:
        return own.pop()
    return next((axis for axis in AXES if other == {AXES[1 - AXES.index(axis)]}), None)


@lru_cache(maxsize=4096)
def _usual_axis(word: str) -> Aspect | None:
    bare = plain_word(word)
    return next((Aspect(axis) for axis, words in USUAL_WORDS.items() if words.fullmatch(bare)), None)


def _axis_at(grid: Grid, row: int, column: int, lines: Sequence[str]) -> Aspect | None:
    """The axis that the heading above a cell names, or the cells left of it, or the table itself."""
    above = (grid.shown(at, column).line for at in range(row - 1, -1, -1))
    left = (grid.shown(row, at).line for at in range(column))
    near = next(filter(None, map(_axis_named, chain(above, left))), None)
    if near is not None:
        return near
    around = [line for line in lines[max(0, row - 8) : row][::-1] if _axis_named(line)]
    texts = [*around[:1], grid.sheet, *(text.text for text in grid.before[-1:])]
    return next(filter(None, map(_axis_named, texts)), None)


def _short_line(cells: Iterable[Cell]) -> str:
    """A whole row as one line; nothing where it is long."""
    words: list[str] = []
    left = 60
    for cell in cells:
        if cell.origin is None:
            words.append(cell.line)
            left -= len(cell.line) + 1
            if left < 0:
                return ""
    return " ".join(words)


@lru_cache(maxsize=4096)
def _axis_named(text: str) -> Aspect | None:
    """The one axis that a short text names."""
    if not text or len(text) > 80:
        return None
    named = [axis for axis, pattern in AXIS_WORDS.items() if pattern.search(text)]
    return named[0] if len(named) == 1 else None


def _number_at(grid: Grid, row: int, column: int) -> int | None:
    """The number of a word: beside it, above it, or what the products of its row or column are of."""
    cells = [grid.shown(row, at).line for at in range(grid.width)]
    beside = [
        int(line) for at, line in enumerate(cells) if at != column and re.fullmatch(r"[1-6](?:\.0)?", line)
    ]
    products = _products(cells)
    if products is not None:
        return products
    products = _products([grid.rows[at][column].line for at in range(len(grid.rows)) if at != row])
    if len(set(beside)) == 1:
        return beside[0]
    if products is not None and not beside:
        return products
    above = [grid.shown(at, column).line for at in (*range(row - 1, -1, -1), row + 1) if at < len(grid.rows)]
    return next((int(line) for line in above if re.fullmatch(r"[1-6]", line)), None) if not beside else None


def _products(lines: Sequence[str]) -> int | None:
    """The number of which these figures are once, twice, three times and so on; None where they are not."""
    numbers = [int(line) for line in lines if len(line) <= 2 and line.isascii() and line.isdigit()]
    if len(numbers) < LEAST_STEPS:
        return None
    least = min(numbers, default=0)
    whole = [least * times for times in range(1, len(numbers) + 1)]
    products = 0 < least <= LARGEST
    return least if products and sorted(numbers) == whole else None


def _levels_of_matrix(grid: Grid, found: _Explained) -> None:
    """The level of each cell where a likelihood and an impact cross, by its word or its colour."""
    for row in range(len(grid.rows)):
        for column in range(grid.width):
            cell = grid.rows[row][column]
            level = cell.line if LEVEL.fullmatch(cell.line) else colour_named(cell.shading)
            if (
                not level
                or (cell.empty and not cell.shading)
                or (not cell.empty and not LEVEL.fullmatch(cell.line) and not cell.line.isdigit())
            ):
                continue
            across = _label_of([grid.shown(row, at).line for at in range(column)], found)
            down = _label_of(
                [grid.shown(at, column).line for at in range(len(grid.rows)) if at != row], found
            )
            is_step = any(plain_word(level) in found.steps[axis] for axis in AXES)
            if across and down and across[0] is not down[0] and not is_step:
                numbers = dict([across, down])
                found.cells.setdefault((numbers[Aspect.LIKELIHOOD], numbers[Aspect.IMPACT]), level)


def _label_of(lines: Iterable[str], found: _Explained) -> tuple[Aspect, int] | None:
    for line in lines:
        word = plain_word(re.sub(r"[0-9]+", " ", line))
        for axis in AXES:
            if word in found.steps[axis]:
                return axis, found.steps[axis][word]
    return None


def _initials_of(cells: list[Cell], found: _Explained) -> None:
    for one, other in pairwise(cells):
        for initials, name in ((one.line, other.line), (other.line, one.line)):
            if re.fullmatch(r"[A-Z]{2,4}", initials) and _are_of(initials, name):
                found.initials.setdefault(initials, name)


def _are_of(initials: str, name: str) -> bool:
    return (
        "".join(word[0] for word in name.split() if word[0].isupper()) == initials and len(name.split()) >= 2
    )


def _band_of(cells: list[Cell], found: _Explained) -> None:
    """A level beside its range of scores in one row."""
    ranges = [one for cell in cells if (one := RANGE_ONLY.fullmatch(cell.line))]
    names = [cell.line for cell in cells if LEVEL.fullmatch(cell.line)]
    if len(ranges) == 1 and names:
        one = ranges[0]
        low, high = (one["from"], MOST_PRODUCT) if one["from"] else (one["low"], one["high"])
        found.bands.setdefault(names[0], (int(low), int(high)))


# Text ------------------------------------------------------------------------------------------------------


def _of_text(text: str, found: _Explained, *, axis_of_place: Aspect | None = None) -> None:
    """What a text explains: `H = high`, `1 = rare`, `15–25 red`, `↑ worsening`, `RP = Ruth Penhale`."""
    found.impact_first = found.impact_first or IMPACT_FIRST.search(text) is not None
    for one in INITIALS.finditer(text):
        if _are_of(one["initials"], one["name"]):
            found.initials.setdefault(one["initials"], one["name"])
    for band in BAND.finditer(text):
        name = band["name"] or band["name2"]
        low = band["low"] or band["low2"] or band["from"] or band["from2"]
        found.bands.setdefault(
            name.capitalize(), (int(low), int(band["high"] or band["high2"] or MOST_PRODUCT))
        )
    for sign in SIGNED.finditer(text):
        said = re.split(r"[,;.\n]|[↑↓→↔▲▼⬆⬇]", text[sign.end() :], maxsplit=1)[0]
        if (way := way_of(said)) and len(said) < 50:
            found.arrows.setdefault(sign[0], way)
    for one, axes in _explained(text, axis_of_place):
        _take(one["sign"], one["means"], axes, found)


def _explained(text: str, axis_of_place: Aspect | None) -> Iterator[tuple[re.Match[str], tuple[Aspect, ...]]]:
    """Each sign that is explained, with the axes named last before it."""
    axes: tuple[Aspect, ...] = (axis_of_place,) if axis_of_place else ()
    at = 0
    for one in EXPLAINED.finditer(text):
        named = sorted(
            (mark.start(), axis)
            for axis, pattern in AXIS_WORDS.items()
            for mark in pattern.finditer(text, at, one.start())
        )
        if named:
            axes = tuple(axis for _, axis in named)
            axes = axes if len(axes) < 2 or re.search(r"\band\b|&|/", text[at : one.start()]) else axes[-1:]
        at = one.end()
        yield one, axes


def _take(sign: str, means: str, axes: tuple[Aspect, ...], found: _Explained) -> None:
    if any(pattern.fullmatch(means.strip()) for pattern in AXIS_WORDS.values()):
        return  # `L = likelihood` names a column
    usual: Aspect | None
    if means.isdigit() or sign.isdigit():
        number, word = (int(means), sign) if means.isdigit() else (int(sign), means)
        usual = _usual_axis(word)
        plainly = AXES if LEVEL.fullmatch(LEVEL_LETTERS.get(word.casefold(), word)) else ()
        for axis in (
            (usual,)
            if usual and usual not in axes and len(axes) != 1
            else axes or ((usual,) if usual else plainly)
        ):
            found.step(axis, word, number)
        return
    word = spelt(means)
    usual = _usual_axis(word)
    if LEVEL.fullmatch(word) and (LEVEL_LETTERS.get(sign.casefold(), word) == word or usual is None):
        found.levels.setdefault(plain_word(sign), means.strip().capitalize())
    for axis in axes or ((usual,) if usual else ()):
        if word in found.steps[axis]:
            found.steps[axis].setdefault(plain_word(sign), found.steps[axis][word])
