"""A meeting is found by what people call it, a risk and an issue with their board."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boarddesk.records import boards, search
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks import issues, register

MEETINGS = frozenset({"meeting"})
DAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    "typed", ["SIB 2026/27 07", "2026/27 · 07", "10 Nov", "2026-11-10", "november", "held"]
)
def test_a_meeting_is_found_by_its_number_and_its_date(tmp_path: Path, typed: str) -> None:
    with OfficeFile.create(tmp_path / "a.boarddesk", office="Northmoor") as file:
        with file.change("Set up") as change:
            board = change.insert("board", name="Improvement Board", short_name="SIB", position=1)
            wanted = change.insert("meeting", board_id=board, number=7, date="2026-11-10", state="held")
            change.insert("meeting", board_id=board, number=8, date="2026-12-15")
        assert [hit.id for hit in search.find(file, typed, kinds=MEETINGS)] == [wanted]


def test_an_issue_and_a_risk_are_found_with_their_board(tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        board = boards.add_board(file, "Improvement Board", "SIB")
        risk = register.add_risk(file, ref="R1", title="Clinic shuts", raised_on=DAY, board_id=board)
        issue = issues.add_issue(file, ref="I1", title="Clinic is shut", raised_on=DAY, board_id=board)
        found = search.find(file, "clinic sib", kinds=frozenset({"risk", "issue"}))
    assert [(hit.kind, hit.id, hit.detail) for hit in found] == [
        ("risk", risk, "Risk, SIB"),
        ("issue", issue, "Issue, SIB"),
    ]
