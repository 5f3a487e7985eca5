"""What CONTRIBUTING says of adding a dialog is true: its example is run as it stands there."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boarddesk.records import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.form_dialog import open_form

CONTRIBUTING = Path(__file__).resolve().parents[3] / "CONTRIBUTING.md"


def example() -> Callable[..., Form]:
    """The function of the example."""
    section = CONTRIBUTING.read_text("utf-8").split("## Adding a dialog")[1]
    found = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert found is not None
    names: dict[str, Any] = {}
    exec(found[1], names)
    made: Callable[..., Form] = names["plan_review_form"]
    return made


def test_the_example_is_a_dialog_that_asks_refuses_and_writes(qtbot: QtBot, tmp_path: Path) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    with OfficeFile.create(tmp_path / "office.boarddesk", office="Northmoor") as file:
        board = boards.board(file, boards.add_board(file, "Improvement Board", "SIB"))
        dialog = open_form(page, example()(file, board))
        assert dialog.focusWidget() is dialog.fields["review_on"].editor
        dialog.try_accept()
        assert dialog.fields["review_on"].refused() == "Give the day of the review."
        dialog.answers.put("review_on", "31/02/2027")
        dialog.try_accept()
        assert dialog.fields["review_on"].refused().startswith("This is not a date.")
        dialog.answers.put("review_on", "1 Mar 2027")
        dialog.try_accept()
        assert not dialog.isVisible()
        assert boards.board(file, board.id).review_on == date(2027, 3, 1)
