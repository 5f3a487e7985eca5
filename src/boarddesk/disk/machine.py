"""The name of this machine, as locks and the log of changes say it."""

from __future__ import annotations

import os
import socket


def machine_name() -> str:
    """The same that older versions wrote, without their management query, which takes seconds on Windows."""
    try:
        return socket.gethostname()
    except OSError:  # the environment knows it in capitals and cut to fifteen letters
        return os.environ.get("COMPUTERNAME", "")
