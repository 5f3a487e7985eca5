"""A piece of the source document on the page's own ground: headings and what stands under them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from boarddesk.ui.import_wizard.words import line
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.label import WrappedLabel


def paper(cells: Sequence[tuple[str, str]]) -> QWidget:
    """The source row on the page's own ground: headings and what stands under them."""
    shown = QWidget()
    shown.setProperty("ground", "door")
    shown.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    grid = QGridLayout(shown)
    grid.setContentsMargins(10, 8, 10, 8)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for at, (heading, text) in enumerate(cells):
        if heading:
            name = WrappedLabel(line(heading), "meta")
            name.setFixedWidth(look().px(84))
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        across = (1, 1) if heading else (0, 2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(words_shown(text or "–"), at, across[0], 1, across[1], top)
    return shown


def words_shown(words: str, role: str = "") -> WrappedLabel:
    """A text that wraps and can be copied."""
    made = WrappedLabel(words, role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
