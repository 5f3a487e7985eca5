"""What a folder is kept on: this computer's own disk, a network share, or a folder a program synchronises."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final

from boarddesk.disk.saving import stands
from boarddesk.rules.health.facts import Place, PlaceKind

_TOLD_BY_VARIABLES: Final = {
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "OneDrive": "OneDrive",
}
_NAMED: Final = (
    (re.compile(r"OneDrive( - .+)?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"SharePoint( - .+)?", re.IGNORECASE), "SharePoint"),
    (re.compile(r"Dropbox( \(.+\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"Google ?Drive(-.+)?|My Drive", re.IGNORECASE), "Google Drive"),
    (re.compile(r"iCloud ?Drive|com~apple~CloudDocs|Mobile Documents", re.IGNORECASE), "iCloud"),
    (re.compile(r"Nextcloud\d*", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"ownCloud\d*", re.IGNORECASE), "ownCloud"),
)
"""What these programs call the folder they make; a person's own name for a folder is none of them."""

_MARKED: Final = (
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.driveupload", "Google Drive"),
    (".tmp.drivedownload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".stfolder", "Syncthing"),
)
"""What they leave in it."""

_SHARES: Final = frozenset(
    ("cifs", "smb3", "smbfs", "nfs", "nfs4", "9p", "afs", "afpfs", "ncpfs", "davfs", "fuse.davfs2")
) | {"fuse.sshfs", "fuse.gvfsd-fuse"}
_CLOUD_DRIVES: Final = {
    "fuse.rclone": "a cloud drive",
    "fuse.onedriver": "OneDrive",
    "fuse.google-drive-ocamlfuse": "Google Drive",
}
_UNC: Final = re.compile(r"(?:\\\\|//)(?:\?[\\/]UNC[\\/]|(?![.?][\\/]))[^\\/]", re.IGNORECASE)
_REMOTE: Final = 4  # DRIVE_REMOTE


@dataclass(frozen=True)
class Surroundings:
    """What the system tells of its folders: variables, synchronised folders by name, mounts, drives."""

    variables: Mapping[str, str] = field(default_factory=dict)
    synced: Mapping[str, str] = field(default_factory=dict)
    mounts: Sequence[tuple[str, str]] = ()
    is_remote: Callable[[str], bool] = lambda _drive: False


def place_of(folder: Path, surroundings: Surroundings | None = None) -> Place:
    """What a folder is kept on; where nothing says otherwise, a local disk."""
    system = surroundings or system_surroundings()
    whole = folder.absolute()
    name = _synced_by(whole, system)
    if name:
        return Place(PlaceKind.SYNCED, name)
    return Place(PlaceKind.SHARE) if _is_share(whole, system) else Place()


def system_surroundings() -> Surroundings:
    """As this machine tells them now."""
    return Surroundings(os.environ, _registered(), _mounts(), _is_remote)


def _synced_by(folder: Path, system: Surroundings) -> str:
    told = {system.variables.get(key, ""): name for key, name in _TOLD_BY_VARIABLES.items()}
    for root, name in {**told, **system.synced}.items():
        if root and _is_within(str(folder), root):
            return name
    for above in (folder, *folder.parents):
        for pattern, name in _NAMED:
            if pattern.fullmatch(above.name):
                return name
        for marker, name in _MARKED:
            if stands(above / marker):
                return name
    return _CLOUD_DRIVES.get(_mounted_as(folder, system), "")


def _is_within(folder: str, root: str) -> bool:
    """Windows' paths are compared as Windows does, on any system."""
    kind: type[PurePath] = PureWindowsPath if re.match(r"[A-Za-z]:|[\\]{2}", root) else PurePosixPath
    return kind(folder).is_relative_to(kind(root))


def _is_share(folder: Path, system: Surroundings) -> bool:
    if _UNC.match(str(folder)) or _mounted_as(folder, system) in _SHARES:
        return True
    return bool(folder.drive) and system.is_remote(folder.drive + "\\")


def _mounted_as(folder: Path, system: Surroundings) -> str:
    """The file system of the deepest mount above a folder."""
    over = [(len(at), kind) for at, kind in system.mounts if PurePosixPath(folder).is_relative_to(at)]
    return max(over, default=(0, ""))[1]


def _mounts() -> tuple[tuple[str, str], ...]:
    try:
        lines = Path("/proc/mounts").read_text("utf-8", errors="replace").splitlines()
    except OSError:  # no such list on this system
        return ()
    parts = [line.split(" ") for line in lines]
    return tuple((_unescaped(part[1]), part[2]) for part in parts if len(part) > 2)


def _unescaped(mount: str) -> str:
    """Blanks stand as octal numbers in the list of mounts."""
    return re.sub(r"\\([0-7]{3})", lambda number: chr(int(number[1], 8)), mount)


if sys.platform == "win32":
    import ctypes
    import winreg

    _ENGINES = r"Software\SyncEngines\Providers\OneDrive"

    def _is_remote(drive: str) -> bool:
        return bool(ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE)

    def _registered() -> dict[str, str]:
        """Folders of OneDrive and the libraries of SharePoint it brings, wherever they lie."""
        return dict.fromkeys(_mount_points(), "OneDrive")

    def _mount_points() -> Iterator[str]:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _ENGINES) as engines:
                for at in range(winreg.QueryInfoKey(engines)[0]):
                    with winreg.OpenKey(engines, winreg.EnumKey(engines, at)) as engine:
                        yield str(winreg.QueryValueEx(engine, "MountPoint")[0])
        except OSError:  # no such program here, or nothing it says
            return

else:

    def _is_remote(_drive: str) -> bool:
        return False

    def _registered() -> dict[str, str]:
        return {}
