"""The window with an office open: navigation, the row above, and the page in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from boarddesk.records import office
from boarddesk.records import search as records_search
from boarddesk.records.attendance import tallies as attendance_tallies
from boarddesk.ui.action import Action, SearchHit
from boarddesk.ui.follower import Follower
from boarddesk.ui.look.theme import look
from boarddesk.ui.page import Page, Session
from boarddesk.ui.pages import PageEntry
from boarddesk.ui.widgets.scrolling import scrolling
from boarddesk.ui.window.navigation import Navigation
from boarddesk.ui.window.search_box import SearchBox
from boarddesk.ui.window.top_bar import TopBar

NARROW_BELOW = 1200
_FOUND_ICONS = {
    "person": "people",
    "seat": "people",
    "organisation": "people",
    "board": "people",
    "action": "plan",
    "meeting": "meetings",
    "minute": "meetings",
    "kpi": "kpis",
    "risk": "risks",
    "issue": "risks",
    "board_action": "actions",
    "decision": "actions",
}


class Desk(QWidget):
    """Makes pages when they are first shown and keeps them; each hears its own news."""

    page_made = Signal(object)  # Page
    page_shown = Signal(str)
    board_changed = Signal()
    office_requested = Signal(object)  # Path
    encryption_requested = Signal()

    def __init__(
        self, session: Session, entries: Sequence[PageEntry], *, commands: Callable[[], Sequence[Action]]
    ) -> None:
        super().__init__()
        self.session = session
        self._entries = {entry.name: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._uncounted = [board.id for board in office.board_names(session.file)]
        self.navigation = Navigation(entries)
        self.search = SearchBox(lambda: self._all_of(commands), self._search)
        self.top = TopBar(self.search)
        self.stack = QStackedWidget()
        self._lay_out()
        self.navigation.chosen.connect(self.show_page)
        self.search.found_picked.connect(self.open_record)
        self.search.left.connect(self._take_focus_back)
        self.top.board_picked.connect(self.pick_board)
        self._boards = Follower(session.file, session.change_bus, self._offer_boards, self)
        self._boards.renew()

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.navigation)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.stack, 1)
        across.addLayout(right, 1)

    # ── pages ──

    def page(self, name: str) -> Page:
        """A page, made now if it was not yet."""
        if name not in self._pages:
            made = self._entries[name].make()
            made.open_requested.connect(self.open_record)
            made.office_requested.connect(self.office_requested)
            made.encryption_requested.connect(self.encryption_requested)
            made.count_changed.connect(lambda count: self.navigation.set_count(name, count))
            made.show_session(self.session)
            self._pages[name] = made
            self.stack.addWidget(scrolling(made))
            self.page_made.emit(made)
        return self._pages[name]

    def current(self) -> Page | None:
        """The page in front."""
        shown = self.stack.currentWidget()
        page = shown.widget() if isinstance(shown, QScrollArea) else None
        return page if isinstance(page, Page) else None

    def show_page(self, name: str) -> None:
        """Bring a page to the front and give it the focus."""
        if name not in self._entries:
            return
        page = self.page(name)
        self.stack.setCurrentIndex(list(self._pages).index(name))
        self.navigation.choose(name)
        page.focus_first()
        self.page_shown.emit(name)

    def _take_focus_back(self, before: QWidget | None) -> None:
        """After the search: to the part of the page that had the focus, else to the page."""
        page = self.current()
        if page is None:
            return
        if before is not None and isValid(before) and page.isAncestorOf(before) and before.isVisible():
            before.setFocus()
        else:
            page.focus_first()
        if self.search.hasFocus():
            page.setFocus()

    def open_record(self, kind: str, record_id: str) -> None:
        """Show a record on the page that opens its kind; a page's own name opens the page."""
        name = kind if kind in self._entries else self._opener(kind)
        if name:
            self.show_page(name)
            page = self.page(name)
            page.move_on()
            page.open_record(kind, record_id)

    def _opener(self, kind: str) -> str:
        return next((entry.name for entry in self._entries.values() if kind in entry.opens), "")

    def can_open(self, kind: str) -> bool:
        """Whether some page opens records of this kind."""
        return bool(kind in self._entries or self._opener(kind))

    def make_next(self) -> bool:
        """Make a page or count a board’s registers while nobody waits; False once all is done."""
        waiting = next((name for name in self._entries if name not in self._pages), "")
        if waiting:
            self.page(waiting)
        elif self._uncounted:
            attendance_tallies.count_ahead(self.session.file, self._uncounted.pop())
        return bool(waiting or self._uncounted)

    def commands(self) -> list[Action]:
        """What the pages made so far offer; each action is done on its page, in front and up to date."""
        offered = [(page, command) for page in self._pages.values() for command in page.commands()]
        return [
            replace(command, run=partial(self._do_on, page.name, command.run)) for page, command in offered
        ]

    def _do_on(self, name: str, does: Callable[[], object]) -> None:
        """Nothing is said of what a page last knew, and nothing where nobody sees it."""
        if self.page(name) is not self.current():
            self.show_page(name)
        self.page(name).catch_up()
        does()

    def _all_of(self, commands: Callable[[], Sequence[Action]]) -> Sequence[Action]:
        """Whoever searches at once finds what pages offer that nobody has made yet."""
        for name in self._entries:
            self.page(name)
        return commands()

    # ── the board, the search, the news ──

    def pick_board(self, board_id: str | None) -> None:
        """Show every page for one board, or for all."""
        self.session.settings.remember("board", board_id or "")
        self._take_session(replace(self.session, board_id=board_id))
        self.board_changed.emit()

    def take_day(self, today: date) -> None:
        """It is another day: what is late may be other things."""
        self._take_session(replace(self.session, today=today))

    def _take_session(self, session: Session) -> None:
        self.session = session
        for page in self._pages.values():
            page.show_session(session)

    def _offer_boards(self) -> None:
        """Offer the boards there are now; the first one where there is no choice."""
        names = office.board_names(self.session.file)
        ids = [board.id for board in names]
        wanted = self.session.board_id if self.session.board_id in ids else None
        if len(ids) == 1:
            wanted = ids[0]
        self.top.set_boards([(board.id, board.name) for board in names], wanted)
        if wanted != self.session.board_id:
            self.pick_board(wanted)

    def _search(self, typed: str) -> list[SearchHit]:
        kinds = frozenset(kind for entry in self._entries.values() for kind in entry.opens)
        hits = records_search.find(self.session.file, typed, kinds=kinds)
        return [
            SearchHit(hit.title, hit.detail, hit.kind, hit.id, _FOUND_ICONS.get(hit.kind, "file"))
            for hit in hits
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.set_narrow(narrow=self.width() < look().px(NARROW_BELOW))
