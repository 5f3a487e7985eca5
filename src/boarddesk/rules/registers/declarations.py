"""Declarations of interest: leaving for an item takes somebody out of that item's quorum, and of no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.parts import away_at
from boarddesk.rules.registers.quorum import Quorum, live_quorum
from boarddesk.rules.registers.register import Mark, Register, RollRow
from boarddesk.rules.wording import listed


class Conduct(StrEnum):
    """What somebody with an interest did while the item was taken."""

    STAYED = "stayed"
    LEFT = "left"
    NO_PART = "took no part"


@dataclass(frozen=True)
class Declaration:
    """An interest declared at a meeting: whose, in which item (None: in none of them alone), its nature."""

    id: str
    meeting_id: str
    person_id: str
    person: str
    nature: str
    did: Conduct = Conduct.STAYED
    item_id: str | None = None
    item_title: str = ""
    item_number: str = ""

    @property
    def sentence(self) -> str:
        """`Ruth Calder: works for the trust; left.`"""
        return f"{self.person}: {self.nature.rstrip('.')}; {self.did}."


def check_declaration(nature: str, did: Conduct, item_id: str | None) -> None:
    """Refused without a nature, or where somebody left for no item."""
    if not nature.strip():
        raise Refused("Say what the interest is.", field="nature")
    if did is Conduct.LEFT and item_id is None:
        raise Refused("Choose the item they left for: its quorum is counted without them.", field="item")


def out_of_item(register: Register, declarations: Iterable[Declaration], item_id: str) -> frozenset[str]:
    """The rows of those who left for an item: by their own seat, or as the deputy of another's."""
    left = {
        known.person_id for known in declarations if known.item_id == item_id and known.did is Conduct.LEFT
    }
    return frozenset(row.id for row in register.rows if _sits_in(row) in left)


def item_quorum(
    board: Board, register: Register, declarations: Iterable[Declaration], *, item_id: str, number: str
) -> Quorum:
    """The quorum while one item is taken: without those who left for it, and those not there by then."""
    gone = away_at(register, number) if number else frozenset()
    return live_quorum(board, register, away=gone | out_of_item(register, declarations, item_id))


@dataclass(frozen=True)
class DeclaredItem:
    """What was declared in one item, and the quorum while it is taken; no number: in none of them alone."""

    number: str
    title: str
    declared: tuple[Declaration, ...]
    quorum: Quorum

    @property
    def away(self) -> tuple[str, ...]:
        """Who left for it."""
        return tuple(known.person for known in self.declared if known.did is Conduct.LEFT)

    @property
    def sentence(self) -> str:
        """`Item 4.1, without Ruth Calder: Quorate: 8 of 14 quorum seats present, 7 needed.`"""
        without = f", without {listed(self.away)}" if self.away else ""
        return f"Item {self.number}{without}: {self.quorum.sentence}"


def declared_items(
    board: Board,
    register: Register,
    declarations: Sequence[Declaration],
) -> tuple[DeclaredItem, ...]:
    """The items something was declared in, in their order."""
    found: dict[str | None, list[Declaration]] = {}
    for known in declarations:
        found.setdefault(known.item_id, []).append(known)
    return tuple(
        DeclaredItem(
            inside[0].item_number,
            inside[0].item_title,
            tuple(inside),
            item_quorum(board, register, inside, item_id=item_id or "", number=inside[0].item_number),
        )
        for item_id, inside in found.items()
    )


def _sits_in(row: RollRow) -> str | None:
    return row.deputy_id if row.mark is Mark.DEPUTY else row.person_id
