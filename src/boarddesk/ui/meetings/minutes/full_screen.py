"""The minutes over the whole screen: items, text and clock remain, for the meeting itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.minutes.clock import item_clock, next_item
from boarddesk.rules.wording import cut_words
from boarddesk.ui.action import Action
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.minutes.beside import action_lines
from boarddesk.ui.meetings.minutes.clock_line import NOT_BEGUN, TimeBar
from boarddesk.ui.meetings.minutes.item_list import SCREEN_COLUMNS, screen_rows
from boarddesk.ui.meetings.minutes.room_panel import RoomLines
from boarddesk.ui.meetings.minutes.tools import FULL_SCREEN, KeptLine
from boarddesk.ui.meetings.minutes.writing_field import MARK_KEYS, ROW_KEYS
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import day_and_month, long_date
from boarddesk.ui.widgets.key_caps import KeyCaps
from boarddesk.ui.widgets.label import WrappedLabel, label, rule, set_role, upright_rule
from boarddesk.ui.widgets.notices import Notices
from boarddesk.ui.widgets.offer import Offer
from boarddesk.ui.widgets.own_keys import OwnKeys
from boarddesk.ui.widgets.table.record_table import RecordTable

if TYPE_CHECKING:
    from boarddesk.ui.meetings.minutes.view import MinutesView

_LEFT, _RIGHT, _WIDEST, _LONGEST, _MOST = 224, 262, 752, 60, 5


class MinutesScreen(QDialog):
    """Borrows the field of the page, its text and what can be undone in it; Esc or F11 gives it back.

    The list of items has no lock and no word of what is restricted, as others may see the screen.
    """

    def __init__(self, view: MinutesView) -> None:
        super().__init__(view)
        self._view = view
        self.setProperty("ground", "page")
        self.setWindowTitle("Minutes over the whole screen")
        self.setAccessibleName("Minutes over the whole screen")
        self.notices = Notices()
        self.kept = KeptLine()
        self._lay_out()
        self._add_keys()
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._follow_clock)
        view.quick.over = self
        view.field.set_large(True)
        view.shown_anew.connect(self.show_item)
        if view.keeper is not None:
            view.keeper.kept.connect(self.kept.kept)
            view.keeper.problem.connect(self.kept.problem)
        self._follow_clock()
        self.show_item()
        view.field.setFocus()

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._left())
        across.addWidget(upright_rule())
        across.addStretch(1)
        across.addWidget(self._middle(), 100)
        across.addStretch(1)
        across.addWidget(self._right())
        foot = QWidget()
        foot.setProperty("ground", "side")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keys = KeyCaps(right=True)
        rows = [(cap, kind.capitalize()) for kind, cap in ROW_KEYS.items()]
        keys.set_keys([*rows, *((MARK_KEYS[word], word) for word in ("Bold", "Bullets"))])
        line = QHBoxLayout(foot)
        line.setContentsMargins(12, 4, 12, 4)
        line.addWidget(self.kept, 1)
        line.addWidget(keys, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.notices)
        column.addLayout(across, 1)
        column.addWidget(foot)

    def _left(self) -> QWidget:
        held = QWidget()
        held.setProperty("ground", "side")
        held.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        held.setFixedWidth(look().px(_LEFT))
        self.number, self.when = label("", "record"), WrappedLabel("", "meta")
        self.items = RecordTable("minutes screen", SCREEN_COLUMNS, noun=("item", "items"), row_height=32)
        self.items.view.setAccessibleName("Items of the meeting")
        self.items.view.setProperty("ground", "side")
        self.items.view.delegate.ground, self.items.view.delegate.has_lines = "side", False
        self.items.view.head.hide()
        self.items.chosen.connect(self._view.going.choose)
        self.items.opened.connect(lambda _id: self._view.going.go_in())
        column = QVBoxLayout(held)
        column.setContentsMargins(8, 20, 8, 12)
        column.setSpacing(2)
        names = QVBoxLayout()
        names.setContentsMargins(8, 0, 8, 12)
        names.setSpacing(2)
        names.addWidget(self.number)
        names.addWidget(self.when)
        column.addLayout(names)
        column.addWidget(self.items, 4)
        for keys in ((("Alt+↑  Alt+↓", "another item"),), (("Ctrl+I", "item added on the day"),)):
            caps = KeyCaps(high=18)
            caps.setContentsMargins(8, 3, 0, 3)
            caps.set_keys(keys)
            column.addWidget(caps)
        column.addStretch(1)
        return held

    def _middle(self) -> QWidget:
        held = QWidget()
        held.setMaximumWidth(look().px(_WIDEST + 32))
        self.title, self.lead = WrappedLabel("", "title"), label("", "muted")
        self.stands = WrappedLabel("", "meta")
        self.stands.setContentsMargins(16, 0, 16, 0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.lead)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 24, 0, 8)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.stands)
        column.addWidget(self._view.field, 1)
        return held

    def _right(self) -> QWidget:
        held = QWidget()
        held.setFixedWidth(look().px(_RIGHT + 32))
        self.time = label("", "figure")
        leaves = buttons.secondary("Leave full screen", self.accept)
        leaves.setToolTip("Leave full screen (Esc)")
        top = QHBoxLayout()
        top.addWidget(self.time, 1)
        top.addWidget(leaves)
        self.gone, self.began = label("", "strong"), label("", "meta")
        clock = QHBoxLayout()
        clock.addWidget(self.gone, 1)
        clock.addWidget(self.began)
        self.bar, self.next = TimeBar(), WrappedLabel("", "meta")
        self.room = RoomLines()
        self.rest = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 20, 32, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(clock)
        column.addWidget(self.bar)
        column.addWidget(self.next)
        column.addWidget(rule())
        column.addWidget(self.room)
        column.addWidget(rule())
        column.addWidget(self.rest)
        column.addStretch(1)
        self._column = column
        return held

    def _add_keys(self) -> None:
        """The keys of the page that are wanted here too."""
        for action in (
            Action("Leave full screen", self.accept, keys="Esc"),
            Action("Undo", lambda: self._view.file.undo(), keys="Ctrl+Z"),
            Action("Redo", lambda: self._view.file.redo(), keys="Ctrl+Y"),
        ):
            self.addAction(Offer(action, self, keys=action.keys))
        keys = {**self._view.keys, FULL_SCREEN: self.accept}
        OwnKeys(self, keys, self.items.view)

    # ── showing ──

    def show_item(self) -> None:
        """The item in front as it stands; where the meeting is gone there is nothing to show."""
        view, shown, item = self._view, self._view.shown, self._view.item
        if shown is None or item is None:
            self.accept()
            return
        meeting = shown.meeting
        self.number.setText(view.on.number())
        hours = " to ".join(part for part in (meeting.start_time, meeting.end_time) if part)
        self.when.setText(", ".join(part for part in (long_date(meeting.date), hours) if part))
        self.items.set_rows(screen_rows(shown))
        self.items.choose(view.item_id)
        self.items.setMaximumHeight(self.items.view.verticalHeader().length() + 2)
        self.title.setText(f"{item.row.number}  {item.row.item.title}")
        self.lead.setText(item.row.item.lead.name)
        self.stands.setText(view.why_not())
        self.stands.setVisible(bool(view.why_not()))
        self.kept.show_rows(view.kept.rows, copy="")
        self._show_rest()
        self.show_time()

    def show_time(self) -> None:
        """What time it is, how far the item is, and what comes when."""
        view, shown, item = self._view, self._view.shown, self._view.item
        if shown is None or item is None:
            return
        time = f"{view.now():%H:%M}"
        on = shown.is_on(view.now())
        clock = item_clock(item, shown.items, now=time if on else "")
        self.time.setText(time)
        self.gone.setText(f"▲ {clock.words}, {clock.over} over" if clock.over else clock.words)
        set_role(self.gone, "bad strong" if clock.over else "strong")
        self.began.setText(f"began {clock.began}" if clock.began else NOT_BEGUN)
        self.bar.show_clock(clock)
        after = next_item([each.row for each in shown.items], view.item_id)
        at = f" at {clock.until}" if clock.until else ""
        self.next.setText(
            f"{after.number} {after.item.short_title or after.item.title}{at}"
            if after is not None
            else "The last item"
        )
        self.room.show_room(view.presence())

    def _show_rest(self) -> None:
        """Last time and the open actions, made anew."""
        beside, shown = self._view.beside_item, self._view.shown
        if beside is None or shown is None:
            return
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        last = beside.last
        when = f"{last.day:%a} {day_and_month(last.day)}" if last else "not minuted before"
        column.addLayout(_head("Last time", when))
        if last is not None:
            column.addWidget(WrappedLabel(cut_words(last.text, _LONGEST), "muted"))
        column.addWidget(rule())
        column.addLayout(_head("Open actions", str(len(beside.open_actions) or "none")))
        for action in beside.open_actions[:_MOST]:
            column.addLayout(action_lines(action, shown))
        self._column.replaceWidget(self.rest, made)
        self.rest.hide()
        self.rest.deleteLater()
        self.rest = made

    def _follow_clock(self) -> None:
        self._minute.start((60 - self._view.now().second) * 1000)
        self.show_time()

    def done(self, result: int) -> None:
        """Left: the field goes back into the page."""
        view = self._view
        if view.quick.over is self:
            view.quick.over = None
            view.shown_anew.disconnect(self.show_item)
            view.take_field_back()
        super().done(result)
        self.deleteLater()


def _head(title: str, aside: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(label(title, "section"), 1)
    row.addWidget(label(aside, "meta"))
    return row
