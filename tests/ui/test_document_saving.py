"""What documents are called when they are saved."""

from __future__ import annotations

from boarddesk.ui.document_saving import file_name


def test_a_colon_becomes_a_comma_in_the_name_of_a_file() -> None:
    assert file_name("SEND Improvement Board: highlight report") == "SEND Improvement Board, highlight report"


def test_what_windows_refuses_is_not_in_the_name_of_a_file() -> None:
    assert file_name('Notes 1/2 "final"?') == "Notes 1-2 -final"
