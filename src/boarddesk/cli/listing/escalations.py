"""Lists what was sent to a board above: asked for what, how far it is, what came of it."""

from __future__ import annotations

from boarddesk.cli.listing.subject import Listing, ListQuery, day_shown
from boarddesk.records.boards import boards
from boarddesk.records.risks.escalations import escalations as kept_escalations


def escalations(query: ListQuery) -> Listing:
    """Those of the office, or those that a board sent or was sent; the newest first."""
    names = {board.id: board.short_name for board in boards(query.file)}
    found = [
        sent
        for sent in kept_escalations(query.file)
        if query.board_id is None or query.board_id in (sent.from_board_id, sent.board_id)
    ]
    return Listing(
        headings=("Kind", "What", "From", "To", "Sent", "Asked for", "Stage", "Outcome"),
        rows=[
            (
                sent.kind,
                sent.what,
                names.get(sent.from_board_id or "", "–"),
                sent.sent_to,
                day_shown(sent.sent_on),
                sent.asked_for or "–",
                sent.stage,
                sent.outcome or "–",
            )
            for sent in found
        ],
        document=[
            {
                "kind": sent.kind,
                "what": sent.what,
                "from": names.get(sent.from_board_id or ""),
                "to": sent.sent_to,
                "sent_on": sent.sent_on,
                "why": sent.why,
                "asked_for": sent.asked_for,
                "between": sent.parties,
                "tried": sent.tried,
                "agenda": sent.agenda_day,
                "stage": sent.stage,
                "taken_on": sent.taken_on,
                "outcome": sent.outcome,
                "came_down_on": sent.came_down_on,
                "came_down_why": sent.came_down_why,
            }
            for sent in found
        ],
        noun="escalation",
    )
