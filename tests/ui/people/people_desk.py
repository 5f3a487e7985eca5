"""What tests of the People page find and do on it, as a person would."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from boarddesk.ui.people.page import PeoplePage
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.in_place import InPlace


def field(page: PeoplePage, name: str) -> InPlace:
    """The words in the detail that are called so."""
    found = [one for one in page.detail.findChildren(InPlace) if one.accessibleName() == name]
    assert found, f"there is no field called {name!r}"
    return found[-1]


def type_in(page: PeoplePage, name: str, words: str) -> InPlace:
    """Change words where they stand."""
    shown = field(page, name)
    shown.begin()
    shown.editor.setPlainText(words)
    shown.finish()
    return shown


def dialog(page: PeoplePage, key: str) -> FormDialog:
    """The form that is open."""
    found = [one for one in page.findChildren(FormDialog, key) if one.isVisible()]
    assert found, f"no form to {key} is open"
    return found[-1]


def answer(asked: FormDialog, **answers: str) -> str:
    """Fill in a form and accept it; the id of what it made."""
    for key, words in answers.items():
        asked.answers.put(key, words)
    asked.try_accept()
    assert not asked.isVisible(), [shown.refused() for shown in asked.fields.values()]
    return asked.made_id


def said(within: QWidget) -> str:
    """Everything shown there in words."""
    return "\n".join(one.text() for one in within.findChildren(QLabel) if one.isVisibleTo(within))
