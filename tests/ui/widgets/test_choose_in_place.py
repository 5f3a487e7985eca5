"""A value shown as words, chosen anew where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from boarddesk.ui.widgets.choose_in_place import ChooseInPlace

ROLES = (("chair", "Chair"), ("member", "Member"))


@pytest.fixture
def picked() -> list[str]:
    return []


@pytest.fixture
def field(qtbot: QtBot, picked: list[str]) -> ChooseInPlace:
    made = ChooseInPlace("member", ROLES, name="Role", does=picked.append)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_shows_the_words_and_says_how_to_change_them(field: ChooseInPlace) -> None:
    assert field.text() == "Member"
    assert field.accessibleName() == "Role"
    assert "F2" in field.accessibleDescription()


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_keyboard_opens_the_choices_at_the_one_that_stands(
    field: ChooseInPlace, qtbot: QtBot, key: Qt.Key
) -> None:
    qtbot.keyClick(field, key)
    menu = field.findChild(QMenu)
    assert menu is not None and menu.isVisible()
    assert menu.activeAction().text() == "Member"
    menu.close()


def test_only_another_value_is_written(field: ChooseInPlace, picked: list[str]) -> None:
    actions = {action.text(): action for action in field.menu_of_choices().actions()}
    assert actions["Member"].isChecked()
    actions["Member"].trigger()
    assert picked == []
    actions["Chair"].trigger()
    assert picked == ["chair"]
