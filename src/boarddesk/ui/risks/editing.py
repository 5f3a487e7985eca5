"""What can be changed of risks, issues, controls and mitigations where it stands, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.records.plan import kpis, plans
from boarddesk.records.risks import issues, register, treatment
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.risk import Assurance, Response
from boarddesk.ui.risks.words import ASSURANCES, RESPONSES, day_typed
from boarddesk.ui.widgets.editable import EditableField, Editables, editables

Write = Callable[[OfficeFile, str, str], object]


Update = Callable[..., object]


def _by(update: Update, key: str, reads: Callable[[str], object] = str.strip) -> Write:
    """Writes one field through the function that updates its record; `reads` may refuse what was typed."""
    return lambda file, record_id, typed: update(file, record_id, **{key: reads(typed)})


_CHANGE: Update = register.change_risk


def _risk_day(key: str) -> Write:
    """A day of a risk as typed or picked; nothing empties it."""

    def write(file: OfficeFile, risk_id: str, typed: str) -> None:
        day = day_typed(typed, field=key)
        if day is None:
            register.clear_field(file, risk_id, key)
        else:
            _CHANGE(file, risk_id, **{key: day})

    return write


def _owner(change: Callable[..., object]) -> Write:
    return lambda file, of, typed: change(file, of, owner=owner_called(file, typed))


def _category(file: OfficeFile, risk_id: str, typed: str) -> None:
    """A category by its name, made now if there is none; nothing takes it off."""
    if not typed.strip():
        register.clear_field(file, risk_id, "category_id")
        return
    with file.change(f"Change risk {register.ref_of(file, risk_id)}"):
        register.change_risk(file, risk_id, category_id=treatment.add_category(file, typed))


def _area(file: OfficeFile, risk_id: str, area_id: str) -> None:
    if area_id:
        register.change_risk(file, risk_id, area_id=area_id)
    else:
        register.clear_field(file, risk_id, "area_id")


def linked_refs(file: OfficeFile, typed: str) -> tuple[list[str], list[str]]:
    """The plan actions and KPIs meant by refs as typed; refused where there is none of that ref."""
    known = plans.plans(file)
    areas = [area for bare in known for area in plans.plan(file, bare.id).areas]
    actions = {action.ref.casefold(): action.id for area in areas for action in area.actions}
    measures = {kpi.ref.casefold(): kpi.id for bare in known for kpi in kpis.kpis(file, bare.id)}
    action_ids: list[str] = []
    kpi_ids: list[str] = []
    for ref in dict.fromkeys(part.casefold() for part in re.split(r"[,;\s]+", typed) if part):
        if ref in actions:
            action_ids.append(actions[ref])
        elif ref in measures:
            kpi_ids.append(measures[ref])
        else:
            raise Refused(f"There is no action and no KPI {ref.upper()}.", field="links")
    return action_ids, kpi_ids


def _links(file: OfficeFile, risk_id: str, typed: str) -> None:
    action_ids, kpi_ids = linked_refs(file, typed)
    register.set_links(file, risk_id, action_ids=action_ids, kpi_ids=kpi_ids)


RISK: Editables = editables(
    EditableField("ref", "Ref", _by(_CHANGE, "ref")),
    EditableField("title", "Risk", _by(_CHANGE, "title")),
    EditableField("cause", "Because", _by(_CHANGE, "cause")),
    EditableField("event", "there is a risk that", _by(_CHANGE, "event")),
    EditableField("effect", "which would", _by(_CHANGE, "effect")),
    EditableField("owner", "Owner", _owner(register.change_risk)),
    EditableField("response", "Response", _by(_CHANGE, "response", Response), choices=RESPONSES),
    EditableField("proximity", "How near", _by(_CHANGE, "proximity")),
    EditableField("category", "Category", _category),
    EditableField("area", "Area", _area),
    EditableField("raised_on", "Raised", _risk_day("raised_on")),
    EditableField("target_by", "Target by", _risk_day("target_by")),
    EditableField("review", "Next review", _risk_day("next_review")),
    EditableField("links", "Linked", _links),
)


def _issue_due(file: OfficeFile, issue_id: str, typed: str) -> None:
    day = day_typed(typed, field="due")
    if day is None:
        raise Refused("Give the day by which it is to be resolved.", field="due")
    issues.change_issue(file, issue_id, due=day)


ISSUE: Editables = editables(
    EditableField("title", "Issue", _by(issues.change_issue, "title")),
    EditableField("impact", "What it does", _by(issues.change_issue, "impact"), paragraphs=True),
    EditableField("owner", "Owner", _owner(issues.change_issue)),
    EditableField("resolution", "Resolution", _by(issues.change_issue, "resolution"), paragraphs=True),
    EditableField("due", "To be resolved", _issue_due),
)


def _tested(file: OfficeFile, control_id: str, typed: str) -> None:
    day = day_typed(typed, field="tested_on")
    if day is None:
        raise Refused("Give the day it was tested.", field="tested_on")
    treatment.change_control(file, control_id, tested_on=day)


CONTROL: Editables = editables(
    EditableField("text", "Control", _by(treatment.change_control, "text")),
    EditableField("owner", "Owner", _owner(treatment.change_control)),
    EditableField(
        "assurance", "How sure", _by(treatment.change_control, "assurance", Assurance), choices=ASSURANCES
    ),
    EditableField("tested_on", "Tested", _tested),
)

MITIGATION: Editables = editables(
    EditableField("text", "Mitigation", _by(treatment.change_mitigation, "text")),
    EditableField("owner", "Owner", _owner(treatment.change_mitigation)),
)

RECORDS = {"risk": RISK, "issue": ISSUE, "control": CONTROL, "mitigation": MITIGATION}
