"""Retention in print: how long the office keeps what, and each certificate of what was erased for good."""

from __future__ import annotations

from collections.abc import Iterator

from boarddesk.reports.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    bold,
    bullets,
    cell,
    section,
    words,
)
from boarddesk.rules.retention import KEPT_FOR_GOOD, Certificate, RetentionPack
from boarddesk.rules.wording import bound, count_in_figures, day, tidied

TITLE = "Retention and certificates of deletion"
_COLUMNS = (Column("What", 4.6), Column("Kept for", 5.6), Column("Why", 7.2))


def retention_document(pack: RetentionPack) -> Document:
    """The document of a pack."""
    author = f"prepared by {tidied(pack.author)}" if tidied(pack.author) else ""
    facts = (tidied(pack.partnership), author, pack.edition.with_day(pack.as_at))
    return Document(
        title=bound(
            f"{tidied(pack.office)}: retention and certificates of deletion" if pack.office else TITLE
        ),
        blocks=tuple(_blocks(pack)),
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=tidied(pack.partnership) or TITLE,
        short_title=TITLE,
        footer=f"{TITLE} · {pack.edition.in_brief(pack.as_at)}",
        edition=pack.edition.said,
    )


def _blocks(pack: RetentionPack) -> Iterator[Block]:
    decided = [of for of in pack.classes if of.is_decided]
    rows = (
        *((cell(of.kind.title), cell(of.sentence), cell(tidied(of.why))) for of in decided),
        *((cell(what), cell("Kept for good"), cell(why)) for what, why in KEPT_FOR_GOOD),
    )
    description = "One row for each kind of record: how long it is kept, from when, and why."
    yield Heading("How long what is kept")
    yield Table("How long what is kept", description, _COLUMNS, rows)
    open_ones = [of.kind.title for of in pack.classes if not of.is_decided]
    if open_ones:
        yield Paragraph(words(bold("Not decided, so kept: "), "; ".join(open_ones), "."))
    found = [block for certificate in pack.certificates for block in _certificate(certificate)]
    yield from section(Heading("Certificates"), *found, empty="None yet.")


def _certificate(certificate: Certificate) -> Iterator[Block]:
    yield Heading(f"{certificate.title}, {day(certificate.made_on)}", level=3)
    many = count_in_figures(certificate.how_many, "record")
    yield Paragraph(words(bold("Erased for good: "), f"{tidied(certificate.what)}, {many}."))
    yield Paragraph(words(bold("Why: "), tidied(certificate.why)))
    yield from bullets([tidied(line) for line in certificate.content])
    if certificate.entries:
        entries = count_in_figures(certificate.entries, "entry", "entries")
        yield Paragraph(words(f"The log of changes is whole; {entries} of it no longer say what was erased."))
