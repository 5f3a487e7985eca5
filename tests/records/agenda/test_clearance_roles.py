"""Who clears the papers of a board is kept in order, and stays once it has cleared one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records.agenda import clearance_roles as clearing
from boarddesk.records.agenda import items, papers
from boarddesk.records.boards import add_board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting
from boarddesk.rules.refused import Refused


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def board_id(file: OfficeFile) -> str:
    return add_board(file, "Improvement Board", "SIB")


def _names(file: OfficeFile, board_id: str) -> list[str]:
    return [role.name for role in clearing.clearance_roles(file, board_id)]


def test_roles_stand_in_the_order_given_and_undo_takes_each_step_back(
    file: OfficeFile, board_id: str
) -> None:
    finance = clearing.add_clearance_role(file, board_id, "Finance")
    legal = clearing.add_clearance_role(file, board_id, " Legal ")
    clearing.order_clearance_roles(file, [legal, finance])
    clearing.rename_clearance_role(file, finance, "Section 151 officer")
    assert _names(file, board_id) == ["Legal", "Section 151 officer"]
    file.undo()
    file.undo()
    assert _names(file, board_id) == ["Finance", "Legal"]
    clearing.remove_clearance_role(file, finance)
    assert _names(file, board_id) == ["Legal"]


def test_a_role_given_twice_or_without_a_name_is_refused(file: OfficeFile, board_id: str) -> None:
    clearing.add_clearance_role(file, board_id, "Finance")
    with pytest.raises(Refused, match="already"):
        clearing.add_clearance_role(file, board_id, "finance")
    with pytest.raises(Refused) as no:
        clearing.add_clearance_role(file, board_id, " ")
    assert no.value.field == "name"
    clearing.add_clearance_role(file, add_board(file, "Partnership Board", "SPB"), "Finance")


def test_a_role_that_cleared_a_paper_stays(file: OfficeFile, board_id: str) -> None:
    role = clearing.add_clearance_role(file, board_id, "Finance")
    item = items.add_item(file, add_meeting(file, board_id, date(2026, 6, 9)), "Waits", papers_wanted=True)
    paper = papers.name_paper(file, item, "Waiting times", asked_on=date(2026, 5, 28))
    papers.clear_paper(file, paper, role, by="A. Hale", on=date(2026, 6, 1))
    with pytest.raises(Refused, match="1 paper was cleared by Finance, so it stays"):
        clearing.remove_clearance_role(file, role)
    papers.clear_paper(file, paper, role, by="A. Hale", on=None)
    clearing.remove_clearance_role(file, role)
    assert _names(file, board_id) == []
