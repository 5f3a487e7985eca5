"""`boarddesk import`: a document into the office, shown with `--dry-run`, taken as one change without."""

from __future__ import annotations

import dataclasses
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from boarddesk.cli.command import Command, Form, Status, board_argument, form_arguments, json_argument, today
from boarddesk.cli.corrections import CORRECTIONS, corrections_imported
from boarddesk.cli.offices import take_over_argument, to_read, to_write
from boarddesk.cli.passphrases import passphrase_argument
from boarddesk.cli.people_chosen import chosen_people, chosen_roles, how_to_choose
from boarddesk.cli.plan_reading import plan_reading
from boarddesk.cli.proposals_document import document, plans_in
from boarddesk.cli.proposals_shown import every_row, say_first
from boarddesk.cli.terminal import say, say_json
from boarddesk.cli.update_forms import UPDATE_FORM, update_form_imported
from boarddesk.importing.attendance.marks import Blank
from boarddesk.importing.columns import read_choices
from boarddesk.importing.deciding.child import read_as_apart
from boarddesk.importing.deciding.reading import Reading, ReadingChoices
from boarddesk.importing.headings import PLAN_HEADINGS, REGISTER_HEADINGS, Field
from boarddesk.importing.plan.choices import PlanChoices, table_numbers
from boarddesk.importing.risks.vocabulary import RISK_FIELDS
from boarddesk.importing.tables.child import tables_apart
from boarddesk.intake import BEFORE, Target, choices_of, propose, take, what_is_first
from boarddesk.records.boards import board_named, boards, check_new_board
from boarddesk.records.file.backups import back_up
from boarddesk.records.file.moments import day_saved
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import people
from boarddesk.rules.imports.contents import What
from boarddesk.rules.imports.first_steps import FirstStep
from boarddesk.rules.imports.plan_choices import PlanChoice
from boarddesk.rules.imports.proposals import Proposal, ProposalKind, Proposals, Verdict
from boarddesk.rules.imports.seats import SEAT_KEY
from boarddesk.rules.people import Board, Role
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures

MOST_SHOWN = 40
NAMED = (ProposalKind.PERSON, ProposalKind.SEAT, ProposalKind.MARK)
"""Kinds that have no reference of their own: whose they are says which it is."""


# What is proposed -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Offer:
    """What taking a document would do, what is to be kept of how it was read, and what was remembered."""

    proposals: Proposals
    choices: tuple[PlanChoice, ...] = ()
    remembered: tuple[str, ...] = ()


def _propose_plan(file: OfficeFile, handed: bytes, chosen: Namespace, target: Target) -> Offer:
    """With what was decided about the version before, where nothing else is said now."""
    said = PlanChoices(
        read_choices(chosen.column, fields=PLAN_HEADINGS),
        tables=table_numbers(chosen.table, field="table"),
        not_tables=table_numbers(chosen.not_table, field="not_table"),
        areas=tuple(chosen.area),
        not_areas=tuple(chosen.no_area),
    )
    kept = () if chosen.afresh else choices_of(file, target.plan)
    reading = _read_as(handed, chosen, ReadingChoices(said, kept=kept))
    if not (kept or chosen.afresh or target.plan):
        kept = choices_of(file, "", reading.plan)
        reading = _read_as(handed, chosen, ReadingChoices(said, kept=kept)) if kept else reading
    proposals = propose(file, target, reading.to_propose(What.PLAN), people={})
    return Offer(proposals, reading.to_keep, reading.remembered.words)


def _propose_registers(file: OfficeFile, handed: bytes, chosen: Namespace, target: Target) -> Offer:
    """Anew with the roles that are said, and with who somebody is."""
    columns = PlanChoices(read_choices(chosen.column, fields=REGISTER_HEADINGS))
    reading = _read_as(handed, chosen, ReadingChoices(columns, blank=Blank(chosen.blank)))
    found = reading.to_propose(What.ATTENDANCE)
    if target.board_id is None and not target.makes_board:
        raise Refused("Say whose registers these are, such as --board SIB.", field="board")
    said: dict[str, str | None] = {}
    proposals = propose(file, target, found, people=said, today=today())
    said |= {f"{SEAT_KEY}{at}": role for at, role in chosen_roles(chosen.role, proposals).items()}
    proposals = propose(file, target, found, people=said, today=today()) if said else proposals
    people_said = chosen_people(chosen.person, proposals, people(file))
    said |= people_said
    return Offer(propose(file, target, found, people=said, today=today()) if people_said else proposals)


def _propose_risks(file: OfficeFile, handed: bytes, chosen: Namespace, target: Target) -> Offer:
    """By their refs within the board, or the office while it has none."""
    columns = PlanChoices(read_choices(chosen.column, fields=RISK_FIELDS))
    found = _read_as(handed, chosen, ReadingChoices(columns)).to_propose(What.RISKS)
    if target.board_id is None and not target.makes_board and boards(file):
        raise Refused("Say whose risks these are, such as --board SIB.", field="board")
    return Offer(propose(file, target, found, people={}))


def _read_as(handed: bytes, chosen: Namespace, choices: ReadingChoices) -> Reading:
    return read_as_apart(chosen.source.name, handed, What(chosen.what), choices, sheet=chosen.sheet)


Propose = Callable[[OfficeFile, bytes, Namespace, Target], Offer]

KINDS: dict[What, Propose] = {
    What.PLAN: _propose_plan,
    What.ATTENDANCE: _propose_registers,
    What.RISKS: _propose_risks,
}


# The command ---------------------------------------------------------------------------------------------


def _shared_arguments(parser: ArgumentParser, fields: Iterable[Field]) -> None:
    parser.add_argument("source", type=Path, metavar="SOURCE", help="the Word, Excel or CSV document")
    into = parser.add_argument("--into", dest="file", type=Path, required=True, metavar="FILE")
    into.help = "the office file"
    passphrase_argument(parser)
    board_argument(parser)
    new = parser.add_argument("--new-board", default="", metavar="NAME")
    new.help = "make the board of --board with the import; this is its full name"
    parser.add_argument("--sheet", default="", metavar="NAME", help="only this sheet of a workbook")
    column = parser.add_argument("--column", action="append", default=[], metavar="HEADING=FIELD")
    column.help = f"which column is what, once for each; FIELD is one of: {', '.join(fields)}, {Field.IGNORE}"
    parser.add_argument("--dry-run", action="store_true", help="show what would be brought in; write nothing")
    take_over_argument(parser)
    json_argument(parser)


def _plan_arguments(parser: ArgumentParser) -> None:
    _shared_arguments(parser, PLAN_HEADINGS)
    parser.add_argument(
        "--plan", default="", metavar="NAME", help="the plan it belongs to, or what to call it"
    )
    taken = parser.add_argument("--table", action="append", default=[], metavar="N")
    taken.help = "take this table in as the plan's, or several: 7-23"
    left = parser.add_argument("--not-table", action="append", default=[], metavar="N")
    left.help = "leave this table out, or several"
    area = parser.add_argument("--area", action="append", default=[], metavar="HEADING")
    area.help = "this heading of the document is an area, once for each"
    no_area = parser.add_argument("--no-area", action="append", default=[], metavar="HEADING")
    no_area.help = "this heading is none"
    afresh = parser.add_argument("--afresh", action="store_true")
    afresh.help = "forget what was chosen about the tables, headings and columns of the version before"


def _risk_arguments(parser: ArgumentParser) -> None:
    _shared_arguments(parser, RISK_FIELDS)


def _register_arguments(parser: ArgumentParser) -> None:
    _shared_arguments(parser, REGISTER_HEADINGS)
    blanks = [blank.value for blank in Blank if blank.value]
    person = parser.add_argument("--person", action="append", default=[], metavar="NAME=WHO")
    person.help = "who a name of the register is, once for each: WHO is the name of somebody known, or: new"
    role = parser.add_argument("--role", action="append", default=[], metavar="NAME=ROLE")
    role.help = f"the role of somebody's seat, once for each; ROLE is one of: {', '.join(Role)}"
    parser.add_argument("--blank", choices=blanks, default="", help="what empty cells of a register mean")


FORMS = {
    "plan": Form(
        "Bring in an improvement plan: its areas, actions, dates, owners and statuses.",
        'boarddesk import plan plan.docx --into office.boarddesk --not-table 5 --area "Transition" --dry-run',
        _plan_arguments,
    ),
    "attendance": Form(
        "Bring in registers: people down and meeting dates across, or the other way round.",
        "boarddesk import attendance register.xlsx --into office.boarddesk --board SIB --dry-run",
        _register_arguments,
    ),
    "risks": Form(
        "Bring in a register of risks: scores, controls, actions, owners, and the issues beside them.",
        "boarddesk import risks register.xlsx --into office.boarddesk --board SIB --dry-run",
        _risk_arguments,
    ),
    "corrections": CORRECTIONS,
    "update-form": UPDATE_FORM,
}


def arguments(parser: ArgumentParser) -> None:
    form_arguments(parser, "what", FORMS)


def imported(chosen: Namespace) -> int:
    if FORMS[chosen.what] is CORRECTIONS:
        return corrections_imported(chosen)
    if FORMS[chosen.what] is UPDATE_FORM:
        return update_form_imported(chosen)
    handed = tables_apart(chosen.source)
    with to_read(chosen.file) if chosen.dry_run else to_write(chosen) as file:
        target = _target(file, chosen)
        offer = KINDS[target.what](file, handed, chosen, target)
        proposals = offer.proposals
        before = None if chosen.dry_run else back_up(chosen.file, reason=BEFORE).path
        steps: tuple[FirstStep, ...] = ()
        if before:
            applied, _ = take(file, target, proposals, today=today(), choices=offer.choices)
            steps = what_is_first(file, target, proposals, applied, today=today())
    if chosen.json:
        said = document(proposals, steps, written=not chosen.dry_run)
        say_json(said | {"remembered": offer.remembered})
    else:
        if offer.remembered:
            say(f"Remembered from last time: {'; '.join(offer.remembered)}. To read it afresh: --afresh")
        if chosen.dry_run and target.makes_board:
            say(f"The office has no board {target.new_short_name} yet: it would be made with the import.")
        say_proposals(proposals, before=before)
        say_first(steps)
    return Status.DONE


def _target(file: OfficeFile, chosen: Namespace) -> Target:
    """The board asked for, or the only one; or one that is made, by its full and short name.

    A document speaks of the day it was last saved.
    """
    kept, short, name = boards(file), chosen.board, chosen.new_board
    plan = chosen.plan if chosen.what == What.PLAN else ""
    target = Target(What(chosen.what), min(day_saved(chosen.source), today()), plan=plan)
    if name and short is None:
        raise Refused("Give the new board its short name too, such as --board SPB.", field="board")
    if name:
        check_new_board(file, name, short)
        return dataclasses.replace(target, new_name=name, new_short_name=short)
    if short is not None and not kept:
        return dataclasses.replace(target, new_name=short, new_short_name=short)
    if short is not None:
        return dataclasses.replace(target, board_id=_asked_for(file, short).id)
    return dataclasses.replace(target, board_id=kept[0].id if len(kept) == 1 else None)


def _asked_for(file: OfficeFile, short: str) -> Board:
    """The board of that name; refused, with how to make it, where there is none."""
    try:
        return board_named(file, short)
    except Refused as refused:
        how = f"To make it with the import, add --new-board and its full name beside --board {short}."
        raise Refused(f"{refused} {how}", field="board") from refused


IMPORT = Command(
    "import",
    "Bring a plan, registers, risks, corrections or an update form into the office, as one change.",
    "boarddesk import plan our-plan.docx --into office.boarddesk --board SIB --dry-run",
    arguments,
    imported,
)


# For people ----------------------------------------------------------------------------------------------


def say_proposals(proposals: Proposals, *, before: Path | None) -> None:
    """What was found and what became of it; `before` is the backup made before it was taken."""
    say(f"{proposals.source}: {_kinds_counted(proposals)}")
    counts = [f"{proposals.count_of(verdict)} {verdict}" for verdict in Verdict]
    counts += [f"{len(proposals.waiting)} waiting"] if proposals.waiting else []
    unticked = sum(one.can_be_taken and not one.ticked for one in proposals.proposals)
    say(", ".join([*counts, *([f"of these {unticked} not taken"] if unticked else [])]))
    for found in plans_in(proposals):
        for line in plan_reading(found):
            say(line)
    if before is None and proposals.proposals:
        say(f"\n{every_row(proposals)}\n")
    for proposal in proposals.proposals:
        for line in _worth_saying(proposal):
            say(line)
    if aside := dict.fromkeys(name for table in proposals.tables for name in table.unmatched_columns):
        say(f"\nColumns left aside: {', '.join(f'“{_short(name)}”' for name in aside)}")
    _say_leftovers(proposals)
    say()
    if before is None:
        say("Nothing is written: this was a dry run.")
    elif any(proposal.ticked and proposal.can_be_taken for proposal in proposals.proposals):
        say("Taken as one change: Ctrl+Z in the window takes all of it back, also another day.")
        say(f"The office as it was before is kept in {before}")
    else:
        say("Everything was there already, so nothing changed.")


def _kinds_counted(proposals: Proposals) -> str:
    kinds = dict.fromkeys(proposal.kind for proposal in proposals.proposals)
    return ", ".join(_kind_counted(kind, proposals) for kind in kinds) or "nothing to bring in"


def _kind_counted(kind: ProposalKind, proposals: Proposals) -> str:
    plural = {ProposalKind.PERSON: "people", ProposalKind.KPI: "KPIs"}.get(kind, "")
    number = sum(proposal.kind is kind and not proposal.is_taken_over for proposal in proposals.proposals)
    return count_in_figures(number, kind, plural)


def _worth_saying(proposal: Proposal) -> list[str]:
    """What differs, what is unclear and what is left unticked, with its place."""
    whose = proposal.title if proposal.kind in NAMED else proposal.ref
    about = " ".join(part for part in (proposal.kind, whose) if part)
    lines = [
        f"  {about}: {change.field}: {change.old or '–'} → {change.new or '–'}" for change in proposal.changes
    ]
    if proposal.verdict is Verdict.UNCLEAR:
        lines.append(f"  {about} ({proposal.place}) is unclear: {proposal.why_not or proposal.title}")
        lines += how_to_choose(proposal)
    elif proposal.why_not:
        lines.append(f"  {about} ({proposal.place}) is left as it is: {proposal.why_not}")
    lines += [f"  {about} ({proposal.place}): {note}" for note in proposal.notes]
    return lines


def _say_leftovers(proposals: Proposals) -> None:
    if not proposals.leftovers:
        return
    say(f"\nNot understood ({len(proposals.leftovers)}), kept in the office until settled:")
    for leftover in proposals.leftovers[:MOST_SHOWN]:
        say(f"  {leftover.place}: {_short(leftover.text)} ({leftover.why})")
    if len(proposals.leftovers) > MOST_SHOWN:
        say(f"  … and {len(proposals.leftovers) - MOST_SHOWN} more; --json lists them all")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
