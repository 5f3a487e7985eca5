"""The window: menus, the desk or the three doors, the foot; opens, keeps and closes one office file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QScrollArea, QStackedWidget

from boarddesk import __version__
from boarddesk.records import office
from boarddesk.records.file.keys import KeyNeeded, forget_keys
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import DamagedFile, OnlyReadable
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.rules.wording import lower_first
from boarddesk.ui import background
from boarddesk.ui.action import Action
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.follower import Follower
from boarddesk.ui.page import Page, Session
from boarddesk.ui.pages import PAGES, PageEntry
from boarddesk.ui.problems import ProblemDialog, Problems
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets import drafts, window_place
from boarddesk.ui.widgets.banner import Tone
from boarddesk.ui.widgets.scrolling import scrolling
from boarddesk.ui.window import opening
from boarddesk.ui.window import window_commands as commands
from boarddesk.ui.window.desk import Desk
from boarddesk.ui.window.encrypting import encrypt_open_office
from boarddesk.ui.window.first_paint import FirstPaint
from boarddesk.ui.window.keepers import Keepers
from boarddesk.ui.window.menus import Menus
from boarddesk.ui.window.safekeeping import Safekeeping, keep
from boarddesk.ui.window.status_line import StatusLine, meets_next
from boarddesk.ui.window.taking_back import take_back

if TYPE_CHECKING:
    from boarddesk.ui.help_window import HelpWindow
    from boarddesk.ui.window.first_start import FirstStart

LOCK_LOST = (
    "Somebody else has taken this office over.",
    "Close it here, so that nothing is written from two places.",
)
EVERY_MINUTE = 60_000
_NEED_AN_OFFICE = ("Edit", "Meeting", "Plan", "Reports")


class MainWindow(QMainWindow):
    """One window, at most one office."""

    def __init__(
        self,
        settings: Settings,
        *,
        keepers: Keepers,
        entries: Sequence[PageEntry] = PAGES,
        now: Callable[[], datetime] = datetime.now,
        opens: bool = False,
    ) -> None:
        """With `opens` an office comes at once, and the doors are made only if it does not."""
        super().__init__()
        self.settings = settings
        self.desk: Desk | None = None
        self.entries = tuple(entries)
        self.keepers, self._now = keepers, now
        self._bus: ChangeBus | None = None
        self._safekeeping: Safekeeping | None = None
        self._help: HelpWindow | None = None
        self._office: Path | None = None
        self.problems = Problems(self.tell, self, damage=lambda: keepers.damage_behind(self._office))
        self.foot = StatusLine()
        self.setStatusBar(self.foot)
        self.menus = Menus(self.menuBar(), self)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self._doors: QScrollArea | None = None
        self.setAcceptDrops(True)
        self._midnight = QTimer(self, interval=EVERY_MINUTE)
        self._midnight.timeout.connect(self._new_day)
        self._midnight.start()
        if not opens:
            self.show_start()

    @property
    def start(self) -> FirstStart:
        """The three doors, made when they are first wanted."""
        if self._doors is None:
            self._doors = scrolling(commands.doors_of(self))
            self.stack.addWidget(self._doors)
        return cast("FirstStart", self._doors.widget())

    @property
    def today(self) -> date:
        """The day it is."""
        return self._now().date()

    # ── opening and closing ──

    def show_start(self) -> None:
        """No office: the three doors."""
        self.setWindowTitle("BoardDesk")
        start = self.start
        start.show_recent(self.settings.recent(), self.today)
        if self._doors is not None:
            self.stack.setCurrentWidget(self._doors)
        start.focus_first()
        self.foot.show_plain(f"BoardDesk {__version__}")
        self.renew_menus()

    def open_path(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> bool:
        """Open an office; a problem is said and nothing that is open is closed."""
        try:
            file = self.keepers.open_file(path, read_only=read_only, take_over=take_over)
        except OnlyReadable as problem:
            opening.offer_reading(self, path, problem)
        except DamagedFile as problem:
            opening.offer_backup(self, path, problem)
        except KeyNeeded:
            opening.ask_key(self, path, read_only=read_only, take_over=take_over)
        except FileProblem as problem:
            self._say_problem(problem)
        else:
            self.show_file(file)
            return True
        return False

    def _say_problem(self, problem: FileProblem | Refused) -> None:
        ProblemDialog(problem.sentence, self).open()

    def show_file(self, file: OfficeFile) -> None:
        """Show an open office in place of what is shown; no other key than its own stays known."""
        self.leave_office()
        forget_keys(but=file.path)
        self._office = file.path
        self._bus = ChangeBus(file, self)
        self._bus.records_changed.connect(self._changed)
        session = Session(
            file=file,
            board_id=self.settings.value("board") or None,
            today=self.today,
            change_bus=self._bus,
            settings=self.settings,
        )
        self._keep(file)
        self._name_window(file)
        self._show_desk(session)
        Follower(file, self._bus, self._say_next, self._bus).renew()
        opening.look_after(self, file)

    def _show_desk(self, session: Session) -> None:
        self.desk = Desk(session, self.entries, commands=self.commands)
        self.desk.top.undo_requested.connect(self.undo)
        self.desk.board_changed.connect(self._say_next)
        self.desk.office_requested.connect(self.open_path)
        self.desk.encryption_requested.connect(lambda: encrypt_open_office(self))
        self.desk.page_shown.connect(lambda name: self.settings.remember("page", name))
        self.stack.addWidget(self.desk)
        self.stack.setCurrentWidget(self.desk)
        self._show_first_page(self.desk)
        self.renew_menus()
        self.desk.page_made.connect(lambda _page: self.renew_menus())
        FirstPaint(self.desk.current() or self.desk, self._make_pages)

    def _drop_desk(self, desk: Desk) -> None:
        self.desk = None
        self.stack.removeWidget(desk)
        desk.hide()
        for put_off in desk.findChildren(QTimer):
            put_off.stop()  # what a page was about to do would ask a file that is closed
        desk.deleteLater()

    def rebuild(self) -> None:
        """Make the doors and the pages anew: after another text size every width is another."""
        doors, self._doors = self._doors, None
        if doors is not None:
            self.stack.removeWidget(doors)
            doors.deleteLater()
        if self.desk is None:
            self.show_start()
        else:
            session = self.desk.session
            self._drop_desk(self.desk)
            self._show_desk(session)

    def _new_day(self) -> None:
        """A window left open over midnight knows what day it is."""
        if self.desk is not None and self.desk.session.today != self.today:
            self.desk.take_day(self.today)
            self._say_next()

    def _keep(self, file: OfficeFile) -> None:
        if self._bus is None or file.path is None:
            return
        self._safekeeping = keep(file, self.keepers, self._bus, parent=self)
        self._safekeeping.backed_up.connect(lambda moment: self.foot.show_backed_up(moment, self.today))
        self._safekeeping.lock_lost.connect(lambda: self.tell(*LOCK_LOST, stays=True))
        self.foot.show_saved("Open to read only" if file.read_only else "All changes saved")
        self._safekeeping.look()

    def _name_window(self, file: OfficeFile) -> None:
        name = file.path.name if file.path else "Office"
        self.setWindowTitle(f"{name} (read only) – BoardDesk" if file.read_only else f"{name} – BoardDesk")
        self._note_recent(file)

    def _note_recent(self, file: OfficeFile) -> None:
        with suppress(FileProblem):  # a file out of reach can be closed all the same
            if file.path is not None:
                self.settings.opened(file.path, holds=office.holds(file), moment=self._now())

    def _show_first_page(self, desk: Desk) -> None:
        names = desk.navigation.names()
        last = self.settings.value("page") if office.board_names(desk.session.file) else ""
        if names:
            desk.show_page(last if last in names else names[0])

    def _make_pages(self) -> None:
        """One page at a time while the window already answers."""
        if self.desk is not None and self.desk.make_next():
            QTimer.singleShot(0, self, self._make_pages)

    def close_office(self) -> None:
        """Leave the office and forget its key: whoever opens it again is asked."""
        try:
            self.leave_office()
        finally:
            forget_keys()

    def leave_office(self) -> None:
        """Back up what waits, let go of the file, show the doors: each of them, whatever another says.

        Keys stay known to whoever goes on with that file at once.
        """
        if self.desk is None:
            return
        file, keeping, problem = self.desk.session.file, self._safekeeping, None
        with ExitStack() as ending:  # from the last to the first
            for step in (self.show_start, file.close, drafts.forget_all, self._stop_showing):
                ending.callback(step)
            ending.callback(self._note_recent, file)
            if keeping is not None:
                ending.callback(keeping.deleteLater)
                try:
                    keeping.stop()
                except FileProblem as unwritten:
                    problem = unwritten
        if problem is not None:
            self._say_problem(problem)

    def _stop_showing(self) -> None:
        bus, desk, self._bus, self._safekeeping = self._bus, self.desk, None, None
        if bus is not None:
            bus.close()
            bus.deleteLater()
        if desk is not None:
            self._drop_desk(desk)

    # ── the actions of the menus ──

    def commands(self) -> list[Action]:
        """All that can be done just now: the window's own actions and those of the pages."""
        pages = self.desk.commands() if self.desk is not None else []
        return [*commands.window_commands(self), *pages]

    def renew_menus(self) -> None:
        """Build the menus again after something that offers commands came or went."""
        off = () if self.desk is not None else _NEED_AN_OFFICE
        self.menus.build(self.commands(), off=off)
        self._name_undo()

    def create_office(self, path: Path) -> None:
        """Make an empty office and open it."""
        try:
            self.show_file(self.keepers.create_file(path))
        except (FileProblem, Refused) as problem:
            self._say_problem(problem)

    def create_sample(self, path: Path) -> None:
        """Make the sample office, off the window's thread, and open it."""
        self.start.show_busy("Making the sample office, a few seconds …")
        background.run(lambda: self.keepers.make_sample(path), self._open_sample, self._sample_failed)

    def _open_sample(self, path: Path) -> None:
        self.start.show_busy("")
        if self.desk is None:
            self.open_path(path)
        else:  # another office was opened meanwhile, and stays
            self.tell("The sample office is made.", f"Open {path.name} whenever you want it.")

    def _sample_failed(self, error: Exception) -> None:
        self.start.show_busy("")
        raise error

    def undo(self) -> None:
        """Take back the newest change; what the page does not show of it is said."""
        if self.desk is not None and (said := take_back(self.desk.session.file)) is not None:
            self.tell(*said)

    def redo(self) -> None:
        """Bring back what was undone last."""
        if self.desk is not None:
            self.desk.session.file.redo()

    def back_up_now(self) -> None:
        """Make a backup and say so at the foot."""
        if self._safekeeping is not None:
            self._safekeeping.back_up_now()

    def new_here(self) -> None:
        """Ctrl+N: whatever the page in front makes."""
        page = self.page()
        if page is not None:
            page.new_record()

    def page(self) -> Page | None:
        """The page in front."""
        return self.desk.current() if self.desk is not None else None

    def begin_search(self) -> None:
        """Ctrl+K."""
        if self.desk is not None:
            self.desk.search.begin()

    def show_help(self) -> None:
        """F1: the guide where it speaks of this page."""
        # Loaded when it is first asked for.
        from boarddesk.ui.help_window import HelpWindow

        self._help = self._help or HelpWindow(self)
        page = self.page()
        self._help.open_for(page.name if page is not None else "")

    # ── what is said ──

    def tell(
        self,
        title: str,
        advice: str = "",
        *,
        tone: Tone = Tone.WARN,
        stays: bool = False,
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """A calm notice on the page in front, or a dialog where there is none."""
        page = self.page()
        if page is not None:
            page.tell(title, advice, tone=tone, action=action, stays=stays)
        else:
            ProblemDialog(f"{title} {advice}".strip(), self).open()

    def _changed(self, _tables: frozenset[str]) -> None:
        self.foot.show_saved(f"All changes saved {self._now():%H:%M}")
        self._name_undo()

    def _say_next(self) -> None:
        if self.desk is not None:
            session = self.desk.session
            meeting = office.next_meeting(session.file, session.board_id, session.today)
            self.foot.show_next(meets_next(meeting, session.today))

    def _name_undo(self) -> None:
        file = self.desk.session.file if self.desk is not None else None
        undo, redo = file.undo_and_redo if file is not None else (None, None)
        stops = file is not None and undo is None and bool(file.undo_stop)
        may_undo = bool(undo) or stops  # which says why nothing more is undone
        self.menus.retitle("Ctrl+Z", f"Undo {lower_first(undo)}" if undo else "Undo", enabled=may_undo)
        self.menus.retitle("Ctrl+Y", f"Redo {lower_first(redo)}" if redo else "Redo", enabled=bool(redo))
        if self.desk is not None:
            self.desk.top.set_undo(undo)

    # ── files dropped, the window closed ──

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_files(paths)

    def take_files(self, paths: Sequence[str]) -> None:
        """An office is opened; anything else goes to the page in front, else to the import."""
        commands.take_files(self, paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        with ExitStack() as ending:
            for step in (lambda: super(MainWindow, self).closeEvent(event), self.problems.remove):
                ending.callback(step)
            ending.callback(self.close_office)
            window_place.remember(self, self.settings)
