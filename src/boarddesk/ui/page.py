"""The contract between the window and its pages, and what the widgets offer to page authors.

A page is a `Page`: class variables `name` (its key: "plan"), `title` and `icon` (a file of resources/icons).
It builds its widgets once in `__init__`, into `self.header` and `self.body`, and fills them in `reload()`,
which is called when the page is shown and something it read has been written since.  What is read is heard:
nobody lists tables, and nobody rereads after a write.  `self.renew()` reads again because something else was
chosen; what a part reads later, when it is opened, it reads `with self.hearing():`.  Loading never writes:
save from `editingFinished`, `textEdited`, `activated`, `edited`, never from signals a `set…` call fires.

    class PlanPage(Page):
        name, title, icon = "plan", "Plan", "plan"
        def __init__(self) -> None:
            super().__init__()
            self.header.add(buttons.primary("Start update round", self._start))   # at most one primary
            self.table = RecordTable("plan", COLUMNS, noun=("action", "actions"))
            self.body.addWidget(self.table, 1)
        def reload(self) -> None:
            session = self.session     # file, board_id (None: all boards), today, change_bus, settings
            self.table.set_rows(…)
        def open_record(self, kind: str, record_id: str) -> None: …   # somebody followed a link to this page
        def commands(self) -> Sequence[Action]: …                    # menus, shortcuts and the search box
        def new_record(self) -> None: …                               # Ctrl+N

Pages never call each other: `self.open_requested.emit("action", id)` and the window finds the page whose
`opens` names that kind.  Errors are raised, not shown: a `Refused` or `FileProblem` that leaves a slot
becomes a calm banner on this page, anything else the crash dialog.  `self.tell(title, advice, tone=…)` shows
a notice.  Add the page to `ui/pages.py`; it exists from then on.

The parts, all in `ui/widgets/`:

- `record_table.RecordTable(name, columns, noun=)`: `set_rows(rows, groups)`, `chosen(id)`, `opened(id)`,
  `edited(id, key, value)`, `pasted([(id, key, text)])`, `typed(id, key, text)`, `choose(id)`, `chosen_id()`,
  `chosen_ids()`, `set_filter(predicate)`, `set_search(words)`, `set_actions([Action])`,
  `set_empty(EmptyState)`, `save_rows = function`.  Rows and columns are data: see `table_rows.py`;
  `filter_bar.FilterBar(table)` stands above it.
- `label.label(text, role)`, `label.rule()`, `label.WrappedLabel`;
  `buttons.primary/secondary/quiet/link/icon_button`.
- `form.Field(title, editor, hint=)` with `refuse(sentence)`; `date_field.DateField`; `choice.Choice`.
- `banner.Banner(title, advice, tone=, action=)`; `empty_state.EmptyState(title, sentence, buttons=)`.
- `status_chip.StatusChip(status)`, `Flag(words)`; `mark.MarkLetter(letter)`; `stacked_bar.StackedBar(counts)`
  and `Legend(statuses)`; `stepper.Stepper(steps)`; `figure.Figure(title)` with `show_figure`;
  `sparkline.Sparkline(values, target=)`; `bar_chart.BarStrip(bars, target=)`; `segments.Segments(words)`.
- `list_and_detail.ListAndDetail(list, detail)`: beside each other, or the detail over the list when narrow.
- `detail_panel.DetailPanel()`: `clear()`, `set_record(meta, title)`, `add_fact(name, value)`,
  `add_section(title)`.
- `reason_form.reason_form`: from → to, who, as at, why.
  `document_preview.DocumentPreview().show_html(html)`.
- `background.run(job, on_done, on_error)` for anything over half a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.ui.action import Action
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.look.theme import look
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.banner import Banner, Tone
from boarddesk.ui.widgets.choice import WIDEST_CHOICE, Choice
from boarddesk.ui.widgets.label import ElidedLabel, label
from boarddesk.ui.widgets.opening import mark_read_only
from boarddesk.ui.widgets.tab_order import gather

if TYPE_CHECKING:
    from boarddesk.records.file.office_file import OfficeFile


@dataclass(frozen=True)
class Session:
    """What every page needs: the open file, the board chosen above (None: all), the day, and the news."""

    file: OfficeFile
    board_id: str | None
    today: date
    change_bus: ChangeBus
    settings: Settings


class PageHeader(QWidget):
    """One row: the title, one muted sentence beside it, controls after it and at the right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = label(title, "title")
        self._detail = ElidedLabel("", "muted")
        self._gap = QWidget()
        self._gap.setFixedWidth(0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStrut(look().px(32))
        row.addWidget(self._title)
        row.addSpacing(12)
        row.addWidget(self._detail)
        row.addWidget(self._gap)
        self._near, self._below = QHBoxLayout(), QVBoxLayout()
        for part in (self._near, self._below):
            part.setSpacing(8)
        row.addLayout(self._near)
        row.addSpacing(8)
        row.addStretch(1)
        self._far = QHBoxLayout()
        self._far.setSpacing(8)
        row.addLayout(self._far)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row)
        rows.addLayout(self._below)
        self._beside: list[QWidget] = []
        self._arranged: list[list[QWidget]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """Another title: a meeting's number in place of the page's name."""
        self._title.setText(title)

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def set_detail(self, sentence: str) -> None:
        """The one muted sentence beside the title."""
        self._detail.setText(sentence)
        self._gap.setFixedWidth(12 if sentence else 0)

    def detail(self) -> str:
        """The sentence shown."""
        return self._detail.full_text()

    def add(self, control: QWidget) -> None:
        """Put a control at the right, after those already there."""
        self._far.addWidget(control)

    def add_near(self, control: QWidget) -> None:
        """Put a control right after the title: filters that say what the page shows."""
        self._beside.append(control)
        self._near.addWidget(control)

    def minimumSizeHint(self) -> QSize:
        """As wide as title and actions: what stands after the title goes below them, line by line."""
        far = self._far.minimumSize().width() + self._title.minimumSizeHint().width() + 64
        widest = max((widget.minimumSizeHint().width() for widget in self._beside), default=0)
        return QSize(max(far, widest), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Controls come and go: whether one row holds them is another question then."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """What stands after the title goes below it where both do not fit beside each other."""
        rest = self._title.sizeHint().width() + 24 + self._far.sizeHint().width()
        rest += self._detail.minimumSizeHint().width()
        self._widen_choices(self.width() - rest - 16 - self._detail.sizeHint().width())
        room = self.width() - rest - 16
        shown = [widget.sizeHint().width() for widget in self._beside if not widget.isHidden()]
        fits = not shown or sum(shown) + 8 * (len(shown) - 1) <= room
        lines = [list(self._beside)] if fits else [[], *self._lines(self.width())]
        if self.width() > 0 and lines != self._arranged:
            self._arranged = lines
            self._put(lines)

    def _widen_choices(self, room: int) -> None:
        """A long choice after the title is read whole where the row has the room for it."""
        shown = [widget for widget in self._beside if not widget.isHidden()]
        choices = [widget for widget in shown if isinstance(widget, Choice)]
        whole = sum(
            widget.whole_width() if isinstance(widget, Choice) else widget.sizeHint().width()
            for widget in shown
        )
        lacks = max(whole + 8 * len(shown) - room, 0)
        for choice in choices:
            usual = look().px(WIDEST_CHOICE)
            gives = min(lacks, max(choice.whole_width() - usual, 0))
            choice.bound(max(choice.whole_width() - gives, usual))
            lacks -= gives

    def _lines(self, width: int) -> list[list[QWidget]]:
        """The controls after the title in as many lines as a width asks for."""
        lines: list[list[QWidget]] = [[]]
        left = 0
        for control in self._beside:
            wide = 0 if control.isHidden() else control.sizeHint().width() + 8
            if left + wide - 8 > width and lines[-1]:
                lines.append([])
                left = 0
            lines[-1].append(control)
            left += wide
        return lines

    def _put(self, lines: list[list[QWidget]]) -> None:
        while item := self._below.takeAt(0):
            if isinstance(item, QHBoxLayout):
                item.deleteLater()
        for control in lines[0]:
            self._near.addWidget(control)
        for line in lines[1:]:
            row = QHBoxLayout()
            row.setSpacing(8)
            # Added while it is empty: of a layout that is filled Python gets hold of the spacer too, keeps it
            # when the row is gone, and takes for it whatever is made in its place in memory.
            self._below.addLayout(row)
            for control in line:
                row.addWidget(control)
            row.addStretch(1)
        self._below.setContentsMargins(0, 6 if len(lines) > 1 else 0, 0, 0)
        self.updateGeometry()


class Page(QWidget):
    """One page of the window. Subclasses fill `header` and `body` and reload when told."""

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    icon: ClassVar[str] = "file"
    opens: ClassVar[frozenset[str]] = frozenset()

    open_requested = Signal(str, str)
    """A link was followed: kind of record and id."""

    office_requested = Signal(object)
    """Another office is to be opened in place of this one: its path."""

    encryption_requested = Signal()
    """The open office is to be encrypted."""

    count_changed = Signal(int)
    """How many things wait on this page, shown in the navigation; 0 shows nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.title)
        self.header = PageHeader(self.title)
        self.notices = QVBoxLayout()
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(10)
        column.addWidget(self.header)
        column.addLayout(self.notices)
        column.addLayout(self.body, 1)
        self._session: Session | None = None
        self._stale = True
        self._heard: frozenset[str] = frozenset()
        self._notice_stays = False

    @property
    def session(self) -> Session:
        """The open office; a page is never shown without one."""
        if self._session is None:
            raise RuntimeError(f"{self.title} was used before an office was open")
        return self._session

    def show_session(self, session: Session) -> None:
        """Take another office, board or day; reload now if shown, else when next shown."""
        if self._session is not None and self._session.change_bus is not session.change_bus:
            self._session.change_bus.records_changed.disconnect(self._hear)
        if self._session is None or self._session.change_bus is not session.change_bus:
            session.change_bus.records_changed.connect(self._hear)
        self._session = session
        mark_read_only(self, read_only=session.file.read_only)
        self.refresh()

    def refresh(self) -> None:
        """Read again now if shown, else when next shown or asked."""
        self._stale = True
        if self.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Read again what was written since the page was last filled; a page at rest does so afterwards."""
        if self._stale and self._session is not None and not self.is_at_rest:
            self.renew()

    @property
    def is_at_rest(self) -> bool:
        """Whether news wait: a page in the midst of something keeps what it shows until that is done."""
        return False

    def renew(self) -> None:
        """Read again now; from here on exactly what is read is heard."""
        self._stale = False
        before, self._heard = self._heard, frozenset()
        try:
            with self.hearing():
                self.reload()
        except BaseException:
            self._heard |= before
            raise

    @contextmanager
    def hearing(self) -> Iterator[None]:
        """What is read within the block, by a part of the page that was opened, is heard as well."""
        with self.session.file.reading() as seen:
            try:
                yield
            finally:
                self._heard |= seen

    @property
    def heard(self) -> frozenset[str]:
        """The tables a change of which is heard."""
        return self._heard

    def reload(self) -> None:
        """Read the rows again and show them; called by `renew` alone. Writes nothing."""

    def open_record(self, kind: str, record_id: str) -> None:
        """Show one record of a kind named in `opens`."""

    def new_record(self) -> None:
        """What Ctrl+N makes here; a page that makes nothing does nothing."""

    def commands(self) -> Sequence[Action]:
        """What menus, shortcuts and the search box offer for this page; the window asks once.

        Each is done with the page in front and up to date, wherever it was asked for.
        """
        return ()

    def take_files(self, paths: Sequence[str]) -> bool:
        """Files dropped onto the page; True when the page took them."""
        return False

    def tell(
        self,
        title: str,
        advice: str = "",
        *,
        tone: Tone = Tone.WARN,
        action: tuple[str, Callable[[], object]] | None = None,
        stays: bool = False,
    ) -> Banner:
        """Show a notice under the header in place of the one before.

        It goes when what the page shows changes; one about the file itself stays until it is closed.
        """
        self.hush()
        self._notice_stays = stays
        banner = Banner(title, advice, tone=tone, action=action, closable=True)
        banner.dismissed.connect(self.hush)
        self.notices.addWidget(banner)
        return banner

    def hush(self) -> None:
        """Take the notice away."""
        while item := self.notices.takeAt(0):
            shown = item.widget()
            if shown is not None:
                shown.hide()
                shown.deleteLater()

    def move_on(self) -> None:
        """Something else is shown, or the same has changed: a notice of before may no longer be true."""
        if not self._notice_stays:
            self.hush()

    def focus_first(self) -> None:
        """Give the focus to the page's main part: its first list, unless the page knows better."""
        first = self.findChild(QAbstractItemView)
        if first is not None:
            first.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        gather(self.header)  # its controls were added after the body, and stand before it
        self.catch_up()

    def _hear(self, tables: frozenset[str]) -> None:
        if tables & self._heard:
            self.move_on()
            self.refresh()
