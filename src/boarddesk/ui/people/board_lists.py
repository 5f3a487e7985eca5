"""What a board keeps in order: standing items, headings of its cover reports, who clears its papers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.agenda.item import StandingItem
from boarddesk.rules.cover_headings import SHIPPED, CoverHeading
from boarddesk.rules.people import Board
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.people.editing import CLEARANCE_ROLE, COVER_HEADING, STANDING_ITEM
from boarddesk.ui.people.panel_parts import Part, Writes, remover, small
from boarddesk.ui.widgets.buttons import icon_button, link
from boarddesk.ui.widgets.choose_in_place import ChooseInPlace
from boarddesk.ui.widgets.editable import EditableField
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel


class BoardLists(Part):
    """Fills the three sections; each line is changed where it stands, moved up and taken out."""

    def fill(self, board: Board) -> None:
        """In the order in which a meeting comes to them."""
        self._standing(board)
        self._headings(board)
        self._clearance(board)

    def _section(self, title: str, kind: str, board: Board) -> QVBoxLayout:
        return self.panel.add_section(
            title, action=("Add", partial(self.people_actions.add_to_list, kind, board))
        )

    # ── standing items ──

    def _standing(self, board: Board) -> None:
        inside = self._section("Standing items", "standing item", board)
        found = self.shown.standing_items[board.id]
        for place, item in enumerate(found):
            self._item(inside, board, item, [each.id for each in found], place=place)
        if not found:
            inside.addWidget(WrappedLabel("No agenda of this board begins with anything yet.", "muted"))
            inside.addWidget(
                link("Take the usual four", partial(self.people_actions.take_usual_items, board))
            )

    def _item(
        self, inside: QVBoxLayout, board: Board, item: StandingItem, ids: Sequence[str], *, place: int
    ) -> None:
        writes: Writes = partial(self.people_actions.edit_cell, "standing item", item.id)
        together = self._line(
            inside, board, "standing item", STANDING_ITEM["title"], item.title, ids, place=place
        )
        field, lead = STANDING_ITEM["minutes"], STANDING_ITEM["lead"]
        minutes = InPlace(
            "" if item.minutes is None else str(item.minutes),
            name=f"{field.label}, {item.title}",
            shown=count_in_figures(item.minutes, "minute") if item.minutes is not None else "",
            does=partial(writes, field.key),
        )
        leads = InPlace(item.lead.name, name=f"{lead.label}, {item.title}", does=partial(writes, lead.key))
        purpose = self._choice(STANDING_ITEM["purpose"], item.purpose.value, writes, of=item.title)
        fills = self._choice(STANDING_ITEM["fills"], item.fills.value, writes, of=item.title)
        _beside(together, ("for", purpose), ("lasts", minutes))
        _beside(together, ("fills", fills), ("lead", leads))

    # ── headings of a cover report ──

    def _headings(self, board: Board) -> None:
        inside = self._section("Headings of a cover report", "cover heading", board)
        found = [heading for heading in self.shown.cover_headings if heading.board_id == board.id]
        for place, heading in enumerate(found):
            self._heading(inside, board, heading, [each.id for each in found], place=place)
        if not found:
            words = "Under which headings this board wants what another board brings it."
            inside.addWidget(WrappedLabel(words, "muted"))
            for whose in SHIPPED:
                takes = partial(self.people_actions.take_headings, board, whose)
                inside.addWidget(link(f"Take those of {whose}", takes))

    def _heading(
        self, inside: QVBoxLayout, board: Board, heading: CoverHeading, ids: Sequence[str], *, place: int
    ) -> None:
        writes: Writes = partial(self.people_actions.edit_cell, "cover heading", heading.id)
        together = self._line(
            inside, board, "cover heading", COVER_HEADING["title"], heading.title, ids, place=place
        )
        part = self._choice(COVER_HEADING["fills"], heading.fills.value, writes, of=heading.title)
        _beside(together, ("holds", part))

    # ── clearance ──

    def _clearance(self, board: Board) -> None:
        inside = self._section("Papers are cleared by", "clearance role", board)
        found = [role for role in self.shown.clearance_roles if role.board_id == board.id]
        for place, role in enumerate(found):
            ids = [each.id for each in found]
            self._line(inside, board, "clearance role", CLEARANCE_ROLE["name"], role.name, ids, place=place)
        if not found:
            words = "Nobody: papers of this board need no clearance."
            inside.addWidget(WrappedLabel(words, "muted"))

    # ── one line ──

    def _line(
        self,
        inside: QVBoxLayout,
        board: Board,
        kind: str,
        field: EditableField,
        words: str,
        ids: Sequence[str],
        *,
        place: int,
    ) -> QVBoxLayout:
        """Its words, with what moves it up and takes it out at the right; room for what belongs to it."""
        row_id, actions = ids[place], self.people_actions
        title = InPlace(
            words,
            name=f"{field.label} {place + 1}",
            role="strong",
            does=partial(actions.edit_cell, kind, row_id, field.key),
        )
        after: list[QWidget] = [remover(f"Take out {words}", partial(actions.remove, kind, row_id))]
        if place:
            order = [*ids[: place - 1], row_id, ids[place - 1], *ids[place + 1 :]]
            moves = partial(actions.order_list, kind, board, order)
            after.insert(0, icon_button("arrow-up", f"Move {words} up", moves))
        together = QVBoxLayout()
        together.setSpacing(0)
        self.line(together, title, after=after)
        inside.addLayout(together)
        return together

    def _choice(self, field: EditableField, value: str, writes: Writes, *, of: str) -> ChooseInPlace:
        does = partial(writes, field.key)
        return ChooseInPlace(value, field.choices, name=f"{field.label}, {of}", does=does)


def _beside(inside: QVBoxLayout, *parts: tuple[str, QWidget]) -> None:
    """What belongs to the line above, beside each other, each after a word that says what it is."""
    row = QHBoxLayout()
    row.setSpacing(4)
    for words, part in parts:
        row.addWidget(small(words), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(part, 1)
    inside.addLayout(row)
