"""What is said of the office file: which changes since a backup still stand."""

from __future__ import annotations

from pathlib import Path

from boarddesk.records import people
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.health import in_force


def test_what_was_undone_and_made_again_is_one_change(tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        before = file.commit_number

        def standing() -> list[str]:
            return [
                entry.label for entry in in_force([entry for entry in file.log() if entry.number > before])
            ]

        people.add_person(file, "Gwen Thirlby")
        once = standing()
        assert len(once) == 1
        file.undo()
        assert standing() == []
        file.redo()
        assert standing() == once
