"""Beside the replies: whether the meeting will be quorate as they stand, with the sum."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from boarddesk.rules.registers.quorum import Forecast, ReplyCounts
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.meetings.register.quorum_panel import add_checks
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.shape_sign import ShapeSign


class ForecastPanel(DetailPanel):
    """Filled again after every reply."""

    def __init__(self) -> None:
        super().__init__(width=300, closable=False)

    def show_forecast(self, given: ReplyCounts, found: Forecast) -> None:
        """The verdict, what was answered, and every condition of the quorum."""
        self.clear()
        self.setAccessibleName(f"Forecast: {found.sentence}")
        self.add(label("Quorum as replies stand", "head"))
        tone = (
            "good"
            if found.quorum.quorate and found.quorum.is_set
            else "warn"
            if found.quorum.possible
            else "bad"
        )
        shape = Shape.DOT if tone == "good" else Shape.DIAMOND if tone == "warn" else Shape.TRIANGLE
        word = QHBoxLayout()
        word.setSpacing(8)
        word.addWidget(ShapeSign(shape, ink=tone))
        word.addWidget(label(found.word, "title"))
        word.addStretch(1)
        self.add(word)
        self.add(WrappedLabel(given.sentence, "meta"))
        if not found.quorum.is_set:
            self.add_text("This board’s terms of reference set no quorum. Give one under People.", "meta")
            return
        add_checks(self, found.quorum)
        if given.silent:
            inside = self.add_section("No reply yet", aside=f"{len(given.silent)} of {given.number_asked}")
            inside.addWidget(WrappedLabel(", ".join(row.who for row in given.silent), "meta"))
