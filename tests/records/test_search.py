"""A meeting is found by what people call it."""

from __future__ import annotations

from pathlib import Path

import pytest

from boarddesk.records import search
from boarddesk.records.file.office_file import OfficeFile

MEETINGS = frozenset({"meeting"})


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
