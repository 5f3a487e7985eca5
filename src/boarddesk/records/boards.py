"""Boards with their terms of reference, and the organisations that send people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.reading import day, gathered, one
from boarddesk.rules.dates.date_rules import DayKind
from boarddesk.rules.meetings.notice import LEAST_NOTICE, check_notice, keeps_notice
from boarddesk.rules.people import (
    Board,
    BoardKind,
    NamesPrinted,
    Organisation,
    QuorumRule,
    Role,
    Sector,
    TargetFigure,
    YearStart,
    board_called,
)
from boarddesk.rules.plan.feeds import feed_kept
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.quorum import check_quorum
from boarddesk.rules.wording import one_line

BOARD_GONE = "That board is no longer there."
ORGANISATION_GONE = "That organisation is no longer there."


def boards(file: OfficeFile) -> tuple[Board, ...]:
    """Every board, in the office's order."""
    rules = gathered(
        (row["board_id"], _quorum_rule(row))
        for row in file.rows("SELECT * FROM quorum_rule ORDER BY position, id")
    )
    rows = file.rows("SELECT * FROM board ORDER BY position, name, id")
    return tuple(_board(row, rules[row["id"]]) for row in rows)


def board(file: OfficeFile, board_id: str) -> Board:
    """One board; refused when it is no longer there."""
    for found in boards(file):
        if found.id == board_id:
            return found
    raise Refused(BOARD_GONE)


def board_named(file: OfficeFile, name: str) -> Board:
    """The board with that short or full name, whatever the case; refused with the names there are."""
    known = boards(file)
    found = board_called(name, known)
    if found is not None:
        return found
    there = ", ".join(board.short_name for board in known)
    raise Refused(
        f"There is no board called {name}. {f'There is: {there}.' if there else 'There is none yet.'}"
    )


def add_board(file: OfficeFile, name: str, short_name: str, **terms: object) -> str:
    """A new board, last in the order; `terms` are fields of Board."""
    new = Board("", name, short_name)
    fields = _checked(file, {"name": name, "short_name": short_name, **terms}) | _notice_kept(new, terms)
    place = file.value("SELECT coalesce(max(position) + 1, 0) FROM board")
    with file.change(f"Add board {fields['short_name']}") as change:
        return change.insert("board", position=place, **fields)


def check_new_board(file: OfficeFile, name: str, short_name: str) -> None:
    """Refuse what `add_board` would refuse, before anything else is made with it."""
    _checked(file, {"name": name, "short_name": short_name})


def update_board(file: OfficeFile, board_id: str, **terms: object) -> None:
    """Change the terms given; a year start given for a board with meetings numbers nothing anew."""
    known = board(file, board_id)
    fields = _checked(file, terms, board_id=board_id) | _notice_kept(known, terms)
    with file.change(f"Change board {known.short_name}", coalesce=f"{board_id} {' '.join(fields)}") as change:
        if fields.get("short_name", known.short_name) != known.short_name:
            _hold_feeds(file, change, known)
        change.update("board", board_id, **fields)


def _hold_feeds(file: OfficeFile, change: Change, whose: Board) -> None:
    """A feed of version 1.0.0 names the board by the short name that goes: it holds the id from now on."""
    for row in file.rows("SELECT id, fed_from FROM kpi WHERE fed_from <> ''"):
        feed = feed_kept(row["fed_from"])
        if feed and feed.of.casefold() == whose.short_name.casefold():
            change.update("kpi", row["id"], fed_from=replace(feed, of=whose.id).spec)


def set_quorum_rules(file: OfficeFile, board_id: str, rules: Iterable[QuorumRule]) -> None:
    """The “at least so many from …” of the terms of reference, in place of those there were."""
    known, wanted = board(file, board_id), tuple(rules)
    if wanted == known.quorum_rules:
        return
    if any(rule.at_least < 1 or (rule.sector is None) == (not rule.roles) for rule in wanted):
        raise Refused("Each rule asks for at least one, from a sector or from roles.", field="quorum_rules")
    with file.change(f"Change quorum of {known.short_name}") as change:
        for row in file.rows("SELECT id FROM quorum_rule WHERE board_id = ?", (board_id,)):
            change.delete("quorum_rule", row["id"])
        for place, rule in enumerate(wanted):
            change.insert(
                "quorum_rule",
                board_id=board_id,
                at_least=rule.at_least,
                sector=rule.sector or "",
                role=",".join(rule.roles),
                position=place,
                from_date=rule.from_date,
            )


def organisations(file: OfficeFile) -> tuple[Organisation, ...]:
    """Every organisation, in the office's order."""
    rows = file.rows("SELECT * FROM organisation ORDER BY position, name, id")
    return tuple(
        Organisation(row["id"], row["name"], row["short_name"], Sector(row["sector"])) for row in rows
    )


def add_organisation(
    file: OfficeFile, name: str, *, short_name: str = "", sector: Sector = Sector.OTHER
) -> str:
    """A new organisation; refused where one has that name already."""
    name = one_line(name)
    _check_organisation(file, name)
    place = file.value("SELECT coalesce(max(position) + 1, 0) FROM organisation")
    with file.change(f"Add organisation {name}") as change:
        return change.insert(
            "organisation", name=name, short_name=short_name.strip(), sector=sector, position=place
        )


def update_organisation(
    file: OfficeFile,
    organisation_id: str,
    *,
    name: str | None = None,
    short_name: str | None = None,
    sector: Sector | None = None,
) -> None:
    """Change what was given; old registers show the organisation under its new name."""
    known = one(file.row("SELECT name FROM organisation WHERE id = ?", (organisation_id,)), ORGANISATION_GONE)
    if name is not None:
        _check_organisation(file, name, but=organisation_id)
    given = {"name": name and one_line(name), "short_name": short_name, "sector": sector}
    fields = {field: value for field, value in given.items() if value is not None}
    key = f"{organisation_id} {' '.join(fields)}"
    with file.change(f"Change organisation {known['name']}", coalesce=key) as change:
        change.update("organisation", organisation_id, **fields)


def remove_organisation(file: OfficeFile, organisation_id: str) -> None:
    """Take out an organisation that was never on a roll; refused where a register names it."""
    known = one(file.row("SELECT name FROM organisation WHERE id = ?", (organisation_id,)), ORGANISATION_GONE)
    if file.value("SELECT 1 FROM roll_row WHERE organisation_id = ? LIMIT 1", (organisation_id,)):
        raise Refused(f"{known['name']} stands on a register, so it stays: the past is not rewritten.")
    with file.change(f"Remove organisation {known['name']}") as change:
        change.delete("organisation", organisation_id)


def _check_organisation(file: OfficeFile, name: str, *, but: str = "") -> None:
    if not name.strip():
        raise Refused("Give the organisation a name.", field="name")
    same = [
        organisation
        for organisation in organisations(file)
        if organisation.name.casefold() == name.strip().casefold()
    ]
    if any(other.id != but for other in same):
        raise Refused(f"There is already an organisation called {name.strip()}.", field="name")


def _checked(file: OfficeFile, terms: dict[str, object], *, board_id: str = "") -> dict[str, object]:
    """The terms as kept; refused with the field that is wrong."""
    kept = {key: value.strip() if isinstance(value, str) else value for key, value in terms.items()}
    for field, words in (("name", "a name"), ("short_name", "a short name, such as SIB")):
        if field in kept and not kept[field]:
            raise Refused(f"Give the board {words}.", field=field)
    if "short_name" in kept:
        _check_short_name(file, str(kept["short_name"]), board_id=board_id)
    if "quorum" in kept:
        kept["quorum"] = check_quorum(str(kept["quorum"]))
    target = kept.get("attendance_target")
    if target is not None and not Decimal(0) <= Decimal(str(target)) <= Decimal(100):
        raise Refused("The target is a per cent between 0 and 100.", field="attendance_target")
    return kept


def _notice_kept(known: Board, terms: dict[str, object]) -> dict[str, object]:
    """The pack of a board that becomes a statutory committee is issued in time from then on."""
    fields: dict[str, Any] = {**vars(known), **terms}
    changed = Board(**fields)
    if changed.kind is not BoardKind.STATUTORY or keeps_notice(changed.rule("pack_issued")):
        return {}
    if terms.keys() & {"pack_issued", "pack_issued_in"}:
        check_notice(changed.rule("pack_issued"))
    return {"pack_issued": LEAST_NOTICE.number, "pack_issued_in": LEAST_NOTICE.kind}


def _check_short_name(file: OfficeFile, short_name: str, *, board_id: str) -> None:
    same = [board for board in boards(file) if board.short_name.casefold() == short_name.casefold()]
    if any(other.id != board_id for other in same):
        raise Refused(f"There is already a board called {short_name}.", field="short_name")


def _board(row: Row, rules: tuple[QuorumRule, ...]) -> Board:
    return Board(
        id=row["id"],
        name=row["name"],
        short_name=row["short_name"],
        kind=BoardKind(row["kind"]),
        purpose=row["purpose"],
        terms_version=row["terms_version"],
        frequency=row["frequency"],
        review_on=day(row["review_on"]),
        year_start=YearStart(row["year_start"]),
        attendance_target=Decimal(row["attendance_target"]),
        target_figure=TargetFigure(row["target_figure"]),
        quorum=row["quorum"],
        quorum_rules=rules,
        venue=row["venue"],
        start_time=row["start_time"],
        minutes_long=row["minutes_long"],
        forms_out=row["forms_out"],
        papers_due=row["papers_due"],
        pack_issued=row["pack_issued"],
        draft_minutes=row["draft_minutes"],
        actions_chased=row["actions_chased"],
        plan_sent=row["plan_sent"],
        forms_out_in=DayKind(row["forms_out_in"]),
        papers_due_in=DayKind(row["papers_due_in"]),
        pack_issued_in=DayKind(row["pack_issued_in"]),
        draft_minutes_in=DayKind(row["draft_minutes_in"]),
        actions_chased_in=DayKind(row["actions_chased_in"]),
        plan_sent_in=DayKind(row["plan_sent_in"]),
        small_numbers=row["small_numbers"],
        published_names=NamesPrinted(row["published_names"]),
    )


def _quorum_rule(row: Row) -> QuorumRule:
    return QuorumRule(
        row["at_least"],
        Sector(row["sector"]) if row["sector"] else None,
        tuple(Role(word) for word in row["role"].split(",") if word),
        day(row["from_date"]),
    )
