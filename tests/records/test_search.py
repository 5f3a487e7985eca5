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


def test_a_word_in_the_minutes_of_any_year_leads_to_the_item_it_stands_under(tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        board = boards.add_board(file, "Improvement Board", "SIB")
        with file.change("Set up") as change:
            items = []
            for day in ("2024-05-14", "2026-05-12"):
                at = change.insert("meeting", board_id=board, number=2, date=day, state="held")
                items.append(change.insert("agenda_item", meeting_id=at, title="Therapies"))
                words = ("Members asked why the Zoë clinic shut early.", "It opens again soon.")
                for place, text in enumerate(words):
                    change.insert("minute_block", item_id=items[-1], position=place, text=text)
        found = search.find(file, "clinic soon", kinds=frozenset({"minute"}))
        assert [hit.id for hit in found] == [items[1], items[0]]
        assert found[0].detail == "Minutes of SIB, 12 May 2026: Therapies"
        assert "clinic" in found[0].title
        for typed in ('"', "zoë*", "clinic NOT", "'"):
            assert search.find(file, typed, kinds=frozenset({"minute"})) == ()
