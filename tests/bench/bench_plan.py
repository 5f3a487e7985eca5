"""A whole plan read out of its document, against the parsing of the same document's XML."""

from __future__ import annotations

import statistics
import tempfile
import zipfile
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import docx
from lxml import etree
from tests.bench.ratio import Ratio, once
from tests.importing.plan.layouts.paper import grid, heading, said, title, write

from boarddesk.importing.deciding.reading import first_read
from boarddesk.importing.plan.document import read_plan
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.dates.grammar import MONTHS

AREAS, TABLES, ROWS = 8, 5, 3
"""120 actions in 40 tables: some 60 pages."""
LONG = 5_000
"""Rows of a table that is read in a time that grows as its rows do."""

HEADINGS = "Ref | Action | Lead | By when | RAG | Success measure | Progress | Evidence | Comments"
KEY = "RAG | Meaning\nGreen{green} | On track\nAmber{amber} | At risk\nRed{red} | Off track"
STATUSES = ("Green{green}", "Amber{amber}", "Red{red}", "Blue{blue}")
LEADS = ("Rowan {}", "Ines {}, Head of Inclusion", "Kit {0}; Bea {0}", "{} Trust")
COUNCILS = [f"{name}{end}" for name in ("North", "West", "Ash") for end in ("moor", "ley", "ton", "by")]
SENTENCES = (
    "Each school has told us which plans it waits for and how long it has waited.",
    "The panel meets every week and sends what it decided to families within five days.",
    "Two of the three teams have begun; the third waits for its manager.",
    "Parents and carers were asked in the spring and their answers were shown to the board.",
)


def plan_of_sixty_pages(path: Path, council: str) -> Path:
    """Headings, texts, a key, a diary and a plan of nine columns over forty tables, in words of its own."""
    blocks = [title(f"{council} SEND Improvement Plan"), heading("Introduction")]
    blocks += [said(_words(council, at, 4)) for at in range(12)]
    blocks.append(grid(KEY))
    days = "\n".join(f"{at + 1} March 2026 | Board | Progress of area {at}" for at in range(12))
    blocks.append(grid(f"Date | Meeting | Purpose\n{days}"))
    for area in range(1, AREAS + 1):
        blocks.append(heading(f"Area {area}: What families wait for, part {area}"))
        blocks += [said(f"Area lead: {LEADS[area % 4].format(council)}"), said(_words(council, area, 5))]
        for part in range(TABLES):
            blocks.append(said(_words(council, area + part, 3)))
            first = part * ROWS + 1
            lines = [_row(council, area, number) for number in range(first, first + ROWS)]
            blocks.append(grid("\n".join([HEADINGS, *lines])))
    return write(path, *blocks)


def _row(council: str, area: int, number: int) -> str:
    cells = (
        f"{area}.{number}",
        f"Action {area} {number}: {_words(council, number, 2)}",
        LEADS[(area + number) % 4].format(council),
        f"{number} {MONTHS[COUNCILS.index(council)]} 202{area % 3 + 6}",
        STATUSES[number % 4],
        f"{number} of 20 schools say so. {_words(council, area, 1)}",
        f"{_words(council, area + number, 3)}⏎{number} done so far",
        f"Minutes of {council} {number} May 2026⏎Survey of {area} schools",
        _words(council, area * number, 1),
    )
    return " | ".join(cells)


def _words(council: str, at: int, many: int) -> str:
    return " ".join(f"{SENTENCES[(at + more) % 4]} ({council} {at}, {more})" for more in range(many))


def parsed(data: bytes) -> None:
    """The least: the XML parsed, and the document opened as the library opens it."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        etree.fromstring(package.read("word/document.xml"))
    docx.Document(BytesIO(data))


def long_table(rows: int) -> SourceTables:
    """One table of ten columns."""
    head = ("Ref", "Action", "Lead", "By when", "RAG", "KPI", "Progress", "Evidence", "Comments", "Notes")
    lines = [head]
    for at in range(rows):
        ref, day = f"{at // 90 + 1}.{at % 90 + 1}", f"{at % 28 + 1} May 2026"
        words = (ref, f"Do what is told in line {at}", LEADS[at % 4].format("Northmoor"), day, "Amber")
        lines.append((*words, f"{at} more", f"Begun in week {at}", f"Minutes {at}", "None", f"Line {at}"))
    cells = tuple(tuple(Cell((word,)) for word in line) for line in lines)
    return SourceTables("long.xlsx", SourceKind.EXCEL, (Grid(1, cells, name="sheet “Plan”"),))


def bench_plan_of_sixty_pages() -> Iterator[Ratio]:
    """Another council's plan each time, its officers and dates too, for what was read is partly remembered.

    The floor is parsing in C; ours walks each paragraph and asks of each cell what it is, in Python.
    """
    floors, reads, decisions = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for council in COUNCILS:
            path = plan_of_sixty_pages(Path(folder) / "plan.docx", council)
            data, source = path.read_bytes(), read_tables(path)
            # In turn, so that what else the machine does falls on all three.
            floors.append(once(partial(parsed, data)))
            reads.append(once(partial(read_tables, path)))
            decisions.append(once(partial(read_plan, source)))
        floor, decided = statistics.median(floors), statistics.median(decisions)
        whole = statistics.median(reads) + decided
        yield Ratio("a plan of 60 pages, decided once its tables are read", decided, floor, allowed=5)
        yield Ratio("a plan of 60 pages, its tables read and decided", whole, floor, allowed=9)


def bench_long_plan() -> Iterator[Ratio]:
    """Twice the rows take twice the time, whatever a row takes; as a plan, and as all that a table may be."""
    half, whole = long_table(LONG // 2), long_table(LONG)
    for name, decide in (("a plan", read_plan), ("anything, a plan", first_read)):
        shorter, longer = (once(partial(decide, source)) for source in (half, whole))
        yield Ratio(f"{name} of {LONG} rows against half of it", longer, shorter, allowed=2.6)
