"""The minutes of a meeting: items at the left, writing in the middle, what is known of the item beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.writing import write_public_lines
from boarddesk.rules.meetings.meeting import STATE_ACTIONS, MeetingState
from boarddesk.rules.minutes.clock import item_clock
from boarddesk.rules.minutes.minutes import ItemMinute, PublicLines
from boarddesk.rules.minutes.presence import Presence
from boarddesk.rules.people import Board
from boarddesk.rules.registers.register import Register
from boarddesk.ui.action import Action
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.minutes import item_list
from boarddesk.ui.meetings.minutes.beside import BesidePanel
from boarddesk.ui.meetings.minutes.clock_line import ClockLine
from boarddesk.ui.meetings.minutes.full_screen import MinutesScreen
from boarddesk.ui.meetings.minutes.going import Going
from boarddesk.ui.meetings.minutes.keeper import Keeper
from boarddesk.ui.meetings.minutes.quick_entry import QuickEntry
from boarddesk.ui.meetings.minutes.room_panel import RoomPanel
from boarddesk.ui.meetings.minutes.rows import counted, rows_in_text
from boarddesk.ui.meetings.minutes.shown import READ_ONLY, BesideItem, ShownMinutes
from boarddesk.ui.meetings.minutes.steps import next_minutes_step
from boarddesk.ui.meetings.minutes.tools import FULL_SCREEN, KeptLine, WritingTools
from boarddesk.ui.meetings.minutes.writing_field import ROW_KEYS, WritingField
from boarddesk.ui.meetings.papers.paper_actions import PaperActions
from boarddesk.ui.meetings.part import MeetingPart
from boarddesk.ui.meetings.transcript.panel import TranscriptPanel, as_pasted
from boarddesk.ui.meetings.workspace import Workspace
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.key_caps import KeyCaps
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.list_and_detail import ListAndDetail
from boarddesk.ui.widgets.opening import is_read_only
from boarddesk.ui.widgets.own_keys import OwnKeys
from boarddesk.ui.widgets.table.record_table import RecordTable

NEXT, BEFORE, ON_THE_DAY = "Alt+Down", "Alt+Up", "Ctrl+I"
_LEFT, _LEFT_WIDE = 252, 300
_HEADING = "{number} heads the items under it: write under those."


def minutes_part(on: Workspace) -> MeetingPart:
    """The minutes as a part of a meeting."""
    view = MinutesView(on)
    return MeetingPart(
        "Minutes",
        view,
        view.show_meeting,
        focus=view.focus_text,
        next_step=view.next_step,
        actions=view.part_actions,
        leave=view.leave,
        opens=view.going.bring,
    )


class MinutesView(QWidget):
    """Shows one item at a time and keeps what is typed; `now` is the clock on the wall."""

    shown_anew = Signal()

    def __init__(self, on: Workspace) -> None:
        super().__init__()
        self.on = on
        self.now: Callable[[], datetime] = datetime.now
        self.shown: ShownMinutes | None = None
        self.item_id = ""
        self.beside_item: BesideItem | None = None
        self._file: OfficeFile | None = None
        self.keeper: Keeper | None = None
        self.field = WritingField()
        self.quick = QuickEntry(self)
        self.table = RecordTable("minutes items", item_list.COLUMNS, noun=("item", "items"))
        self.table.view.setAccessibleName("Items of the meeting")
        self._on_the_day = buttons.secondary("Add an item here", self.quick.add_item)
        self.room = RoomPanel()
        self.caps = KeyCaps(high=18)
        self.caps.set_keys((("Alt+↓", "next item"), ("Ctrl+I", "new item")))
        self.title = WrappedLabel("", "record")
        self.clock = ClockLine(begin=lambda: self.going.begin_now())
        self.tools = WritingTools(self.field, ask=self.quick.ask, full_screen=self.open_screen)
        self.stands = WrappedLabel("", "meta")
        self.kept = KeptLine()
        self.transcript = TranscriptPanel(on)
        self.panel = BesidePanel(
            papers=PaperActions(on, lambda: self.shown.agenda if self.shown else None),
            open_minutes=self._open_minutes,
            open_action=lambda action_id: on.record_requested.emit("board_action", action_id),
            write=self._write_public,
        )
        self.going = Going(self)
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._follow_clock)
        self.part_actions = self._actions()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.left = QWidget()
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.table, 4)
        column.addWidget(self.caps)
        column.addWidget(self.room, 1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.clock)
        self.middle = QWidget()
        self.text_column = QVBoxLayout(self.middle)
        self.text_column.setContentsMargins(0, 4, 0, 0)
        self.text_column.setSpacing(8)
        self.text_column.addLayout(head)
        for part in (self.tools, self.stands):
            self.text_column.addWidget(part)
        self.text_column.addWidget(self.field, 1)
        self.text_column.addWidget(self.kept)
        self.text_column.addWidget(self.transcript)
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self.left)
        across.addWidget(self.middle, 1)
        both.setFocusProxy(self.field)
        self.beside = ListAndDetail(both, self.panel, narrow=316, wide=440, least=720, escapes=False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.beside)
        self.table.set_empty(item_list.no_items(lambda: self.on.show_part("Agenda"), self._on_the_day))

    def _connect(self) -> None:
        self.table.chosen.connect(self.going.choose)
        self.table.opened.connect(lambda _id: self.going.go_in())
        self.table.edited.connect(self.going.take_edit)
        self.field.edited.connect(self.going.typed)
        self.field.row_opened.connect(self.quick.open)
        self.transcript.quoted.connect(lambda words: self.field.insertFromMimeData(as_pasted(words)))
        self.beside.detail_closed.connect(self.field.setFocus)
        self.keys: dict[str, Callable[[], object]] = {
            NEXT: lambda: self.going.go(1),
            BEFORE: lambda: self.going.go(-1),
            ON_THE_DAY: self.quick.add_item,
            FULL_SCREEN: self.open_screen,
            **{keys: partial(self.quick.ask, kind) for kind, keys in ROW_KEYS.items()},
        }
        self.own_keys = OwnKeys(self, self.keys, self.field, self.table.view)
        OwnKeys(self.field, {"Ctrl+Z": self.quick.undo, "Ctrl+Y": self.quick.redo})

    def _actions(self) -> tuple[Action, ...]:
        def of(title: str, run: Callable[[], object], words: str, applies: Callable[[], bool]) -> Action:
            return Action(title, run, "Meeting", words=f"minutes {words}", applies=applies)

        return (
            *(
                of(
                    f"{kind.capitalize()} in the minutes…",
                    partial(self.quick.ask, kind),
                    keys,
                    self.may_write,
                )
                for kind, keys in ROW_KEYS.items()
            ),
            of("Item added on the day…", self.quick.add_item, "late urgent business", self._is_day),
            of("Take off item added on the day", self.quick.take_off, "remove", self._is_added),
            of("Next item", lambda: self.going.go(1), "begin alt down", lambda: bool(self.item_id)),
            of("Item before", lambda: self.going.go(-1), "alt up", lambda: bool(self.item_id)),
            of("Begin item now", self.going.begin_now, "clock time start", self.may_write),
            of(
                "Write the chair’s update",
                self.go_to_update,
                "public lines families",
                lambda: bool(self.item_id),
            ),
            of("Minutes over the whole screen", self.open_screen, "full f11", lambda: bool(self.item_id)),
            *self.transcript.actions_offered,
        )

    # ── showing ──

    def show_meeting(self, found: Register, board: Board) -> None:
        """The minutes as they stand; the item in front stays in front."""
        session = self.on.session
        self._attend_to(session.file)
        other = self.shown is None or self.shown.meeting.id != found.meeting.id
        if other:
            self.going.stays.stop()
        self.shown = shown = ShownMinutes.read(
            session.file, found, board, today=session.today, kept=self.on.kept
        )
        if other or shown.item(self.item_id) is None:
            self.item_id = shown.first_item()
        self.table.set_settings(session.settings)
        self.table.set_rows(item_list.rows(shown))
        self.table.choose(self.item_id)
        self._fit_table()
        self.caps.setVisible(bool(shown.items))
        self._on_the_day.setVisible(self._is_day())
        self.show_item()

    def _fit_table(self) -> None:
        """As high as its rows, where they all fit: the keys and the room stand right under them."""
        view = self.table.view
        high = view.head.sizeHint().height() + view.verticalHeader().length() + 2
        self.table.setMaximumHeight(high if self.table.model.lines else 16777215)

    def _attend_to(self, file: OfficeFile) -> None:
        """Another office: what was typed in the one before is kept there, and nothing of it goes along."""
        if file is self._file:
            return
        if self.keeper is not None:
            self.keeper.stop()
            self.keeper.deleteLater()
            self.field.forget()
        self._file, self.item_id, self.shown = file, "", None
        self.keeper = Keeper(self.field, file, now=lambda: self.now())
        self.keeper.kept.connect(self.kept.kept)
        self.keeper.problem.connect(self.kept.problem)

    @property
    def item(self) -> ItemMinute | None:
        """The item in front."""
        return self.shown.item(self.item_id) if self.shown is not None else None

    @property
    def file(self) -> OfficeFile:
        """The open office."""
        return self.on.session.file

    def show_item(self) -> None:
        """The item in front as it stands, with what is beside it."""
        shown, item = self.shown, self.item
        for part in (self.middle, self.room):
            part.setVisible(item is not None)
        if shown is None or item is None:
            self.beside_item = None
            self.panel.show_nothing()
            self.beside.hide_detail()
            return
        self.title.setText(f"{item.row.number}  {item.row.item.title}")
        self.field.show_item(self.item_id, item.blocks, rows_in_text(self.file, shown, item.blocks))
        self.field.setAccessibleName(f"Minute of item {item.row.number}, {item.row.item.title}")
        why_not = self.why_not()
        self.field.setReadOnly(bool(why_not))
        self.tools.set_on(not why_not)
        self.stands.setText(why_not)
        self.stands.setVisible(bool(why_not))
        self.kept.show_rows(counted(item.blocks), copy=f"member copy, {shown.minutes.state}")
        self.beside_item = BesideItem.read(self.file, shown, item)
        self.panel.show_item(shown, item, self.beside_item)
        self.beside.show_detail()
        self.transcript.show_item(shown.items, self.item_id, locked=bool(shown.why_not))
        self.show_time()
        self.shown_anew.emit()

    def why_not(self) -> str:
        """Why nothing can be typed here; empty where it can."""
        shown, item = self.shown, self.item
        if shown is None or item is None:
            return ""
        if is_read_only(self):
            return READ_ONLY
        return shown.why_not or (_HEADING.format(number=item.row.number) if item.row.is_heading else "")

    def may_write(self) -> bool:
        """Whether something can be put under the item in front."""
        return self.item is not None and not self.why_not()

    def is_on(self) -> bool:
        """Whether the meeting is going on at this minute."""
        return self.shown is not None and self.shown.is_on(self.now())

    def show_time(self) -> None:
        """The clock of the item and the room, at this minute."""
        shown, item = self.shown, self.item
        if shown is None or item is None:
            return
        on = shown.is_on(self.now())
        time = f"{self.now():%H:%M}" if on else ""
        self.clock.setVisible(not item.row.is_heading)
        self.clock.show_clock(item_clock(item, shown.items, now=time), may_begin=on and self.may_write())
        self.room.show_room(self.presence(), time=time)

    def presence(self) -> Presence | None:
        """Who is there for the item in front: at this minute where the meeting is at it, else as it began."""
        shown, item = self.shown, self.item
        if shown is None or item is None or not shown.register.roll_id:
            return None
        is_here = shown.here is not None and shown.here.row.item.id == self.item_id
        return shown.room(item, at=f"{self.now():%H:%M}" if is_here and self.is_on() else item.began)

    def _follow_clock(self) -> None:
        """With every minute that begins somebody may have come or left."""
        self._minute.start((60 - self.now().second) * 1000)
        self.show_time()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()
        self.going.stays.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= look().px(1500)
        self.left.setFixedWidth(look().px(_LEFT_WIDE if wide else _LEFT))
        if self.item is not None:
            self.beside.show_detail()

    def focus_text(self) -> None:
        """Where one types; the items where nothing can be."""
        (self.field if self.item is not None else self.table.view).setFocus()

    def leave(self) -> bool:
        """Esc: first what lies over the text, then from what is beside it back into it."""
        if self.beside.covers and self.beside.is_detail_shown():
            self.beside.close_detail()
            return True
        focus = self.window().focusWidget()
        if (
            focus is not None
            and focus is not self.field
            and self.item is not None
            and self.isAncestorOf(focus)
        ):
            self.field.setFocus()
            return True
        return False

    def next_step(self) -> Action | None:
        """While the meeting is not marked yet: that it was held; then what takes its minutes on."""
        shown = self.shown
        if shown is None or not shown.meeting.state.is_to_come:
            return next_minutes_step(self.on)
        if shown.meeting.date > shown.today:
            return None
        return Action(STATE_ACTIONS[MeetingState.HELD], lambda: self.on.set_state(MeetingState.HELD))

    # ── beside the text ──

    def _write_public(self, item_id: str, lines: PublicLines) -> None:
        write_public_lines(self.file, item_id, lines)

    def go_to_update(self) -> None:
        """The chair's update of the item, to be written."""
        self.beside.show_detail(asked=True)
        self.panel.go_to_update()

    def _open_minutes(self, meeting_id: str, item_id: str) -> None:
        """An earlier meeting's minutes, at the item as it was there."""
        self.keep()
        self.on.record_requested.emit("meeting", meeting_id)
        self.on.show_part("Minutes", item_id)

    def _is_day(self) -> bool:
        shown = self.shown
        return shown is not None and not shown.why_not and shown.meeting.date <= shown.today

    def _is_added(self) -> bool:
        return self.may_write() and self.item is not None and self.item.row.item.added_on_the_day

    def keep(self) -> None:
        """Whatever is typed is in the file now."""
        if self.keeper is not None:
            self.keeper.keep_now()

    # ── the whole screen ──

    def open_screen(self) -> None:
        """The text over the whole screen, for the meeting itself; once more, and back."""
        if self.quick.over is not None:
            self.quick.over.close()
        elif self.item is not None:
            MinutesScreen(self).showFullScreen()

    def take_field_back(self) -> None:
        """The whole screen was left: the text stands in the page again."""
        self.field.set_large(False)
        self.text_column.insertWidget(self.text_column.indexOf(self.kept), self.field, 1)
        self.field.show()
        self.field.setFocus()
