"""What was read once is not asked again until it was written, and is heard all the same."""

from __future__ import annotations

from pathlib import Path

from boarddesk.records import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.ui.kept_reading import KeptReading


def test_it_is_read_again_only_after_what_it_came_from_was_written(tmp_path: Path) -> None:
    asked: list[str] = []
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        kept = KeptReading()

        def names() -> list[str]:
            asked.append("names")
            return [board.name for board in boards.boards(file)]

        assert kept.read(file, "names", names) == []
        boards.add_board(file, "Improvement Board", "SIB")
        kept.forget(frozenset({"person"}))
        assert kept.read(file, "names", names) == [] and len(asked) == 1
        kept.forget(frozenset({"board"}))
        with file.reading() as seen:
            assert kept.read(file, "names", names) == ["Improvement Board"]
        with file.reading() as heard:
            kept.read(file, "names", names)
        assert len(asked) == 2
        assert {"board", "quorum_rule"} <= heard == seen


def test_another_office_is_read_anew(tmp_path: Path) -> None:
    kept = KeptReading()
    with OfficeFile.create(tmp_path / "first.boarddesk") as first:
        assert kept.read(first, "name", lambda: "first") == "first"
    with OfficeFile.create(tmp_path / "second.boarddesk") as second:
        assert kept.read(second, "name", lambda: "second") == "second"
