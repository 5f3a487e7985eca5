"""Every text a published copy prints, walked through once: looked at, mended, or with posts for names.

What is looked through is exactly what is printed, because both are one walk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.minutes.block import Block
from boarddesk.rules.minutes.corrected import MinutesCorrection
from boarddesk.rules.minutes.minutes import ItemMinute, PublicLines
from boarddesk.rules.minutes.pack import MinutesPack
from boarddesk.rules.minutes.update import LEAD_INS, UpdatePack
from boarddesk.rules.owners import Owner
from boarddesk.rules.publishing.choices import Replacement, mended
from boarddesk.rules.publishing.clue import Passage
from boarddesk.rules.publishing.withholding import replaced
from boarddesk.rules.registers.register import Register

Rewrite = Callable[[Passage], Sequence[Replacement]]
"""What is printed otherwise in a passage, last first."""


@dataclass(frozen=True)
class Walk:
    """One walk over what is printed, with what is done at each passage."""

    rewrite: Rewrite

    def minutes(self, pack: MinutesPack) -> MinutesPack:
        """Everything the minutes print, in the order a reader meets it."""
        numbers = {item.row.item.id: item.row.number for item in pack.minutes.items}
        where = {key or "": number for key, number in (("", "Of no item"), *numbers.items())}
        items = tuple(self._item(item) for item in pack.minutes.items)
        return replace(
            pack,
            author=self._text("author", "Front", pack.author),
            minutes=replace(pack.minutes, items=items),
            register=self._register(pack.register),
            presence={
                key: tuple(
                    self._text(f"{key}:presence:{place}", f"{where.get(key, '')}, who was there", told)
                    for place, told in enumerate(sentences)
                )
                for key, sentences in pack.presence.items()
            },
            declared=tuple(
                replace(
                    known,
                    person=self._text(f"{known.id}:person", "Interests", known.person),
                    nature=self._text(f"{known.id}:nature", "Interests", known.nature),
                )
                for known in pack.declared
            ),
            decisions=tuple(
                replace(known, text=self._text(known.id, _where(where, known.item_id, known.ref), known.text))
                for known in pack.decisions
            ),
            actions=tuple(
                self._action(known, _where(where, known.item_id, known.ref)) for known in pack.actions
            ),
            challenges={
                key: replace(
                    known,
                    text=self._text(key, _where(where, known.item_id, known.ref), known.text),
                    asked_by=self._text(f"{key}:asked_by", f"{known.ref}, asked by", known.asked_by),
                    relayed_by=self._text(f"{key}:relayed_by", f"{known.ref}, brought by", known.relayed_by),
                )
                for key, known in pack.challenges.items()
            },
            papers={
                key: tuple(
                    replace(
                        of, title=self._text(f"{key}:paper:{place}", f"{where.get(key)}, paper", of.title)
                    )
                    for place, of in enumerate(papers)
                )
                for key, papers in pack.papers.items()
            },
            corrections=tuple(self._correction(each) for each in pack.corrections),
            amends={of: tuple(self._correction(each) for each in made) for of, made in pack.amends.items()},
        )

    def update(self, pack: UpdatePack) -> UpdatePack:
        """Everything the chair's update prints."""
        return replace(
            pack,
            chair=self._text("chair", "Front", pack.chair),
            items=tuple(self._lines(item) for item in pack.items),
        )

    def _register(self, register: Register) -> Register:
        return replace(
            register,
            rows=tuple(
                replace(
                    row,
                    person=self._text(f"{row.id}:person", "Attendance", row.person),
                    deputy=self._text(f"{row.id}:deputy", "Attendance", row.deputy),
                )
                for row in register.rows
            ),
            guests=tuple(
                replace(
                    guest,
                    name=self._text(f"{guest.id}:name", "Attendance", guest.name),
                    purpose=self._text(f"{guest.id}:purpose", "Attendance", guest.purpose),
                )
                for guest in register.guests
            ),
        )

    def _action(self, action: BoardAction, where: str) -> BoardAction:
        return replace(
            action,
            text=self._text(action.id, where, action.text),
            owner=self._owner(action.owner, f"{action.id}:owner", where),
            holder=self._text(f"{action.id}:holder", f"{where}, owner", action.holder),
            co_owners=tuple(
                replace(
                    held,
                    owner=self._owner(held.owner, f"{action.id}:owner:{place}", where),
                    holder=self._text(f"{action.id}:holder:{place}", f"{where}, owner", held.holder),
                )
                for place, held in enumerate(action.co_owners)
            ),
        )

    def _owner(self, owner: Owner, place: str, where: str) -> Owner:
        return replace(owner, name=self._text(place, f"{where}, owner", owner.name))

    def _item(self, item: ItemMinute) -> ItemMinute:
        number, of = item.row.number, item.row.item
        title = self._text(f"{of.id}:title", f"{number}, title", of.title)
        late = self._text(f"{of.id}:late_why", f"{number}, why it is late", of.late_why)
        blocks: list[Block] = []
        count = 0
        for block in item.blocks:
            count += not block.kind.is_row
            if block.kind.is_row or not block.id:
                blocks.append(block)
                continue
            passage = Passage(block.id, f"{number}, para {count}", block.text)
            blocks.append(replaced(block, self.rewrite(passage)))
        row = replace(item.row, item=replace(of, title=title, late_why=late))
        return replace(item, row=row, blocks=tuple(blocks))

    def _lines(self, item: ItemMinute) -> ItemMinute:
        number, of, lines = item.row.number, item.row.item, item.public
        told = {
            field: self._text(f"{of.id}:{field}", f"{number}, {lead_in.lower()}", getattr(lines, field))
            for field, lead_in in {"heading": "Heading", **LEAD_INS}.items()
        }
        title = self._text(f"{of.id}:title", f"{number}, title", of.title)
        row = replace(item.row, item=replace(of, title=title))
        return replace(item, row=row, public=PublicLines(**told))

    def _correction(self, correction: MinutesCorrection) -> MinutesCorrection:
        where = f"Correction {correction.number}"
        return replace(
            correction,
            was=self._text(f"{correction.id}:was", where, correction.was),
            will_be=self._text(f"{correction.id}:will_be", where, correction.will_be),
            why=self._text(f"{correction.id}:why", where, correction.why),
        )

    def _text(self, place: str, where: str, text: str) -> str:
        return mended(text, self.rewrite(Passage(place, where, text))) if text else text


def _where(numbers: Mapping[str, str], item_id: str | None, ref: str) -> str:
    """`6, D-011`."""
    return ", ".join(part for part in (numbers.get(item_id or "", ""), ref) if part)


def passages_of(walk: Callable[[Walk], object]) -> tuple[Passage, ...]:
    """What a walk meets, unchanged."""
    met: list[Passage] = []

    def note(passage: Passage) -> tuple[Replacement, ...]:
        met.append(passage)
        return ()

    walk(Walk(note))
    return tuple(met)
