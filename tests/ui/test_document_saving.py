"""What documents are called when they are saved."""

from __future__ import annotations

from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.highlights import HIGHLIGHT
from boarddesk.ui.document_saving import file_name, name_of
from boarddesk.ui.page import Session


def test_a_colon_becomes_a_comma_in_the_name_of_a_file() -> None:
    assert file_name("SEND Improvement Board: highlight report") == "SEND Improvement Board, highlight report"


def test_what_windows_refuses_is_not_in_the_name_of_a_file() -> None:
    assert file_name('Notes 1/2 "final"?') == "Notes 1-2 -final"


def test_the_name_of_a_file_says_draft_and_day_or_the_version(sample_office: Session) -> None:
    day = sample_office.today
    prepared = HIGHLIGHT.prepare(sample_office.file, DocumentQuery(day, area="4"))
    draft = f"draft of {day.day} {day:%B %Y}"
    assert name_of(prepared, "Area 4: report", issue=False).startswith(f"Area 4, report, {draft}")
    assert name_of(prepared, "Area 4: report", issue=True) == "Area 4, report, version 1"
