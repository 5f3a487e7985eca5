"""A register of children is no register of risks: refused before anything of it is shown or kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from boarddesk.importing.risks.headings import spelt
from boarddesk.importing.tables.grid import Cell, Grid, SourceTables, Text
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
LABELS = (NAMED, OF_PUPIL, BORN, NUMBERED)
UPN = re.compile(r"[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]")
NHS = re.compile(r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}")
PERSON = re.compile(r"[A-Z][\w'’-]+(?:,? [A-Z][\w'’.-]*){0,3}|[A-Z]{1,4}|[A-Z]\.? ?[A-Z]\.?")
DAY = re.compile(
    r"[0-9]{1,2}[./ -](?:[0-9]{1,2}|[A-Za-z]{3,9})[./ -](?:19|20)?[0-9]{2}|(?:19"
    r"|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
)
MOST_HEADING_WORDS = 6


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
    columns = [[row[at] for row in grid.rows] for at in range(grid.width)]
    across = [list(row) for row in grid.rows]
    if _numbers_in(cell.line for row in grid.rows for cell in row):
        return True
    for lines in (columns, across):
        kinds = {kind for line in lines for kind in _kinds_in(line)}
        if kinds & {"number", "child", "born"} or kinds >= {"surname", "pupil"}:
            return True
    return False


def _kinds_in(line: Sequence[Cell]) -> Iterator[str]:
    """What a column, or a row of a form, says of a child: a heading, and after it values of its kind."""
    for at, cell in enumerate(line):
        if cell.empty or len(cell.line.split()) > MOST_HEADING_WORDS:
            continue
        words = spelt(cell.line)
        if not any(pattern.fullmatch(words) for pattern in LABELS) and words not in APART:
            continue
        values = [one for one in line[at + 1 :] if not one.empty]
        if not values:
            continue
        if NUMBERED.fullmatch(words) and any(
            re.search(r"[0-9]{4}", one.line) and len(one.line) <= 20 for one in values[:20]
        ):
            yield "number"
        if BORN.fullmatch(words) and any(one.day or DAY.fullmatch(one.line) for one in values[:20]):
            yield "born"
        if NAMED.fullmatch(words) and _people(values):
            yield "child"
        if OF_PUPIL.fullmatch(words):
            yield "pupil"
        if words in APART and _people(values):
            yield "surname"


def _people(values: Sequence[Cell]) -> bool:
    """Whether most of the cells are names of people, or initials."""
    if {one.line.strip().casefold() for one in values} <= NO_NAMES:
        return False
    named = sum(PERSON.fullmatch(one.line) is not None for one in values[:20])
    return named * 2 > min(len(values), 20)


def _numbers_in(lines: Iterator[str]) -> bool:
    """Whether a cell is a pupil's number, or several are NHS numbers whose last figure proves the others."""
    proved = 0
    for line in lines:
        text = line.strip()
        if UPN.fullmatch(text) or re.search(rf"\bUPN\W{{0,3}}{UPN.pattern}\b", text):
            return True
        proved += any(
            _is_nhs_number(one) for one in re.findall(rf"(?<![0-9]){NHS.pattern}(?![0-9])", text)
        ) and (NHS.fullmatch(text) is not None or re.search(r"\bNHS\b", text) is not None)
        if proved >= 2 or (proved and re.search(r"\bNHS\W{0,3}(?:no|number|num)?\W{0,4}[0-9]{3}", text)):
            return True
    return False


def _is_nhs_number(text: str) -> bool:
    """Whether the tenth figure is the check of the nine before it."""
    figures = [int(one) for one in text if one.isdigit()]
    rest = 11 - sum(figure * weight for figure, weight in zip(figures, range(10, 1, -1), strict=False)) % 11
    return len(figures) == 10 and rest % 11 == figures[9]
