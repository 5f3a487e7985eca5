"""Documents as councils keep them, and the import page on an office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.import_wizard.documents import plan_document, register_workbook
from tests.ui.office_for_tests import office_of

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.ui import background
from boarddesk.ui.import_wizard.page import ImportPage
from boarddesk.ui.page import Session


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    """Jobs are done where they are asked for."""
    with background.at_once():
        yield


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    return plan_document(tmp_path / "plan.docx")


@pytest.fixture
def register_path(tmp_path: Path) -> Path:
    return register_workbook(tmp_path / "register.xlsx")


@pytest.fixture
def empty_office(tmp_path: Path) -> Iterator[Session]:
    with OfficeFile.create(tmp_path / "office.boarddesk", office="Northmoor") as file:
        office = office_of(file, tmp_path)
        yield office
        office.change_bus.close()


@pytest.fixture
def page(qtbot: QtBot, empty_office: Session) -> ImportPage:
    """The import in an office without anything."""
    made = ImportPage()
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show_session(empty_office)
    made.show()
    return made
