"""The exceptions report: six headings always, one page where it can be, and figures counted apart."""

from __future__ import annotations

from pathlib import Path

import openxml_audit
from tests.reports import highlight_packs, risk_packs

from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.document import Document, Paragraph, plain
from boarddesk.reports.exceptions import exceptions_report
from boarddesk.reports.layout import page_count
from boarddesk.reports.word.writer import write
from boarddesk.rules.exceptions import ExceptionsPack

HEADINGS = ["Off course", "Overdue", "Above appetite", "Escalated", "Came down", "Unexplained"]
BOTH = exceptions_report(ExceptionsPack(risk_packs.FULL, highlight_packs.whole_board()))
EMPTY = exceptions_report(ExceptionsPack(risk_packs.EMPTY))


def said(document: Document) -> list[str]:
    return [plain(each.text) for each in document.blocks if isinstance(each, Paragraph)]


def test_all_six_headings_stand_with_nothing_new_under_those_that_are_empty() -> None:
    for document in (BOTH, EMPTY):
        assert [each.text for each in document.sections()] == HEADINGS
    assert said(EMPTY)[:7] == ["Nothing new."] * 7
    assert not list(EMPTY.tables())
    assert page_count(EMPTY) == 1


def test_each_table_has_a_row_for_each_thing_and_adds_up_to_the_width() -> None:
    tables = {table.title: table for table in BOTH.tables()}
    assert [row[0].said for row in tables["Above appetite"].rows] == ["R2", "R4"]
    assert [row[0].said for row in tables["Escalated"].rows] == ["R2"]
    assert {round(sum(column.width for column in table.columns), 1) for table in tables.values()} == {17.4}


def test_fills_are_of_declared_statuses_and_levels_alone() -> None:
    styles = {chip.style.split()[0] for chip in BOTH.chips_used()}
    assert styles == {"Status", "Level"}


def test_the_word_file_is_valid_and_the_checker_finds_nothing(tmp_path: Path) -> None:
    for at, document in enumerate((BOTH, EMPTY)):
        path = tmp_path / f"{at}.docx"
        path.write_bytes(write(document))
        assert not [finding for finding in check(path.read_bytes()) if not finding.advice]
        assert not [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors]
