"""The office's retention classes: how many years, from when and why; shipped ones are only proposed."""

from __future__ import annotations

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import Refused
from boarddesk.rules.retention import (
    KINDS,
    CountedFrom,
    RetentionClass,
    RetentionKind,
    check_years,
    proposed,
)
from boarddesk.rules.wording import one_line


def retention_classes(file: OfficeFile) -> tuple[RetentionClass, ...]:
    """Every class: as the office decided it, else as it is proposed."""
    decided = {row["what"]: row for row in file.rows("SELECT * FROM retention_class ORDER BY position")}
    return tuple(
        RetentionClass(kind, row["years"], CountedFrom(row["counted_from"]), row["why"], row["id"])
        if (row := decided.get(kind.key))
        else proposed(kind)
        for kind in KINDS
    )


def set_class(
    file: OfficeFile, kind: RetentionKind, *, years: int, counted_from: CountedFrom, why: str
) -> None:
    """Decide how long the office keeps something, and why."""
    if not one_line(why):
        raise Refused("Say why it is kept that long.", field="why")
    fields = {"years": check_years(years), "counted_from": counted_from, "why": one_line(why)}
    known = file.value("SELECT id FROM retention_class WHERE what = ?", (kind.key,))
    with file.change(f"Set how long {kind.title} are kept") as change:
        if known:
            change.update("retention_class", str(known), **fields)
        else:
            change.insert("retention_class", what=kind.key, position=KINDS.index(kind), **fields)


def take_proposals(file: OfficeFile) -> None:
    """Decide for everything that is only proposed."""
    open_ones = [found for found in retention_classes(file) if not found.is_decided]
    if not open_ones:
        raise Refused("Every class is decided already.")
    with file.change("Take the proposed retention classes"):
        for found in open_ones:
            set_class(file, found.kind, years=found.years, counted_from=found.counted_from, why=found.why)


def leave_class(file: OfficeFile, kind: RetentionKind) -> None:
    """The office decides nothing about it any more: it is kept."""
    known = file.value("SELECT id FROM retention_class WHERE what = ?", (kind.key,))
    if not known:
        raise Refused("It is only proposed, so nothing of it is erased.")
    with file.change(f"Leave open how long {kind.title} are kept") as change:
        change.delete("retention_class", str(known))
