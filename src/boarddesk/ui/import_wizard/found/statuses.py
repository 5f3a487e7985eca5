"""The statuses of a plan as chips, each with the document's own words for it and how many actions have it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from boarddesk.rules.imports.contents import FoundAction, FoundPlan
from boarddesk.rules.statuses.status import SCHEMES
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.import_wizard.words import line, short
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.flow import Flow
from boarddesk.ui.widgets.label import WrappedLabel, label, rule
from boarddesk.ui.widgets.opening import pop_up_under
from boarddesk.ui.widgets.status_chip import StatusChip

LONGEST = 24
ITS_OWN = "its own"
"""The choice of a scheme that leaves it to the document."""


class StatusesFound(QWidget):
    """`scheme_chosen(name)` when the person takes another scheme than the one that fits."""

    scheme_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.about = WrappedLabel("", "meta")
        self.another = buttons.link("Choose another", self._choose)
        self.another.setAccessibleName("Choose another: Statuses")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("Statuses", "section"))
        head.addWidget(self.about, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.another)
        self._inside = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(rule())
        column.addLayout(self._inside)

    def show_plan(self, plan: FoundPlan | None, *, can_choose: bool) -> None:
        """The scheme the document's words come to; a plan that is there already has its own."""
        self.setVisible(plan is not None)
        self.another.setVisible(can_choose)
        while item := self._inside.takeAt(0):
            before = item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        if plan is None:
            return
        self.about.setText(_about(plan))
        self.about.setToolTip(plan.key)
        shown = QWidget()
        flow = Flow(across=16, down=6)
        shown.setLayout(flow)
        for entry in _entries(plan):
            flow.addWidget(entry)
        self._inside.addWidget(shown)

    def _choose(self) -> None:
        menu = QMenu(self)
        menu.addAction("As the document says").triggered.connect(lambda: self.scheme_chosen.emit(ITS_OWN))
        for scheme in SCHEMES:
            labels = ", ".join(status.label for status in scheme.statuses)
            entry = menu.addAction(f"{scheme.name}: {labels}")
            entry.triggered.connect(lambda _on=False, name=scheme.name: self.scheme_chosen.emit(name))
        pop_up_under(menu, self.another)


def _about(plan: FoundPlan) -> str:
    if not plan.key:
        return f"read into the scheme {plan.scheme.name}; the document has no key of its own"
    own = plan.scheme.name not in {scheme.name for scheme in SCHEMES}
    return "the document's own key" if own else f"the document's own key, read into {plan.scheme.name}"


def _entries(plan: FoundPlan) -> list[QWidget]:
    actions = [action for area in plan.areas for action in area.actions]
    counts = Counter(action.status for action in actions)
    meanings = dict(reversed(plan.meanings))
    made = []
    for status in plan.scheme.statuses:
        words = meanings.get(status.label) or _usual(status.label, actions, plan)
        made.append(_entry(StatusChip(status), words, counts[status.label]))
    if counts[""]:
        made.append(_entry(label("No status", "muted"), "", counts[""]))
    return made


def _usual(status: str, actions: list[FoundAction], plan: FoundPlan) -> str:
    """What stands most often in the status column of the actions that have it in words."""
    columns = {heading for table in plan.tables for heading, field in table.columns if field == "status"}
    words = Counter(
        line(text)
        for action in actions
        if action.status == status and action.status_from == "word"
        for heading, text in action.source_cells
        if heading in columns and text.strip()
    )
    return words.most_common(1)[0][0] if words else ""


def _entry(sign: QWidget, words: str, number: int) -> QWidget:
    shown = QWidget()
    row = QHBoxLayout(shown)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(sign)
    beside = QVBoxLayout()
    beside.setSpacing(0)
    if words:
        said = label(f"“{short(words, LONGEST)}”")
        said.setToolTip(words)
        beside.addWidget(said)
    beside.addWidget(label(count_in_figures(number, "action"), "meta"))
    row.addLayout(beside)
    return shown
