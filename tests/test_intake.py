"""A document is brought in the same way from the window and from the terminal, and goes back in one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boarddesk.intake import Target, propose, stands, take
from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import plans
from boarddesk.rules.dates.deadlines import read_day
from boarddesk.rules.imports.contents import FoundAction, FoundArea, FoundPlan, What
from boarddesk.rules.imports.proposals import ProposalKind

TODAY = date(2026, 6, 2)
ACTION = FoundAction("1.1", "Open the clinic", read_day(date(2027, 5, 1)), "row 2")
FOUND = FoundPlan("recovery.docx", areas=(FoundArea("1", "Waits", "table 1", actions=(ACTION,)),))
TARGET = Target(What.PLAN, TODAY, new_name="Improvement Board", new_short_name="IB", plan="Recovery plan")


@pytest.fixture
def file(tmp_path: Path) -> OfficeFile:
    return OfficeFile.create(tmp_path / "office.boarddesk")


def test_a_board_made_with_its_plan_goes_back_with_it_in_one_step(file: OfficeFile) -> None:
    with file:
        proposals = propose(file, TARGET, FOUND, people={})
        kinds = [proposal.kind for proposal in proposals.proposals]
        assert kinds == [ProposalKind.PLAN, ProposalKind.AREA, ProposalKind.ACTION]
        applied, after = take(file, TARGET, proposals, today=TODAY)
        assert [board.short_name for board in boards(file)] == ["IB"] and len(plans.plans(file)) == 1
        assert stands(file, after, FOUND, proposals, accepted=applied.keys)
        file.undo()
        assert not boards(file) and not plans.plans(file)
        assert not stands(file, TARGET, FOUND, proposals, accepted=applied.keys)


def test_a_board_is_not_made_where_nothing_of_its_plan_is_taken(file: OfficeFile) -> None:
    with file:
        proposals = propose(file, TARGET, FOUND, people={})
        take(file, TARGET, proposals, today=TODAY, accepted=())
        assert not boards(file)
