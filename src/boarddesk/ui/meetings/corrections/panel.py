"""Beside the corrections: how the chosen one will read, what it means, comments, and the copies back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from boarddesk.rules.minutes.corrections.points import CorrectionPoint
from boarddesk.rules.minutes.corrections.returns import CopyBack
from boarddesk.rules.minutes.corrections.showing import place_of, reads, title_of, warning_of
from boarddesk.rules.minutes.corrections.suggestion import Suggestion
from boarddesk.rules.minutes.draft import Circulation
from boarddesk.rules.wording import day_in_short
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.label import WrappedLabel, label

SAME = "The result is the same in whichever order copies are read in."


@dataclass(frozen=True)
class PanelActions:
    """What can be done from the panel."""

    write: Callable[[CorrectionPoint], object]
    answer: Callable[[Suggestion], object]
    settle: Callable[[Suggestion], object]
    reopen: Callable[[Suggestion], object]
    add: Callable[[], object]
    remove: Callable[[CopyBack], object]


class CorrectionPanel(DetailPanel):
    """Filled anew whenever another correction is chosen."""

    def __init__(self, does: PanelActions) -> None:
        super().__init__(width=328)
        self._does = does

    def show_copies(self, copies: Sequence[CopyBack], draft: Circulation, *, sent: int) -> None:
        """The copies alone, while no correction is chosen."""
        self.clear()
        self.add_copies(copies, draft, sent=sent)

    def show_point(self, point: CorrectionPoint, comments: Sequence[Suggestion], draft: Circulation) -> None:
        """The chosen correction; the copies follow."""
        self.clear()
        one = point.chosen[0] if point.chosen else point.first
        self.set_record(place_of(one, draft), title_of(one, draft))
        if not point.is_comment:
            self._add_reading(point, one, draft)
        for comment in (point.first,) if point.is_comment else comments:
            self._add_comment(comment)

    def _add_reading(self, point: CorrectionPoint, one: Suggestion, draft: Circulation) -> None:
        is_refused = not point.chosen and not point.is_undecided
        inside = self.add_section("As it will read", beside="refused" if is_refused else "")
        inside.addWidget(WrappedLabel(one.was if is_refused and one.was else reads(one)))
        if one.taken_on:
            inside.addWidget(WrappedLabel(f"In the minutes since {day_in_short(one.taken_on)}.", "meta"))
            return
        write = buttons.link("Write it yourself", lambda: self._does.write(point))
        inside.addWidget(write)
        title, advice = warning_of(one, draft)
        if title and not is_refused:
            inside.addWidget(Banner(title, advice))

    def _add_comment(self, one: Suggestion) -> None:
        dated = f", {day_in_short(one.made_on)}" if one.made_on else ""
        inside = self.add_section("Comment", aside=f"{one.author}{dated}")
        inside.addWidget(WrappedLabel(f"“{one.said}”"))
        if one.answer:
            inside.addWidget(WrappedLabel(f"Answered: {one.answer}", "meta ink"))
        row = QHBoxLayout()
        row.setSpacing(16)
        if one.choice:
            links = [buttons.link("Open again", lambda: self._does.reopen(one))]
        else:
            links = [
                buttons.link("Answer", lambda: self._does.answer(one)),
                buttons.link("Settled", lambda: self._does.settle(one)),
            ]
        for each in links:
            row.addWidget(each)
        row.addStretch(1)
        inside.addLayout(row)

    def add_copies(self, copies: Sequence[CopyBack], draft: Circulation, *, sent: int) -> None:
        """Who sent a copy back, how it was read, and how much is in it."""
        of = f"{len(copies)} of {sent} on the register" if sent else str(len(copies))
        inside = self.add_section("Copies back", beside=of, action=("Add a copy", self._does.add))
        for copy in copies:
            inside.addLayout(self._copy(copy))
        until = f"Corrections until {day_in_short(draft.corrections_by)}. " if draft.corrections_by else ""
        inside.addWidget(WrappedLabel(f"{until}{SAME}", "meta"))

    def _copy(self, copy: CopyBack) -> QHBoxLayout:
        row, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        sender = WrappedLabel(copy.sent_by)
        sender.setToolTip(copy.file_name)
        words.addWidget(sender)
        words.addWidget(WrappedLabel(f"{copy.how}, {day_in_short(copy.came_on)}", "meta"))
        row.addLayout(words, 1)
        row.addWidget(label(str(copy.changes + copy.comments)))
        remove = buttons.icon_button(
            "trash", f"Remove the copy of {copy.sent_by}", lambda: self._does.remove(copy)
        )
        row.addWidget(remove)
        return row
