"""The agenda of a meeting: its items as a table, its length, the chosen item and what is carried forward."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from boarddesk.records.agenda.items import put_item
from boarddesk.records.owners import owner_offers
from boarddesk.records.packs.agenda import agenda_pack
from boarddesk.rules.agenda.before_issue import concerns
from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.meetings.meeting import REINSTATE, STATE_ACTIONS, MeetingState
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.action import Action
from boarddesk.ui.meetings.agenda.actions import ItemActions
from boarddesk.ui.meetings.agenda.bringing import Bringing
from boarddesk.ui.meetings.agenda.carry_panel import CarryPanel
from boarddesk.ui.meetings.agenda.editing import ITEM
from boarddesk.ui.meetings.agenda.issuing import issue_agenda_form
from boarddesk.ui.meetings.agenda.item_panel import ItemPanel
from boarddesk.ui.meetings.agenda.length_bar import LengthPart
from boarddesk.ui.meetings.agenda.new_items import NewItems
from boarddesk.ui.meetings.agenda.rows import NEW, columns, rows
from boarddesk.ui.meetings.papers.paper_actions import PaperActions
from boarddesk.ui.meetings.part import MeetingPart
from boarddesk.ui.meetings.shown_agenda import ShownAgenda
from boarddesk.ui.meetings.workspace import Workspace
from boarddesk.ui.page import Session
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.key_caps import KeyCaps
from boarddesk.ui.widgets.label import ElidedLabel, WrappedLabel
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.side_panels import SidePanels
from boarddesk.ui.widgets.table.dragging import RowDrag
from boarddesk.ui.widgets.table.record_table import RecordTable

KEYS = (("Alt+↑  Alt+↓", "move"), ("F2", "edit"), ("Alt+→", "make a sub-item"))
TYPING = (("Enter", "keep it and type the next"), ("… 20 min", "its minutes"), ("Esc", "that was all"))
ISSUE = "Issue agenda"


def agenda_part(on: Workspace) -> MeetingPart:
    """The agenda as a part of a meeting; a meeting still to come opens with it."""
    view = AgendaView(on)
    return MeetingPart(
        "Agenda",
        view,
        view.show_meeting,
        focus=view.focus_rows,
        next_step=view.next_step,
        actions=view.part_actions,
        leave=view.leave,
        new=view.new_items.begin,
        count=lambda counts: counts.items,
        begins=lambda found, today: found.meeting.state.is_to_come and found.meeting.date > today,
    )


class AgendaView(QWidget):
    """Shows one agenda and writes what is typed, moved and dropped."""

    def __init__(self, on: Workspace) -> None:
        super().__init__()
        self.workspace = on
        self.shown: ShownAgenda | None = None
        self._held = False
        self.new_items, self.bringing = NewItems(self), Bringing(self)
        self.actions_of = ItemActions(self)
        self.table = RecordTable("agenda", columns(self._leads, held=False), noun=("item", "items"))
        self.table.view.setAccessibleName("Agenda items")
        self.count_label = ElidedLabel("", "meta")
        self.stands = WrappedLabel("", "meta")
        self.instead = (
            buttons.link("Add late item", self.actions_of.add_late),
            buttons.link("New version", self.actions_of.new_version),
        )
        self.length = LengthPart()
        self.keys = KeyCaps(high=18)
        self.paper_actions = PaperActions(on, lambda: self.shown)
        self.panel = ItemPanel(self.write, self.paper_actions)
        self.carry = CarryPanel(self.bringing.carried)
        self.side = SidePanels(self.panel, self.carry)
        self._make_buttons()
        self._issues = Action(ISSUE, self.issue, "Meeting", applies=self._may_issue)
        self._marks_held = Action(
            STATE_ACTIONS[MeetingState.HELD], lambda: self.workspace.set_state(MeetingState.HELD)
        )
        self._reinstates = Action(REINSTATE, self.workspace.reinstate)
        self.part_actions = (
            self._issues,
            *self.actions_of.agenda_actions(),
            *self.actions_of.item_actions(),
        )
        self._lay_out()
        self._connect()

    def _make_buttons(self) -> None:
        self.add = buttons.secondary("Add item", self.new_items.begin, icon="plus")
        self.standing = buttons.drops_down(buttons.secondary("Standing items", self.bringing.offer_standing))
        self.copy = buttons.secondary("Copy from a meeting", self.actions_of.copy_agenda)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for button in (self.add, self.standing, self.copy):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.count_label)
        stands = QHBoxLayout()
        stands.setSpacing(8)
        stands.addWidget(self.stands, 1)
        for link in self.instead:
            stands.addWidget(link)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addLayout(stands)
        column.addSpacing(6)
        column.addWidget(self.table, 1)
        column.addSpacing(10)
        column.addWidget(self.length)
        column.addWidget(self.keys)
        column.addStretch(0)
        self.table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        left.setFocusProxy(self.table)
        self.beside = ListAndDetail(left, self.side, narrow=356, wide=440, least=680, escapes=False)
        across = QVBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.beside)
        self.table.set_empty(self._empty_state())

    def _empty_state(self) -> EmptyState:
        add = buttons.primary("Add an item", self.new_items.begin)
        self._empty_buttons: Sequence[QPushButton] = (
            add,
            buttons.secondary("Bring in standing items", self.bringing.standing),
            buttons.secondary("Copy from a meeting", self.actions_of.copy_agenda),
        )
        self._empty = EmptyState(
            "No agenda yet",
            "",
            buttons=self._empty_buttons,
        )
        return self._empty

    def _connect(self) -> None:
        table = self.table
        table.chosen.connect(lambda _id: self._show_chosen())
        table.edited.connect(self._take_edit)
        table.pasted.connect(self._take_paste)
        table.opened.connect(lambda _id: self.open_panel())
        table.view.delegate.closeEditor.connect(lambda _editor, hint: self.new_items.end(hint))
        table.set_actions(self.actions_of.row_actions())
        self.length.bar.item_picked.connect(table.choose)
        self.beside.detail_closed.connect(table.view.setFocus)
        self.drag = RowDrag(
            table,
            may_move=lambda: self.shown is not None and not self.shown.why_not,
            takes_files=lambda: True,
        )
        self.drag.files_dropped.connect(self.paper_actions.take_files)
        self.drag.moved.connect(self._drop_row)

    # ── showing ──

    @property
    def session(self) -> Session:
        """The session in force."""
        return self.workspace.session

    def _leads(self) -> Sequence[str]:
        return owner_offers(self.session.file)

    def show_meeting(self, found: Register, board: Board) -> None:
        """The agenda of a meeting as it stands; the item chosen stays chosen."""
        other = self.shown is None or self.shown.meeting.id != found.meeting.id
        if other:
            self.new_items.forget()
        self.shown = shown = ShownAgenda.read(
            self.session.file, found.meeting, board, today=self.session.today
        )
        held = found.meeting.state.was_held
        if held != self._held:
            self._held = held
            self.table.set_columns(columns(self._leads, held=held))
        self.fill_rows()
        if not self.table.chosen_id():
            self.table.choose_first()
            self.stand_on_title()
        self.carry.show_carried(shown.meeting.id, () if shown.why_not else shown.carried)
        self.side.show_lower(shown=bool(shown.carried) and not shown.why_not)
        self._show_chosen()
        self.beside.show_detail()

    def fill_rows(self) -> None:
        if self.shown is None:
            return
        self.table.set_rows(rows(self.shown, draft_after=self.new_items.after))
        self._fit_table()
        self._show_state(self.shown)

    def _fit_table(self) -> None:
        """As high as its rows, where they all fit: the length stands right under them."""
        view = self.table.view
        if self.table.model.lines:
            high = view.head.sizeHint().height() + view.verticalHeader().length() + 2
            self.table.setMaximumHeight(high)
        else:
            self.table.setMaximumHeight(16777215)

    def _show_state(self, shown: ShownAgenda) -> None:
        there = bool(shown.agenda.rows) or self.new_items.after is not None
        done, wanted = shown.counts
        items = count_in_figures(sum(not row.is_sub_item for row in shown.agenda.rows), "item")
        papers = f" · {done} of {count_in_figures(wanted, 'paper')} in" if wanted else ""
        self.count_label.setText(f"{items}{papers}" if there else "")
        may = not shown.why_not
        for button in (self.add, self.standing, self.copy):
            button.setVisible(there and may)
        for button in self._empty_buttons:
            button.setVisible(may)
        self._empty_buttons[1].setVisible(may and bool(self.bringing.missing()))
        self._empty.say(self._empty_words(shown, standing=bool(self.bringing.missing())))
        self.stands.setText(shown.why_not if there else "")
        self.stands.setVisible(there and bool(shown.why_not))
        for link in self.instead:
            link.setVisible(there and shown.is_locked)
        self.length.setVisible(there)
        self.keys.setVisible(there and may)
        self.keys.set_keys(TYPING if self.new_items.after is not None else KEYS)

    @staticmethod
    def _empty_words(shown: ShownAgenda, *, standing: bool) -> str:
        if shown.why_not:
            return f"It has none here. {shown.why_not}"
        begin = "the standing items or another meeting’s agenda" if standing else "another meeting’s agenda"
        none = "" if standing else " The board has no standing items: they are given under People."
        return (
            f"Its items stand here with their times. Begin with {begin}, then bring in what is unfinished, "
            f"or type one item after the other.{none}"
        )

    def chosen_item(self) -> AgendaRow | None:
        """The item chosen, where it stands."""
        return self.shown.row(self.table.chosen_id()) if self.shown is not None else None

    def _show_chosen(self) -> None:
        if self.shown is None or self.table.chosen_id() == NEW:
            return
        self.panel.show_item(self.shown, self.table.chosen_id())
        self.panel.setVisible(self.chosen_item() is not None)
        self.length.show_agenda(self.shown.agenda, self.table.chosen_id())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.beside.show_detail()

    def focus_rows(self) -> None:
        """The rows, or the first thing that can be done where there are none."""
        if self.table.model.rows:
            self.table.view.setFocus()
        else:
            self._empty_buttons[0].setFocus()

    def leave(self) -> bool:
        """Esc: first what lies over the rows."""
        if self.beside.covers and self.beside.is_detail_shown():
            self.beside.close_detail()
            return True
        return False

    def open_panel(self) -> None:
        """The chosen item beside the table, the focus in it."""
        self.beside.show_detail(asked=True)
        self.panel.enter()

    def go_to_carried(self) -> None:
        """The list of what is carried forward, the focus in it."""
        self.beside.show_detail(asked=True)
        self.carry.enter()

    # ── typing ──

    def write(self, item_id: str, key: str, words: str) -> None:
        """Keep what was typed or picked for a field of an item."""
        ITEM[key].write(self.session.file, item_id, words)

    def _take_edit(self, row_id: str, key: str, value: str) -> None:
        if row_id == NEW:
            self.new_items.keep(value)
        else:
            self.write(row_id, key, value)

    def _take_paste(self, cells: Sequence[tuple[str, str, str]]) -> None:
        check_may_write(self)
        with self.session.file.change("Paste into the agenda"):
            for row_id, key, words in cells:
                self.write(row_id, key, words)

    def stand_on_title(self) -> None:
        """The cell with the focus is the one that names the row."""
        keys = [column.key for column in self.table.model.columns]
        view = self.table.view
        view.setCurrentIndex(view.currentIndex().siblingAtColumn(keys.index("title")))

    def edit_here(self) -> None:
        """Write in the cell with the focus; its title where that is none to write in."""
        view = self.table.view
        if not self.table.model.flags(view.currentIndex()) & Qt.ItemFlag.ItemIsEditable:
            self.stand_on_title()
        view.edit(view.currentIndex())

    # ── moving, bringing in ──

    def _drop_row(self, item_id: str, before: str) -> None:
        """A row dropped between two that stand under one heading comes under it too."""
        known = self.shown.row(before) if before and self.shown is not None else None
        put_item(
            self.session.file,
            item_id,
            before=before or None,
            under=known.item.parent_id if known is not None else None,
        )
        self.table.choose(item_id)

    # ── issuing ──

    def _may_issue(self) -> bool:
        shown = self.shown
        may = shown is not None and shown.meeting.state.is_to_come and not shown.is_locked
        return may and shown is not None and bool(shown.agenda.rows)

    def next_step(self) -> Action | None:
        """Issuing the agenda; from the day on, that the meeting was held."""
        if self.shown is None:
            return None
        if self.shown.meeting.state is MeetingState.CANCELLED:
            return self._reinstates
        if not self.shown.meeting.state.is_to_come:
            return None
        found, day = self.workspace.found, self.shown.meeting.date
        has_begun = day < self.session.today or (found is not None and found.roll_id is not None)
        if self._may_issue() and not has_begun:
            return self._issues
        return self._marks_held if day <= self.session.today else None

    def issue(self) -> None:
        """What is missing or unsafe is said first; then the agenda goes out, and stands."""
        check_may_write(self)
        if self.shown is not None:
            session, meeting = self.session, self.shown.meeting
            pack = agenda_pack(session.file, meeting.id, today=session.today)
            form = issue_agenda_form(
                concerns(pack, today=session.today),
                meeting=f"{self.workspace.number()}, {long_date(meeting.date)}",
                go_on=self.workspace.agenda_issue_requested.emit,
            )
            open_form(self, form)
