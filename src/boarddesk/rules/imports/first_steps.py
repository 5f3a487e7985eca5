"""What to do first after an import: what the document could not say, counted, with the page to do it on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from boarddesk.rules.dates.deadlines import DateFlag
from boarddesk.rules.imports.choices import SeatChoice
from boarddesk.rules.imports.contents import What
from boarddesk.rules.imports.proposals import Proposal
from boarddesk.rules.people import Board, Person, Role, Seat
from boarddesk.rules.plan.actions import Action, Plan, is_closed
from boarddesk.rules.wording import count_in_figures, listed

MOST_REFS = 3


@dataclass(frozen=True)
class FirstStep:
    """One thing to do: a sentence, how many it is about, and the page that opens on it."""

    sentence: str
    count: int
    page: str


@dataclass(frozen=True)
class AfterImport:
    """The office once a document is in it: the board and the plan it went to, who is known, what was taken.

    `unnamed` is a board made with the import that has only a short name; `headed` is the name of the
    file, where documents are headed by that.
    """

    what: What
    today: date
    taken: Sequence[Proposal]
    board: Board | None = None
    unnamed: str = ""
    headed: str = ""
    plan: Plan | None = None
    seats: Sequence[Seat] = ()
    people: Sequence[Person] = ()


def first_steps(after: AfterImport) -> tuple[FirstStep, ...]:
    """What is to be done first, in the order in which it is best done; nothing where nothing was taken."""
    if not after.taken:
        return ()
    found = (_of_board(after), _of_seats(after), _of_plan(after))
    return tuple(step for steps in found for step in steps if step.count)


def _of_board(after: AfterImport) -> Iterator[FirstStep]:
    if after.unnamed:
        made = f"A board “{after.unnamed}” was made. Give it its full name on the page People."
        yield FirstStep(made, 1, "people")
    if after.board is None:
        yield FirstStep("There is no board yet: make one on the page People.", 1, "people")
    elif not after.board.quorum_rules and not after.board.quorum.strip():
        says = f"No quorum is set for {after.board.short_name}: without it no meeting is known to be quorate."
        yield FirstStep(says, 1, "people")
    if after.headed:
        says = f"Documents are headed “{after.headed}”, as the file is: name the office on the page People."
        yield FirstStep(says, 1, "people")


def _of_seats(after: AfterImport) -> Iterator[FirstStep]:
    """Roles and sectors that the register did not say, of the seats it brought."""
    if after.what is not What.ATTENDANCE or after.board is None:
        return
    seats = [seat for seat in after.seats if seat.exists_on(after.today)]
    brought = [one.found for one in after.taken if isinstance(one.found, SeatChoice)]
    if seats and not any(seat.role is Role.CHAIR for seat in seats):
        says = f"Nobody on {after.board.short_name} is its chair: give the seats their roles."
        yield FirstStep(says, len(seats), "people")
    proposed = {seat.organisation for seat in brought if seat.organisation and not seat.sector_given}
    sectors = count_in_figures(len(proposed), "organisation has", "organisations have")
    yield FirstStep(f"{sectors} a sector only by the name: see that it is right.", len(proposed), "people")


def _of_plan(after: AfterImport) -> Iterator[FirstStep]:
    if after.plan is None:
        return
    areas = [area for area in after.plan.areas if area.declared is None]
    actions = [action for area in after.plan.areas for action in area.actions if not is_closed(action)]
    without = count_in_figures(len(areas), "area has", "areas have")
    yield FirstStep(f"{without} no status yet: say how each stands, and why.", len(areas), "plan")
    unreal = [action for action in actions if DateFlag.IMPOSSIBLE in action.by_when.flags]
    yield _about(unreal, "has a date that does not exist", "have a date that does not exist", _dates(unreal))
    nobody = [action for action in actions if not action.owners]
    yield _about(nobody, "names nobody", "name nobody", "say who leads")
    bare = [action for action in actions if action.declared is None]
    yield _about(bare, "has no status", "have no status", "say how each stands")
    adverse = [action for action in actions if action.judgements and _wants_reason(action)]
    yield _about(adverse, "is at risk or off course", "are at risk or off course", "say why")
    yield _names(after, after.plan)


def _wants_reason(action: Action) -> bool:
    stands = action.judgements[0]
    return stands.status.is_a.adverse and not stands.why.strip()


def _dates(actions: Iterable[Action]) -> str:
    first = next((action.by_when.as_written for action in actions), "")
    return f"ask which is meant, as with {first}"


def _about(actions: Sequence[Action], one: str, many: str, do: str) -> FirstStep:
    """`3 actions have no status (1.1, 1.4 and 2.2): say how each stands.`"""
    shown = [action.ref for action in actions[:MOST_REFS]]
    refs = f"{', '.join(shown)} …" if len(actions) > MOST_REFS else listed(shown)
    says = count_in_figures(len(actions), f"action {one}", f"actions {many}")
    return FirstStep(f"{says} ({refs}): {do}.", len(actions), "plan")


def _names(after: AfterImport, plan: Plan) -> FirstStep:
    """Owners whom the office knows by name only."""
    known = {person.name.casefold() for person in after.people}
    named = (owner for area in plan.areas for action in area.actions for owner in action.owners)
    owners = {owner for owner in named if owner.casefold() not in known}
    who = "is only a name" if len(owners) == 1 else "are only names"
    says = f"The {count_in_figures(len(owners), 'owner')} the plan names {who} so far"
    return FirstStep(f"{says}: add them on the page People.", len(owners), "people")
