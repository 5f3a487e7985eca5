"""What can be changed of actions arising and decisions where it stands, and how it is written."""

from __future__ import annotations

from datetime import datetime

from boarddesk.records.agenda import arising, decisions
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owners_called
from boarddesk.records.plan.refs import record_called
from boarddesk.rules.arising import PlanLink
from boarddesk.rules.decisions import Verb
from boarddesk.ui.widgets.editable import EditableField, Editables, editables

VERBS = tuple((verb.value, verb.capitalize()) for verb in Verb)


def _owner(file: OfficeFile, action_id: str, typed: str) -> None:
    owner, *others = owners_called(file, typed)
    arising.change_action(file, action_id, owner=owner, co_owners=others)


def _due(file: OfficeFile, action_id: str, typed: str) -> None:
    """A day without its year is the first from today on, by the calendar of this machine."""
    arising.move_action(file, action_id, due=typed, today=datetime.now().astimezone().date())


def _for(file: OfficeFile, action_id: str, typed: str) -> None:
    """What of the plan it is for, called by its ref."""
    board_id = arising.board_of(file, action_id)
    found = record_called(file, typed, board_id=board_id, field="for")
    arising.link_action(file, action_id, PlanLink(found.kind, found.id, found.ref) if found else None)


ACTION: Editables = editables(
    EditableField(
        "text", "Action", lambda file, of, typed: arising.change_action(file, of, text=typed), paragraphs=True
    ),
    EditableField("owner", "Owner", _owner),
    EditableField("due", "Due", _due),
    EditableField("for", "For", _for),
)

DECISION: Editables = editables(
    EditableField(
        "text",
        "Decision",
        lambda file, of, typed: decisions.change_decision(file, of, text=typed),
        paragraphs=True,
    ),
    EditableField(
        "verb",
        "Verb",
        lambda file, of, value: decisions.change_decision(file, of, verb=Verb(value)),
        choices=VERBS,
    ),
    EditableField(
        "by_whom", "Decided by", lambda file, of, typed: decisions.change_decision(file, of, by_whom=typed)
    ),
)

RECORDS = {"board_action": ACTION, "decision": DECISION}
