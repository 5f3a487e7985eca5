"""Every figure of the workbook is a formula: worked out anew, it is what the letters say counted by hand."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.reports.attendance_packs import pack

from boarddesk.reports.attendance_workbook.workbook import workbook
from boarddesk.rules.attendance.pack import AttendancePack
from boarddesk.rules.attendance.words import in_short
from boarddesk.rules.people import TargetFigure

SOFFICE = shutil.which("soffice")
PACK = pack()
Lines = list[list[object]]
needs_office = pytest.mark.skipif(SOFFICE is None, reason="no office suite to work the formulas out")


def recalculated(content: bytes, folder: Path, *, change: dict[str, Any] | None = None) -> dict[str, Lines]:
    """The sheets once another program has worked every formula out, without the values kept beside them."""
    book = load_workbook(_saved(content, folder / "written.xlsx"))
    for place, value in (change or {}).items():
        sheet, cell = place.split("!")
        page = book[sheet]
        assert isinstance(page, Worksheet)
        page[cell] = value
    book.save(folder / "bare.xlsx")  # formulas alone: this library keeps no values with them
    profile = f"-env:UserInstallation=file://{folder}/profile"
    call = [str(SOFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", f"{folder}/out"]
    subprocess.run([*call, f"{folder}/bare.xlsx"], check=True, capture_output=True, timeout=120)
    shown = load_workbook(folder / "out" / "bare.xlsx", data_only=True)
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in shown.worksheets}


def _saved(content: bytes, path: Path) -> Path:
    path.write_bytes(content)
    return path


def upright(lines: Lines, *, turned: bool) -> Lines:
    """The sheet as it is with people down."""
    return [list(column) for column in zip(*lines, strict=True)] if turned else lines


def share(letters: Sequence[object], counting: str) -> tuple[int, int]:
    """Counted by hand: how many of the letters count, over those that were expected."""
    return sum(str(one) in counting for one in letters if one), sum(
        str(one) in "PVTDAX" for one in letters if one
    )


def per_cent(count: tuple[int, int]) -> object:
    return pytest.approx(count[0] / count[1]) if count[1] else "–"


@needs_office
@pytest.mark.parametrize("turned", [False, True])
def test_every_figure_is_what_is_counted_from_the_letters(tmp_path: Path, *, turned: bool) -> None:
    sheets = recalculated(workbook(PACK, turned=turned), tmp_path)
    lines = upright(sheets["Members"], turned=turned)
    meetings = len(PACK.counting_registers)
    first, end = 4, 4 + meetings
    people = lines[1 : next(at for at, line in enumerate(lines) if line[0] is None)]
    for line in people:
        seat, personal = share(line[first:end], "PVTD"), share(line[first:end], "PVT")
        assert line[end : end + 3] == [seat[1], seat[0], personal[0]]
        assert line[end + 3 : end + 5] == [per_cent(seat), per_cent(personal)]
        assert line[end + 5] == ("Meets target" if seat[0] * 10 >= seat[1] * 9 else "Below target")
    below = {str(line[0]): line for line in lines[len(people) + 1 :] if line[0]}
    every = [one for line in people for one in line[first:end]]
    assert below["Total"][end + 1] == share(every, "PVTD")[0]
    assert below["Total"][end + 3 : end + 5] == [
        per_cent(share(every, "PVTD")),
        per_cent(share(every, "PVT")),
    ]
    for at in range(first, end):
        column = [line[at] for line in people]
        assert below["Total expected"][at] == share(column, "PVTD")[1]
        assert below["Attendance, seat"][at] == per_cent(share(column, "PVTD"))
        assert below["Attendance, personal"][at] == per_cent(share(column, "PVT"))
    _check_organisations(sheets["Organisations"], people, first, end)
    _check_figures(sheets["Figures"], every)


@needs_office
def test_the_values_kept_in_the_file_are_those_that_are_worked_out(tmp_path: Path) -> None:
    sheets = recalculated(workbook(PACK), tmp_path)
    kept = load_workbook(tmp_path / "written.xlsx", data_only=True)
    for page in kept.worksheets:
        for line, shown in zip(page.iter_rows(values_only=True), sheets[page.title], strict=True):
            for value, worked_out in zip(line, shown, strict=True):
                is_share = isinstance(value, float)
                assert worked_out == (pytest.approx(value) if is_share else (value or None)), (
                    page.title,
                    line,
                )


def _check_organisations(lines: Lines, people: Lines, first: int, end: int) -> None:
    meetings, totals = end - first, [0, 0]
    for line in lines[1 : next(at for at, line in enumerate(lines) if line[0] is None)]:
        own = [one for one in people if one[2] == line[0]]
        columns = [share([one[at] for one in own], "PVTD") for at in range(first, end)]
        represented = sum(n > 0 for n, _ in columns), sum(of > 0 for _, of in columns)
        assert line[1 : 1 + meetings] == ["R" if n else "X" if of else "–" for n, of in columns]
        seats = sum(of for _, of in columns), sum(n for n, _ in columns)
        assert line[1 + meetings : 5 + meetings] == [*seats, represented[1], represented[0]]
        assert line[6 + meetings] == per_cent(represented)
        totals = [total + one for total, one in zip(totals, represented, strict=True)]
    assert lines[-1][4 + meetings] == totals[0] and lines[-1][6 + meetings] == per_cent(
        (totals[0], totals[1])
    )


def _check_figures(lines: Lines, every: list[object]) -> None:
    said = {str(line[0]): line[1:] for line in lines[1:]}
    seat = share(every, "PVTD")
    assert said["Members: seat attendance"] == [*seat, per_cent(seat), 0.9, "Below target"]
    assert said["Members: personal attendance"][:2] == [*share(every, "PVT")]
    assert said["Lowest meeting, seat attendance"][2] == pytest.approx(
        min(float(one.seat.exact or 0) for one in PACK.people.trend) / 100
    )


@needs_office
def test_a_letter_and_the_target_changed_by_hand_change_the_headline(tmp_path: Path) -> None:
    sheets = recalculated(workbook(PACK), tmp_path, change={"Members!F5": "P", "Figures!E2": 0.8})
    seat = PACK.people.total.seat
    shown = round((seat.n + 1) / seat.of * 100)
    assert sheets["Contents"][1][0] == (
        f"Seats were filled {seat.n + 1} of {seat.of} times ({shown}%), at or above the target of 80%."
    )
    assert sheets["Figures"][1][4:] == [0.8, "Meets target"]


@needs_office
@pytest.mark.parametrize(("filled", "shown"), [(299, "99.7%"), (1, "0.3%"), (300, "100%"), (0, "0%")])
def test_the_headline_says_everything_or_nothing_only_where_it_is(
    tmp_path: Path, filled: int, shown: str
) -> None:
    counts = {"Figures!B2": filled, "Figures!C2": 300}
    sheets = recalculated(workbook(PACK), tmp_path, change=dict(counts))
    assert f"{filled} of 300 times ({shown})" in str(sheets["Contents"][1][0])


@needs_office
@pytest.mark.parametrize(
    ("target", "figure", "percentages"),
    [
        (Decimal(90), TargetFigure.SEAT, True),
        (Decimal("85.7"), TargetFigure.SEAT, True),
        (Decimal("85.72"), TargetFigure.PERSONAL, True),
        (Decimal(80), TargetFigure.SEAT, False),
    ],
)
def test_the_headline_says_what_the_report_says(
    tmp_path: Path, target: Decimal, figure: TargetFigure, *, percentages: bool
) -> None:
    given = _held_against(replace(PACK, percentages=percentages), target, figure)
    sheets = recalculated(workbook(given), tmp_path)
    lead = in_short(given)[0].replace("\N{NO-BREAK SPACE}", " ")
    assert sheets["Contents"][1][0] == lead
    assert load_workbook(tmp_path / "written.xlsx", data_only=True)["Contents"]["A2"].value == lead


def _held_against(given: AttendancePack, target: Decimal, figure: TargetFigure) -> AttendancePack:
    board = replace(given.board, attendance_target=target, target_figure=figure)
    total = replace(given.people.total, target=target, target_figure=figure)
    return replace(given, board=board, people=replace(given.people, total=total))
