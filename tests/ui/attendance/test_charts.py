"""The headline, the bars and the larger charts: of whom they are, and that picture and table agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from unittest.mock import patch

import pytest
from tests.ui.attendance.conftest import BEFORE_SEALS, UNSEALED, group_by, shown

from boarddesk.reports.charts.heat import HeatCell, heat_map
from boarddesk.rules.attendance.figures import Tally
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.people import Role
from boarddesk.rules.refused import Refused
from boarddesk.ui import background
from boarddesk.ui.attendance import charts_dialog
from boarddesk.ui.attendance.charts_dialog import HEAT, ChartsDialog
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.page import Session

Drawn = list[tuple[str, list[HeatCell]]]


@pytest.fixture
def drawn() -> Iterator[Drawn]:
    """What the heat map was asked to draw, row by row."""
    found: Drawn = []

    def noted(heads: Sequence[str], rows: Drawn, *, width: float) -> bytes:
        found[:] = rows
        return heat_map(heads, rows, width=width)

    with patch.object(charts_dialog, "heat_map", noted):
        yield found


def charts(page: AttendancePage, which: str) -> ChartsDialog:
    page.show_charts()
    dialog = page.findChildren(ChartsDialog)[-1]
    dialog.which.choose(which)
    dialog._show(which)
    return dialog


def only(page: AttendancePage, role: Role) -> None:
    page.controls.role.choose(role)
    page.reload()


def test_where_only_advisers_are_shown_the_three_figures_are_theirs_and_say_so(page: AttendancePage) -> None:
    only(page, Role.ADVISER)
    report = shown(page).report
    percent, fraction, note = page.figures["seat"].shown()
    assert fraction == report.advisers.seat.fraction
    assert percent == report.advisers.seat.shown()
    assert "target" not in note, "no target is held against advisers"
    assert page.figures["seat"].title() == "Advisers, reported apart: seats, deputies counted"
    assert page.figures["represented"].shown()[1] == report.advisers.representation.fraction
    assert "0 organisations" not in page.figures["represented"].shown()[2]
    assert "nothing" not in page.foot.bars.accessibleName()
    page.controls.role.choose("")
    page.reload()
    assert page.figures["seat"].title() == "Seats, deputies counted"


@pytest.mark.parametrize("by", [By.SEAT, By.PERSON, By.ORGANISATION, By.ROLE, By.SECTOR, By.MEETING])
@pytest.mark.parametrize("which", ["trend", HEAT])
def test_charts_of_advisers_alone_are_drawn(page: AttendancePage, by: By, which: str) -> None:
    only(page, Role.ADVISER)
    group_by(page, by)
    with background.at_once():
        dialog = charts(page, which)
        assert not dialog.picture.pixmap().isNull()
        assert dialog.table.model.rows
    dialog.close()


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.SECRETARY])
def test_where_nothing_is_expected_of_anybody_there_is_no_chart_and_it_is_said(
    page: AttendancePage, role: Role
) -> None:
    only(page, role)
    assert not page.foot.larger.isVisible()
    with pytest.raises(Refused, match="nothing to draw"):
        page.show_charts()


@pytest.mark.parametrize("by", [By.SEAT, By.PERSON, By.ORGANISATION, By.ROLE, By.MEETING])
def test_the_table_beside_the_heat_map_says_the_same_words(
    page: AttendancePage, by: By, drawn: Drawn
) -> None:
    group_by(page, by)
    with background.at_once():
        dialog = charts(page, HEAT)
        assert drawn
        for (name, cells), row in zip(drawn, dialog.table.model.rows, strict=True):
            assert row.cell("name").text == name
            words = [row.cell(str(at)).text for at in range(len(cells))]
            assert words == [one.words for one in cells]
    dialog.close()


def test_letters_of_the_heat_map_are_said_as_words(page: AttendancePage) -> None:
    with background.at_once():
        dialog = charts(page, HEAT)
        said = {
            row.cell(str(at)).spoken for row in dialog.table.model.rows for at in range(len(page._across) - 2)
        }
    assert {"present", "deputy attended"} <= said
    dialog.close()


def test_a_single_meeting_gives_its_figure_once(page: AttendancePage) -> None:
    one = next(one for one in shown(page).report.trend if one.seat.n < one.seat.of)
    page.controls.take_days((one.meeting.date, one.meeting.date))
    note = page.figures["seat"].shown()[2]
    assert " to " not in note
    assert note.startswith("one meeting")


def test_meetings_of_the_same_figure_give_it_once(page: AttendancePage, sample_office: Session) -> None:
    with sample_office.file.change("Everybody was there") as change:
        marks = (
            "SELECT a.id FROM attendance_mark a JOIN roll_row w ON w.id = a.row_id "
            f"WHERE w.roll_id IN (SELECT r.id {UNSEALED})"
        )
        for one in sample_office.file.rows(marks):
            change.update("attendance_mark", one["id"], mark="P")
    page.controls.take_days(BEFORE_SEALS)
    page.reload()
    assert "each meeting 100%" in page.figures["seat"].shown()[2]


def test_a_bar_never_says_the_target_was_reached_when_it_was_not(page: AttendancePage) -> None:
    report = replace(shown(page).headline, trend=shown(page).headline.trend[:1])
    meeting = report.trend[0].meeting
    across = next(one for one in page._across if one.meetings[0].meeting.id == meeting.id)
    close = replace(report, trend=(replace(report.trend[0], members=Tally(present=896, absent=104)),))
    assert across.bar(close).words == "89.6%"
