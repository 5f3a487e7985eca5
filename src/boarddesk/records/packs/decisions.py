"""Gathers what the register of decisions prints: each decision with its item and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.agenda.items import agenda
from boarddesk.records.boards import board
from boarddesk.records.documents import draft_edition
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings
from boarddesk.records.office import office_names
from boarddesk.records.reading import gathered
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision
from boarddesk.rules.meetings.boards_around import next_board
from boarddesk.rules.meetings.meeting import board_year, year_label
from boarddesk.rules.outcomes import DecisionLine, DecisionsPack, Followed, outcome_of, taken_up_by
from boarddesk.rules.wording import day

DECISIONS = "decisions"

_CAME_FROM = """
WITH RECURSIVE came(decision_id, item_id) AS (
  SELECT d.id, i.id FROM decision d JOIN agenda_item i
  ON i.from_decision_id = d.id OR (i.from_item_id = d.item_id AND d.item_id IS NOT NULL)
  WHERE d.board_id = :board
  UNION SELECT came.decision_id, i.id FROM came JOIN agenda_item i ON i.from_item_id = came.item_id)
SELECT decision_id, item_id FROM came
"""
_RESTRICTED = """
SELECT d.id FROM decision d JOIN agenda_item i ON i.id = d.item_id WHERE i.restricted AND d.board_id = :board
UNION SELECT b.decision_id FROM minute_block b JOIN decision d ON d.id = b.decision_id
WHERE b.restricted AND d.board_id = :board
UNION SELECT d.id FROM decision d JOIN agenda_item i ON i.id = d.item_id
JOIN agenda_item above ON above.id = i.parent_id WHERE above.restricted AND d.board_id = :board
"""


def decisions_pack(
    file: OfficeFile,
    board_id: str,
    *,
    today: date,
    first: date | None = None,
    last: date | None = None,
    names: bool = True,
    for_publication: bool = False,
) -> DecisionsPack:
    """A board's decisions of its year up to today, or of other days; published without restricted ones."""
    whose, office = board(file, board_id), office_names(file)
    begins, ends = board_year(last or today, whose.year_start)
    is_year = first in (None, begins) and last in (None, ends)
    begins, ends = first or begins, last or min(ends, today)
    made = [known for known in decisions(file, board_id) if begins <= known.made_on <= ends]
    secret = {row["id"] for row in file.rows(_RESTRICTED, {"board": board_id})} if for_publication else set()
    shown = [known for known in made if known.id not in secret]
    followed = followed_by(file, board_id, today=today)
    known = {meeting.id: meeting for meeting in meetings(file, board_id)}
    numbers = _item_numbers(file, shown)
    held = [each for each in known.values() if each.state.was_held and begins <= each.date <= ends]
    return DecisionsPack(
        partnership=office.partnership,
        board=whose,
        period=year_label(begins, whose.year_start) if is_year else f"{day(begins)} to {day(ends)}",
        as_at=today,
        author=office.secretary if names else "",
        edition=draft_edition(file, today),
        lines=tuple(
            DecisionLine(
                each,
                numbers.get(each.item_id or "", ""),
                outcome_of(each, followed[each.id]),
                known.get(each.meeting_id or ""),
            )
            for each in shown
        ),
        held=tuple(held),
        names=names,
        is_published=for_publication,
        withheld=len(made) - len(shown),
    )


def followed_by(file: OfficeFile, board_id: str, *, today: date) -> Mapping[str, Followed]:
    """What follows each decision of a board in the office: decision id → that."""
    made = decisions(file, board_id)
    by_id = {known.id: known for known in made}
    came = gathered(
        (row["decision_id"], row["item_id"]) for row in file.rows(_CAME_FROM, {"board": board_id})
    )
    actions = board_actions(file, board_id, today=today)
    coming = next_board(meetings(file, board_id), today)
    refs = {row["id"]: row["ref"] for row in file.rows("SELECT id, ref FROM action")}
    return {
        known.id: Followed(
            actions=tuple(action for action in actions if _is_of(action, known)),
            replaced_by=_standing(known, by_id),
            taken_up=taken_up_by(known, made, came_from=came[known.id]),
            plan_ref=refs.get(known.bearing.action_id or "", ""),
            ratify_on=coming.date if coming else None,
        )
        for known in made
    }


def _is_of(action: BoardAction, made: Decision) -> bool:
    """Whether an action was given at the item that a decision was made on."""
    return made.item_id is not None and action.item_id == made.item_id


def _standing(made: Decision, by_id: Mapping[str, Decision]) -> Decision | None:
    """The decision that replaces it, once that stands."""
    successors = (by_id[of] for of in made.replaced_by if of in by_id)
    return next((other for other in successors if not other.awaits_ratification), None)


def _item_numbers(file: OfficeFile, made: list[Decision]) -> dict[str, str]:
    meeting_ids = {known.meeting_id for known in made if known.meeting_id and known.item_id}
    return {row.item.id: row.number for meeting_id in meeting_ids for row in agenda(file, meeting_id).rows}
