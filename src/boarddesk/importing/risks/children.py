"""A register of children is no register of risks: refused before anything of it is shown or kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from boarddesk.importing.risks.headings import spelt
from boarddesk.importing.tables.grid import MOST_TEXTS, Cell, Grid, SourceTables, Text
from boarddesk.rules.refused import FileProblem

SENTENCE = (
    "This document lists children or young people, by name, date of birth or number. BoardDesk keeps"
    " no register of children, "
    "so nothing of it was read in. Choose the register of the board's own risks."
)
CHILD = (
    r"(?:child(?:ren)?|pupil|learner|student|young person|yp|cyp|young persons?|young people|patient"
    r"|client|service user)"
)
NAMED = re.compile(
    rf"(?:(?:full |first |last |given |family |sur|fore|preferred "
    rf"|legal )?names? (?:of )?(?:the )?{CHILD}s?|{CHILD}s? (?:s )?(?:full |first |last "
    rf"|preferred )?(?:sur|fore)?names?(?: .*)?"
    rf"|{CHILD}(?: initials)?|initials(?: of (?:the )?{CHILD})?|{CHILD} or young person(?: name)?"
    rf"|child young person(?: name)?|young person child)"
)  # fmt: skip
APART = {"surname", "forename", "first name", "last name", "family name", "given name"}
"""Names written apart, as lists of pupils have them."""
OF_PUPIL = re.compile(
    r"(?:(?:nc |school )?year(?: group)?|age|(?:current )?placement|primary need"
    r"|(?:type|area|category) of need|sen(?:d)? (?:status|need|support)|ehcp?(?: y n| status)?|looked after"
    r"|reason for (?:risk of )?(?:admission|exclusion)|next (?:cetr|care review)|exclusions?|attendance)"
)
"""What a list says of pupils beside their names, and no register of risks of a person."""
BORN = re.compile(
    r"(?:(?:childs? |pupils? |learners? |yp |cyp )?(?:date of birth|dob|d o b|birth date|birthdate"
    r"|birthday|born))(?: .{0,14})?"
)
NUMBERED = re.compile(
    r"(?:nhs (?:no|number|num|id)s?|nhs|upn|unique pupil (?:no|number)|uln|unique learner (?:no"
    r"|number)|(?:pupil|learner|student|child|cyp|client|patient) (?:no|number|id|ref|reference)"
    r"|ehcp? (?:no|number|id|ref)|(?:mosaic|liquidlogic|lcs|ehm|capita|synergy|emis|systmone"
    r"|rio) (?:no|number|id))(?: .{0,14})?"
)  # fmt: skip
NO_NAMES = {"child", "children", "adult", "adults", "both", "all", "yes", "no", "y", "n", "n/a", "-", "–"}
"""What stands under `Child / Adult / Both`, and names nobody."""
LABEL = re.compile("|".join(f"(?:{one.pattern})" for one in (NAMED, OF_PUPIL, BORN, NUMBERED)))
UPN = re.compile(r"[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]")
NHS = re.compile(r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}")
LONG_NUMBER = re.compile(r"[0-9]{3}")
UPN_NAMED = re.compile(rf"\bUPN\W{{0,3}}{UPN.pattern}\b")
NHS_AMONG = re.compile(rf"(?<![0-9]){NHS.pattern}(?![0-9])")
NHS_WORD = re.compile(r"\bNHS\b")
NHS_NAMED = re.compile(r"\bNHS\W{0,3}(?:no|number|num)?\W{0,4}[0-9]{3}")
PERSON = re.compile(r"[A-Z][\w'’-]+(?:,? [A-Z][\w'’.-]*){0,3}|[A-Z]{1,4}|[A-Z]\.? ?[A-Z]\.?")
DAY = re.compile(
    r"[0-9]{1,2}[./ -](?:[0-9]{1,2}|[A-Za-z]{3,9})[./ -](?:19|20)?[0-9]{2}|(?:19"
    r"|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
)
MOST_HEADING_WORDS, MOST_VALUES = 6, 20


def refuse_children(source: SourceTables) -> None:
    """FileProblem where any table of the document lists children; its sentence says nothing of them."""
    if any(_lists_children(grid) for grid in (*source.grids, *source.unseen)) or _numbers_in(
        text.text for text in _texts(source)
    ):
        raise FileProblem(SENTENCE)


def _texts(source: SourceTables) -> Iterator[Text]:
    for grid in source.grids:
        yield from grid.before
    yield from source.after


def _lists_children(grid: Grid) -> bool:
    if _numbers_in(cell.line for row in grid.rows for cell in row if cell.paragraphs):
        return True
    for lines in (zip(*grid.rows, strict=True), grid.rows):
        kinds = {kind for line in lines for kind in _kinds_in(line)}
        if kinds & {"number", "child", "born"} or kinds >= {"surname", "pupil"}:
            return True
    return False


def _kinds_in(line: Sequence[Cell]) -> Iterator[str]:
    """What a column, or a row of a form, says of a child: a heading, and after it values of its kind."""
    last: int | None = None
    for at, cell in enumerate(line):
        words = _label_in(cell.line)
        if not words:
            continue
        values = [*islice((one for one in islice(line, at + 1, None) if not one.empty), MOST_VALUES)]
        if not values:
            continue
        if NUMBERED.fullmatch(words) and any(
            re.search(r"[0-9]{4}", one.line) and len(one.line) <= 20 for one in values
        ):
            yield "number"
        if BORN.fullmatch(words) and any(one.day or DAY.fullmatch(one.line) for one in values):
            yield "born"
        if last is None:
            last = _last_name(line)
        if NAMED.fullmatch(words) and at < last and _people(values):
            yield "child"
        if OF_PUPIL.fullmatch(words):
            yield "pupil"
        if words in APART and at < last and _people(values):
            yield "surname"


@lru_cache(maxsize=MOST_TEXTS)
def _label_in(line: str) -> str:
    """The words of a cell that may head what is said of a child; every cell is asked, down and across."""
    words = spelt(line) if line.count(" ") < MOST_HEADING_WORDS else ""
    return words if words in APART or LABEL.fullmatch(words) else ""


def _last_name(line: Sequence[Cell]) -> int:
    """Where the last cell stands that may name somebody; before it there is one, after it none."""
    said = (at for at in range(len(line) - 1, -1, -1) if line[at].line)
    return next((at for at in said if line[at].line.casefold() not in NO_NAMES), -1)


def _people(values: Sequence[Cell]) -> bool:
    """Whether most of the cells are names of people, or initials."""
    named = sum(PERSON.fullmatch(one.line) is not None for one in values)
    return named * 2 > len(values)


def _numbers_in(lines: Iterator[str]) -> bool:
    """Whether a cell is a pupil's number, or several are NHS numbers whose last figure proves the others."""
    proved = 0
    for line in lines:
        if not LONG_NUMBER.search(line):
            continue
        text = line.strip()
        if UPN.fullmatch(text) or UPN_NAMED.search(text):
            return True
        proved += any(map(_is_nhs_number, NHS_AMONG.findall(text))) and (
            NHS.fullmatch(text) is not None or NHS_WORD.search(text) is not None
        )
        if proved >= 2 or (proved and NHS_NAMED.search(text)):
            return True
    return False


def _is_nhs_number(text: str) -> bool:
    """Whether the tenth figure is the check of the nine before it."""
    figures = [int(one) for one in text if one.isdigit()]
    rest = 11 - sum(figure * weight for figure, weight in zip(figures, range(10, 1, -1), strict=False)) % 11
    return len(figures) == 10 and rest % 11 == figures[9]
