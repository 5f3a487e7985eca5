"""Items typed one after the other into the rows of an agenda: Enter keeps one and begins the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemDelegate

from boarddesk.records.agenda.items import add_item, put_item
from boarddesk.rules.refused import Refused
from boarddesk.ui.meetings.agenda.rows import NEW
from boarddesk.ui.widgets.opening import check_may_write

if TYPE_CHECKING:
    from boarddesk.ui.meetings.agenda.view import AgendaView

_WITH_MINUTES = re.compile(r"^(?P<title>.*\S)[\s,]+(?P<minutes>\d{1,3})\s*min(?:ute)?s?\.?$", re.IGNORECASE)


def title_and_minutes(typed: str) -> tuple[str, int | None]:
    """A title as typed; one that ends in `20 min` gives its minutes too."""
    found = _WITH_MINUTES.match(typed.strip())
    return (found["title"].rstrip(","), int(found["minutes"])) if found else (typed.strip(), None)


class NewItems:
    """The row in which a title is being typed; nothing is written before it has one.

    `after` is the item it stands below, empty for the end of the agenda; None while nothing is typed.
    """

    def __init__(self, view: AgendaView) -> None:
        self._view = view
        self.after: str | None = None
        self._added = ""

    def begin(self, after: str = "") -> None:
        """Type items one after the other, below one or at the end of the agenda."""
        view = self._view
        check_may_write(view)
        if view.shown is None:
            return
        if view.shown.why_not:
            raise Refused(view.shown.why_not)
        self.after = after
        view.fill_rows()
        view.table.choose(NEW)
        view.stand_on_title()
        view.table.view.setFocus()
        view.table.view.edit(view.table.view.currentIndex())

    def forget(self) -> None:
        """Another meeting is shown."""
        self.after = None

    def keep(self, typed: str) -> None:
        """Add what was typed where it was typed: under a heading, beside an item, at the end."""
        shown = self._view.shown
        title, minutes = title_and_minutes(typed)
        if not title or shown is None:
            return
        after, rows = shown.row(self.after or ""), shown.agenda.rows
        under, follows = None, rows[len(rows) :]
        if after is not None:
            under = after.item.id if after.is_heading else after.item.parent_id
            follows = rows[rows.index(after) + 1 :]
        file, self.after = self._view.session.file, None
        with file.change(f"Add item {title}"):
            made = add_item(file, shown.meeting.id, title, under=under, minutes=minutes)
            before = next((row.item.id for row in follows if row.item.parent_id == under), None)
            if before is not None:
                put_item(file, made, before=before, under=under)
        self._added = made

    def end(self, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The editor closed: Enter goes on to the next item; Esc, or nothing typed, ends it."""
        view = self._view
        if self._added:
            made, self._added = self._added, ""
            view.table.choose(made)
            if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
                self.begin(made)
        elif self.after is not None:
            after, self.after = self.after, None
            view.fill_rows()
            if not view.table.choose(after):
                view.table.choose_first()
