"""Patience with a file that another program holds for a moment: a scanner, a synchroniser, an indexer.

On Windows that is the normal case. Each deed is tried for about a second; whoever asked then ends calmly.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

Done = TypeVar("Done")

WAITS: Final = (0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.25)
"""Seconds between the tries."""

_HELD: Final = frozenset({5, 32, 33})
"""Windows: access denied (as replacing an open file is told), sharing violation, lock violation."""


def is_held(error: OSError) -> bool:
    """Whether another program may be holding the file just now, so that trying again makes sense."""
    return getattr(error, "winerror", None) in _HELD


def patiently(deed: Callable[[], Done]) -> Done:
    """Do it, and while the file is held try again; raises the last OSError, any other at once."""
    for wait in WAITS:
        try:
            return deed()
        except OSError as error:
            if not is_held(error):
                raise
        time.sleep(wait)
    return deed()


def replace(source: Path, target: Path) -> None:
    """Put a file where another may stand. Raises OSError, with both as they were."""
    patiently(lambda: source.replace(target))


def rename(source: Path, target: Path) -> None:
    """Move a file or folder to a name nobody has; POSIX replaces a file there. Raises OSError."""
    patiently(lambda: source.rename(target))


def remove(path: Path) -> bool:
    """Whether the file is gone. One that stays held is left for the next time; nobody is stopped by it."""
    with suppress(OSError):
        patiently(lambda: path.unlink(missing_ok=True))
    return not os.access(path, os.F_OK)
