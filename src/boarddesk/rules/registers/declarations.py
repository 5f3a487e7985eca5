"""Declarations of interest: leaving for an item takes somebody out of that item's quorum, and of no other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.parts import away_at
from boarddesk.rules.registers.quorum import Quorum, live_quorum
from boarddesk.rules.registers.register import Mark, Register, RollRow


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
    away = out_of_item(register, declarations, item_id) | away_at(register, number)
    return live_quorum(board, register, away=away)


def _sits_in(row: RollRow) -> str | None:
    return row.deputy_id if row.mark is Mark.DEPUTY else row.person_id
