"""A disk without room, as a process that writes meets it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

needs_full_disk = pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond 10 kB: for the writer that is a disk without room."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
