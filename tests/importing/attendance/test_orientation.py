"""Finding which way round a register is takes no longer than reading it, however long the table is."""

from __future__ import annotations

from datetime import date, timedelta

from boarddesk.importing.attendance import dates
from boarddesk.importing.attendance.orientation import MOST_MEETINGS, find_matrix
from boarddesk.importing.tables.grid import Cell, Grid


def test_thousands_of_dates_below_each_other_are_no_meetings() -> None:
    first = date(2020, 1, 1)
    rows = [(Cell(("Action",)), Cell(("By when",)))]
    rows += [
        (Cell((f"Write letter {at}",)), Cell((f"{first + timedelta(days=at):%d/%m/%Y}",)))
        for at in range(MOST_MEETINGS * 3)
    ]
    found = find_matrix(Grid(1, tuple(rows)), {})
    assert found is None or len(found.meetings) == 1


def test_a_text_without_a_figure_is_judged_without_a_look_at_its_words() -> None:
    assert not dates.looks_like_date(Cell(("Northmoor Council",)))
    assert dates.looks_like_date(Cell(("9 June",)))
