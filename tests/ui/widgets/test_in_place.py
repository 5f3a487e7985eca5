"""Words that are edited where they stand: begun by click or key, kept or given up, refused calmly."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boarddesk.rules.refused import Refused
from boarddesk.ui.widgets.in_place import InPlace

KEPT: list[str] = []


def _keep(words: str) -> None:
    if words == "no":
        raise Refused("That is not allowed.")
    KEPT.append(words)


@pytest.fixture
def field(qtbot: QtBot) -> InPlace:
    KEPT.clear()
    made = InPlace("May 26", name="By when", does=_keep, note=lambda typed: f"Read as {typed}.")
    qtbot.addWidget(made)
    made.show()
    return made


def _type(qtbot: QtBot, field: InPlace, words: str) -> None:
    qtbot.keyClick(field.words, Qt.Key.Key_F2)
    qtbot.keyClicks(field.editor, words)


def test_enter_keeps_what_is_typed_over_the_old_words(qtbot: QtBot, field: InPlace) -> None:
    _type(qtbot, field, "June 26")
    assert field.hint() == "Read as June 26."
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert KEPT == ["June 26"]
    assert field.words.text() == "June 26" and field.words.isVisible()


def test_a_click_begins(qtbot: QtBot, field: InPlace) -> None:
    qtbot.mouseClick(field.words, Qt.MouseButton.LeftButton)
    assert field.editor.isVisible() and not field.words.isVisible()


def test_escape_gives_up(qtbot: QtBot, field: InPlace) -> None:
    _type(qtbot, field, "June 26")
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    assert (KEPT, field.value(), field.words.text()) == ([], "May 26", "May 26")


def test_the_same_words_are_no_change(qtbot: QtBot, field: InPlace) -> None:
    _type(qtbot, field, "May 26 ")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert KEPT == []


def test_leaving_the_field_keeps(qtbot: QtBot, field: InPlace) -> None:
    _type(qtbot, field, "June 26")
    QApplication.sendEvent(field.editor, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert KEPT == ["June 26"]


def test_another_window_in_front_is_not_leaving(qtbot: QtBot, field: InPlace) -> None:
    _type(qtbot, field, "June 26")
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(field.editor, away)
    assert KEPT == [] and field.editor.isVisible()


def test_a_rule_that_says_no_is_told_and_the_words_stay_to_be_mended(qtbot: QtBot, field: InPlace) -> None:
    _type(qtbot, field, "no")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.hint() == "▲ That is not allowed."
    assert field.editor.isVisible() and field.value() == "no"


def test_paragraphs_are_kept_by_ctrl_enter(qtbot: QtBot) -> None:
    KEPT.clear()
    made = InPlace("", name="Note", does=_keep, paragraphs=True)
    qtbot.addWidget(made)
    made.show()
    _type(qtbot, made, "one")
    qtbot.keyClick(made.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(made.editor, "two")
    qtbot.keyClick(made.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert KEPT == ["one\ntwo"]


def test_nothing_is_said_as_nothing(qtbot: QtBot) -> None:
    made = InPlace("", name="Outcome", does=_keep, empty="Say what will be different")
    qtbot.addWidget(made)
    assert made.words.text() == "Say what will be different"
    assert made.words.accessibleName() == "Outcome: nothing yet"
    assert isinstance(made.focusProxy(), QWidget)
