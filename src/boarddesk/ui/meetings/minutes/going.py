"""Going from item to item: looked at, gone to, begun, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from boarddesk.records.minutes.writing import begin_item, take_back_beginning
from boarddesk.rules.dates.time_of_day import read_time
from boarddesk.rules.meetings.points import hours_of
from boarddesk.rules.minutes.clock import next_item
from boarddesk.ui.widgets.opening import check_may_write

if TYPE_CHECKING:
    from boarddesk.ui.meetings.minutes.view import MinutesView

STAYS = 2000
"""Milliseconds at an item before it counts as begun: who only passes through begins nothing."""


class Going:
    """An item one stays at, or types under, begins while the meeting is on; one only looked at does not."""

    def __init__(self, view: MinutesView) -> None:
        self._view = view
        self.stays = QTimer(view, singleShot=True, interval=STAYS)
        self.stays.timeout.connect(self.begin)

    def choose(self, item_id: str) -> None:
        """An item is looked at: it begins only once somebody goes to it or types under it."""
        if item_id and item_id != self._view.item_id:
            self.stays.stop()
            self._view.keep()
            self._view.item_id = item_id
            self._view.table.choose(item_id)
            self._view.show_item()

    def bring(self, item_id: str) -> None:
        """An item of the meeting in sight to the front, because it was asked for."""
        if self._view.shown is not None and self._view.shown.item(item_id) is not None:
            self.choose(item_id)

    def go(self, by: int) -> None:
        """To the next item or the one before; while the meeting is on it begins, as soon as one stays."""
        if self._view.shown is None:
            return
        row = next_item([item.row for item in self._view.shown.items], self._view.item_id, by=by)
        self.go_to_item(row.item.id if row is not None else self._view.item_id)

    def go_to_item(self, item_id: str) -> None:
        """An item just added, or one asked for elsewhere: to the front, and into its text."""
        self.choose(item_id)
        self.go_in()

    def go_in(self) -> None:
        """Into the text of the item in front, which begins while the meeting is on."""
        self._view.field.setFocus()
        item = self._view.item
        if item is not None and not item.began and self._view.is_on() and self._view.may_write():
            self.stays.start()

    def begin(self) -> None:
        """The item in front began now, unless it began before."""
        self.stays.stop()
        item = self._view.item
        if item is not None and not item.began and self._view.is_on() and self._view.may_write():
            begin_item(self._view.file, self._view.item_id, at=f"{self._view.now():%H:%M}")

    def begin_now(self) -> None:
        """The item began at this minute, whenever the meeting is minuted."""
        check_may_write(self._view)
        if self._view.may_write():
            begin_item(self._view.file, self._view.item_id, at=f"{self._view.now():%H:%M}")
            self._view.field.setFocus()

    def typed(self) -> None:
        item = self._view.item
        if item is not None and not item.began and self._view.field.hasFocus() and self._view.is_on():
            self.begin()

    def take_edit(self, item_id: str, _key: str, typed: str) -> None:
        """When an item began, as typed; nothing takes it back."""
        if not typed.strip("– "):
            take_back_beginning(self._view.file, item_id)
            return
        hours = hours_of(self._view.shown.meeting) if self._view.shown is not None else None
        begin_item(self._view.file, item_id, at=read_time(typed, hours) or typed)
