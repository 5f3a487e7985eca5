"""The Corrections page: what the copies of a meeting's draft minutes that came back propose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout

from boarddesk.records.minutes.circulating import circulated_meetings
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.meetings.corrections.view import CorrectionsView
from boarddesk.ui.page import Page
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.label import label


class CorrectionsPage(Page):
    """Of the meeting it was opened from; else of the one whose draft went round last."""

    name, title, icon = "corrections", "Corrections", "word"
    opens = frozenset({"corrections"})

    def __init__(self) -> None:
        super().__init__()
        self._meeting_id = ""
        self.view = CorrectionsView(self, lambda: self.session)
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack, 1)
        self._stack.addWidget(self.view)
        self.nothing = EmptyState(
            "No draft minutes are out",
            "Once draft minutes are circulated, the Word copies that come back are added here: each change "
            "is shown beside what the draft says, to be accepted or refused.",
            buttons=[buttons.secondary("To the meetings", lambda: self.open_requested.emit("meetings", ""))],
        )
        self._stack.addWidget(self.nothing)
        self.back = buttons.quiet("Back to the meeting", self._go_back, icon="chevron-left")
        self.take = buttons.primary("Take corrections", self.view.take)
        self.hint = label("one change, Ctrl+Z takes it back", "meta")
        self.header.add(self.back)
        self.header.add(self.hint)
        self.header.add(self.take)
        closes = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        closes.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        closes.activated.connect(self._leave)

    def reload(self) -> None:
        """The corrections as they stand."""
        found = self._of_meeting()
        self.back.setVisible(bool(found))
        if found:
            self.view.open(found)
            self.view.reload()
        self._stack.setCurrentWidget(self.view if found else self.nothing)
        count = self.view.waiting if found else 0
        left = self.take.hasFocus() and not count
        for shown in (self.take, self.hint):
            shown.setVisible(bool(count))
        buttons.reword(self.take, f"Take {count_in_figures(count, 'correction')}")
        self.header.set_detail(self.view.title() if found else "")
        if left:
            self.focus_first()

    def _of_meeting(self) -> str:
        """The meeting opened while it is there and its draft is out, else the last in sight."""
        session = self.session
        out = circulated_meetings(session.file, session.board_id)
        return self._meeting_id if self._meeting_id in out else next(iter(out), "")

    def open_record(self, kind: str, record_id: str) -> None:
        """The corrections of a meeting."""
        if record_id:
            self._meeting_id = record_id
            self.renew()
            self.focus_first()

    def focus_first(self) -> None:
        """The chosen correction."""
        if self._stack.currentWidget() is self.view:
            self.view.focus_first()
        else:
            self.nothing.setFocus()

    def new_record(self) -> None:
        """Ctrl+N adds a copy."""
        if self._of_meeting():
            self.view.ask_for_copies()

    def take_files(self, paths: Sequence[str]) -> bool:
        """Files dropped here are copies that came back."""
        is_out = bool(self._of_meeting())
        if is_out:
            self.view.take_files(paths)
        return is_out

    def _leave(self) -> None:
        if not self.view.leave():
            self._go_back()

    def _go_back(self) -> None:
        self.open_requested.emit("meeting", self._of_meeting())

    def commands(self) -> Sequence[Action]:
        """What the search box offers: copies are added from anywhere while a draft is out."""
        adds = Action(
            "Add copies of draft minutes…",
            self.new_record,
            words="corrections word returned",
            applies=lambda: bool(self._of_meeting()),
        )
        return (adds, *self.view.offers)
