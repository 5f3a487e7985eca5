"""A page whose lists are sections: the list in front, the chosen record beside it, Esc, Ctrl+N, Excel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar, Generic

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from boarddesk.rules.refused import Refused
from boarddesk.ui.action import Action
from boarddesk.ui.page import Page
from boarddesk.ui.records_page.record_list import RecordList
from boarddesk.ui.records_page.section import Read, Section
from boarddesk.ui.rows_to_excel import rows_saver
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.segments import Segments
from boarddesk.ui.widgets.steady_detail import SteadyDetail
from boarddesk.ui.widgets.tabs import Tabs


class RecordsPage(Page, Generic[Read]):
    """A page gives its sections with `set_sections`, reads in `read` and says what its header says.

    Everything else is done here: the segments where there are several lists, the row chosen and its panel,
    which stays closed once it was closed by hand, Enter into it and Esc out of it, Ctrl+N, the menu of a row,
    the count and saving the rows as Excel.
    """

    nothing: ClassVar[str] = "The page is not shown yet."
    tabbed: ClassVar[bool] = False
    """Whether the lists are tabs under the header, with their counts, instead of segments in it."""

    def __init__(self, *, narrow: int = 360, wide: int = 460, slim: int = 0, least: int = 560) -> None:
        super().__init__()
        self._read: Read | None = None
        self._closed = self._listing = False
        self.lists: dict[str, RecordList[Read]] = {}
        self.detail = SteadyDetail(width=narrow)
        self._stack = QStackedWidget()
        self.both = ListAndDetail(self._stack, self.detail, narrow=narrow, wide=wide, slim=slim, least=least)
        self.both.hide_detail()
        self._covered = self.both.covers
        self.both.detail_closed.connect(self._leave_detail)
        self.detail.spread_changed.connect(self._show_chosen)
        self.body.addWidget(self.both, 1)

    def set_sections(self, sections: Sequence[Section[Read]], controls: Sequence[QWidget] = ()) -> None:
        """The lists, and what stands in the header before the button that adds."""
        kinds = [(section.kind, section.title) for section in sections]
        self.segments = Tabs(kinds, name="Show") if self.tabbed else Segments(kinds, name="Show")
        self.segments.picked.connect(lambda _kind: self.show_section())
        self.add_button = buttons.secondary("", self.new_record, icon="plus")
        self.segments.setParent(self)
        self.segments.setVisible(len(sections) > 1)
        if self.tabbed:
            self.body.insertWidget(0, self.segments)
        elif len(sections) > 1:
            self.header.add_near(self.segments)
        for control in (*controls, self.add_button):
            self.header.add(control)
        for section in sections:
            made = self.lists[section.kind] = RecordList(section)
            self._stack.addWidget(made)
            if isinstance(self.segments, Tabs):
                self.segments.add_corner(made.filter)
            self._connect(made)

    def _connect(self, made: RecordList[Read]) -> None:
        table = made.table
        made.moved.connect(self._show_chosen)
        made.filtered.connect(self._show_chosen)
        table.opened.connect(lambda _id: self._enter_detail())
        table.edited.connect(made.section.edit)
        table.pasted.connect(made.section.paste)
        table.counted.connect(lambda _words: self._recounted())
        table.save_rows = rows_saver(self)

    # ── what a page says of itself ──

    def read(self) -> Read | None:
        """Everything the sections show; None while there is nothing to read."""
        raise NotImplementedError

    def empty(self) -> QWidget:
        """What stands there while there is nothing to read."""
        raise NotImplementedError

    def says(self, read: Read | None) -> str:
        """The sentence of the header."""
        raise NotImplementedError

    def dress(self) -> None:
        """The header of the list in front."""
        if self._listing or not self.lists:
            return
        section = self.front.section
        buttons.reword(self.add_button, section.new.title.removesuffix("…"))
        self.add_button.setVisible(not self.front.is_empty)
        self.header.set_detail(self.says(self._read))

    # ── showing ──

    @property
    def shown(self) -> Read:
        """What was last read."""
        if self._read is None:
            raise Refused(self.nothing)
        return self._read

    @property
    def kind(self) -> str:
        """The kind of record listed now."""
        return self.segments.value()

    @property
    def front(self) -> RecordList[Read]:
        """The list shown now."""
        return self.lists[self.kind]

    def reload(self) -> None:
        """Read again and show the list in front, keeping what is chosen."""
        for made in self.lists.values():
            made.table.set_settings(self.session.settings)
        self._read = self.read()
        self.show_section()

    def show_section(self) -> None:
        """The list the segments say."""
        state = self.front.section.empty(self._read) if self._read is not None else self.empty()
        self._listing = True
        try:
            if state is not None:
                self.front.show_empty(state)
            else:
                self.front.show_read(self.shown)
        finally:
            self._listing = False
        self._stack.setCurrentWidget(self.front)
        self.both.set_below(0 if self.front.is_empty else self.front.section.below)
        if isinstance(self.segments, Tabs):
            self.segments.show_corner(self.front.filter, visible=not self.front.is_empty)
        self._show_chosen()
        self._count()
        self.dress()

    def _count(self) -> None:
        """How many there are of each, said by its tab."""
        for kind, made in self.lists.items():
            count = made.section.count
            if count is not None and isinstance(self.segments, Tabs):
                self.segments.say_count(kind, count(self._read) if self._read is not None else 0)

    def _recounted(self) -> None:
        if not self._listing:
            self._tell_seen()
        self.dress()

    def _show_chosen(self) -> None:
        if self._listing or not self.lists:
            return  # the detail follows once the list is whole
        self._tell_seen()
        chosen = self.front.chosen()
        filling = self.front.section.panel(self.detail, self.shown, chosen) if chosen else None
        if filling is None:
            self.detail.show_nothing()
        else:
            self.detail.show_filled(*filling)
        if filling is None or self._closed:
            self.both.hide_detail()
        else:
            self.both.show_detail(asked=self.both.is_detail_shown())
        self.dress()

    def _tell_seen(self) -> None:
        """What stands beside the rows follows what is shown and chosen of them."""
        front, seen = self.front, self.front.section.seen
        if seen is not None and self._read is not None and not front.is_empty:
            seen(self._read, front.table.rows_shown(), front.chosen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room for both again, both are shown; where there is no longer, the list alone."""
        super().resizeEvent(event)
        before, self._covered = self._covered, self.both.covers
        if self._covered and not before:
            self.both.hide_detail()
        elif before and not self._covered and self.lists and not self._closed and self.front.chosen():
            self.both.show_detail()

    # ── following links ──

    def pick(self, kind: str) -> None:
        """Bring a list to the front."""
        another = kind != self.kind
        self.segments.choose(kind)
        self.catch_up()
        if another:
            self.show_section()

    def bring(self, kind: str, record_id: str) -> None:
        """Bring a record to the front, whatever was chosen or filtered before."""
        self.pick(kind)
        if not self.front.is_empty and self.front.choose(record_id):
            self._ask_for_detail()
            self.focus_first()

    def _enter_detail(self) -> None:
        """Enter on a row: into its detail."""
        self._ask_for_detail()
        self.detail.enter()

    def _ask_for_detail(self) -> None:
        self._closed = False
        self.both.show_detail(asked=True)

    def _leave_detail(self) -> None:
        """Closed by hand: it stays so until somebody asks for it."""
        self._closed = True
        self.focus_first()

    def focus_first(self) -> None:
        """The rows, or the empty page."""
        if self.front.is_empty:
            super().focus_first()
        else:
            self.front.table.view.setFocus()

    # ── actions ──

    def new_record(self) -> None:
        """A new one of what is listed."""
        self.catch_up()
        self.front.section.new.run()

    def begin_new(self, kind: str) -> None:
        """A new one of a kind, its list in front."""
        self.move_on()
        self.pick(kind)
        self.new_record()

    def new_action(self, kind: str) -> Action:
        """Adding one of a kind, from anywhere."""
        return replace(self.lists[kind].section.new, run=partial(self.open_requested.emit, kind, ""))

    def row_actions(self) -> list[Action]:
        """What is done to a row and offered elsewhere too."""
        sections = [made.section for made in self.lists.values()]
        return [action for section in sections for action in section.actions if action.menu or action.words]
