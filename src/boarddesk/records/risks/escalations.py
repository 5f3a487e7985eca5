"""What was sent to a board above, taken there, and came down again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from boarddesk.records.boards import boards
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.lines import lines
from boarddesk.records.reading import day, gathered, one
from boarddesk.rules.governance.lines import way_up
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.escalations import RECORDED, Escalation, EscalationKind

GONE: Final = "That escalation is no longer there."

_READ: Final = (
    "SELECT e.*, b.short_name, b.name AS board_name, m.date AS agenda_day, "
    "coalesce(r.ref, i.ref, a.ref) AS ref, coalesce(r.title, i.title, a.text) AS title "
    "FROM escalation e LEFT JOIN board b ON b.id = e.board_id "
    "LEFT JOIN meeting m ON m.id = e.meeting_id LEFT JOIN risk r ON r.id = e.risk_id "
    "LEFT JOIN issue i ON i.id = e.issue_id LEFT JOIN action a ON a.id = e.action_id "
    "ORDER BY coalesce(e.sent_on, '') DESC, e.sequence DESC, e.id"
)
_COLUMN: Final = {
    EscalationKind.RISK: "risk_id",
    EscalationKind.ISSUE: "issue_id",
    EscalationKind.ACTION: "action_id",
}


@dataclass(frozen=True)
class Sending:
    """What is sent up: a record of the office by its id, or words; to a board, or a body only named."""

    kind: EscalationKind
    sent_on: date
    why: str
    asked_for: str
    from_board_id: str | None = None
    to_board_id: str | None = None
    to_name: str = ""
    record_id: str = ""
    what: str = ""
    parties: str = ""
    tried: str = ""
    meeting_id: str | None = None


def escalations(file: OfficeFile) -> tuple[Escalation, ...]:
    """Every escalation, the newest first."""
    return tuple(_escalation(row) for row in file.rows(_READ))


def sent_by_record(file: OfficeFile, column: str) -> Mapping[str, tuple[Escalation, ...]]:
    """The escalations of each record that a column names, the newest first."""
    return gathered((row[column], _escalation(row)) for row in file.rows(_READ) if row[column])


def escalate(file: OfficeFile, sending: Sending) -> str:
    """Send something to a board above; refused where it does not say what for, or is there already."""
    _check(file, sending)
    to = _name_of(file, sending)
    about = _ref(file, sending)
    column = _COLUMN.get(sending.kind)
    with file.change(f"Escalate {about} to {to}") as change:
        made = change.insert(
            "escalation",
            kind=sending.kind,
            **({column: sending.record_id} if column else {}),
            what=sending.what.strip(),
            from_board_id=sending.from_board_id,
            board_id=sending.to_board_id,
            sent_to=to,
            sent_on=sending.sent_on,
            why=sending.why.strip(),
            asked_for=sending.asked_for.strip(),
            parties=sending.parties.strip(),
            tried=sending.tried.strip(),
            meeting_id=sending.meeting_id,
            sequence=file.value("SELECT count(*) FROM escalation"),
        )
        if sending.kind is EscalationKind.RISK:
            change.update("risk", sending.record_id, status="escalated")
    return made


def put_on_agenda(file: OfficeFile, escalation_id: str, meeting_id: str | None) -> None:
    """The meeting whose agenda it stands on; None takes it off."""
    with file.change(f"Put {_about(file, escalation_id)} on an agenda") as change:
        change.update("escalation", escalation_id, meeting_id=meeting_id)


def take(
    file: OfficeFile, escalation_id: str, *, on: date, outcome: str, meeting_id: str | None = None
) -> None:
    """The board above took it on a day, with this outcome; it stays there until it comes down."""
    if not outcome.strip():
        raise Refused("Say what the board above decided.", field="outcome")
    _check_after(file, escalation_id, on, field="taken_on")
    fields: dict[str, object] = {"meeting_id": meeting_id} if meeting_id else {}
    with file.change(f"Take {_about(file, escalation_id)}") as change:
        change.update("escalation", escalation_id, taken_on=on, outcome=outcome.strip(), **fields)


def bring_down(file: OfficeFile, escalation_id: str, *, on: date, why: str) -> None:
    """It comes down to the board it came from, and why; the risk is open again once none is above."""
    if not why.strip():
        raise Refused("Say why it comes down.", field="why")
    _check_after(file, escalation_id, on, field="came_down_on")
    row = one(file.row("SELECT * FROM escalation WHERE id = ?", (escalation_id,)), GONE)
    with file.change(f"Bring {_about(file, escalation_id)} down") as change:
        change.update("escalation", escalation_id, came_down_on=on, came_down_why=why.strip())
        _settle(file, change, row["risk_id"])


def remove_escalation(file: OfficeFile, escalation_id: str) -> None:
    """Take back an escalation made by mistake, as if it had never been sent."""
    row = one(file.row("SELECT * FROM escalation WHERE id = ?", (escalation_id,)), GONE)
    with file.change(f"Take back the escalation of {_about(file, escalation_id)}") as change:
        change.delete("escalation", escalation_id)
        _settle(file, change, row["risk_id"])


def _settle(file: OfficeFile, change: Change, risk_id: str | None) -> None:
    """A risk that is with no board above any more is open; one that is closed or came true stays so."""
    if risk_id and file.value(
        "SELECT 1 FROM risk WHERE id = :risk AND status = 'escalated' AND NOT EXISTS "
        "(SELECT 1 FROM escalation WHERE risk_id = :risk AND came_down_on IS NULL)",
        {"risk": risk_id},
    ):
        change.update("risk", risk_id, status="open")


def _check(file: OfficeFile, sending: Sending) -> None:
    if sending.kind in RECORDED and not sending.record_id:
        raise Refused("Choose what is escalated.", field="record")
    if sending.kind not in RECORDED and not sending.what.strip():
        raise Refused("Say what is escalated.", field="what")
    if sending.to_board_id is None and not sending.to_name.strip():
        raise Refused("Choose the board it is sent to.", field="to")
    if not sending.asked_for.strip():
        raise Refused("Say what the board above is asked for.", field="asked_for")
    if sending.to_board_id and sending.to_board_id == sending.from_board_id:
        raise Refused("It is with that board already.", field="to")
    _check_line(file, sending)
    column = _COLUMN.get(sending.kind)
    if column and file.value(
        f"SELECT 1 FROM escalation WHERE {column} = ? AND came_down_on IS NULL "
        "AND (board_id IS NOT NULL AND board_id = ? OR sent_to = ? COLLATE NOCASE)",
        (sending.record_id, sending.to_board_id, sending.to_name.strip() or None),
    ):
        raise Refused("It is with that board already.", field="to")


def _check_line(file: OfficeFile, sending: Sending) -> None:
    """Up to a board of the office it goes along the lines of who is accountable to whom, and no other way."""
    up, to = sending.from_board_id, sending.to_board_id
    if up and to and not way_up(lines(file), up, to, sending.sent_on):
        short = {known.id: known.short_name for known in boards(file)}
        says = (
            f"{short[up]} is not accountable to {short[to]}: what is sent up follows the lines under People."
        )
        raise Refused(says, field="to")


def _check_after(file: OfficeFile, escalation_id: str, on: date, *, field: str) -> None:
    row = one(file.row("SELECT sent_on FROM escalation WHERE id = ?", (escalation_id,)), GONE)
    sent = day(row["sent_on"])
    if sent and on < sent:
        raise Refused("That day is before it was sent.", field=field)


def _name_of(file: OfficeFile, sending: Sending) -> str:
    if sending.to_board_id is None:
        return sending.to_name.strip()
    row = file.row("SELECT short_name FROM board WHERE id = ?", (sending.to_board_id,))
    return str(one(row, "That board is no longer there.")["short_name"])


def _ref(file: OfficeFile, sending: Sending) -> str:
    column = _COLUMN.get(sending.kind)
    if column is None:
        return f"a {sending.kind}"
    row = file.row(f"SELECT ref FROM {sending.kind} WHERE id = ?", (sending.record_id,))
    return f"{sending.kind} {one(row, 'That row is no longer there.')['ref']}"


def _about(file: OfficeFile, escalation_id: str) -> str:
    row = one(file.row("SELECT * FROM escalation WHERE id = ?", (escalation_id,)), GONE)
    for kind, column in _COLUMN.items():
        if row[column]:
            return f"{kind} {file.value(f'SELECT ref FROM {kind} WHERE id = ?', (row[column],))}"
    return f"a {row['kind']}"


def _escalation(row: Row) -> Escalation:
    kind = EscalationKind(row["kind"])
    return Escalation(
        sent_to=row["short_name"] or row["sent_to"],
        board_id=row["board_id"],
        sent_on=day(row["sent_on"]),
        kind=kind,
        what=row["what"] or " ".join(part for part in (row["ref"], row["title"]) if part),
        ref=row["ref"] or "",
        record_id=next((row[column] for column in _COLUMN.values() if row[column]), ""),
        from_board_id=row["from_board_id"],
        why=row["why"],
        asked_for=row["asked_for"],
        parties=row["parties"],
        tried=row["tried"],
        meeting_id=row["meeting_id"],
        agenda_day=day(row["agenda_day"]),
        taken_on=day(row["taken_on"]),
        outcome=row["outcome"],
        came_down_on=day(row["came_down_on"]),
        came_down_why=row["came_down_why"],
        id=row["id"],
        board_name=row["board_name"] or "",
    )
