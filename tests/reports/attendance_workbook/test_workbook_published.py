"""A published copy of the register holds letters: nothing said in confidence is anywhere in its file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.reports.attendance_packs import BOARD, pack, registers, report

from boarddesk.reports.attendance_workbook.workbook import workbook
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.attendance.pack import AttendancePack
from boarddesk.rules.people import Role
from boarddesk.rules.registers.register import Mark, Register, RollRow

REASON, DEPUTY, NOTE, OBSERVER, VENUE = (
    "unwell since Monday",
    "Leila Grant",
    "asked not to sit by the door",
    "Petra Onlooker",
    "Room of the open register",
)
SECRET = (REASON, DEPUTY, NOTE, OBSERVER, "As recorded", "not recorded", "14 Apr", "14/04", "14/07")
COPIES = [(True, False), (False, True), (False, False)]


def _told(row: RollRow) -> RollRow:
    details: dict[Mark, Any] = {Mark.APOLOGIES: {"reason": REASON}, Mark.DEPUTY: {"deputy": DEPUTY}}
    return replace(row, note=NOTE, **details.get(row.mark or Mark.PRESENT, {}))


def _with_secrets() -> AttendancePack:
    """Reasons, notes, deputies, an observer, and a register still open that has nothing but letters Z."""
    made: list[Register] = []
    for one in registers():
        watching = (
            replace(one.rows[0], id="w", seat_id="w", person_id="w", person=OBSERVER) if one.rows else None
        )
        seen = [replace(watching, role=Role.OBSERVER, expected=False)] if watching else []
        made.append(replace(one, rows=(*map(_told, one.rows), *seen)))
    made[-1] = replace(made[-1], roll_id="open")
    return replace(
        pack(),
        people=report(By.PERSON, tuple(made)),
        organisations=report(By.ORGANISATION, tuple(made)),
        registers=tuple(made),
        board=BOARD,
    )


PACK = _with_secrets()


def package(content: bytes) -> str:
    """Every part of the file as one text."""
    parts = zipfile.ZipFile(io.BytesIO(content))
    return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.parametrize(("percentages", "names"), COPIES)
def test_no_published_copy_says_a_reason_a_note_a_deputy_an_observer_or_an_open_register(
    *, percentages: bool, names: bool
) -> None:
    text = package(workbook(replace(PACK, percentages=percentages, names=names)))
    assert [one for one in SECRET if one in text] == []


@pytest.mark.parametrize("percentages", [True, False])
def test_a_copy_of_roles_names_nobody(*, percentages: bool) -> None:
    text = package(workbook(replace(PACK, percentages=percentages, names=False)))
    assert [row.person for row in PACK.registers[0].rows if row.person in text] == []


def test_the_copy_for_members_holds_it_all() -> None:
    text = package(workbook(PACK))
    assert [one for one in (REASON, DEPUTY, NOTE, OBSERVER, "not recorded") if one not in text] == []


@pytest.mark.parametrize(("percentages", "names"), [*COPIES, (True, True)])
def test_the_cover_claims_formulas_only_where_there_are_some(*, percentages: bool, names: bool) -> None:
    for given in (PACK, pack(registers(()))):
        content = workbook(replace(given, percentages=percentages, names=names))
        words = package_cover(content)
        formulas = "<f>" in package(content)
        assert ("formulas" in words) is formulas
        assert ("per cents are formulas" in words) is (formulas and percentages)


def package_cover(content: bytes) -> str:
    cells = load_workbook(io.BytesIO(content))["Contents"]["A"]
    return " ".join(str(cell.value) for cell in cells if cell.value)


def test_marks_that_a_published_copy_may_show_are_letters() -> None:
    book = load_workbook(io.BytesIO(workbook(replace(PACK, percentages=False, names=False))))
    marks = {
        str(cell.value)
        for name, row in product(("Members", "Advisers"), range(2, 11))
        for cell in book[name][row][4:12]
        if cell.value is not None and not str(cell.value).startswith("=")
    }
    assert marks <= {mark.value for mark in Mark}


def test_a_workbook_without_percentages_names_no_target() -> None:
    book = load_workbook(io.BytesIO(workbook(replace(PACK, percentages=False))))
    written = [str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.value]
    assert not [words for words in written if "arget" in words or "%" in words]
