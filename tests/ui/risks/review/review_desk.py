"""A review on a page of its own, for tests: keys are pressed, and what is kept is read from the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.records.risks.ten_risks import TODAY

from boarddesk.records import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks import register
from boarddesk.rules.risks.risk import Risk, Score
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.page import Page, Session
from boarddesk.ui.risks.review.view import ReviewView
from boarddesk.ui.settings import Settings


class ReviewPage(Page):
    """What the page Risks is to the review."""

    name, title = "risks", "Risks"

    def __init__(self) -> None:
        super().__init__()
        self.review = ReviewView(lambda: self.session)
        self.body.addWidget(self.review)
        self.heard_of: list[str] = []
        self.review.left.connect(lambda: self.heard_of.append("left"))
        self.review.escalate_requested.connect(self.heard_of.append)

    def reload(self) -> None:
        self.review.reload()

    def start(self, only: Sequence[str] | None = None) -> None:
        """What is read from here on is heard."""
        with self.hearing():
            self.review.start(only)


class ReviewDesk:
    """The review of the executive group in a window of a laptop's size."""

    def __init__(self, qtbot: QtBot, file: OfficeFile, *, width: int = 1198) -> None:
        self.qtbot, self.file = qtbot, file
        self.bus = ChangeBus(file)
        self.page = ReviewPage()
        qtbot.addWidget(self.page)
        self.page.resize(width, 690)
        folder = file.path.parent if file.path else None
        assert folder is not None
        group = boards.board_named(file, "EG").id
        self.session = Session(file, group, TODAY, self.bus, Settings(folder / "window.json"))
        self.page.show_session(self.session)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.view = self.page.review
        self.page.start()

    def close(self) -> None:
        """Let go of the file."""
        self.bus.close()
        self.file.close()

    def show_board(self, board_id: str | None) -> None:
        """Another board is chosen above."""
        self.session = replace(self.session, board_id=board_id)
        self.page.show_session(self.session)

    def type(self, words: str) -> None:
        """Keys, where the focus is."""
        self.qtbot.keyClicks(self._focus(), words)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, where the focus is."""
        self.qtbot.keyClick(self._focus(), key, held)

    def tab(self) -> None:
        """To the next field."""
        self.press(Qt.Key.Key_Tab)

    def keep(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def score(self, likelihood: int, impact: int) -> None:
        """Both scores and Ctrl+Enter."""
        self.type(str(likelihood))
        self.tab()
        self.type(str(impact))
        self.keep()

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        assert self.page.isAncestorOf(focus)
        return focus

    @property
    def ref(self) -> str:
        """The risk looked at."""
        return self.view.form.meta.text().partition(" ")[0] if self.view.review.at else ""

    def risk(self, ref: str) -> Risk:
        """A risk as it is kept."""
        return next(risk for risk in register.risks(self.file) if risk.ref == ref)

    def newest(self, ref: str) -> Score:
        """The newest score of a risk."""
        return self.risk(ref).current[0]

    def listed(self) -> list[tuple[str, str]]:
        """The list: refs, and what was kept."""
        return [(row.cell("ref").text, row.cell("kept").text) for row in self.view.list.table.rows_shown()]

    def said(self, part: QWidget) -> str:
        """Every word of a part."""
        words = [one for one in part.findChildren(QLabel) if one.isVisibleTo(part)]
        return " | ".join(one.text() for one in words if one.text())
