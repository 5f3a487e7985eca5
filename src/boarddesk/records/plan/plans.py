"""Plans: made with a scheme of their own, and loaded whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from boarddesk.records.dates.bands import bands_of, set_bands
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import loading
from boarddesk.records.plan.schemes import keep_scheme, schemes
from boarddesk.records.reading import day, given, one
from boarddesk.rules.plan.actions import Plan, TermBand
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Scheme

GONE = "That plan is no longer there."


def plans(file: OfficeFile, board_id: str | None = None) -> tuple[Plan, ...]:
    """Every plan, or those of one board, without their areas."""
    kept = {scheme.id: scheme for scheme in schemes(file)}
    rows = file.rows("SELECT * FROM plan ORDER BY position, name, id")
    return tuple(
        _plan(row, kept[row["scheme_id"]]) for row in rows if board_id is None or row["board_id"] == board_id
    )


def plan(file: OfficeFile, plan_id: str) -> Plan:
    """A plan with its areas, actions and all that hangs on them."""
    row = one(file.row("SELECT * FROM plan WHERE id = ?", (plan_id,)), GONE)
    kept = {scheme.id: scheme for scheme in schemes(file)}
    return _whole(file, _plan(row, kept[row["scheme_id"]]))


def plan_named(file: OfficeFile, name: str) -> Plan | None:
    """The plan of that name, whole; None when there is none. Case and outer spaces do not matter."""
    wanted = name.strip().casefold()
    found = next((bare for bare in plans(file) if bare.name.casefold() == wanted), None)
    return _whole(file, found) if found else None


def add_plan(
    file: OfficeFile,
    name: str,
    *,
    board_id: str | None = None,
    kind: str = "improvement plan",
    scheme: Scheme = IMPROVEMENT_PLAN,
    from_date: date | None = None,
    to_date: date | None = None,
    bands: Sequence[TermBand] = (),
) -> str:
    """A new, empty plan with its own copy of the scheme."""
    if not name.strip():
        raise Refused("Give the plan a name.", field="name")
    with file.change(f"Add plan {name.strip()}") as change:
        plan_id = change.insert(
            "plan",
            name=name.strip(),
            kind=kind,
            board_id=board_id,
            scheme_id=keep_scheme(file, scheme),
            from_date=from_date,
            to_date=to_date,
            position=file.value("SELECT count(*) FROM plan"),
        )
        set_bands(file, plan_id, bands)
    return plan_id


def change_plan(
    file: OfficeFile,
    plan_id: str,
    *,
    name: str | None = None,
    kind: str | None = None,
    from_date: date | None = None,
    to_date: date | None = None,
) -> None:
    """Change what was given; None leaves a field as it is."""
    with file.change("Change plan") as change:
        change.update("plan", plan_id, **given(name=name, kind=kind, from_date=from_date, to_date=to_date))


def _plan(row: Row, scheme: Scheme) -> Plan:
    return Plan(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        scheme=scheme,
        board_id=row["board_id"],
        from_date=day(row["from_date"]),
        to_date=day(row["to_date"]),
    )


def _whole(file: OfficeFile, bare: Plan) -> Plan:
    return replace(
        bare, areas=loading.areas(file, bare.id, scheme=bare.scheme), bands=bands_of(file, bare.id)
    )
