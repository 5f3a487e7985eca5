"""Closing a register that was corrected: every figure the correction changes, before it is counted again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from boarddesk.rules.corrections import FigureChange
from boarddesk.ui.theme import look
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import WrappedLabel


class CorrectionDialog(FormDialog):
    """Old → new for the board, the meeting, organisations, seats and people."""

    def __init__(
        self, parent: QWidget, changes: Sequence[FigureChange], *, does: Callable[[], object], meeting: str
    ) -> None:
        count = f"{len(changes)} figure{'' if len(changes) == 1 else 's'}"
        super().__init__(
            parent,
            title="Close the corrected register",
            deed="Close register",
            does=does,
            under=f"{meeting}. Counting it again changes {count}. Reports already issued keep what they said."
            if changes
            else f"{meeting}. No figure changes.",
            width=620,
        )
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for change in changes:
            crosses = change.crosses_target
            words = f"▲ {change.sentence}, across the target" if crosses else change.sentence
            column.addWidget(WrappedLabel(words, "bad" if crosses else ""))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(listed)
        area.setAccessibleName("Figures that change")
        area.setFixedHeight(min(look().px(28) * max(len(changes), 1) + 8, look().px(320)))
        if changes:
            self.add(area)
