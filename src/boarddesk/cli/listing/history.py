"""Lists what was done to the office, newest first."""

from __future__ import annotations

from boarddesk.cli.listing.subject import Listing, ListQuery
from boarddesk.rules.dates.deadlines import in_words

NEWEST = 1000


def history(query: ListQuery) -> Listing:
    entries = query.file.log(NEWEST)
    return Listing(
        headings=("No", "When", "Who", "What", "Rows"),
        rows=[
            (
                str(entry.number),
                f"{in_words(entry.when.astimezone().date())} {entry.when.astimezone():%H:%M}",
                entry.who or "–",
                entry.label,
                str(entry.rows),
            )
            for entry in entries
        ],
        document=[
            {
                "number": entry.number,
                "when": entry.when.isoformat(),
                "who": entry.who,
                "label": entry.label,
                "kind": entry.kind,
                "rows": entry.rows,
            }
            for entry in entries
        ],
        noun="change",
        right=("No", "Rows"),
    )
