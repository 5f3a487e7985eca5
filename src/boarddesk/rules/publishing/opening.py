"""Minutes as everybody may read them: what is restricted is taken out before anything is composed of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.minutes.corrected import MinutesCorrection
from boarddesk.rules.minutes.minutes import ItemMinute, PublicLines
from boarddesk.rules.minutes.pack import MinutesPack, Withheld
from boarddesk.rules.minutes.update import UpdatePack
from boarddesk.rules.owners import NO_OWNER
from boarddesk.rules.publishing.withholding import SPAN_WITHHELD, OpenText, all_withheld, open_text
from boarddesk.rules.registers.register import RollRow


def opened(
    pack: MinutesPack, *, withheld: Collection[str], hidden_corrections: Collection[str]
) -> MinutesPack:
    """The pack of a published copy: restricted items, blocks and spans gone with all that hangs on them.

    `withheld` are the ids of further items to withhold as a whole, `hidden_corrections` those of corrections
    to words that are restricted. Reasons for absence, notes and what is only for the chair are gone too.
    """
    closed = closed_items(pack.minutes.items) | set(withheld)
    texts = {
        item.row.item.id: (all_withheld if item.row.item.id in closed else open_text)(item.blocks)
        for item in pack.minutes.items
    }
    hidden = {record_id for text in texts.values() for record_id in text.hidden}
    challenges = {
        key: replace(challenge, answer="", evidence=None)
        for key, challenge in pack.challenges.items()
        if key not in hidden and challenge.item_id not in closed
    }
    items = tuple(_open_item(item, texts[item.row.item.id], closed) for item in pack.minutes.items)
    return replace(
        pack,
        minutes=replace(pack.minutes, items=items),
        meeting=replace(pack.meeting, link=""),
        register=replace(
            pack.register,
            meeting=replace(pack.register.meeting, link=""),
            rows=tuple(_open_row(row) for row in pack.register.rows),
        ),
        declared=tuple(known for known in pack.declared if known.item_id not in closed),
        presence={key: told for key, told in pack.presence.items() if key not in closed},
        decisions=tuple(
            replace(known, by_whom="")
            for known in pack.decisions
            if known.id not in hidden and known.item_id not in closed
        ),
        actions=tuple(
            replace(known, done_what="", withdrawn_why="")
            for known in pack.actions
            if known.id not in hidden and known.item_id not in closed
        ),
        challenges=challenges,
        asked_about={key: ref for key, ref in pack.asked_about.items() if key in challenges},
        papers={key: papers for key, papers in pack.papers.items() if key not in closed},
        corrections=_open_corrections(pack.corrections, hidden_corrections),
        amends={of: _open_corrections(made, hidden_corrections) for of, made in pack.amends.items()},
        for_publication=True,
        withheld=Withheld(
            sum(text.paragraphs for text in texts.values()),
            sum(text.spans for text in texts.values()),
            sum(item.is_withheld for item in items),
        ),
    )


def opened_update(pack: UpdatePack) -> UpdatePack:
    """The pack of the chair's update with nothing in it but the lines written for everybody."""
    return replace(
        pack,
        meeting=replace(pack.meeting, link=""),
        items=tuple(
            replace(item, blocks=(), row=replace(item.row, item=_public_part(item.row.item)))
            for item in pack.items
        ),
    )


def closed_items(items: Iterable[ItemMinute]) -> set[str]:
    """The ids of items the public does not hear: restricted ones, and what is under them."""
    known = [item.row.item for item in items]
    closed = {item.id for item in known if item.restricted}
    return closed | {item.id for item in known if item.parent_id in closed}


def _open_item(item: ItemMinute, text: OpenText, closed: Collection[str]) -> ItemMinute:
    """One withheld as a whole keeps its title, which stands on the public agenda."""
    is_closed = item.row.item.id in closed
    return replace(
        item,
        row=replace(item.row, item=_public_part(item.row.item, late_why="" if is_closed else None)),
        blocks=text.blocks,
        public=PublicLines() if is_closed else item.public,
        is_withheld=is_closed and not text.blocks,
    )


def _public_part(item: AgendaItem, late_why: str | None = None) -> AgendaItem:
    return replace(
        item,
        lead=NO_OWNER,
        short_title="",
        restricted_why="",
        late_why=item.late_why if late_why is None else late_why,
        chair_note="",
        words_to_use="",
        outcome_note="",
    )


def _open_corrections(
    corrections: Iterable[MinutesCorrection], hidden: Collection[str]
) -> tuple[MinutesCorrection, ...]:
    """Those to words that are restricted say only that there was one."""
    return tuple(
        replace(each, was="", will_be=SPAN_WITHHELD, why="") if each.id in hidden else each
        for each in corrections
    )


def _open_row(row: RollRow) -> RollRow:
    return replace(row, reason="", note="")
