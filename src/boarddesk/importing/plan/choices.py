"""What the person decides about a plan's document: columns, tables and headings, before all that is seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from boarddesk.importing.headings import Field
from boarddesk.importing.tables.grid import SourceTables
from boarddesk.rules.names.likeness import alike, likeness
from boarddesk.rules.refused import Refused

RANGE = re.compile(r"\s*(?P<first>[0-9]{1,4})\s*(?:(?:-|–|to)\s*(?P<last>[0-9]{1,4}))?\s*")


@dataclass(frozen=True)
class PlanChoices:
    """Which column is what, by heading; which tables are in or out, by number; which headings are areas."""

    columns: Mapping[str, Field] = field(default_factory=dict)
    tables: frozenset[int] = frozenset()
    not_tables: frozenset[int] = frozenset()
    areas: tuple[str, ...] = ()
    not_areas: tuple[str, ...] = ()

    def is_area(self, text: str) -> bool | None:
        """Whether the person says that a heading is an area; None where nothing is said of it."""
        if any(_same(text, said) for said in self.not_areas):
            return False
        return True if any(_same(text, said) for said in self.areas) else None

    def over(self, before: PlanChoices) -> PlanChoices:
        """These, and of those made before what these say nothing of."""
        return PlanChoices(
            {**before.columns, **self.columns},
            (before.tables - self.not_tables) | self.tables,
            (before.not_tables - self.tables) | self.not_tables,
            (*(text for text in before.areas if self.is_area(text) is None), *self.areas),
            (*(text for text in before.not_areas if self.is_area(text) is None), *self.not_areas),
        )


def stands_in(source: SourceTables, heading: str) -> bool:
    """Whether the document has a line of its own that says this."""
    return any(_same(text, heading) for text in _lines(source))


def _same(text: str, said: str) -> bool:
    return _spelt(text) == _spelt(said)


def _spelt(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def table_numbers(written: Iterable[str], *, field: str) -> frozenset[int]:
    """The tables of `7-23` or `5`, once for each; Refused where it is no number of a table."""
    numbers: set[int] = set()
    for said in written:
        for part in said.split(","):
            found = RANGE.fullmatch(part)
            if found is None:
                raise Refused(
                    f"“{said}” is no table. Write its number, such as 5, or several as 7-23.", field=field
                )
            first = int(found["first"])
            numbers |= set(range(first, int(found["last"] or first) + 1))
    return frozenset(numbers)


def check_tables(choices: PlanChoices, source: SourceTables) -> None:
    """Refuse a table that the document does not have, or one that is to be taken in and left out."""
    there = {grid.index for grid in source.grids}
    for number in sorted(choices.tables | choices.not_tables):
        if number not in there:
            raise Refused(f"“{source.name}” has no table {number}; it has {len(there)}.", field="table")
    if both := choices.tables & choices.not_tables:
        raise Refused(f"Table {min(both)} cannot be taken in and left out.", field="table")


def check_areas(choices: PlanChoices, source: SourceTables) -> None:
    """Refuse a heading that stands nowhere in the document, or one that is to be an area and none."""
    said = (*choices.areas, *choices.not_areas)
    there = {_spelt(text): text for text in _lines(source)} if said else {}
    for heading in said:
        if _spelt(heading) not in there:
            likest = max(there.values(), key=lambda text: likeness(text, heading), default="")
            near = (
                f" The likest is “{' '.join(likest.split())}”."
                if len(likest) > 2 and alike(likest, heading)
                else ""
            )
            raise Refused(
                f"“{heading}” stands nowhere in “{source.name}” as a line of its own. "
                f"Write the heading as it stands there.{near}",
                field="area",
            )
    for heading in choices.areas:
        if any(_same(heading, other) for other in choices.not_areas):
            raise Refused(f"“{heading}” cannot be an area and none.", field="area")


def _lines(source: SourceTables) -> Iterator[str]:
    """Every line that could be a heading: texts outside the tables, cells, whole rows, names of sheets."""
    for grid in source.grids:
        yield from (text.text for text in grid.before)
        yield grid.sheet
        for row in grid.rows:
            cells = [cell.line for cell in row if cell.origin is None and not cell.empty]
            yield from cells
            yield " ".join(cells)
    yield from (text.text for text in source.after)
