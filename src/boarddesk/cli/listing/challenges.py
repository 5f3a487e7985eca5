"""Lists the questions boards put to actions of the plan, KPIs and risks, with how each stands."""

from __future__ import annotations

from boarddesk.cli.listing.decisions import keys_of_meetings
from boarddesk.cli.listing.subject import Listing, ListQuery, day_shown
from boarddesk.records.boards import boards
from boarddesk.records.plan.challenges import questions
from boarddesk.rules.plan.questions import ChallengeWithRef


def challenges(query: ListQuery) -> Listing:
    """The oldest first, those that are answered too."""
    short = {board.id: board.short_name for board in boards(query.file)}
    key = keys_of_meetings(query)
    found = [
        asked
        for asked in questions(query.file, still_open=False)
        if query.board_id in (None, asked.challenge.board_id)
    ]

    def document(found: ChallengeWithRef) -> dict[str, object]:
        asked = found.challenge
        return {
            "board": short.get(asked.board_id or ""),
            "number": asked.number,
            "ref": asked.ref or None,
            "about": found.about,
            "about_ref": found.ref,
            "text": asked.text,
            "asked_on": asked.asked_on,
            "asked_by": asked.asked_by,
            "relayed_by": asked.relayed_by or None,
            "meeting": key(asked.meeting_id),
            "item": asked.item_title or None,
            "state": asked.state,
            "answered_on": asked.answered_on,
            "answer": asked.answer or None,
            "evidence": asked.evidence.title if asked.evidence else None,
        }

    return Listing(
        headings=("Board", "No", "About", "Question", "Asked by", "Asked on", "State"),
        rows=[
            (
                short.get(asked.challenge.board_id or "", "–"),
                asked.challenge.ref or "–",
                asked.ref,
                asked.challenge.text,
                asked.challenge.asked or "–",
                day_shown(asked.challenge.asked_on),
                asked.challenge.state,
            )
            for asked in found
        ],
        document=[document(asked) for asked in found],
        noun="challenge",
    )
