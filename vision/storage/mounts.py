"""Is a file on a disk of this computer? A live database must be.

SQLite's write-ahead log keeps its index in memory that all programs share; a network file system has no such memory,
and its locks are often only pretended (sqlite.org/wal.html, sqlite.org/howtocorrupt.html). Left out on purpose: 9p and
virtiofs, with which a virtual machine or WSL shows folders of the same computer.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

from vision.inspection import say
from vision.storage.trouble import StorageCause, StorageTrouble

NETWORK_TYPES = frozenset({
    "nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "sshfs", "afs", "afpfs", "ncpfs", "davfs", "webdav",
    "ceph", "glusterfs", "lustre", "beegfs", "gfs2", "ocfs2", "s3fs", "rclone", "goofys", "gvfsd-fuse", "vmhgfs-fuse",
    "vboxsf",
})  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Mount:
    """A line of the table of mounted file systems."""

    point: str
    kind: str
    """As the system calls it: ext4, nfs4, fuse.sshfs."""
    options: str = ""


def mounted() -> list[Mount]:
    """The file systems of this computer, in the order in which they were mounted."""
    found = psutil.disk_partitions(all=True)
    return [Mount(point=one.mountpoint, kind=one.fstype, options=one.opts) for one in found]


def network_type(path: Path, mounts: Iterable[Mount]) -> str | None:
    """What kind of network file system a path lies on; None for a disk of this computer. The path need not exist."""
    if path.drive.startswith("\\\\"):
        return "SMB"
    whole = os.path.normcase(os.path.realpath(path))
    holding = [mount for mount in mounts if _holds(os.path.normcase(mount.point), whole)]
    if not holding:
        return None
    innermost = max(len(mount.point) for mount in holding)
    mount = [mount for mount in holding if len(mount.point) == innermost][-1]  # the last one covers those before it
    kind = mount.kind.lower().removeprefix("fuse.")
    return mount.kind if kind in NETWORK_TYPES or "remote" in mount.options.split(",") else None


def refuse_network(database: Path) -> None:
    """Raise `StorageTrouble` when a database lies on a network file system."""
    kind = network_type(database, mounted())
    if kind is not None:
        raise StorageTrouble(
            say("{path} is on a network file system ({kind}).", path=database.parent, kind=kind),
            "The database could be damaged there without a word, because its log needs memory that computers on a "
            "network do not share. Nothing is recorded.",
            "Keep the home on a disk of this computer, and put backups on the network.",
            cause=StorageCause.REFUSED,
        )


def _holds(point: str, path: str) -> bool:
    return path == point or path.startswith(point.rstrip(os.sep) + os.sep)
