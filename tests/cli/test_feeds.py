"""A KPI fed from the command line, what it says, and what the listing shows of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Call, tables_of

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.sealing import sealed
from boarddesk.records.plan.kpis import add_kpi
from boarddesk.records.plan.plans import add_plan, plans
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.plan.kpis import Unit

BOARD_YEAR = ("--from", "2026-04-01", "--to", "2026-06-02")
MONTHS = ("--from", "2025-06-03", "--to", "2026-06-02")


def k7(boarddesk: Call, office: Path) -> Any:
    listed = boarddesk("list", "kpis", office, "--json").json
    return next(one for one in listed if one["ref"] == "K7")


def newest(boarddesk: Call, office: Path) -> Any:
    return k7(boarddesk, office)["checkpoints"][-1]["actual"]


def pooled(boarddesk: Call, office: Path, figure: str, period: tuple[str, ...]) -> str:
    total = boarddesk("attendance", office, "--board", "SIB", *period, "--json").json["total"]
    return f"{total[figure]['n']} of {total[figure]['of']}"


@pytest.mark.parametrize("figure", ["seat", "personal", "representation"])
@pytest.mark.parametrize(("period", "days"), [("year", BOARD_YEAR), ("12-months", MONTHS)])
def test_a_kpi_is_fed_the_figure_that_attendance_prints(
    boarddesk: Call, sample: Path, figure: str, period: str, days: tuple[str, ...]
) -> None:
    said = boarddesk("feed", sample, "k7", "--from", figure, "--board", "SIB", "--period", period)
    assert (said.status, said.err) == (0, "")
    counted = pooled(boarddesk, sample, figure, days)
    assert f"({counted})" in said.out
    assert newest(boarddesk, sample)["words"] == counted
    fed_from = k7(boarddesk, sample)["fed_from"]
    assert fed_from == {"figure": figure, "board": "SIB", "period": period, "open_registers": 1}


def test_without_a_period_it_is_the_board_year(boarddesk: Call, sample: Path) -> None:
    said = boarddesk("feed", sample, "K7", "--from", "seat", "--board", "SIB")
    assert "K7 is fed: seats, deputies counted, at SIB, board year to date; 1 register open." in said.out


def test_the_listing_follows_a_register_closed_and_undone(boarddesk: Call, sample: Path) -> None:
    boarddesk("feed", sample, "K7", "--from", "seat", "--board", "SIB", "--period", "12-months")
    before = newest(boarddesk, sample)
    with OfficeFile.open(sample) as file:
        last = [
            one
            for one in registers.registers(file)
            if one.board == "SIB" and one.counts and sealed(file, one.meeting.id) is None
        ][-1]
        attendance.reopen_register(file, last.meeting.id)
    assert newest(boarddesk, sample) != before
    assert newest(boarddesk, sample)["words"] == pooled(boarddesk, sample, "seat", MONTHS)
    assert k7(boarddesk, sample)["fed_from"]["open_registers"] == 2
    with OfficeFile.open(sample) as file:
        file.undo()
    assert newest(boarddesk, sample) == before


def test_the_table_says_which_kpi_is_fed(boarddesk: Call, sample: Path) -> None:
    said = " ".join(boarddesk("list", "kpis", sample).out.split())
    assert "Fed from" in said
    boarddesk("feed", sample, "K7", "--stop")
    assert "Fed from" not in boarddesk("list", "kpis", sample).out
    assert k7(boarddesk, sample)["fed_from"] is None


def test_stopping_keeps_the_last_actuals(boarddesk: Call, sample: Path) -> None:
    before = k7(boarddesk, sample)["checkpoints"]
    said = boarddesk("feed", sample, "K7", "--stop")
    assert said.out.startswith("K7 is fed no more. It keeps ")
    assert k7(boarddesk, sample)["checkpoints"] == before


def test_feeding_and_stopping_are_each_one_step_of_undo(boarddesk: Call, sample: Path) -> None:
    before = tables_of(sample)
    boarddesk("feed", sample, "K7", "--from", "personal", "--board", "SIB")
    boarddesk("feed", sample, "K7", "--stop")
    with OfficeFile.open(sample) as file:
        assert [file.undo(), file.undo()] == ["Stop feeding K7", "Feed KPI K7"]
    assert tables_of(sample) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("K99", "--from", "seat"), "There is no KPI K99. There are K1.1,"),
        (("K2.1", "--from", "seat"), "K2.1 is not counted in per cent"),
        (("K7", "--from", "seat", "--board", "XX"), "XX"),
        (("K1.1", "--stop"), "K1.1 is not fed from a figure."),
        (("K7", "--stop", "--plan", "Other"), "There is no plan called Other."),
    ],
)
def test_what_cannot_be_fed_is_one_calm_line(
    boarddesk: Call, sample: Path, arguments: tuple[str, ...], says: str
) -> None:
    before = tables_of(sample)
    said = boarddesk("feed", sample, *arguments)
    assert (said.status, said.out) == (1, "")
    assert says in said.err and len(said.err.splitlines()) == 1
    assert tables_of(sample) == before


def test_a_ref_that_two_plans_have_asks_for_the_plan(boarddesk: Call, sample: Path) -> None:
    with OfficeFile.open(sample) as file:
        other = add_plan(file, "Inclusion plan")
        add_kpi(file, other, ref="K7", wording="Places taken up", unit=Unit.PERCENT)
        assert len(plans(file)) == 2
    said = boarddesk("feed", sample, "K7", "--from", "seat")
    assert said.status == 1 and "Say --plan" in said.err
    assert boarddesk("feed", sample, "K7", "--from", "seat", "--plan", "inclusion plan").status == 0


@pytest.mark.parametrize(
    "arguments", [(), ("--from", "seat", "--stop"), ("--stop", "--board", "SIB"), ("--from", "chairs")]
)
def test_what_makes_no_sense_together_is_wrong_usage(
    boarddesk: Call, sample: Path, arguments: tuple[str, ...]
) -> None:
    assert boarddesk("feed", sample, "K7", *arguments).status == 2
