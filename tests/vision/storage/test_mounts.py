"""A live database is refused on a network file system, with the reason; a copy at rest can be read there."""

from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from vision.storage import Home, StorageCause, StorageTrouble, Store, open_reader
from vision.storage.mounts import Mount, mounted, network_type

TABLE = [
    Mount(point="/", kind="ext4"),
    Mount(point="/mnt/share", kind="cifs"),
    Mount(point="/mnt/share/local", kind="xfs"),
    Mount(point="/mnt/ssh", kind="fuse.sshfs"),
    Mount(point="/mnt/wsl", kind="9p"),
    Mount(point="/mnt/twice", kind="ext4"),
    Mount(point="/mnt/twice", kind="nfs4"),
    Mount(point="/mnt/drive", kind="NTFS", options="rw,remote"),
]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/ada/loupe.db", None),
        ("/mnt/share", "cifs"),
        ("/mnt/share/deep/er/loupe.db", "cifs"),
        ("/mnt/share/local/loupe.db", None),
        ("/mnt/sharepoint/loupe.db", None),
        ("/mnt/ssh/loupe.db", "fuse.sshfs"),
        ("/mnt/wsl/loupe.db", None),
        ("/mnt/twice/loupe.db", "nfs4"),
        ("/mnt/drive/loupe.db", "NTFS"),
    ],
)
def test_the_innermost_and_last_mount_counts(path: str, expected: str | None) -> None:
    assert network_type(Path(path), TABLE) == expected


def test_a_link_leads_to_where_the_file_really_is(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    mounts = [Mount(point="/", kind="ext4"), Mount(point=str((tmp_path / "real").resolve()), kind="nfs")]
    assert network_type(tmp_path / "link" / "loupe.db", mounts) == "nfs"


def test_this_computers_table_is_read() -> None:
    assert mounted()


def test_no_station_starts_on_a_network_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path / "home")
    with Store(home):
        _become_network(tmp_path, monkeypatch)
        with pytest.raises(StorageTrouble, match=r"network file system \(nfs4\)"):  # in use: its log is there
            open_reader(home)
    with pytest.raises(StorageTrouble, match="memory that computers on a network do not share") as caught:
        Store(home)
    assert caught.value.cause is StorageCause.REFUSED
    with open_reader(home) as store:
        assert store.count() == 0


def _become_network(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mount = SimpleNamespace(mountpoint=str(folder.resolve()), fstype="nfs4", opts="rw")
    monkeypatch.setattr(psutil, "disk_partitions", lambda **_: [mount])
