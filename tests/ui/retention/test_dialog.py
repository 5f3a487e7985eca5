"""Retention in the window: decided, looked at, and erased only by whoever types how many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSpinBox, QWidget
from pytestqt.qtbot import QtBot
from tests.records.offices import board_with_seats

from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.interests import declare_interest
from boarddesk.records.people import people
from boarddesk.records.retention.purging import certificates
from boarddesk.ui.retention.dialog import RetentionDialog
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.opening import mark_read_only

TODAY = date(2026, 6, 9)
INTERESTS = "ended interests"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as opened:
        board_with_seats(opened)
        for person in people(opened)[:2]:
            declare_interest(
                opened, person.id, "Sells Quinsywort", from_day=date(2010, 1, 1), until_day=date(2012, 1, 1)
            )
        yield opened


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(file: OfficeFile, page: QWidget, said: list[str]) -> RetentionDialog:
    return RetentionDialog(page, file, today=TODAY, tell=lambda title, advice: said.extend((title, advice)))


def form(dialog: QWidget, key: str) -> FormDialog:
    return dialog.findChildren(FormDialog, key)[-1]


def cell(dialog: RetentionDialog, column: str) -> str:
    row = next(row for row in dialog.classes.model.rows if row.id == INTERESTS)
    return row.cell(column).text


def test_nothing_is_due_until_the_office_has_decided(dialog: RetentionDialog) -> None:
    assert cell(dialog, "kept") == "Not decided; proposed: 6 years from 31 March after the day it ended"
    assert cell(dialog, "due") == "–" and not dialog._erase.isEnabled()
    dialog._propose.click()
    assert cell(dialog, "kept").startswith("6 years from") and cell(dialog, "due") == "2"
    assert dialog._erase.isEnabled() and dialog._propose.isHidden()


def test_a_class_is_changed_where_it_stands_and_left_open_again(dialog: RetentionDialog) -> None:
    dialog.classes.choose(INTERESTS)
    dialog._change()
    asked = form(dialog, "retention class")
    years = asked.fields["years"].editor
    assert isinstance(years, QSpinBox)
    years.setValue(20)
    asked.try_accept()
    assert cell(dialog, "kept").startswith("20 years from") and cell(dialog, "due") == "–"
    dialog._leave()
    assert cell(dialog, "kept").startswith("Not decided")


def test_what_is_due_is_erased_only_by_who_types_how_many(
    dialog: RetentionDialog, file: OfficeFile, said: list[str]
) -> None:
    dialog._propose.click()
    dialog._erase.click()
    asked = form(dialog, "purge")
    assert not asked.accept_button.isEnabled()
    asked.answers.put("typed", "3")
    asked.answers.put("why", "Our policy")
    asked.try_accept()
    assert asked.fields["typed"].refused() == "Type 2 to say that you mean it."
    assert certificates(file) == () and file.path is not None
    assert b"Quinsywort" in file.path.read_bytes()
    asked.answers.put("typed", "2")
    asked.try_accept()
    assert said[0] == "2 erased for good: interests that have ended."
    assert b"Quinsywort" not in file.path.read_bytes() and faults(file.path) == []
    assert [row.id for row in dialog.certificates.model.rows] == ["1"]
    assert not dialog._erase.isEnabled()


def test_an_office_open_to_read_only_shows_its_classes_and_erases_nothing(
    file: OfficeFile, page: QWidget, said: list[str]
) -> None:
    mark_read_only(page, read_only=True)
    dialog = RetentionDialog(page, file, today=TODAY, tell=lambda *_words: None)
    assert not dialog._erase.isEnabled() and dialog._propose.isHidden()
    before = file.commit_number
    dialog.classes.choose(INTERESTS)
    dialog._leave()
    assert file.commit_number == before and said == []
