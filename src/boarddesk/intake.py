"""Bringing a document in: into which board and plan, what is proposed, and taking it as one change.

The window and the command line bring documents in through here, so that both do the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from boarddesk.records import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.imports import attendance as registers_import
from boarddesk.records.imports import plan as plan_import
from boarddesk.records.imports import register_proposals
from boarddesk.records.imports import risks as risks_import
from boarddesk.records.imports.kept_choices import keep_choices, kept_choices
from boarddesk.records.imports.plan import ImportResult
from boarddesk.records.office import office_names
from boarddesk.records.people import people as everybody_known
from boarddesk.records.plan import plans
from boarddesk.records.plan.since import IMPORTED
from boarddesk.records.seats import seats
from boarddesk.rules.imports.contents import FoundPlan, FoundRegisters, What
from boarddesk.rules.imports.first_steps import AfterImport, FirstStep, first_steps
from boarddesk.rules.imports.person_choice import told_apart
from boarddesk.rules.imports.plan_choices import PlanChoice
from boarddesk.rules.imports.proposals import ProposalKind, Proposals
from boarddesk.rules.imports.risks.contents import FoundRisks
from boarddesk.rules.imports.seats import SEAT_KEY, with_roles
from boarddesk.rules.people import Person, Role
from boarddesk.rules.plan.actions import Plan
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import Scheme

BEGINS = {
    What.PLAN: IMPORTED,
    What.ATTENDANCE: "Import registers from ",
    What.RISKS: risks_import.BEGINS,
}
"""How the change of an import is called, before the document's name."""
BEFORE = "before import"
"""Why the backup is kept that is made before anything is taken."""


@dataclass(frozen=True)
class Target:
    """Where the document goes. `new_name` and `new_short_name` are a board made with the import.

    A new plan without a `scheme` takes the one that its document's own words come to.
    """

    what: What
    dated: date
    board_id: str | None = None
    new_name: str = ""
    new_short_name: str = ""
    plan: str = ""
    scheme: Scheme | None = None

    @property
    def makes_board(self) -> bool:
        """Whether the board is made with the import."""
        return bool(self.new_name or self.new_short_name)

    @property
    def new_board(self) -> str:
        """The board made with the import, by its name and short name."""
        short = f" ({self.new_short_name})" if self.new_short_name else ""
        return f"{self.new_name}{short}"


def check(file: OfficeFile, target: Target, *, new_plan: bool) -> None:
    """Refuse now what taking it would refuse later, with the field that is wrong."""
    if target.makes_board:
        boards.check_new_board(file, target.new_name, target.new_short_name)
    elif target.what is What.ATTENDANCE and target.board_id is None:
        raise Refused("Say whose registers these are.", field="board")
    elif target.what is What.RISKS and target.board_id is None and boards.boards(file):
        raise Refused("Say whose risks these are.", field="board")
    if target.what is What.PLAN and not target.plan.strip():
        raise Refused("Give the plan a name.", field="plan_name")
    if new_plan and target.what is What.PLAN and plans.plan_named(file, target.plan) is not None:
        raise Refused(
            "There is a plan of that name. Choose it above, or give this one another.", field="plan_name"
        )


def plan_called(file: OfficeFile, name: str) -> Plan | None:
    """The office's plan of that name; None for a new one."""
    return plans.plan_named(file, name)


def plans_recognised(file: OfficeFile, found: FoundPlan | None) -> frozenset[str]:
    """The ids of the office's plans that the document recognisably is."""
    return frozenset(plan.id for plan in plan_import.recognised(file, found)) if found else frozenset()


def choices_of(file: OfficeFile, name: str, found: FoundPlan | None = None) -> tuple[PlanChoice, ...]:
    """What was decided about the last document of the plan of that name, else of the one a document is."""
    named = plans.plan_named(file, name) if name else None
    known = plan_import.recognised(file, found) if found is not None and not name else ()
    plan = named or (known[0] if len(known) == 1 else None)
    return kept_choices(file, plan.id) if plan else ()


def everyone(file: OfficeFile) -> list[Person]:
    """Everybody a name could be, two of one name with where they belong."""
    everybody = everybody_known(file)
    labels = told_apart(everybody, boards.organisations(file))
    return [replace(person, name=labels[person.id]) for person in everybody]


def propose(
    file: OfficeFile,
    target: Target,
    found: FoundPlan | FoundRegisters | FoundRisks,
    *,
    people: Mapping[str, str | None],
    today: date | None = None,
) -> Proposals:
    """What taking the document would do; `people` says who is meant where somebody has said so.

    By the key of a seat's proposal it says the seat's role.
    """
    if isinstance(found, FoundPlan):
        return plan_import.propose(
            file,
            found,
            dated=target.dated,
            plan=target.plan,
            board_id=target.board_id,
            scheme=target.scheme,
        )
    if isinstance(found, FoundRisks):
        if target.makes_board:
            return risks_import.propose_new_board(found, dated=target.dated)
        return risks_import.propose(file, target.board_id, found, dated=target.dated)
    roles = {
        int(key.removeprefix(SEAT_KEY)): Role(said)
        for key, said in people.items()
        if key.startswith(SEAT_KEY) and said
    }
    found = with_roles(found, roles)
    if target.board_id is not None:
        return register_proposals.propose(file, target.board_id, found, chosen=people, today=today)
    name, short = target.new_name, target.new_short_name
    return register_proposals.propose_new_board(file, name, short, found=found, chosen=people, today=today)


def take(
    file: OfficeFile,
    target: Target,
    proposals: Proposals,
    *,
    today: date,
    accepted: Collection[str] | None = None,
    choices: Sequence[PlanChoice] = (),
) -> tuple[ImportResult, Target]:
    """The board, where it is new, and everything accepted, or ticked: one change; the target afterwards.

    `choices` are kept with the plan, for the next version of its document.
    """
    with file.change(f"{BEGINS[target.what]}{proposals.source}"):
        if target.makes_board and (accepted is None or accepted):
            made = boards.add_board(file, target.new_name, target.new_short_name)
            target = replace(target, board_id=made, new_name="", new_short_name="")
        if target.what is What.ATTENDANCE:
            whose = target.board_id or ""
            applied = registers_import.apply(file, whose, proposals, today=today, accepted=accepted)
        elif target.what is What.RISKS:
            applied = risks_import.apply(
                file, target.board_id, proposals, dated=target.dated, today=today, accepted=accepted
            )
        else:
            applied = plan_import.apply(
                file,
                proposals,
                dated=target.dated,
                today=today,
                board_id=target.board_id,
                accepted=accepted,
                scheme=target.scheme,
            )
            for proposal in proposals.proposals:
                whole = plans.plan_named(file, proposal.title) if proposal.kind is ProposalKind.PLAN else None
                if whole is not None:
                    keep_choices(file, whole.id, choices)
    return applied, target


def what_is_first(
    file: OfficeFile, asked: Target, proposals: Proposals, applied: ImportResult, *, today: date
) -> tuple[FirstStep, ...]:
    """What to do first now that it is in; `asked` is where it was to go, with the board made for it."""
    plan = next((one.title for one in proposals.proposals if isinstance(one.found, FoundPlan)), "")
    bare = plans.plan_named(file, plan) if plan else None
    known = boards.boards(file)
    made = [board for board in known if asked.makes_board and board.short_name == asked.new_short_name]
    board = next(iter([*made, *(one for one in known if one.id == asked.board_id), *known]), None)
    names, called = office_names(file), file.path.stem if file.path else ""
    after = AfterImport(
        asked.what,
        today,
        [one for one in proposals.proposals if one.key in applied.keys],
        board=board,
        unnamed=asked.new_short_name if asked.new_name == asked.new_short_name else "",
        headed=names.name if names.partnership == names.name == called else "",
        plan=plans.plan(file, bare.id) if bare else None,
        seats=seats(file, board.id) if board else (),
        people=everybody_known(file),
    )
    return first_steps(after)


def stands(
    file: OfficeFile,
    target: Target,
    found: FoundPlan | FoundRegisters | FoundRisks,
    proposals: Proposals,
    *,
    accepted: Collection[str],
) -> bool:
    """Whether what was taken is still there: once undone, every proposal accepted would do the same again."""
    taken = {proposal.key: proposal.verdict for proposal in proposals.proposals if proposal.key in accepted}
    try:
        again = propose(file, target, found, people={})
    except Refused:  # the board that was made with the import is gone again
        return False
    now = {proposal.key: proposal.verdict for proposal in again.proposals}
    return not taken or any(now.get(key) is not verdict for key, verdict in taken.items())
