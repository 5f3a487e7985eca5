"""What can be changed of areas, actions and milestones where it stands, and how it is written."""

from __future__ import annotations

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import actions, areas, milestones
from boarddesk.rules.refused import Refused
from boarddesk.ui.plan.words import names_typed
from boarddesk.ui.widgets.editable import EditableField, Editables, editables


def _change_milestone_text(file: OfficeFile, milestone_id: str, typed: str) -> None:
    if not typed.strip():
        raise Refused("Say what the step is.", field="text")
    milestones.change_milestone(file, milestone_id, text=typed.strip())


def _change_title(file: OfficeFile, area_id: str, typed: str) -> None:
    if not typed.strip():
        raise Refused("Give the area a title.", field="title")
    areas.change_area(file, area_id, title=typed.strip())


ACTION: Editables = editables(
    EditableField("ref", "Ref", lambda file, of, typed: actions.change_action(file, of, ref=typed)),
    EditableField("text", "Action", lambda file, of, typed: actions.change_action(file, of, text=typed)),
    EditableField("by_when", "By when", actions.set_by_when),
    EditableField(
        "owner", "Owners", lambda file, of, typed: actions.set_owners(file, of, names_typed(typed))
    ),
    EditableField(
        "accountable",
        "Accountable",
        lambda file, of, typed: actions.change_action(file, of, accountable=typed),
    ),
    EditableField(
        "success_measure",
        "Success",
        lambda file, of, typed: actions.change_action(file, of, success_measure=typed),
    ),
)

MILESTONE: Editables = editables(
    EditableField("text", "Milestone", _change_milestone_text),
    EditableField("by_when", "By when", milestones.set_milestone_by_when),
    EditableField(
        "owner",
        "Owner",
        lambda file, of, typed: milestones.change_milestone(file, of, owner=typed.strip()),
    ),
)

AREA: Editables = editables(
    EditableField("title", "Title", _change_title),
    EditableField("leads", "Leads", lambda file, of, typed: areas.set_leads(file, of, names_typed(typed))),
    EditableField(
        "project_team",
        "Team",
        lambda file, of, typed: areas.change_area(file, of, project_team=typed.strip()),
    ),
    EditableField(
        "outcome", "Outcome", lambda file, of, typed: areas.change_area(file, of, outcome=typed.strip())
    ),
    EditableField(
        "weakness", "Weakness", lambda file, of, typed: areas.change_area(file, of, weakness=typed.strip())
    ),
)
