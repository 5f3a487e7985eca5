"""What the kernel holds a process to: its memory, and on Windows to end when its parent does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _KILL_ON_CLOSE, _PROCESS_MEMORY = 0x2000, 0x100
    _EXTENDED_LIMITS = 9
    _MAY_BE_HELD = 0x101  # PROCESS_SET_QUOTA and PROCESS_TERMINATE, which a job asks for

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("basic", _BasicLimits),
            ("io", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.CreateJobObjectW.argtypes = wintypes.LPVOID, wintypes.LPCWSTR
    _kernel.SetInformationJobObject.argtypes = (
        *(wintypes.HANDLE, ctypes.c_int, wintypes.LPVOID),
        wintypes.DWORD,
    )
    _kernel.AssignProcessToJobObject.argtypes = wintypes.HANDLE, wintypes.HANDLE
    _kernel.GetCurrentProcess.restype = wintypes.HANDLE
    _kernel.OpenProcess.restype = wintypes.HANDLE
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)

    def _make_job(process: int, flags: int, *, memory: int = 0) -> int | None:
        """A job that holds the process to these limits; None where the system refuses one."""
        job: int | None = _kernel.CreateJobObjectW(None, None)
        limits = _ExtendedLimits(basic=_BasicLimits(flags=flags), process_memory=memory)
        told = job and _kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if told and _kernel.AssignProcessToJobObject(job, process):
            return job
        if job:
            _kernel.CloseHandle(job)
        return None

    def bound_memory(most: int) -> bool:
        """Hold this process to so many bytes, as long as it lives; whether the system does."""
        return _make_job(_kernel.GetCurrentProcess(), _PROCESS_MEMORY, memory=most) is not None

    @contextmanager
    def ending_with_us(child: subprocess.Popen[bytes]) -> Iterator[None]:
        """Should this process be ended, its child is too: the kernel closes the job then."""
        process = _kernel.OpenProcess(_MAY_BE_HELD, False, child.pid)
        job = _make_job(process, _KILL_ON_CLOSE) if process else None
        try:
            yield
        finally:
            for handle in filter(None, (job, process)):
                _kernel.CloseHandle(handle)

else:
    import resource

    def bound_memory(most: int) -> bool:
        """Hold this process to so many bytes, as long as it lives; whether the system does."""
        if not hasattr(resource, "RLIMIT_AS"):
            return False
        _, hardest = resource.getrlimit(resource.RLIMIT_AS)
        most = most if hardest == resource.RLIM_INFINITY else min(most, hardest)
        resource.setrlimit(resource.RLIMIT_AS, (most, hardest))
        return True

    @contextmanager
    def ending_with_us(child: subprocess.Popen[bytes]) -> Iterator[None]:
        """A child of ours finds its pipe closed when it answers, and has a bound of time."""
        del child
        yield
