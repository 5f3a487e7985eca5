"""KPIs fed from attendance follow the registers by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.records.offices import board_with_seats

from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.boards import update_board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting
from boarddesk.records.packs.highlights import highlight_pack
from boarddesk.records.plan.areas import add_area
from boarddesk.records.plan.feeding import feed_kpi
from boarddesk.records.plan.kpis import add_kpi, kpis
from boarddesk.records.plan.plans import add_plan
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.attendance.figures import Figure
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.plan.feeds import FedFigure, FedPeriod, Feed
from boarddesk.rules.plan.kpis import Kpi, Unit
from boarddesk.rules.registers.register import Mark

MAY, JUNE, TODAY = date(2026, 5, 12), date(2026, 6, 9), date(2026, 6, 20)


@dataclass(frozen=True)
class Fed:
    """An office whose plan has a KPI in its one area, and two meetings of its board."""

    file: OfficeFile
    board_id: str
    plan_id: str
    kpi_id: str
    may: str
    june: str

    def kpi(self) -> Kpi:
        [found] = kpis(self.file, self.plan_id, as_at=TODAY)
        return found

    def words(self) -> list[str]:
        return [step.actual.words for step in self.kpi().checkpoints]

    def hold(self, meeting_id: str, *absent: str) -> None:
        """Take the register and close it: everybody there but those named."""
        day = registers.register(self.file, meeting_id).meeting.date
        attendance.open_register(self.file, meeting_id, today=day)
        for row in registers.register(self.file, meeting_id).rows:
            attendance.mark(self.file, row.id, Mark.ABSENT if row.person in absent else Mark.PRESENT)
        attendance.close_register(self.file, meeting_id, today=day)

    def on_the_page(self, figure: FedFigure, first: date, last: date) -> Figure:
        report = attendance_report(
            self.file, By.SEAT, today=TODAY, board_id=self.board_id, first=first, last=last
        )
        return {
            FedFigure.SEAT: report.total.seat,
            FedFigure.PERSONAL: report.total.personal,
            FedFigure.REPRESENTATION: report.total.representation,
        }[figure]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Fed]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        board_id = board_with_seats(file)
        plan_id = add_plan(file, "Plan", board_id=board_id)
        area_id = add_area(file, plan_id, number="1", title="The board")
        kpi_id = add_kpi(file, plan_id, ref="K7", wording="Seats filled", unit=Unit.PERCENT, area_id=area_id)
        feed_kpi(file, kpi_id, Feed(FedFigure.SEAT, board_id))
        may, june = (add_meeting(file, board_id, day) for day in (MAY, JUNE))
        yield Fed(file, board_id, plan_id, kpi_id, may, june)


def test_a_fed_kpi_follows_every_register_closed(office: Fed) -> None:
    assert office.kpi().checkpoints == ()
    office.hold(office.may)
    [step] = office.kpi().checkpoints
    assert (str(step.actual.value), step.actual.words, step.actual.as_at) == ("100.0", "3 of 3", MAY)
    office.hold(office.june, "Ben Moor")
    assert office.words() == ["3 of 3", "5 of 6"]


def test_closing_reopening_correcting_and_undo_change_the_actual_at_once(office: Fed) -> None:
    office.hold(office.may)
    office.hold(office.june, "Ben Moor")
    attendance.reopen_register(office.file, office.june)
    assert office.words() == ["3 of 3"]
    told = office.kpi().fed_from
    assert told and told.source == "from the attendance registers of SIB, 1 register open"
    row = next(one for one in registers.register(office.file, office.june).rows if one.person == "Cal Vale")
    attendance.mark(office.file, row.id, Mark.APOLOGIES)
    attendance.close_register(office.file, office.june, today=JUNE)
    assert office.words() == ["3 of 3", "4 of 6"]
    for _ in range(3):
        office.file.undo()
    assert office.words() == ["3 of 3", "5 of 6"]
    office.file.redo()
    assert office.words() == ["3 of 3"]


@pytest.mark.parametrize("figure", FedFigure)
@pytest.mark.parametrize("period", FedPeriod)
def test_the_actual_is_the_figure_of_the_attendance_page(
    office: Fed, figure: FedFigure, period: FedPeriod
) -> None:
    early = add_meeting(office.file, office.board_id, date(2025, 6, 21))
    for meeting_id, absent in ((early, "Ann Hale"), (office.may, "Ben Moor"), (office.june, "Cal Vale")):
        office.hold(meeting_id, absent)
    feed_kpi(office.file, office.kpi_id, Feed(figure, office.board_id, period))
    first = date(2026, 4, 1) if period is FedPeriod.YEAR else date(2025, 6, 21)
    shown = office.on_the_page(figure, first, TODAY)
    newest = office.kpi().checkpoints[-1].actual
    assert shown.of
    assert (newest.words, newest.exact) == (shown.fraction, shown.exact)


def test_the_highlight_report_says_what_the_registers_say(office: Fed) -> None:
    office.hold(office.may)
    office.hold(office.june, "Ben Moor")

    def reported(day: date) -> list[str]:
        [kpi] = highlight_pack(office.file, today=day).areas[0].kpis
        return [step.actual.words for step in kpi.checkpoints]

    assert reported(TODAY) == ["3 of 3", "5 of 6"]
    assert reported(date(2026, 5, 20)) == ["3 of 3"], "as things stood on an earlier day"
    attendance.reopen_register(office.file, office.june)
    assert reported(TODAY) == ["3 of 3"]


def test_a_board_may_change_its_short_name(office: Fed) -> None:
    office.hold(office.may)
    update_board(office.file, office.board_id, short_name="SEND IB")
    assert office.words() == ["3 of 3"]
    told = office.kpi().fed_from
    assert told and told.board == "SEND IB"


def test_a_feed_of_version_1_0_0_holds_through_a_new_short_name_and_undo(office: Fed) -> None:
    with office.file.change("As it was written") as change:
        change.update("kpi", office.kpi_id, fed_from="seat:SIB")
    office.hold(office.may)
    assert office.words() == ["3 of 3"]
    update_board(office.file, office.board_id, name="SEND Board", short_name="SEND")
    assert office.words() == ["3 of 3"]
    office.file.undo()
    assert office.words() == ["3 of 3"]
    assert office.file.value("SELECT fed_from FROM kpi") == "seat:SIB"


def test_a_feed_that_nobody_knows_leaves_the_kpi_as_it_is(office: Fed) -> None:
    for spec in ("seat:XX", "actions-complete:1f"):
        with office.file.change("Written by a later version") as change:
            change.update("kpi", office.kpi_id, fed_from=spec)
        assert office.kpi().fed_from is None
        assert office.kpi().checkpoints == ()
