"""The list side of the plan page: the table of areas, actions and milestones with what filters it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.plan.actions import Action, Area
from boarddesk.rules.plan.flags import FlagKind
from boarddesk.rules.statuses.status import StatusIs
from boarddesk.ui.look.theme import look
from boarddesk.ui.plan import plan_table
from boarddesk.ui.plan.shown_plan import ShownPlan
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.filter_bar import FilterBar
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Row

ROW_HEIGHT = 40
_MOST_CHOICE = 180


class PlanList(QWidget):
    """Shows a plan; `moved` says that another row or area is chosen."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: ShownPlan | None = None
        self._scheme_id = ""
        self.table = RecordTable(
            "plan", plan_table.columns(), noun=("action", "actions"), row_height=ROW_HEIGHT
        )
        self.table.view.setAccessibleName("Plan: areas, actions and milestones")
        self.table.chosen.connect(lambda _id: self.moved.emit())
        self.table.group_chosen.connect(lambda _key: self.moved.emit())
        self.filter = FilterBar(self.table, hint="Filter rows")
        self._let_shrink()
        self.status = Choice([("", "All statuses")], name="Status", width=124)
        self.owner = Choice([("", "All owners")], name="Owner", width=120)
        self.flag = Choice([("", "Any flag")], name="Flag", width=108)
        for control in (self.status, self.owner, self.flag):
            self.filter.add(control, most=_MOST_CHOICE)  # one long name leaves the others their room
            control.picked.connect(lambda _value: self._filter())
        self.table.counted.connect(lambda _words: self._count())
        self.setFocusProxy(self.table.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)

    def _let_shrink(self) -> None:
        """The words to filter by give way first where the window is small."""
        field, row = self.filter.field, self.filter.layout()
        field.setMinimumWidth(look().px(104))
        field.setMaximumWidth(look().px(200))
        if isinstance(row, QHBoxLayout):
            row.setStretchFactor(field, 100)

    # ── showing ──

    def show_plan(self, shown: ShownPlan) -> None:
        """Show a plan, or the same plan as it stands now; what is chosen stays chosen."""
        another = self._shown is None or self._shown.plan.id != shown.plan.id
        self._shown = shown
        if shown.plan.scheme.id != self._scheme_id:
            self._scheme_id = shown.plan.scheme.id
            self.table.set_columns(plan_table.columns(shown.plan.scheme))
        self._offer(shown)
        first = _first(shown)
        open_areas = [first.area_id] if first is not None else []
        self.table.set_rows(plan_table.rows(shown), plan_table.groups(shown, open_areas=open_areas))
        if another or not (self.table.chosen_group() or self.table.chosen_id()):
            self.choose(first.id if first is not None else shown.plan.areas[0].id)

    def _offer(self, shown: ShownPlan) -> None:
        """The choices there are now; one that is gone filters no longer."""
        before = self._chosen_filters()
        self.status.set_choices(plan_table.status_choices(shown))
        self.owner.set_choices(plan_table.owner_choices(shown))
        self.flag.set_choices(plan_table.flag_choices(shown))
        if self._chosen_filters() != before:
            self._filter()

    def _chosen_filters(self) -> tuple[str, str, str]:
        return self.status.value(), self.owner.value(), self.flag.value()

    def _filter(self) -> None:
        status, owner, flag = self._chosen_filters()

        def keep(row: Row) -> bool:
            shown = self._shown
            return shown is not None and plan_table.keeps(
                shown, row.id, status=status, owner=owner, flag=flag
            )

        self.table.set_filter(keep if status or owner or flag else None)

    def clear_filters(self) -> None:
        """Leave nothing out."""
        for control in (self.status, self.owner, self.flag):
            control.choose("")
        self.filter.field.clear()
        self.table.clear_column_filters()
        self._filter()

    def _count(self) -> None:
        """`43 actions, 11 flagged`."""
        flagged = self._shown.flagged if self._shown is not None else frozenset()
        count = sum(row.id in flagged for row in self.table.rows_shown())
        self.filter.set_count(f"{self.table.count_text()}, {count} flagged")

    # ── what is chosen ──

    def choose(self, record_id: str) -> bool:
        """Choose an action, a milestone or an area; False while filters leave it out."""
        return self.table.choose(record_id) or self.table.choose_group(record_id)

    def action(self) -> Action | None:
        """The action chosen, or that of the chosen milestone; None while an area is chosen."""
        if self._shown is None or self.table.chosen_group():
            return None
        row_id = self.table.chosen_id()
        return self._shown.actions.get(self._shown.action_of.get(row_id, row_id))

    def area(self) -> Area | None:
        """The area chosen; None while one of its rows is."""
        return self._shown.areas.get(self.table.chosen_group()) if self._shown is not None else None

    def milestone_id(self) -> str:
        """The milestone chosen; empty for none."""
        row_id = "" if self.table.chosen_group() else self.table.chosen_id()
        return row_id if self._shown is not None and row_id in self._shown.action_of else ""

    def row_after(self, row_ids: Sequence[str]) -> str:
        """The row to choose once these are gone: the next one, else the one before."""
        rows = [row.id for row in self.table.rows_shown()]
        places = [rows.index(row_id) for row_id in row_ids if row_id in rows]
        left = [one for one in rows if one not in row_ids]
        return left[min(places[0], len(left) - 1)] if places and left else ""


def _first(shown: ShownPlan) -> Action | None:
    """What to look at first: off course without a reason, then off course, then the first of all."""
    actions = list(shown.actions.values())
    kinds = {action_id: {flag.kind for flag in flags} for action_id, flags in shown.flags.items()}
    unexplained = [action for action in actions if FlagKind.NO_REASON in kinds[action.id]]
    off = [action for action in actions if action.declared and action.declared.is_a is StatusIs.OFF_COURSE]
    return next(iter([*unexplained, *off, *actions]), None)
