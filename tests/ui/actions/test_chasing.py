"""Late owners are chased one after the other, with a text each, and it is known when they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from tests.ui.actions.business_desk import TODAY, BusinessDesk

from boarddesk.records.agenda import arising
from boarddesk.ui import background, office_dialogs


def _editor(desk: BusinessDesk) -> QPlainTextEdit:
    return next(
        shown for shown in desk.page.detail.findChildren(QPlainTextEdit) if shown.isVisibleTo(desk.page)
    )


def _press(desk: BusinessDesk, words: str) -> None:
    found = [shown for shown in desk.page.detail.findChildren(QPushButton) if shown.text().strip() == words]
    found[-1].click()


def test_the_primary_steps_through_the_late_owners_and_ends(desk: BusinessDesk) -> None:
    names = [owner.name for owner in desk.page.chasing.late]
    assert names and desk.page.chase_button.text().strip().startswith(f"Chase {len(names)} late owner")
    for at, name in enumerate(names, 1):
        desk.page.chase()
        assert f"Chase {name}" in desk.said() and f"{at} of {len(names)}" in desk.said()
    desk.page.chase()
    assert "Text to paste" not in desk.said()


def test_a_text_that_was_changed_is_copied_as_it_is_and_the_chase_is_kept(desk: BusinessDesk) -> None:
    desk.page.chase()
    owner = desk.page.chasing.owner
    assert owner is not None
    _editor(desk).setPlainText("Dear all, please write.")
    _press(desk, "Copy text")
    assert QApplication.clipboard().text() == "Dear all, please write.\n"
    chased = arising.board_action(desk.file, owner.late[0].id, today=TODAY).chases
    assert [(chase.chased_on, chase.whom, chase.how) for chase in chased] == [
        (TODAY, owner.name, "text copied")
    ]
    assert "Thu 28 May 2026, text copied" in desk.said()
    assert desk.file.undo() == f"Chase {owner.name}"
    assert "not yet" in desk.said()


def test_the_draft_is_an_unsent_e_mail(
    desk: BusinessDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "chase.eml"
    monkeypatch.setattr(office_dialogs, "ask_save", lambda _page, write, **_given: write(path))
    desk.page.chase()
    with background.at_once():
        _press(desk, "Make e-mail draft")
    assert b"X-Unsent: 1" in path.read_bytes()
    assert "by e-mail" in desk.said()


def test_the_head_of_an_owner_shows_the_text_for_all_that_owner_has(desk: BusinessDesk) -> None:
    desk.page.catch_up()
    action = desk.action("A1")
    desk.page.front.table.choose_group(f"owner {action.owner.name.casefold()}")
    assert f"Chase {action.owner.name}" in desk.said()
    desk.choose("A4")
    assert "Text to paste" not in desk.said()


def test_an_office_without_late_owners_has_nobody_to_chase(desk: BusinessDesk) -> None:
    for action in arising.board_actions(desk.file, today=TODAY):
        if action.days_late(TODAY):
            arising.finish_action(desk.file, action.id, on=date(2026, 5, 28), what="Done")
    desk.page.catch_up()
    assert not desk.page.chase_button.isVisible()
