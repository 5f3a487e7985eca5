"""What a folder is kept on is told from what the system and the programs that synchronise say of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boarddesk.disk.places import Surroundings, place_of, system_surroundings
from boarddesk.rules.health.facts import Place, PlaceKind

mounted = pytest.mark.skipif(sys.platform == "win32", reason="nothing is mounted under a path there")
NOTHING = Surroundings()
LOCAL = Place()


def synced(name: str) -> Place:
    return Place(PlaceKind.SYNCED, name)


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_a_folder_under_what_onedrive_calls_its_own_is_synced(tmp_path: Path, variable: str) -> None:
    here = tmp_path / "Northmoor Council"
    system = Surroundings({variable: str(here)})
    assert place_of(here / "SEND", system) == synced("OneDrive")
    assert place_of(tmp_path / "Northmoor Council 2", system) == LOCAL


def test_a_library_of_sharepoint_is_known_from_what_the_system_lists(tmp_path: Path) -> None:
    library = tmp_path / "Northmoor" / "SEND - Documents"
    assert place_of(library / "Board", Surroundings(synced={str(library): "OneDrive"})) == synced("OneDrive")


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Northmoor Council", "OneDrive"),
        ("SharePoint", "SharePoint"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Northmoor)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-send@northmoor.example", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("Nextcloud2", "Nextcloud"),
        ("ownCloud", "ownCloud"),
    ],
)
def test_a_folder_is_known_by_the_name_its_program_gives_it(tmp_path: Path, folder: str, name: str) -> None:
    assert place_of(tmp_path / folder / "Boards" / "SIB", NOTHING) == synced(name)


@pytest.mark.parametrize(
    ("marker", "name"),
    [
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".dropbox", "Dropbox"),
        (".dropbox.cache", "Dropbox"),
        (".tmp.driveupload", "Google Drive"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".stfolder", "Syncthing"),
    ],
)
def test_a_folder_is_known_by_what_its_program_leaves_there(tmp_path: Path, marker: str, name: str) -> None:
    (tmp_path / "Ours" / "SEND").mkdir(parents=True)
    (tmp_path / "Ours" / marker).touch()
    assert place_of(tmp_path / "Ours" / "SEND", NOTHING) == synced(name)


@pytest.mark.parametrize(
    "folder",
    ["Documents", "SEND", "Dropbox old", "My OneDrive notes", "Drive", "Clouds", "Next", "iCloud letters"],
)
def test_an_ordinary_folder_is_a_local_disk(tmp_path: Path, folder: str) -> None:
    assert place_of(tmp_path / folder, NOTHING) == LOCAL


@mounted
@pytest.mark.parametrize("kind", ["cifs", "smb3", "nfs", "nfs4", "fuse.sshfs", "davfs"])
def test_a_share_is_known_by_the_mount_it_lies_under(kind: str) -> None:
    system = Surroundings(mounts=(("/", "ext4"), ("/mnt/council", kind), ("/mnt/council/own", "ext4")))
    assert place_of(Path("/mnt/council/SEND"), system) == Place(PlaceKind.SHARE)
    assert place_of(Path("/mnt/council/own/SEND"), system) == LOCAL
    assert place_of(Path("/mnt/councillors"), system) == LOCAL


@mounted
def test_a_cloud_drive_that_is_mounted_is_synced() -> None:
    system = Surroundings(mounts=(("/", "ext4"), ("/mnt/ours", "fuse.onedriver")))
    assert place_of(Path("/mnt/ours/SEND"), system) == synced("OneDrive")


@pytest.mark.parametrize("path", ["//server/send", "//?/UNC/server/send"])
def test_a_path_that_names_a_server_is_a_share(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "absolute", lambda self: self)
    assert place_of(Path(path), NOTHING).kind is PlaceKind.SHARE


def test_a_drive_of_the_network_is_a_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def is_remote(drive: str) -> bool:
        asked.append(drive)
        return True

    monkeypatch.setattr(Path, "drive", "S:")
    assert place_of(tmp_path, Surroundings(is_remote=is_remote)).kind is PlaceKind.SHARE
    assert asked == ["S:\\"]


def test_this_machine_answers() -> None:
    assert place_of(Path.cwd(), system_surroundings()).kind in PlaceKind
