"""Undo says what it takes back where nobody would see it on the page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from boarddesk.records import documents, people
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.ui.window.taking_back import take_back

DAY = date(2026, 5, 28)


def test_an_issue_taken_back_is_named_with_the_files_that_stay(tmp_path: Path) -> None:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        people.add_person(file, "Gwen Thirlby")
        documents.issue(
            file, kind="attendance", scope="", title="Attendance", word=b"PK", as_at=DAY, issued_on=DAY
        )
        said = take_back(file)
        assert said is not None
        assert said[0] == "Taken back: the issue of “Attendance”, version 1"
        assert "stay where they are" in said[1]
        assert documents.issued(file) == ()
        assert take_back(file) is None, "the page shows that the person is gone"
