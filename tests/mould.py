"""Offices for tests, cast: the tables and triggers of a new file are laid out once in a process, then copied.

A file so made is the very same; but for each of thousands it is not said again in three hundred statements.
"""

from __future__ import annotations

from functools import cache

from boarddesk.records.file import new_file
from boarddesk.records.file.driver import Connection, connect_in_memory
from boarddesk.records.file.shape import Shape

_lay_out = new_file.lay_out


@cache
def _mould() -> tuple[Connection, Shape]:
    made = connect_in_memory()
    made.execute("BEGIN")
    shape = _lay_out(made)
    made.execute("COMMIT")
    return made, shape


def cast(connection: Connection) -> Shape:
    """Instead of `new_file.lay_out`: copied where no transaction is open, before it begins anew."""
    made, shape = _mould()
    begun = connection.in_transaction
    if begun:
        connection.execute("ROLLBACK")
    made.backup(connection)
    if begun:
        connection.execute("BEGIN IMMEDIATE")
    return shape
