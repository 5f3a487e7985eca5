"""Draft minutes as they went out: the lines of each item, to which copies that come back are held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from boarddesk.rules.minutes.block import BlockKind, Span, spans_kept, spans_read


@dataclass(frozen=True)
class DraftLine:
    """A block as it went out. Of a row `text` is its record's sentence, `about` its owner and day.

    A row that stands in no text is printed after its item's and has its record's id.
    """

    id: str
    kind: BlockKind = BlockKind.PARAGRAPH
    text: str = ""
    spans: tuple[Span, ...] = ()
    restricted: bool = False
    record_id: str = ""
    ref: str = ""
    lead: str = ""
    about: str = ""

    @property
    def name(self) -> str:
        """`Decision D-016`; empty for text."""
        return f"{self.kind.capitalize()} {self.ref}".strip() if self.kind.is_row else ""


@dataclass(frozen=True)
class DraftItem:
    """An item as it went out, with the number it had."""

    id: str
    number: str
    title: str
    lines: tuple[DraftLine, ...] = ()


@dataclass(frozen=True)
class Circulation:
    """Draft minutes sent round once: what went out, when, and until when corrections are taken."""

    id: str
    meeting_id: str
    version: int
    sent_on: date
    corrections_by: date | None = None
    items: tuple[DraftItem, ...] = ()

    @property
    def lines(self) -> Iterator[tuple[DraftItem, DraftLine]]:
        """Every line with its item, in the order of the document."""
        return ((item, line) for item in self.items for line in item.lines)


def draft_kept(items: tuple[DraftItem, ...]) -> list[dict[str, Any]]:
    """What went out, as it is kept."""
    return [
        {
            "id": item.id,
            "number": item.number,
            "title": item.title,
            "blocks": [
                {
                    "id": line.id,
                    "kind": line.kind.value,
                    "text": line.text,
                    "marks": spans_kept(line.spans),
                    "restricted": line.restricted,
                    "record": line.record_id,
                    "ref": line.ref,
                    "lead": line.lead,
                    "about": line.about,
                }
                for line in item.lines
            ],
        }
        for item in items
    ]


def draft_read(kept: list[dict[str, Any]]) -> tuple[DraftItem, ...]:
    """What was kept."""
    return tuple(
        DraftItem(
            item["id"],
            item["number"],
            item["title"],
            tuple(
                DraftLine(
                    line["id"],
                    BlockKind(line["kind"]),
                    line["text"],
                    spans_read(line["marks"]),
                    line["restricted"],
                    line["record"],
                    line["ref"],
                    line["lead"],
                    line["about"],
                )
                for line in item["blocks"]
            ),
        )
        for item in kept
    )
