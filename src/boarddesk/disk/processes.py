"""Whether a process of this machine is still alive."""

from __future__ import annotations

import os
import sys

if sys.platform == "win32":
    import ctypes

    def is_alive(pid: int) -> bool:
        """Asked of the kernel: os.kill would end the process here."""
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return False
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == 259  # STILL_ACTIVE

else:

    def is_alive(pid: int) -> bool:
        """Asked with a signal that does nothing."""
        if pid <= 0:
            return False
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True
