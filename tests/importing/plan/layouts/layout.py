"""A way of laying out a plan, and what a careful person reads in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Expected = dict[str, Any]
"""Plain data: an area, an action or a milestone as it ought to be read, in the shape of the cases' JSON."""


@dataclass(frozen=True)
class Layout:
    """A document that is written anew, with the plan a careful person reads in it.

    `actions` is a table as text (see `read_actions`), `more` by ref what its columns have no room for: the
    milestones and what may be read in more than one way (ref_free, refs, owners_any). `spare` are words that
    need not come back; `areas_free`: people would differ about the areas, so that they are not judged.
    """

    name: str
    about: str
    title: str
    write: Callable[[Path], object]
    areas: Sequence[Expected]
    actions: str
    more: Mapping[str, Expected] = field(default_factory=dict)
    spare: Sequence[str] = ()
    areas_free: bool = False
    suffix: str = ".docx"
    milestones_complete: bool = True

    def build(self, folder: Path) -> Path:
        """The document, written into the folder."""
        path = folder / f"{self.name}{self.suffix}"
        self.write(path)
        return path

    @property
    def expected(self) -> Expected:
        """The whole reading, as it stands beside a case."""
        return {
            "title": self.title,
            "layout": self.about,
            "areas": list(self.areas),
            "areas_free": self.areas_free,
            "actions": read_actions(self.actions, self.more),
            "need_not_return": list(self.spare),
            "milestones_complete": self.milestones_complete,
        }


def area(number: str, title: str, *leads: str) -> Expected:
    """An area with its leads, where the document names any."""
    return {"number": number, "title": title, **({"leads": list(leads)} if leads else {})}


def read_actions(text: str, more: Mapping[str, Expected]) -> list[Expected]:
    """Lines of `ref | area | text // or text | by when | latest or latest | owner; owner | status ~ words`.

    "-" stands for nothing, "?" in place of a status for one that people would read differently.
    """
    lines = text.strip().split("\n")
    found = [_action([" ".join(cell.split()) for cell in line.split("|")]) for line in lines]
    unknown = set(more) - {one["ref"] for one in found}
    assert not unknown, f"no action {unknown}"
    return [one | more.get(one["ref"], {}) for one in found]


def _action(cells: list[str]) -> Expected:
    ref, of, text, when, latest, owners, status = cells
    days = [None if day == "-" else day for day in latest.split(" or ")]
    is_a, _, words = status.partition(" ~ ")
    return {
        "ref": ref,
        "area": _or_none(of),
        "text": text.split(" // "),
        "by_when": None if when == "-" else {"as_written": when, "latest": days[0]},
        "latest_any": days,
        "owners": [] if owners == "-" else owners.split("; "),
        "status": None if is_a == "?" else _or_none(is_a),
        "status_free": is_a == "?",
        "status_words": words.split(", ") if words else [],
        "milestones": [],
    }


def _or_none(cell: str) -> str | None:
    return None if cell == "-" else cell


def steps(*texts: str) -> Expected:
    """The milestones of an action: `text → latest day`; no day where the document gives none of its own."""
    found: list[Expected] = []
    for one in texts:
        text, _, latest = one.partition(" → ")
        found.append({"text": text, **({"latest": _or_none(latest)} if latest else {})})
    return {"milestones": found}
