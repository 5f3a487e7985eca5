"""The update form of an owner is made from the panel, and one that came back is shown before it is taken."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QPushButton
from tests.ui.actions.business_desk import BusinessDesk

from boarddesk.ui import background, office_dialogs
from boarddesk.ui.actions.update_forms import ask_for_update_form


def test_a_form_goes_out_comes_back_and_is_taken_as_one_change(
    desk: BusinessDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "form.docx"
    monkeypatch.setattr(office_dialogs, "ask_save", lambda _page, write, **_given: write(path))
    monkeypatch.setattr(office_dialogs, "ask_open", lambda _page, chosen, **_given: chosen(path))
    desk.page.chase()
    owner = desk.page.chasing.owner
    assert owner is not None
    with background.at_once():
        link = [
            made for made in desk.page.detail.findChildren(QPushButton) if made.text() == "Make a Word form"
        ]
        link[-1].click()
        ask_for_update_form(desk.page)
        word = docx.Document(str(path))
        word.tables[0].rows[1].cells[3].text = "With the printers"
        word.save(str(path))
        ask_for_update_form(desk.page)
    desk.dialog().try_accept()
    assert desk.action(owner.late[0].ref).updates[0].text == "With the printers"
    assert desk.file.undo() == f"Take the update form of {owner.name}"
    assert not desk.action(owner.late[0].ref).updates
