"""Beside the text of an item: its minute of last time, open actions, papers, and the chair's update."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.minutes.minutes import ItemMinute, PublicLines
from boarddesk.rules.wording import count_in_figures, cut_words
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.meetings.minutes.shown import BesideItem, ShownMinutes
from boarddesk.ui.meetings.papers.paper_actions import PaperActions
from boarddesk.ui.meetings.papers.paper_panel import paper_line
from boarddesk.ui.meetings.papers.rows import papers_of_row
from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.date_text import day_and_month, long_date
from boarddesk.ui.widgets.icon_sign import IconSign
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel, label, rule
from boarddesk.ui.widgets.shape_sign import ShapeSign
from boarddesk.ui.widgets.steady_detail import SteadyDetail

PUBLIC = (
    ("heading", "Heading", "The item’s own title"),
    ("was_said", "What was said", "Not written yet"),
    ("will_do", "What we will do", "Not written yet"),
    ("for_families", "For families", "Not written yet"),
)
"""The lines of the chair's update: field, name, what stands there while nobody wrote any."""

_RESTRICTED = "This item is restricted: write here only what every family may read."
_LONGEST = 80
"""Words of the last minute that are shown; all of it is one click away."""
_MOST = 6


class BesidePanel(SteadyDetail):
    """What a secretary looks for while an item is taken, in the order she looks for it."""

    def __init__(
        self,
        *,
        papers: PaperActions,
        open_minutes: Callable[[str, str], object],
        open_action: Callable[[str], object],
        write: Callable[[str, PublicLines], object],
    ) -> None:
        super().__init__(width=316, closable=False)
        self._papers, self._open_minutes = papers, open_minutes
        self._open_action, self._write = open_action, write
        self._told: object = None

    def show_item(self, shown: ShownMinutes, item: ItemMinute, beside: BesideItem) -> None:
        """Everything beside one item; left as it is where nothing of it differs, for typing waits for it."""
        told = (
            replace(item, blocks=(), began="", sequence=0),
            beside,
            papers_of_row(shown.agenda, item.row),
            shown.pack_pages(item),
            shown.board,
            shown.today,
            look().px(100),
        )
        if told != self._told:
            self._told = told
            self.show_filled(item.row.item.id, lambda: self._put(shown, item, beside))

    def show_nothing(self) -> None:
        """No item is in front."""
        self._told = None
        super().show_nothing()

    def _put(self, shown: ShownMinutes, item: ItemMinute, beside: BesideItem) -> None:
        self.setAccessibleName(f"Beside item {item.row.number}")
        self._last_time(shown, beside)
        self._actions(shown, beside)
        self._papers_of(shown, item)
        self._update(item)

    def _last_time(self, shown: ShownMinutes, beside: BesideItem) -> None:
        last = beside.last
        if last is None:
            inside = self.add_section("Last time", aside="not minuted before")
        else:
            when = f"{shown.board.short_name} {last.meeting_number:02}, {long_date(last.day)}"
            number = f", item {last.item_number}" if last.item_number else ""
            inside = self.add_section("Last time", beside=f"{when}{number}")
            inside.addWidget(WrappedLabel(cut_words(last.text, _LONGEST) or "Only rows were minuted."))
        if beside.decision is not None:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(IconSign("decision"), 0, Qt.AlignmentFlag.AlignTop)
            told = f"{beside.decision.ref} {beside.decision.sentence}"
            row.addWidget(WrappedLabel(told, "meta"), 1)
            inside.addLayout(row)
        if last is not None:
            opens = link("Open these minutes", lambda: self._open_minutes(last.meeting_id, last.item_id))
            inside.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)

    def _actions(self, shown: ShownMinutes, beside: BesideItem) -> None:
        found = beside.open_actions
        inside = self.add_section("Open actions", beside=f"{len(found)} on this item" if found else "none")
        for at, action in enumerate(found[:_MOST]):
            if at:
                inside.addWidget(rule("line"))
            inside.addLayout(action_lines(action, shown, self._open_action))
        if len(found) > _MOST:
            more = count_in_figures(len(found) - _MOST, "more", "more")
            inside.addWidget(label(f"{more}, under Actions", "meta"))

    def _papers_of(self, shown: ShownMinutes, item: ItemMinute) -> None:
        lines = [
            line
            for line in papers_of_row(shown.agenda, item.row)
            if line.paper is not None and not line.paper.is_withdrawn
        ]
        inside = self.add_section("Papers", aside=shown.pack_pages(item) or ("" if lines else "none"))
        for line in lines:
            inside.addLayout(paper_line(line, self._papers))

    def _update(self, item: ItemMinute) -> None:
        inside = self.add_section("Chair’s update", aside="one public line each")
        if item.row.item.restricted:
            inside.addWidget(WrappedLabel(_RESTRICTED, "meta"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, look().px(94))
        grid.setColumnStretch(1, 1)
        for at, (field, name, empty) in enumerate(PUBLIC):
            words = InPlace(
                str(getattr(item.public, field)),
                name=f"Chair’s update: {name}",
                does=self._writes(item, field),
                empty=empty,
            )
            named = label(name, "meta")
            named.setContentsMargins(0, 3, 0, 0)
            grid.addWidget(named, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, at, 1)
        inside.addLayout(grid)

    def _writes(self, item: ItemMinute, field: str) -> Callable[[str], object]:
        def write(words: str) -> None:
            self._write(item.row.item.id, replace(item.public, **{field: words}))

        return write

    def go_to_update(self) -> None:
        """The first line of the chair's update that nobody wrote, the focus in it and open to be typed."""
        fields = [field for field in self.findChildren(InPlace) if field.isVisibleTo(self)]
        wanted = next((field for field in fields[1:] if not field.value()), fields[1] if fields[1:] else None)
        if wanted is not None:
            self.ensureWidgetVisible(wanted)
            wanted.begin()


def action_lines(
    action: BoardAction, shown: ShownMinutes, opens: Callable[[str], object] | None = None
) -> QGridLayout:
    """Ref, what, and under it who has it and when it is due, red where it is late."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    grid.setColumnMinimumWidth(0, look().px(40))
    grid.setColumnStretch(1, 1)
    if opens is None:
        ref: QWidget = label(action.ref, "muted")
    else:
        ref = link(action.ref, lambda: opens(action.id))
        ref.setAccessibleName(f"Open action {action.ref}: {action.text}")
    grid.addWidget(ref, 0, 0, Qt.AlignmentFlag.AlignTop)
    what = WrappedLabel(action.text)
    what.setContentsMargins(0, 0 if opens is None else 2, 0, 0)
    grid.addWidget(what, 0, 1, 1, 2)
    grid.addWidget(WrappedLabel(action.owner.name or "No owner", "meta"), 1, 1)
    grid.addLayout(_due(action, shown), 1, 2)
    return grid


def _due(action: BoardAction, shown: ShownMinutes) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    late = action.days_late(shown.today)
    if late:
        row.addWidget(ShapeSign(Shape.TRIANGLE, ink="bad"))
    row.addWidget(QLabel() if action.due is None else _due_label(action, shown, late))
    return row


def _due_label(action: BoardAction, shown: ShownMinutes, late: int) -> QLabel:
    assert action.due is not None
    if late:
        return label(f"{count_in_figures(late, 'day')} late", "bad meta")
    return label("due today" if action.due == shown.today else f"due {day_and_month(action.due)}", "meta")
