"""Whoever is one of the crew works alone; errors and forks leave nobody waiting."""

import multiprocessing
import sys
import threading

import pytest

from vision.runtime.memory.crew import begin, is_member, share


def test_one_of_the_crew_asks_nobody_else() -> None:
    def inside() -> tuple[bool, bool, set[str]]:
        names: set[str] = set()
        share(lambda _: names.add(threading.current_thread().name), range(8))
        here = threading.current_thread().name
        return is_member(), begin(lambda: threading.current_thread().name).result() == here, names - {here}

    assert begin(inside).result(timeout=10) == (True, True, set())
    assert not is_member()


def test_errors_come_back_from_either() -> None:
    def fail(_: object = None) -> None:
        raise ValueError("no such patch")

    def fail_inside() -> None:
        begin(fail).result(timeout=10)

    with pytest.raises(ValueError, match="no such patch"):
        share(fail, [1])
    for work in (fail, fail_inside):
        with pytest.raises(ValueError, match="no such patch"):
            begin(work).result(timeout=10)


def _shares() -> None:
    done: list[int] = []
    share(done.append, range(4))
    sys.exit(0 if sorted(done) == [0, 1, 2, 3] else 1)


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_fork_gets_a_crew_of_its_own() -> None:
    share(lambda _: None, range(4))
    child = multiprocessing.get_context("fork").Process(target=_shares)
    child.start()
    child.join(timeout=20)
    code = child.exitcode
    child.kill()
    assert code == 0
