"""Dialogs that make something with fields it cannot do without: a plan, an area, an action, a milestone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import people
from boarddesk.records.plan import actions, areas, milestones, plans
from boarddesk.rules.plan.actions import Action, Area, Plan, next_number, next_ref
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, SCHEMES, Scheme
from boarddesk.ui.plan.fields import ByWhenField, lines_field, names_field, reader
from boarddesk.ui.plan.words import names_typed
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import WrappedLabel

OPTIONAL = "Optional."
SEVERAL = "Optional. Put commas between several."


def known_names(file: OfficeFile) -> list[str]:
    """Everybody the office knows, to be offered as one types."""
    return [person.name for person in people(file)]


class PlanDialog(FormDialog):
    """Begins a plan, or changes the name and dates of the one given."""

    def __init__(
        self, parent: QWidget, file: OfficeFile, *, board_id: str | None = None, plan: Plan | None = None
    ) -> None:
        title = "Change plan" if plan else "Add plan"
        super().__init__(parent, title=title, button=title, does=self._write)
        self._file, self._plan, self.made_id = file, plan, plan.id if plan else ""
        self.name = QLineEdit(plan.name if plan else "")
        known = [(board.id, board.name) for board in boards(file)]
        self.board = Choice([*known, ("", "No board")], name="Board")
        self.board.choose(board_id or (known[0][0] if known else ""))
        self.scheme = Choice([(scheme.name, scheme.name) for scheme in SCHEMES], name="Statuses")
        self.statuses = WrappedLabel("", "meta")
        self.first = DateField(plan.from_date if plan else None, name="From")
        self.last = DateField(plan.to_date if plan else None, name="To")
        self._lay_out()
        self.name.setFocus()

    def _lay_out(self) -> None:
        self.add_row({"name": ("Name", self.name)})
        if self._plan is None:
            self.add_row({"board": ("Board", self.board)})
            self.add_row({"scheme": ("Statuses", self.scheme)})
            self.add(self.statuses)
            self.scheme.picked.connect(lambda _name: self._explain())
            self._explain()
        self.add_row(
            {"from_date": ("From", self.first), "to_date": ("To", self.last)},
            hints={"from_date": OPTIONAL, "to_date": OPTIONAL},
        )

    def _explain(self) -> None:
        self.statuses.setText(" · ".join(status.label for status in self._scheme().statuses))

    def _scheme(self) -> Scheme:
        return next((scheme for scheme in SCHEMES if scheme.name == self.scheme.value()), IMPROVEMENT_PLAN)

    def _write(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first and last and last < first:
            raise Refused("The plan would end before it begins.", field="to_date")
        if self._plan is not None:
            if not self.name.text().strip():
                raise Refused("Give the plan a name.", field="name")
            plans.change_plan(
                self._file, self._plan.id, name=self.name.text().strip(), from_date=first, to_date=last
            )
            return
        self.made_id = plans.add_plan(
            self._file,
            self.name.text(),
            board_id=self.board.value() or None,
            scheme=self._scheme(),
            from_date=first,
            to_date=last,
        )


class AreaDialog(FormDialog):
    """Adds an area at the end of a plan."""

    def __init__(self, parent: QWidget, file: OfficeFile, plan: Plan) -> None:
        super().__init__(
            parent, title="Add area", button="Add area", does=self._write, under=plan.name, about=plan.id
        )
        self._file, self._plan, self.made_id = file, plan, ""
        self.number = QLineEdit(next_number(plan))
        self.title = QLineEdit()
        self.leads = names_field(known_names(file))
        self.outcome = lines_field(lines=2)
        self.add_row({"number": ("Number", self.number)})
        self.add_row({"title": ("Title", self.title)})
        self.add_row({"leads": ("Leads", self.leads)}, hints={"leads": SEVERAL})
        self.add_row(
            {"outcome": ("Outcome", self.outcome)},
            hints={"outcome": "Optional: what will be different for families."},
        )
        self.title.setFocus()

    def _write(self) -> None:
        self.made_id = areas.add_area(
            self._file,
            self._plan.id,
            number=self.number.text().strip(),
            title=self.title.text(),
            leads=names_typed(self.leads.text()),
            outcome=self.outcome.toPlainText().strip(),
        )


class ActionDialog(FormDialog):
    """Adds an action to an area of a plan."""

    def __init__(self, parent: QWidget, file: OfficeFile, plan: Plan, *, area: Area) -> None:
        super().__init__(parent, title="Add action", button="Add action", does=self._write, about=area.id)
        self._file, self.made_id = file, ""
        self._areas: Sequence[Area] = plan.areas
        self.area = Choice([(one.id, _named(one)) for one in plan.areas], name="Area")
        self.area.choose(area.id)
        self.ref = QLineEdit(next_ref(area))
        self.text = lines_field()
        self.by_when = ByWhenField(reader(file, plan.id))
        self.owners = names_field(known_names(file))
        self.area.picked.connect(self._renumber)
        self.add_row({"area": ("Area", self.area)})
        self.add_row({"ref": ("Ref", self.ref)})
        self.add_row({"text": ("What is to be done", self.text)})
        self.add_row({"by_when": ("By when", self.by_when)})
        self.add_row({"owners": ("Owners", self.owners)}, hints={"owners": SEVERAL})
        self.text.setFocus()

    def _renumber(self, area_id: str) -> None:
        self.ref.setText(next_ref(next(area for area in self._areas if area.id == area_id)))

    def _write(self) -> None:
        self.made_id = actions.add_action(
            self._file,
            self.area.value(),
            ref=self.ref.text(),
            text=self.text.toPlainText(),
            by_when=self.by_when.text(),
            owners=names_typed(self.owners.text()),
        )


def _named(area: Area) -> str:
    return " ".join(part for part in (area.number, area.title) if part)


class MilestoneDialog(FormDialog):
    """Adds a step to an action."""

    def __init__(self, parent: QWidget, file: OfficeFile, plan: Plan, *, action: Action) -> None:
        super().__init__(
            parent,
            title=f"Add milestone to {action.ref}",
            button="Add milestone",
            does=self._write,
            under=action.text,
        )
        self._file, self._action_id, self.made_id = file, action.id, ""
        self.text = QLineEdit()
        self.by_when = ByWhenField(reader(file, plan.id))
        self.owner = names_field(known_names(file), action.owners[0] if len(action.owners) == 1 else "")
        self.add_row({"text": ("The step", self.text)})
        self.add_row({"by_when": ("By when", self.by_when)})
        self.add_row({"owner": ("Owner", self.owner)}, hints={"owner": OPTIONAL})
        self.text.setFocus()

    def _write(self) -> None:
        self.made_id = milestones.add_milestone(
            self._file,
            self._action_id,
            text=self.text.text(),
            by_when=self.by_when.text(),
            owner=self.owner.text().strip(),
        )
