"""The heat map of an attendance report: organisations at each meeting, with its table."""

from __future__ import annotations

from collections.abc import Iterator

from boarddesk.reports.attendance.tables import (
    MEETING,
    MOST_LYING,
    MOST_UPRIGHT,
    ORGANISATION,
    defined,
    name_width,
    page_for,
)
from boarddesk.reports.charts.canvas import centimetres_of
from boarddesk.reports.charts.heat import HeatCell, heat_map
from boarddesk.reports.document import (
    Block,
    Column,
    ColumnKind,
    Heading,
    Paragraph,
    ParagraphKind,
    Picture,
    Table,
    bold,
    cell,
    words,
)
from boarddesk.rules.attendance.figures import DEFINITION_FILLED, NOTHING, Figure
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.attendance.heat import Heat, heat_of_registers
from boarddesk.rules.attendance.pack import AttendancePack

FEWEST_MEETINGS = 3
TITLE = "Organisations at each meeting"


def heat_blocks(pack: AttendancePack) -> Iterator[Block]:
    """The newest meetings that fit a page; nothing while there are too few to compare.

    The picture comes with the ninth meeting: of fewer the table is taken in at a glance.
    """
    rows = pack.organisations.members
    if len(pack.counting_registers) < FEWEST_MEETINGS or not rows:
        return
    found = heat_of_registers(rows, pack.counting_registers, By.ORGANISATION, most=MOST_LYING)
    yield Heading(_title(found))
    if pack.percentages and len(found.heads) > MOST_UPRIGHT:
        yield Paragraph(words(bold(found.finding)), ParagraphKind.CHART_TITLE)
        drawn = _drawn(found, width=page_for(pack).value)
        yield Picture(drawn, _alt(found), centimetres_of(drawn))
    yield _table(found, pack)


def _title(found: Heat) -> str:
    """`Organisations at each meeting`, or at the newest 14 of 22."""
    return TITLE if len(found.heads) == found.of else f"Organisations at {found.meetings}"


def _drawn(found: Heat, *, width: float) -> bytes:
    rows = [(row.name, [_cell(figure) for figure in row.figures]) for row in found.rows]
    return heat_map(found.heads, rows, width=width)


def _cell(figure: Figure) -> HeatCell:
    return HeatCell(_short(figure), None if figure.exact is None else float(figure.exact))


def _short(figure: Figure) -> str:
    return f"{figure.n}/{figure.of}" if figure.of else NOTHING


def _alt(found: Heat) -> str:
    lowest = found.lowest
    least = f" Least filled: {lowest.name}." if lowest else ""
    size = f"{len(found.rows)} organisations at {found.meetings}"
    said = f"Heat map of {size}, seats filled of those expected."
    return f"{said}{least}" if len(said) + len(least) <= 150 else said


def _table(found: Heat, pack: AttendancePack) -> Table:
    meetings = [Column(head, MEETING, ColumnKind.CENTRED) for head in found.heads]
    beside = MEETING * len(meetings)
    name = name_width((row.name for row in found.rows), pack, least=ORGANISATION, beside=beside)
    return Table(
        _title(found),
        "One row for each organisation, one column for each meeting: seats filled of those expected.",
        (Column("Organisation", name), *meetings),
        tuple((cell(row.name), *(cell(_short(figure)) for figure in row.figures)) for row in found.rows),
        note=defined(DEFINITION_FILLED),
    )
