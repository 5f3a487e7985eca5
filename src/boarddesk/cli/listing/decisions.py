"""Lists decisions: those of meetings and those between two, and what is still to be ratified."""

from __future__ import annotations

from collections.abc import Callable

from boarddesk.cli.listing.subject import Listing, ListQuery, day_shown
from boarddesk.records.agenda.decisions import decisions as kept_decisions
from boarddesk.records.boards import boards
from boarddesk.records.meetings import meetings
from boarddesk.records.packs.decisions import followed_by
from boarddesk.rules.decisions import Decision, DecisionPath
from boarddesk.rules.meetings.meeting import meeting_key, year_label
from boarddesk.rules.outcomes import outcome_of


def keys_of_meetings(query: ListQuery) -> Callable[[str | None], str | None]:
    """Meetings by their keys, `SIB-2026-03`; None for none."""
    known = {board.id: board for board in boards(query.file)}
    keys = {
        meeting.id: meeting_key(
            known[meeting.board_id].short_name, meeting, known[meeting.board_id].year_start
        )
        for meeting in meetings(query.file)
    }
    return lambda meeting_id: keys.get(meeting_id or "")


def decisions(query: ListQuery) -> Listing:
    """The newest first."""
    known = {board.id: board for board in boards(query.file)}
    key = keys_of_meetings(query)
    found = kept_decisions(query.file, query.board_id)
    refs = {made.id: made.ref for made in found}
    followed = {
        of: each
        for board_id in {made.board_id for made in found}
        for of, each in followed_by(query.file, board_id, today=query.today).items()
    }

    def ref(decision_id: str | None) -> str | None:
        return refs.get(decision_id or "")

    def year(made: Decision) -> str:
        return year_label(made.made_on, known[made.board_id].year_start)

    return Listing(
        headings=("Board", "Year", "No", "Decision", "Made on", "Where", "Ratified"),
        rows=[
            (
                known[made.board_id].short_name,
                year(made),
                made.ref,
                made.sentence,
                day_shown(made.made_on),
                key(made.meeting_id) or f"{made.how}, {made.by_whom}".removesuffix(", "),
                _ratified(made),
            )
            for made in found
        ],
        document=[
            {
                "board": known[made.board_id].short_name,
                "year": year(made),
                "number": made.number,
                "ref": made.ref,
                "verb": made.verb,
                "text": made.text,
                "made_on": made.made_on,
                "how": made.how,
                "by_whom": made.by_whom,
                "meeting": key(made.meeting_id) if made.how is DecisionPath.MEETING else None,
                "item": made.item_title or None,
                "to_ratify": made.to_ratify,
                "ratified_on": made.ratified_on,
                "ratified_at": key(made.ratified_at_id),
                "about": made.about,
                "effect": made.bearing.effect,
                "agreed_by_when": made.bearing.agreed_by_when or None,
                "replaces": ref(made.bearing.replaces_id),
                "replaced_by": [ref(other) for other in made.replaced_by],
                "came_of_it": outcome_of(made, followed[made.id]).words.replace("\N{NO-BREAK SPACE}", " "),
            }
            for made in found
        ],
        noun="decision",
    )


def _ratified(made: Decision) -> str:
    if made.awaits_ratification:
        return "to be ratified"
    return day_shown(made.ratified_on)
