"""Rows become lines: sorted as people order them, filtered, grouped, opened."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.statuses.status import Status, StatusIs
from boarddesk.ui.widgets.table.lines import kept_rows, lines
from boarddesk.ui.widgets.table.rows import (
    Arrangement,
    Cell,
    Column,
    Group,
    Line,
    Row,
    counts_in_words,
    sort_key,
)

MET = Status("met", "Met", "M", "003078", StatusIs.COMPLETE)
COLUMNS = (Column("ref", "Ref"), Column("what", "What"))


def _row(ref: str, what: str = "", *, group: str = "", children: tuple[Row, ...] = ()) -> Row:
    return Row(ref, {"ref": ref, "what": what}, group=group, children=children)


def _kept(rows: list[Row], arrangement: Arrangement) -> list[str]:
    return [row.id for row in kept_rows(rows, arrangement, COLUMNS)]


def _shown(found: list[Line]) -> list[str]:
    return [line.group.title if line.group else line.id for line in found]


def test_refs_are_ordered_as_people_do() -> None:
    rows = [_row(ref) for ref in ("4.10", "4.9", "10.1", "4.1")]
    assert _kept(rows, Arrangement(sort_key="ref")) == ["4.1", "4.9", "4.10", "10.1"]


def test_nothing_comes_last_in_either_direction() -> None:
    rows = [_row("a", "–"), _row("b", "x"), _row("c", ""), _row("d", "y")]
    assert _kept(rows, Arrangement(sort_key="what")) == ["b", "d", "a", "c"]
    assert _kept(rows, Arrangement(sort_key="what", descending=True)) == ["d", "b", "a", "c"]


@given(
    st.lists(
        st.one_of(st.integers(-99, 99), st.dates(), st.text(max_size=6), st.decimals(-9, 9)), max_size=12
    )
)
def test_any_mixture_can_be_sorted(values: list[int | date | str | Decimal]) -> None:
    rows = [Row(str(at), {"what": Cell(str(value), sort=value)}) for at, value in enumerate(values)]
    found = kept_rows(rows, Arrangement(sort_key="what"), COLUMNS)
    assert sorted(row.id for row in found) == sorted(row.id for row in rows)


@given(st.lists(st.integers(0, 40), max_size=12))
def test_sorting_down_is_sorting_up_backwards_but_equals_keep_their_order(values: list[int]) -> None:
    rows = [Row(str(at), {"what": Cell(str(value), sort=value)}) for at, value in enumerate(values)]
    up = [values[int(one)] for one in _kept(rows, Arrangement(sort_key="what"))]
    down = [values[int(one)] for one in _kept(rows, Arrangement(sort_key="what", descending=True))]
    assert up == sorted(values)
    assert down == sorted(values, reverse=True)


def test_every_word_searched_for_must_be_there() -> None:
    rows = [_row("4.1", "Agree one timeline"), _row("4.2", "Agree advice")]
    assert _kept(rows, Arrangement(search="agree TIME")) == ["4.1"]


def test_a_row_stays_for_what_stands_below_it() -> None:
    rows = [_row("4.1", children=(_row("m1", "Panel terms agreed"),)), _row("4.2")]
    assert _kept(rows, Arrangement(search="panel")) == ["4.1"]


def test_columns_filter_together() -> None:
    rows = [_row("4.1", "Agree"), _row("5.1", "Agree"), _row("4.2", "Train")]
    assert _kept(rows, Arrangement(filters={"ref": "4.", "what": "agr"})) == ["4.1"]


def test_statuses_are_found_by_their_word() -> None:
    row = Row("4.1", {"what": Cell(status=MET)})
    assert _kept([row], Arrangement(search="met")) == ["4.1"]


def test_a_closed_group_shows_its_header_only() -> None:
    groups = (Group("1", "Voice"), Group("2", "Joint"))
    rows = [_row("1.1", group="1"), _row("2.1", group="2")]
    assert _shown(lines(rows, groups, Arrangement(closed_groups={"1"}))) == ["Voice", "Joint", "2.1"]


def test_searching_opens_closed_groups_and_leaves_empty_ones_out() -> None:
    groups = (Group("1", "Voice"), Group("2", "Joint"))
    arrangement = Arrangement(search="1.1", closed_groups={"1"})
    assert _shown(lines([_row("1.1", group="1")], groups, arrangement)) == ["Voice", "1.1"]


def test_rows_below_a_row_are_shown_when_it_is_opened() -> None:
    rows = [_row("4.1", children=(_row("m1"), _row("m2")))]
    assert _shown(lines(rows, (), Arrangement())) == ["4.1"]
    assert _shown(lines(rows, (), Arrangement(open_rows={"4.1"}))) == ["4.1", "m1", "m2"]


@pytest.mark.parametrize(
    ("cell", "spoken"),
    [
        (Cell(status=MET), "Met"),
        (Cell("May 26", second="to 31 May 2026"), "May 26, to 31 May 2026"),
        (Cell("100%", before="9 of 9"), "9 of 9 100%"),
        (Cell(flags=("Overdue", "No evidence")), "Overdue, No evidence"),
        (Cell(mark="P", said="present"), "present"),
        (Cell("2 Feb", became=Cell("3 Mar")), "2 Feb becomes 3 Mar"),
        (Cell(ticked=True), "ticked"),
        (Cell(bar=((MET, 3),)), "3 Met"),
    ],
)
def test_a_cell_says_in_words_what_it_shows(cell: Cell, spoken: str) -> None:
    assert cell.spoken == spoken


def test_a_bar_with_nothing_in_it_says_so() -> None:
    assert counts_in_words([(MET, 0)]) == "nothing yet"


def test_a_number_sorts_by_its_value_not_by_its_words() -> None:
    assert sort_key(Cell("100%", sort=Decimal(100))) > sort_key(Cell("9%", sort=Decimal(9)))
