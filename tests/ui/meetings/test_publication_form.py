"""What is out of a meeting is put down by hand, with what is held back, and taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.records.minutes.confirmable import JUNE
from tests.records.minutes.conftest import HeldMeeting, held

from boarddesk.records.publishing.publications import publications
from boarddesk.rules.publishing.publication import PublicPart
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.meetings.publication_form import NOT_OUT, publication_form
from boarddesk.ui.page import Session
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form_dialog import FormDialog

__all__ = ["held"]


def test_a_paper_published_elsewhere_is_put_down_and_taken_back(
    qtbot: QtBot, held: HeldMeeting, tmp_path: Path
) -> None:
    session = Session(held.file, None, JUNE, ChangeBus(held.file), Settings(tmp_path / "window.json"))

    page = QWidget()
    qtbot.addWidget(page)

    def filled(**values: str) -> None:
        dialog = FormDialog(page, publication_form(session, held.id))
        for key, value in values.items():
            dialog.answers.put(key, value)
        dialog.try_accept()

    filled(part="papers", published_on="5 May 2026", withheld="one name, it could identify a child")
    (out,) = publications(held.file, held.board_id)
    assert (out.part, out.published_on.isoformat()) == (PublicPart.PAPERS, "2026-05-05")
    assert out.withheld.startswith("one name")
    filled(part="papers", state=NOT_OUT)
    assert not publications(held.file, held.board_id)
