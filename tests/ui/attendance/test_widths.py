"""What stands in the matrix is read whole: figures, names, months, headings, at the sizes of real windows."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.attendance.conftest import group_by, shown

from boarddesk.rules.attendance.groups import By
from boarddesk.ui.attendance.controls import FURTHER
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.attendance.period import Period
from boarddesk.ui.look.theme import look
from boarddesk.ui.page import Session
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.table.cells import PAD, figure_room
from boarddesk.ui.widgets.table.rows import Cell

PAGES = {"1366": (1198, 690), "1280": (1112, 640), "1920": (1752, 1000)}
GROUPINGS = [By.SEAT, By.PERSON, By.ORGANISATION, *FURTHER]


def at_size(page: AttendancePage, size: str) -> None:
    page.resize(*PAGES[size])
    QApplication.processEvents()


def needed(cell: Cell) -> float:
    """How wide a figure or a count is as it is painted, with the room beside it."""
    if cell.before:
        return figure_room(cell.before, cell.text, signed=cell.shape is not None) + PAD * 2
    return paint.width_of(cell.text, look().font(13, strong=cell.strong)) + (PAD * 2 if cell.text else 0)


@pytest.mark.parametrize("by", GROUPINGS)
def test_no_figure_is_cut(page: AttendancePage, by: By) -> None:
    """The window is drawn larger and smaller, and over either time, as it is by a person."""
    group_by(page, by)
    for size, period in product(PAGES, (Period.MONTHS, Period.ALL)):
        at_size(page, size)
        page.controls.show_period(period)
        page.reload()
        QApplication.processEvents()
        view, columns = page.table.view, page.table.model.columns
        for at, column in enumerate(columns):
            if column.key in ("personal", "seat", "represented", "can_miss"):
                widest = max(needed(row.cell(column.key)) for row in page.table.model.rows)
                assert widest <= view.columnWidth(at) + 0.5, (column.key, size, period)


@pytest.mark.parametrize("size", PAGES)
def test_how_many_of_several_seats_were_filled_is_read_whole(page: AttendancePage, size: str) -> None:
    at_size(page, size)
    group_by(page, By.ROLE)
    QApplication.processEvents()
    for at, column in enumerate(page.table.model.columns):
        if column.key.startswith("meeting"):
            words = [row.cell(column.key).text for row in page.table.model.rows]
            widest = max(paint.width_of(one, look().font()) for one in words)
            assert widest + 2 <= page.table.view.columnWidth(at)


def test_out_of_reach_is_said_whole(page: AttendancePage, sample_office: Session) -> None:
    at_size(page, "1280")
    with sample_office.file.change("Nobody may miss any") as change:
        change.update("board", str(sample_office.board_id), attendance_target=100)
    page.reload()
    QApplication.processEvents()
    words = {row.cell("can_miss").text for row in page.table.model.rows}
    assert "Out of reach" in words
    at = [one.key for one in page.table.model.columns].index("can_miss")
    wide = paint.width_of("Out of reach", look().font()) + PAD * 2
    assert wide <= page.table.view.columnWidth(at)


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("size", PAGES)
def test_a_year_of_meetings_is_seen_without_scrolling(
    page: AttendancePage, sample_office: Session, size: str, many: bool
) -> None:
    at_size(page, size)
    if many:
        page.show_session(replace(sample_office, board_id=None))
        QApplication.processEvents()
    assert page.table.view.horizontalScrollBar().maximum() == 0
    assert len(page._across) >= 11


def test_where_somebody_comes_from_gives_way_before_the_names_do(page: AttendancePage) -> None:
    at_size(page, "1280")
    assert "from" not in [column.key for column in page.table.columns.visible()]
    at_size(page, "1920")
    assert "from" in [column.key for column in page.table.columns.visible()]


@pytest.mark.parametrize("size", PAGES)
def test_by_meeting_its_name_and_every_figure_stand_once_and_in_sight(
    page: AttendancePage, size: str
) -> None:
    at_size(page, size)
    group_by(page, By.MEETING)
    QApplication.processEvents()
    view, columns = page.table.view, page.table.model.columns
    wide = view.viewport().width()
    pinned = [one.pin for one in columns if one.key in ("name", "personal", "seat", "represented")]
    assert None not in pinned, "what is pinned is never covered by what is pinned beside it"
    if not view.horizontalScrollBar().maximum():
        for at in range(len(columns)):
            assert 0 <= view.columnViewportPosition(at) <= wide - view.columnWidth(at)


@pytest.mark.parametrize("by", [By.SEAT, By.ROLE])
@pytest.mark.parametrize("size", PAGES)
def test_the_words_beside_the_bars_never_run_into_them(page: AttendancePage, size: str, by: By) -> None:
    at_size(page, size)
    group_by(page, by)
    QApplication.processEvents()
    page.foot.place()
    QApplication.processEvents()
    first = min(left for left, _ in page.foot.bars._places)
    for words in (page.foot.title, page.foot.under):
        assert within(words, page.foot.strip).right() < first
        assert words.height() >= words.heightForWidth(words.width())
    bars = max(left + wide for left, wide in page.foot.bars._places)
    for part in (page.foot.larger, page.foot.apart):
        if part.isVisible():
            assert within(part, page.foot.strip).left() > bars


def within(one: QWidget, ground: QWidget) -> QRect:
    return QRect(one.mapTo(ground, one.rect().topLeft()), one.size())


def test_over_more_than_a_year_the_first_meeting_of_each_says_which(page: AttendancePage) -> None:
    page.controls.show_period(Period.ALL)
    page.reload()
    titles = [one.title for one in page._across]
    marked = [title.split("\n")[0] for title in titles if title.count("\n") == 2]
    years = list(dict.fromkeys(one.meetings[0].meeting.date.year for one in page._across))
    assert marked == [str(year) for year in years]
    assert len(years) > 1


def test_within_a_year_no_month_needs_its_year_but_every_cell_says_the_whole_day(
    page: AttendancePage,
) -> None:
    assert all(one.title.count("\n") == 1 for one in page._across)
    last = page._across[-1]
    assert last.full.endswith(str(last.meetings[0].meeting.date.year))
    tips = [row.cell(last.key).tip for row in page.table.model.rows if row.cell(last.key).mark]
    assert tips
    assert all(str(last.meetings[0].meeting.date.year) in tip for tip in tips)
    assert shown(page).query.period is Period.MONTHS
