import gc
import traceback
import weakref

import pytest

from vision.cameras.letting_go import lets_go


class Vendors:
    """Something that must not outlive its user."""


alive = weakref.WeakSet()


def fail_deep(kind):
    thing = Vendors()
    alive.add(thing)
    raise kind("deep inside")


@lets_go
def work(kind):
    thing = Vendors()
    alive.add(thing)
    try:
        fail_deep(kind)
    except OSError as error:
        raise ValueError("told in our words") from error


@pytest.fixture(autouse=True)
def no_collector():
    gc.disable()
    yield
    gc.enable()
    alive.clear()


@pytest.mark.parametrize("kind", [OSError, AttributeError])
def test_a_kept_error_keeps_no_local_variables_of_itself_or_its_cause(kind):
    with pytest.raises((ValueError, AttributeError)) as kept:
        work(kind)
    assert len(alive) == 0
    assert "deep inside" in "".join(traceback.format_exception(kept.value))


def test_an_error_that_the_caller_handles_keeps_its_own():
    with pytest.raises(OSError, match="deep inside") as outer:
        fail_deep(OSError)
    try:
        raise outer.value
    except OSError:
        with pytest.raises(ValueError, match="our words"):
            work(OSError)
    assert len(alive) == 1


def test_what_works_gives_its_answer():
    assert lets_go(lambda number, *, more: number + more)(1, more=2) == 3
