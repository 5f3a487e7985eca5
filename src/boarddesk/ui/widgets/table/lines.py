"""From rows to the lines a table shows: filtered, sorted within their groups, opened where asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from boarddesk.ui.widgets.table.rows import Arrangement, Column, Group, Line, Row, matches, sort_key

Keep = Callable[[Row], bool]


def kept_rows(
    rows: Sequence[Row], arrangement: Arrangement, columns: Sequence[Column], keep: Keep | None = None
) -> list[Row]:
    """The rows that pass the page's own filter and everything typed, in the order asked for."""
    left = [row for row in rows if (keep is None or keep(row)) and matches(row, arrangement, columns)]
    if not arrangement.sort_key:
        return left
    return _sorted(left, arrangement.sort_key, descending=arrangement.descending)


def _sorted(rows: Sequence[Row], key: str, *, descending: bool) -> list[Row]:
    """Stable, and rows with nothing in the column stay last either way."""
    keyed = [(sort_key(row.cell(key)), row) for row in rows]
    full = sorted((pair for pair in keyed if pair[0][0] == 0), key=lambda pair: pair[0], reverse=descending)
    return [row for _, row in full] + [row for found, row in keyed if found[0] == 1]


def lines(rows: Sequence[Row], groups: Sequence[Group], arrangement: Arrangement) -> list[Line]:
    """The lines to show for rows already kept; rows of no group come first, without a heading.

    Filtering opens every group it finds something in.
    """
    if not groups:
        return [line for row in rows for line in _row_lines(row, arrangement)]
    own: dict[str, list[Row]] = {group.key: [] for group in groups}
    first: list[Row] = []
    for row in rows:
        own.get(row.group, first).append(row)
    return [line for row in first for line in _row_lines(row, arrangement)] + [
        line for group in groups for line in _group_lines(group, own[group.key], arrangement)
    ]


def _group_lines(group: Group, own: Sequence[Row], arrangement: Arrangement) -> Iterator[Line]:
    if arrangement.is_filtering and not own:
        return
    is_open = arrangement.is_filtering or group.key not in arrangement.closed_groups
    yield Line(group=group, is_open=is_open, count=len(own))
    if is_open:
        for row in own:
            yield from _row_lines(row, arrangement)


def _row_lines(row: Row, arrangement: Arrangement, depth: int = 0) -> Iterator[Line]:
    is_open = bool(row.children) and row.id in arrangement.open_rows
    yield Line(row=row, depth=depth, is_open=is_open, count=len(row.children))
    if is_open:
        for child in row.children:
            yield from _row_lines(child, arrangement, depth + 1)
