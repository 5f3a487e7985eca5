"""`boarddesk feed`: lets a KPI follow an attendance figure of a board, or stops it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from boarddesk.cli.command import Command, Status, WrongUsage, today
from boarddesk.cli.offices import take_over_argument, to_write
from boarddesk.cli.passphrases import passphrase_argument
from boarddesk.cli.scope import the_board
from boarddesk.cli.terminal import say
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.feeding import feed_kpi, stop_feeding
from boarddesk.records.plan.kpis import kpis
from boarddesk.records.plan.plans import plans
from boarddesk.rules.plan.feeds import FedFigure, FedPeriod, Feed
from boarddesk.rules.plan.figures import actual_shown
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.plan.scorecard import judged, reading
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import cut_words, listed


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    passphrase_argument(parser)
    parser.add_argument("kpi", metavar="KPI", help="the ref of a KPI that is counted in per cent")
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument(
        "--from",
        dest="figure",
        choices=[figure.value for figure in FedFigure],
        help="which of the three attendance figures",
    )
    either.add_argument(
        "--stop", action="store_true", help="stop feeding it; its last actuals stay as entered ones"
    )
    parser.add_argument("--board", metavar="SIB", help="whose registers, by its short name (the first board)")
    parser.add_argument(
        "--period",
        choices=[period.value for period in FedPeriod],
        help="how far back each step counts: the board year to date (year), or twelve months",
    )
    parser.add_argument("--plan", metavar="NAME", help="which plan, where several have a KPI of that ref")
    take_over_argument(parser)


def feed(chosen: Namespace) -> int:
    if chosen.stop and (chosen.board or chosen.period):
        raise WrongUsage("--stop needs no --board and no --period: what fed the KPI is known.")
    with to_write(chosen) as file:
        kpi = the_kpi(file, chosen.kpi, plan=chosen.plan)
        if chosen.stop:
            stop_feeding(file, kpi.id, today=today())
        else:
            period = FedPeriod(chosen.period or FedPeriod.YEAR)
            feed_kpi(file, kpi.id, Feed(FedFigure(chosen.figure), the_board(file, chosen.board).id, period))
        for line in _said(next(fed for fed in _all(file) if fed.id == kpi.id)):
            say(line)
    return Status.DONE


FEED = Command(
    "feed",
    "Let a KPI follow an attendance figure of a board from now on, or stop it.",
    "boarddesk feed office.boarddesk K7 --from seat --board SIB --period year",
    arguments,
    feed,
)


def the_kpi(file: OfficeFile, ref: str, *, plan: str | None) -> Kpi:
    """The one KPI of that ref; refused where there is none or where several bear it."""
    of = [known for known in plans(file) if plan is None or known.name.casefold() == plan.strip().casefold()]
    if plan is not None and not of:
        raise Refused(f"There is no plan called {plan}.")
    known = [kpi for own in of for kpi in kpis(file, own.id)]
    found = [kpi for kpi in known if kpi.ref.casefold() == ref.strip().casefold()]
    if not found:
        raise Refused(_none(ref, [kpi.ref for kpi in known if kpi.ref]))
    if len(found) > 1:
        raise Refused(
            f"{len(found)} KPIs bear the ref {ref}: {listed([cut_words(kpi.wording, 6) for kpi in found])}. "
            "Say --plan where they are of several plans; otherwise choose it on the Attendance page."
        )
    return found[0]


def _none(ref: str, refs: Sequence[str]) -> str:
    there = f"There are {listed(list(dict.fromkeys(refs)))}." if refs else "No plan has one yet."
    return f"There is no KPI {ref}. {there}"


def _all(file: OfficeFile) -> list[Kpi]:
    return [kpi for plan in plans(file) for kpi in kpis(file, plan.id, as_at=today())]


def _said(kpi: Kpi) -> Sequence[str]:
    """What feeds it now, its newest actual, and how that is judged."""
    found = reading(kpi, today=today())
    parts = (actual_shown(found.figure, kpi.unit), found.days) if found else ()
    figure = ", ".join(part for part in parts if part)
    now = f"{figure}; {judged(kpi, today=today())}." if figure else "No data yet."
    if kpi.fed_from is None:
        return (f"{kpi.name} is fed no more. It keeps {now}",)
    source = kpi.fed_from
    still = f"; {source.open_note}" if source.open_note else ""
    return (f"{kpi.name} is fed: {source.source_words}{still}.", f"Now {now}")
