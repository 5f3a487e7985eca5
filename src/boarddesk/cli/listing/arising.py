"""Lists actions arising: who has them, by when, and how they ended."""

from __future__ import annotations

from boarddesk.cli.listing.decisions import keys_of_meetings
from boarddesk.cli.listing.subject import Listing, ListQuery, day_shown
from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.boards import boards
from boarddesk.rules.arising import BoardAction


def actions(query: ListQuery) -> Listing:
    """Those of every board, or of one, in order of ref."""
    known = {board.id: board for board in boards(query.file)}
    key = keys_of_meetings(query)
    found = board_actions(query.file, query.board_id, today=query.today)
    return Listing(
        headings=("Board", "Ref", "Action", "Owner", "From", "First date", "Due", "State"),
        rows=[
            (
                known[action.board_id].short_name,
                action.ref,
                action.text,
                action.why_nobody or action.owner_names,
                key(action.meeting_id) or "–",
                day_shown(action.first_due),
                day_shown(action.due),
                action.state_on(query.today),
            )
            for action in found
        ],
        document=[
            {
                "board": known[action.board_id].short_name,
                "ref": action.ref,
                "text": action.text,
                "owner": action.owner.name,
                "owner_kind": action.owner.kind,
                "no_named_person": action.has_nobody,
                "why_no_person": action.why_no_person or None,
                "raised_on": action.raised_on,
                "meeting": key(action.meeting_id),
                "item": action.item_title or None,
                "due": action.due,
                "due_as_written": action.due_as_written,
                "first_due": action.first_due,
                "for": {"kind": action.is_for.kind, "ref": action.is_for.ref} if action.is_for else None,
                **_since(action),
                "state": action.state_on(query.today),
                "days_late": action.days_late(query.today),
                "done_on": action.done_on,
                "done_what": action.done_what,
                "withdrawn_on": action.withdrawn_on,
                "withdrawn_why": action.withdrawn_why,
            }
            for action in found
        ],
        noun="action",
    )


def _since(action: BoardAction) -> dict[str, object]:
    """Everybody who has it, what was said of it and who was asked."""
    return {
        "owners": [
            {"name": held.owner.name, "kind": held.owner.kind, "holder": held.holder or None}
            for held in action.held_by
            if held.owner.name
        ],
        "updates": [
            {"as_at": said.as_at, "text": said.text, "said_by": said.said_by, "reopens": said.reopens}
            for said in action.updates
        ],
        "chases": [{"on": chase.chased_on, "whom": chase.whom, "how": chase.how} for chase in action.chases],
    }
