"""Forms that make something with fields it cannot do without: a plan, an area, an action, a milestone."""

from __future__ import annotations

from datetime import date

from boarddesk.records.boards import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import people
from boarddesk.records.plan import actions, areas, milestones, plans
from boarddesk.rules.plan.actions import Action, Area, Plan, next_number, next_ref
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, SCHEMES, Scheme
from boarddesk.ui.plan.fields import understood_by_when
from boarddesk.ui.plan.words import names_typed
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note

OPTIONAL = "Optional."
SEVERAL = "Optional. Put commas between several."


def known_names(file: OfficeFile) -> list[str]:
    """Everybody the office knows, to be offered as one types."""
    return [person.name for person in people(file)]


def add_plan_form(file: OfficeFile, *, board_id: str | None = None) -> Form:
    """Begins a plan, with the statuses it is judged by."""
    known = [(board.id, board.name) for board in boards(file)]

    def write(given: Answers) -> str:
        first, last = _days(given)
        return plans.add_plan(
            file,
            given.text("name"),
            board_id=given.text("board") or None,
            scheme=_scheme(given),
            from_date=first,
            to_date=last,
        )

    return Form(
        "add plan",
        "Add plan",
        write,
        [
            FormField("name", "Name"),
            FormField(
                "board",
                "Board",
                FieldKind.CHOICE,
                board_id or (known[0][0] if known else ""),
                choices=[*known, ("", "No board")],
            ),
            FormField(
                "scheme",
                "Statuses",
                FieldKind.CHOICE,
                choices=[(scheme.name, scheme.name) for scheme in SCHEMES],
            ),
            Note(lambda given: " · ".join(status.label for status in _scheme(given).statuses)),
            *_days_of_plan(),
        ],
    )


def change_plan_form(file: OfficeFile, plan: Plan) -> Form:
    """Another name or other dates of a plan; its statuses stay."""

    def write(given: Answers) -> None:
        first, last = _days(given)
        plans.change_plan(file, plan.id, name=given.text("name"), from_date=first, to_date=last)

    name = FormField("name", "Name", value=plan.name, required="Give the plan a name.")
    return Form("change plan", "Change plan", write, [name, *_days_of_plan(plan.from_date, plan.to_date)])


def _days_of_plan(first: date | None = None, last: date | None = None) -> list[FormField]:
    return [
        FormField("from_date", "From", FieldKind.DAY, first, hint=OPTIONAL),
        FormField("to_date", "To", FieldKind.DAY, last, hint=OPTIONAL, beside=True),
    ]


def _days(given: Answers) -> tuple[date | None, date | None]:
    first, last = given.day("from_date"), given.day("to_date")
    if first and last and last < first:
        raise Refused("The plan would end before it begins.", field="to_date")
    return first, last


def _scheme(given: Answers) -> Scheme:
    return next((scheme for scheme in SCHEMES if scheme.name == given.text("scheme")), IMPROVEMENT_PLAN)


def add_area_form(file: OfficeFile, plan: Plan) -> Form:
    """Adds an area at the end of a plan."""

    def write(given: Answers) -> str:
        return areas.add_area(
            file,
            plan.id,
            number=given.text("number"),
            title=given.text("title"),
            leads=names_typed(given.text("leads")),
            outcome=given.text("outcome"),
        )

    wanted = "Optional: what will be different for families."
    return Form(
        "add area",
        "Add area",
        write,
        [
            FormField("number", "Number", value=next_number(plan)),
            FormField("title", "Title"),
            FormField("leads", "Leads", offers=known_names(file), hint=SEVERAL),
            FormField("outcome", "Outcome", FieldKind.LINES, lines=2, hint=wanted),
        ],
        under=plan.name,
        about=plan.id,
        focus="title",
    )


def add_action_form(file: OfficeFile, plan: Plan, area: Area) -> Form:
    """Adds an action to an area of a plan, numbered after the last there."""
    choices = [(area.id, " ".join(part for part in (area.number, area.title) if part)) for area in plan.areas]

    def renumber(given: Answers) -> None:
        chosen = next(area for area in plan.areas if area.id == given.text("area"))
        given.fill("ref", next_ref(chosen))

    def write(given: Answers) -> str:
        return actions.add_action(
            file,
            given.text("area"),
            ref=given.text("ref"),
            text=given.text("text"),
            by_when=given.text("by_when"),
            owners=names_typed(given.text("owners")),
        )

    return Form(
        "add action",
        "Add action",
        write,
        [
            FormField("area", "Area", FieldKind.CHOICE, area.id, choices=choices),
            FormField("ref", "Ref", value=next_ref(area)),
            FormField("text", "What is to be done", FieldKind.LINES),
            FormField("by_when", "By when", understood=understood_by_when(file, plan.id)),
            FormField("owners", "Owners", offers=known_names(file), hint=SEVERAL),
        ],
        about=area.id,
        focus="text",
        picked={"area": renumber},
    )


def add_milestone_form(file: OfficeFile, plan: Plan, action: Action) -> Form:
    """Adds a step to an action."""

    def write(given: Answers) -> str:
        return milestones.add_milestone(
            file,
            action.id,
            text=given.text("text"),
            by_when=given.text("by_when"),
            owner=given.text("owner"),
        )

    return Form(
        "add milestone",
        f"Add milestone to {action.ref}",
        write,
        [
            FormField("text", "The step"),
            FormField("by_when", "By when", understood=understood_by_when(file, plan.id)),
            FormField("owner", "Owner", value=only_owner(action), offers=known_names(file), hint=OPTIONAL),
        ],
        button="Add milestone",
        under=action.text,
    )


def only_owner(action: Action) -> str:
    """The owner of an action, where it has one and no more."""
    return action.owners[0] if len(action.owners) == 1 else ""
