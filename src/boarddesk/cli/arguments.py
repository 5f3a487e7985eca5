"""Whether the terminal was meant or the window; the commands are loaded only where that hangs on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def wants_command_line(arguments: Sequence[str]) -> bool:
    """One argument that is neither a command nor an option is a file for the window, if it looks like one."""
    if not arguments:
        return False
    first = arguments[0]
    if len(arguments) > 1 or first.startswith("-"):
        return True
    if Path(first).suffix or Path(first).name != first:
        return False
    # The window does not wait for every command there is.
    from boarddesk.cli.commands import NAMES
    from boarddesk.disk.saving import stands

    return first in NAMES or not stands(Path(first))
