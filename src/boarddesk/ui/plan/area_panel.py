"""The detail of an area: who leads it, its status and why, and what it reports to the board."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from boarddesk.rules.plan.actions import Area, Highlight
from boarddesk.rules.plan.flags import area_flags
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.plan.editing import AREA
from boarddesk.ui.plan.panel_parts import Part, left, remover
from boarddesk.ui.plan.plan_table import bar
from boarddesk.ui.plan.report_dialogs import HIGHLIGHT_TITLES
from boarddesk.ui.plan.words import names_shown, near_day
from boarddesk.ui.widgets.buttons import link
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.stacked_bar import StackedBar


class AreaPanel(Part):
    """Fills the panel for one area."""

    def fill(self, area: Area) -> None:
        """Everything about it."""
        self._head(area)
        self.status(area)
        self.flags(area_flags(area), area)
        self.path(area.judgements)
        self.judgements(area.judgements)
        self._report(area)
        self.panel.column.addSpacing(8)
        self.panel.add(left(link("History of this area", lambda: self.plan_actions.show_history(area))))

    def _head(self, area: Area) -> None:
        meta = f"Area {area.number}" if area.number else "Area"
        title = InPlace(area.title, name=AREA["title"].label, role="record", does=self._edits(area, "title"))
        self.panel.set_record(
            f"{meta} · {count_in_figures(len(area.actions), 'action')}", area.title, heading=title
        )
        if area.actions:
            self.panel.column.addSpacing(4)
            self.panel.add(StackedBar(bar(area.actions, self.shown)))
        facts = {
            "leads": names_shown(area.leads),
            "project_team": area.project_team,
            "outcome": area.outcome,
            "weakness": area.weakness,
        }
        for key, value in facts.items():
            name = AREA[key].label
            self.panel.add_fact(name, InPlace(value, name=name, does=self._edits(area, key)))

    def _edits(self, area: Area, key: str) -> Callable[[str], object]:
        return lambda words: self.plan_actions.edit_area(area.id, key, words)

    def _report(self, area: Area) -> None:
        """What was written since the last board; what went to earlier boards stays out of the way."""
        last = self.shown.around.last_board
        inside = self.panel.add_section("For the highlight report", aside=self._since())
        for kind, title in HIGHLIGHT_TITLES.items():
            now = [
                highlight
                for highlight in area.highlights
                if highlight.kind == kind and (last is None or highlight.as_at > last)
            ]
            self._kind(inside, area, kind, title=title, lines=now)
        earlier = [highlight for highlight in area.highlights if last is not None and highlight.as_at <= last]
        if earlier:
            self._offer_earlier(inside, earlier)

    def _since(self) -> str:
        last = self.shown.around.last_board
        return f"since {near_day(last, self.shown.today)}" if last else ""

    def _kind(
        self, inside: QVBoxLayout, area: Area, kind: str, *, title: str, lines: list[Highlight]
    ) -> None:
        head = QHBoxLayout()
        head.addWidget(label(title, "head"))
        head.addStretch(1)
        add = link("Add", lambda: self.plan_actions.add_highlight(area, kind))
        add.setAccessibleName(f"Add: {title}")
        head.addWidget(add)
        inside.addLayout(head)
        for line in lines:
            inside.addLayout(self._line(line))
        if not lines:
            inside.addWidget(label("Nothing yet", "faint"))

    def _line(self, line: Highlight) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        name = f"{HIGHLIGHT_TITLES.get(line.kind, line.kind)}: {line.text[:40]}"
        edits = InPlace(
            line.text, name=name, does=lambda words: self.plan_actions.edit_highlight(line.id, words)
        )
        row.addWidget(edits, 1)
        remove = remover(f"Take out: {line.text[:40]}", lambda: self.plan_actions.delete_highlight(line.id))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _offer_earlier(self, inside: QVBoxLayout, earlier: list[Highlight]) -> None:
        more = link(f"Show {count_in_figures(len(earlier), 'line')} of earlier boards")

        def show() -> None:
            more.hide()
            for highlight in earlier:
                title = HIGHLIGHT_TITLES.get(highlight.kind, highlight.kind)
                day = near_day(highlight.as_at, self.shown.today)
                inside.addWidget(label(f"{day} · {title}", "meta"))
                inside.addWidget(WrappedLabel(highlight.text))

        more.clicked.connect(lambda _on=False: show())
        self.panel.add(left(more))
