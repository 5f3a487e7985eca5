"""A cover report on the Reports page: whom it goes to, and the words somebody writes for its headings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from boarddesk.ui import background
from boarddesk.ui.page import Session
from boarddesk.ui.reports.page import ReportsPage
from boarddesk.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> Iterator[ReportsPage]:
    with background.at_once():
        made = ReportsPage()
        qtbot.addWidget(made)
        made.resize(1198, 662)
        made.show_session(sample_office)
        made.show()
        made.gallery.choose("cover")
        yield made


def said(page: ReportsPage) -> str:
    return page.preview.paper.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_it_goes_to_who_the_lines_lead_to_and_shows_their_headings(page: ReportsPage) -> None:
    ends = [page.scope.receiver.itemText(at) for at in range(page.scope.receiver.count())]
    assert ends[0] == "SEND Partnership Board" and "Northmoor Health and Wellbeing Board" in ends
    assert page.scope.receiver.isVisible() and page.scope.words_button.isVisible()
    assert "SEND Partnership Board: report from the SEND Improvement Board" in said(page)
    page.scope.receiver.choose("Children and Families Scrutiny Committee")
    page.scope.changed.emit()
    assert "Views of children, young people and families" in said(page)


def test_words_for_its_headings_stand_in_the_document_of_that_receiver_alone(page: ReportsPage) -> None:
    page.scope.ask_words()
    dialog = page.findChildren(FormDialog, "heading words")[-1]
    dialog.answers.put("Legal implications", "A plan is due within 20 weeks")
    dialog.try_accept()
    assert "A plan is due within 20 weeks." in said(page)
    page.scope.receiver.choose("Northmoor Health and Wellbeing Board")
    page.scope.changed.emit()
    assert "A plan is due" not in said(page)


def test_another_document_asks_for_neither(page: ReportsPage) -> None:
    page.gallery.choose("exceptions")
    assert not page.scope.receiver.isVisible() and not page.scope.words_button.isVisible()
