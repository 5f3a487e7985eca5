"""How tests find what a person would: controls by the name a screen reader says."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QScrollBar, QWidget

from boarddesk.ui.meetings.attendance import AttendanceView


def attendance_of(page: QWidget) -> AttendanceView:
    """The part of the meeting opened on the page that is about who comes and who came."""
    return cast(AttendanceView, page.findChild(AttendanceView))


def button(within: QWidget, name: str) -> QAbstractButton:
    """The button of that name."""
    found = [
        one for one in within.findChildren(QAbstractButton) if name in (one.accessibleName(), one.text())
    ]
    assert found, f"there is no button called {name!r}"
    return found[0]


def unnamed(within: QWidget) -> list[str]:
    """Controls shown that take the focus and have nothing to be called by."""
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in within.findChildren(QWidget)
        if one.isVisibleTo(within)
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _is_inner(one)
        and not _name(one)
    ]


def _name(one: QWidget) -> str:
    text = one.text() if isinstance(one, QAbstractButton) else ""
    return one.accessibleName() or text


def _is_inner(one: QWidget) -> bool:
    """Parts Qt makes inside its own controls."""
    parent = one.parentWidget()
    return (
        isinstance(one, QScrollBar)
        or one.objectName().startswith("qt_")
        or (isinstance(parent, QAbstractScrollArea) and one is parent.viewport())
    )
