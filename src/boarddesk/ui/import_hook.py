"""Qt's hook on Python's imports, taken off: it reads the source of every module and keeps its lines."""

from __future__ import annotations

import builtins
from importlib import import_module

PYTHONS_OWN = "__orig_import__"
"""Where Qt keeps Python's own import; its hook serves `from __feature__ import …`, used nowhere here."""


def take_off() -> None:
    """To call before the window is imported; where Qt has put no hook on, nothing is done."""
    import_module("PySide6.QtCore")  # puts it on
    builtins.__import__ = getattr(builtins, PYTHONS_OWN, builtins.__import__)
