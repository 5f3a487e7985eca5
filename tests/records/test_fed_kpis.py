"""KPIs fed from attendance follow the registers by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.records.offices import DAY, meeting_of

from boarddesk.records import attendance
from boarddesk.records.board_file import BoardFile
from boarddesk.records.fed_kpis import check_feed
from boarddesk.records.plan.kpis import add_kpi, kpis
from boarddesk.records.plan.plans import add_plan
from boarddesk.rules.attendance import Mark
from boarddesk.rules.refused import Refused


@pytest.fixture
def file(tmp_path: Path) -> Iterator[BoardFile]:
    with BoardFile.create(tmp_path / "office.boarddesk") as made:
        yield made


def test_a_fed_kpi_follows_the_registers(file: BoardFile) -> None:
    meeting_id = meeting_of(file)
    plan_id = add_plan(file, "Plan")
    add_kpi(file, plan_id, ref="K7", wording="Seats filled", fed_from="seat:sib")
    assert kpis(file, plan_id)[0].checkpoints == ()
    attendance.open_register(file, meeting_id, today=DAY)
    attendance.mark_rest(file, meeting_id, Mark.PRESENT)
    attendance.close_register(file, meeting_id, today=DAY)
    [step] = kpis(file, plan_id)[0].checkpoints
    assert (str(step.actual.value), step.actual.words, step.actual.as_at) == ("100.0", "3 of 3", DAY)
    assert step.due == date(2026, 6, 9)


def test_a_feed_of_a_board_that_is_not_there_is_refused(file: BoardFile) -> None:
    assert check_feed(file, " ") == ""
    with pytest.raises(Refused):
        check_feed(file, "seat:XX")
