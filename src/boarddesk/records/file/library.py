"""sqlite_utils over this driver, for who takes tables apart; slow to load, so never at the start."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

import sqlcipher3
import sqlcipher3.dbapi2

__all__ = ["Database", "Migrations"]


def _library() -> tuple[Any, Any]:
    """Over this driver in place of its own, and without numpy, which it would import for nothing."""
    sys.modules["pysqlite3"] = sqlcipher3
    sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    numpy_absent = "numpy" not in modules
    if numpy_absent:
        modules["numpy"] = None
    try:
        library = importlib.import_module("sqlite_utils")
        migrations = importlib.import_module("sqlite_utils.migrations")
    finally:
        if numpy_absent:
            del modules["numpy"]
    if library.utils.sqlite3 is not sqlcipher3:
        raise ImportError(
            "sqlite_utils was imported before boarddesk.records.file.library and took another driver"
        )
    return library.Database, migrations.Migrations


if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations
else:
    Database, Migrations = _library()
