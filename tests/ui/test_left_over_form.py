"""Issuing with placeholders left in it: the window lists them and asks why before it asks where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from boarddesk.records import documents
from boarddesk.records.plan import plans
from boarddesk.records.plan.areas import change_area
from boarddesk.ui import background
from boarddesk.ui.page import Session
from boarddesk.ui.reports.page import ReportsPage
from boarddesk.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> Iterator[ReportsPage]:
    with background.at_once():
        made = ReportsPage()
        qtbot.addWidget(made)
        made.show_session(sample_office)
        made.show()
        yield made


def test_the_reason_is_asked_first_and_kept_with_the_issue(
    page: ReportsPage, sample_office: Session, tmp_path: Path
) -> None:
    file = sample_office.file
    area = plans.plan(file, plans.plans(file)[0].id).areas[0]
    change_area(file, area.id, title="Families, title TBC")
    page.renew()
    page.issue()
    (form,) = page.findChildren(FormDialog, "left over")
    assert "TBC" in form.notes[0].text()
    assert not page.findChildren(QFileDialog)
    form.try_accept()
    assert form.fields["reason"].refused()
    form.answers.put("reason", "The forum chooses the title")
    form.try_accept()
    (asked,) = [each for each in page.findChildren(QFileDialog) if each.isVisible()]
    asked.fileSelected.emit(str(tmp_path / "a.docx"))
    asked.close()
    assert documents.issued(file)[0].left_over_why == "The forum chooses the title"


def test_nothing_is_asked_where_nothing_is_left_over(page: ReportsPage) -> None:
    page.issue()
    assert not page.findChildren(FormDialog, "left over")
    (asked,) = [each for each in page.findChildren(QFileDialog) if each.isVisible()]
    asked.close()
