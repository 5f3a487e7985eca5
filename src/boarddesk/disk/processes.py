"""Whether a process of this machine is still alive, and since when: its number may come round again."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.OpenProcess.restype = wintypes.HANDLE
    _kernel.GetExitCodeProcess.argtypes = wintypes.HANDLE, wintypes.LPDWORD
    _kernel.GetProcessTimes.argtypes = wintypes.HANDLE, *[ctypes.POINTER(wintypes.FILETIME)] * 4
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    _NO_SUCH_PROCESS = 87  # ERROR_INVALID_PARAMETER; any other refusal, as access denied, tells of a live one
    _STILL_ACTIVE = 259

    def is_alive(pid: int) -> bool:
        """Asked of the kernel: os.kill would end the process here."""
        if not 0 < pid < 1 << 32:
            return False
        handle = _opened(pid)
        if not handle:
            return ctypes.get_last_error() != _NO_SUCH_PROCESS
        code = wintypes.DWORD()
        _kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        _kernel.CloseHandle(handle)
        return code.value == _STILL_ACTIVE

    def beginning_of(pid: int) -> str:
        """When the process began, as the system counts; empty where it is not told."""
        handle = _opened(pid)
        if not handle:
            return ""
        began, *others = (wintypes.FILETIME() for _ in range(4))
        known = _kernel.GetProcessTimes(handle, ctypes.byref(began), *map(ctypes.byref, others))
        _kernel.CloseHandle(handle)
        return str(began.dwHighDateTime << 32 | began.dwLowDateTime) if known else ""

    def _opened(pid: int) -> int | None:
        if not 0 < pid < 1 << 32:
            return None
        handle: int | None = _kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
        return handle

else:

    def is_alive(pid: int) -> bool:
        """Asked with a signal that does nothing; a process of another account is alive."""
        if pid <= 0:
            return False
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True

    def beginning_of(pid: int) -> str:
        """When the process began, as the system counts; empty where it is not told."""
        with suppress(OSError, IndexError):
            start = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
            # The name of the program stands in brackets and may hold any; the 22nd field is when it began.
            return f"{start} {Path(f'/proc/{pid}/stat').read_text('latin-1').rpartition(')')[2].split()[19]}"
        return ""
