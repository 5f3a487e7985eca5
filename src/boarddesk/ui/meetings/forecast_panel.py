"""Beside the replies: whether the meeting will be quorate as they stand, with the sum."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout

from boarddesk.rules.attendance import RollRow
from boarddesk.rules.quorum import Forecast, Reply
from boarddesk.ui.meetings.quorum_panel import add_checks
from boarddesk.ui.tokens import Shape
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.shape_sign import ShapeSign


class ForecastPanel(DetailPanel):
    """Filled again after every reply."""

    def __init__(self) -> None:
        super().__init__(width=300, closable=False)

    def show_forecast(self, roll: Iterable[RollRow], replies: Iterable[Reply], found: Forecast) -> None:
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
        counts = (
            (found.coming, "coming"),
            (found.deputies, "by deputy"),
            (found.apologies, "apologies"),
            (found.no_reply, "no reply"),
        )
        self.add(WrappedLabel(" · ".join(f"{count} {words}" for count, words in counts), "meta"))
        if not found.quorum.is_set:
            self.add_text("This board’s terms of reference set no quorum. Give one under People.", "meta")
            return
        add_checks(self, found.quorum)
        silent = {one.seat_id for one in replies}
        missing = [row.who for row in roll if row.person_id and row.expected and row.seat_id not in silent]
        if missing:
            inside = self.add_section("No reply yet", aside=str(len(missing)))
            inside.addWidget(WrappedLabel(", ".join(missing), "meta"))
