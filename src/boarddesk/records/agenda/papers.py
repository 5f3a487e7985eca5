"""Papers kept with their items: the bytes by hash, every copy, what was found, and who cleared them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from boarddesk.records.file.change import Change
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import day, gathered, one
from boarddesk.rules.papers.paper import Clearance, CopyKind, KeptFinding, Paper, PaperCopy
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line

GONE = "That paper is no longer there."

_FINDING = ("id", "kind", "sentence", "place", "accepted_why")
_COPIES = "SELECT * FROM paper_copy ORDER BY paper_id, sequence DESC"


class Finding(Protocol):
    """What the check of a paper tells of one thing it found."""

    @property
    def kind(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def place(self) -> str: ...


@dataclass(frozen=True)
class NewCopy:
    """A file that comes as a paper: its name, its bytes, and what the check found in it."""

    name: str
    content: bytes
    findings: Sequence[Finding] = ()


def papers_of_meeting(file: OfficeFile, meeting_id: str) -> Mapping[str, tuple[Paper, ...]]:
    """The papers of each item of a meeting by the item's id, in the item's order."""
    rows = file.rows(
        "SELECT l.item_id, p.* FROM item_paper l JOIN paper p ON p.id = l.paper_id "
        "JOIN agenda_item i ON i.id = l.item_id WHERE i.meeting_id = ? ORDER BY l.position, l.id",
        (meeting_id,),
    )
    made = {paper.id: paper for paper in _papers(file, rows)}
    return gathered((row["item_id"], made[row["id"]]) for row in rows)


def paper(file: OfficeFile, paper_id: str) -> Paper:
    """One paper; refused when it is no longer there."""
    row = one(file.row("SELECT * FROM paper WHERE id = ?", (paper_id,)), GONE)
    return next(iter(_papers(file, [row])))


def items_of(file: OfficeFile, paper_id: str) -> tuple[str, ...]:
    """The items a paper belongs to."""
    rows = file.rows("SELECT item_id FROM item_paper WHERE paper_id = ? ORDER BY id", (paper_id,))
    return tuple(row["item_id"] for row in rows)


def content(file: OfficeFile, copy: PaperCopy) -> bytes:
    """The bytes of a copy; refused where the file does not hold them."""
    row = file.row("SELECT content FROM paper_bytes WHERE sha256 = ?", (copy.sha256,))
    return bytes(one(row, f"The file of {copy.name} is no longer in the office.")["content"])


def name_paper(file: OfficeFile, item_id: str, title: str, *, asked_on: date | None = None) -> str:
    """A paper that is to follow, last of its item."""
    kept = one_line(title)
    if not kept:
        raise Refused("Give the paper a title.", field="title")
    with file.change(f"Add paper {kept}") as change:
        made = change.insert("paper", board_id=_board_of(file, item_id), title=kept, asked_on=asked_on)
        _link(file, change, item_id, made)
    return made


def take_in(file: OfficeFile, paper_id: str, copy: NewCopy, *, on: date, what_changed: str = "") -> str:
    """The file of a paper; where there was one it is replaced, and what it was is kept."""
    known = paper(file, paper_id)
    kind = CopyKind.REPLACEMENT if known.copy else CopyKind.ORIGINAL
    verb = "Replace" if known.copy else "Take in"
    return _keep(file, known, copy, on=on, kind=kind, label=f"{verb} {known.title}", says=what_changed)


def keep_clean_copy(file: OfficeFile, paper_id: str, copy: NewCopy, *, on: date) -> str:
    """A copy without what was found; the original is kept under it."""
    known = paper(file, paper_id)
    return _keep(file, known, copy, on=on, kind=CopyKind.CLEAN, label=f"Make a clean copy of {known.title}")


def put_on(file: OfficeFile, paper_id: str, item_id: str) -> None:
    """Let a paper belong to one more item; once is enough."""
    known = paper(file, paper_id)
    if item_id in items_of(file, paper_id):
        return
    with file.change(f"Put {known.title} on another item") as change:
        _link(file, change, item_id, paper_id)


def take_off(file: OfficeFile, paper_id: str, item_id: str) -> None:
    """Let a paper belong to an item no longer; off its last item it is out of the office, until Undo."""
    known = paper(file, paper_id)
    row = one(
        file.row("SELECT id FROM item_paper WHERE paper_id = ? AND item_id = ?", (paper_id, item_id)), GONE
    )
    with file.change(f"Take {known.title} off the item") as change:
        change.delete("item_paper", row["id"])
        if not items_of(file, paper_id):
            change.delete("paper", paper_id)


def order_paper(file: OfficeFile, item_id: str, paper_id: str, *, step: int) -> None:
    """So many places down among the papers of an item, up where it is less than nothing."""
    rows = file.rows(
        "SELECT id, paper_id FROM item_paper WHERE item_id = ? ORDER BY position, id", (item_id,)
    )
    order = [row["paper_id"] for row in rows]
    at = order.index(paper_id)
    to = min(max(at + step, 0), len(order) - 1)
    if to == at:
        return
    order.insert(to, order.pop(at))
    link = {row["paper_id"]: row["id"] for row in rows}
    with file.change(f"Move {paper(file, paper_id).title}", coalesce=f"order {paper_id}") as change:
        for position, each in enumerate(order):
            change.update("item_paper", link[each], position=position)


def rename_paper(file: OfficeFile, paper_id: str, title: str) -> None:
    """Another title; it names the file that goes out too."""
    kept = one_line(title)
    if not kept:
        raise Refused("Give the paper a title.", field="title")
    with file.change(f"Rename {paper(file, paper_id).title}", coalesce=f"{paper_id} title") as change:
        change.update("paper", paper_id, title=kept)


def ask_for_paper(file: OfficeFile, paper_id: str, *, on: date | None) -> None:
    """The day its author was asked for it; None takes that back."""
    with file.change(f"Ask for {paper(file, paper_id).title}") as change:
        change.update("paper", paper_id, asked_on=on)


def withdraw_paper(file: OfficeFile, paper_id: str, *, on: date, why: str) -> None:
    """The board does not get it, and why; its copies are kept."""
    if not why.strip():
        raise Refused("Say why it is withdrawn.", field="why")
    with file.change(f"Withdraw {paper(file, paper_id).title}") as change:
        change.update("paper", paper_id, withdrawn_on=on, withdrawn_why=why.strip())


def bring_back_paper(file: OfficeFile, paper_id: str) -> None:
    """The board gets it after all."""
    with file.change(f"Bring back {paper(file, paper_id).title}") as change:
        change.update("paper", paper_id, withdrawn_on=None, withdrawn_why="")


def accept_finding(file: OfficeFile, finding_id: str, *, why: str) -> None:
    """What was found may stay, and why; without a reason it is open again."""
    one(file.row("SELECT 1 FROM paper_finding WHERE id = ?", (finding_id,)), "That finding is gone.")
    with file.change("Accept a finding" if why.strip() else "Reopen a finding") as change:
        change.update("paper_finding", finding_id, accepted_why=why.strip())


def clear_paper(
    file: OfficeFile, paper_id: str, role_id: str, *, by: str, on: date | None, how: str = ""
) -> None:
    """A sign-off, by whom, when, and how it was confirmed; without a day it is taken back."""
    if on is not None and not by.strip():
        raise Refused("Say who cleared it.", field="by")
    known = paper(file, paper_id)
    with file.change(f"Clear {known.title}" if on else f"Take back a clearance of {known.title}") as change:
        _clear(file, change, paper_id, role_id, cleared_by=by.strip(), cleared_on=on, how=how.strip())


def ask_clearance(file: OfficeFile, paper_id: str, role_id: str, *, on: date | None) -> None:
    """The day a sign-off was asked for."""
    with file.change(f"Ask to clear {paper(file, paper_id).title}") as change:
        _clear(file, change, paper_id, role_id, asked_on=on)


def _clear(file: OfficeFile, change: Change, paper_id: str, role_id: str, **fields: object) -> None:
    row = file.row("SELECT id FROM clearance WHERE paper_id = ? AND role_id = ?", (paper_id, role_id))
    if row:
        change.update("clearance", row["id"], **fields)
    else:
        change.insert("clearance", paper_id=paper_id, role_id=role_id, **fields)


def _keep(
    file: OfficeFile, known: Paper, copy: NewCopy, *, on: date, kind: CopyKind, label: str, says: str = ""
) -> str:
    if not copy.content:
        raise Refused(f"{copy.name} is empty. Save it again where it comes from, then add it.", field="file")
    with file.change(label) as change:
        made = change.insert(
            "paper_copy",
            paper_id=known.id,
            kind=kind,
            name=copy.name,
            sha256=change.keep_paper(copy.content),
            size=len(copy.content),
            taken_in_on=on,
            sequence=len(known.copies),
            what_changed=says.strip(),
        )
        for position, finding in enumerate(copy.findings):
            change.insert(
                "paper_finding",
                copy_id=made,
                kind=finding.kind,
                sentence=finding.sentence,
                place=finding.place,
                position=position,
            )
    return made


def _link(file: OfficeFile, change: Change, item_id: str, paper_id: str) -> None:
    place = file.value("SELECT count(*) FROM item_paper WHERE item_id = ?", (item_id,))
    change.insert("item_paper", item_id=item_id, paper_id=paper_id, position=place)


def _board_of(file: OfficeFile, item_id: str) -> str:
    row = file.row(
        "SELECT m.board_id FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id WHERE i.id = ?",
        (item_id,),
    )
    return str(one(row, "That item is no longer there.")["board_id"])


def _papers(file: OfficeFile, rows: Iterable[Row]) -> Iterable[Paper]:
    findings = gathered(
        (
            row["copy_id"],
            KeptFinding(row["id"], row["kind"], row["sentence"], row["place"], row["accepted_why"]),
        )
        for row in file.rows("SELECT * FROM paper_finding ORDER BY copy_id, position")
    )
    copies = gathered((row["paper_id"], _copy(row, findings)) for row in file.rows(_COPIES))
    roles = gathered(
        (row["board_id"], row) for row in file.rows("SELECT * FROM clearance_role ORDER BY position, id")
    )
    given = {(row["paper_id"], row["role_id"]): row for row in file.rows("SELECT * FROM clearance")}
    for row in rows:
        yield Paper(
            row["id"],
            row["board_id"],
            row["title"],
            day(row["asked_on"]),
            day(row["withdrawn_on"]),
            row["withdrawn_why"],
            copies[row["id"]],
            tuple(_clearance(role, given.get((row["id"], role["id"]))) for role in roles[row["board_id"]]),
        )


def _copy(row: Row, findings: Mapping[str, tuple[KeptFinding, ...]]) -> PaperCopy:
    return PaperCopy(
        row["id"],
        CopyKind(row["kind"]),
        row["name"],
        row["sha256"],
        row["size"],
        date.fromisoformat(row["taken_in_on"]),
        row["what_changed"],
        findings[row["id"]],
    )


def _clearance(role: Row, given: Row | None) -> Clearance:
    if given is None:
        return Clearance(role["id"], role["name"])
    return Clearance(
        role["id"],
        role["name"],
        given["cleared_by"],
        day(given["cleared_on"]),
        given["how"],
        day(given["asked_on"]),
    )
