"""Nothing drawn is lost: the journal after a kill, a torn line, damage and a full disk."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from labeling.annotation import Annotation, LabelState, PlacedMask
from labeling.editing import EditSession, JournalTrouble
from vision.evaluation import read_mask

EMPTY = Annotation(width=600, height=500)


def block(left: int, top: int, side: int = 6) -> PlacedMask:
    return PlacedMask(left=left, top=top, pixels=np.ones((side, side), np.bool_))


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journals" / "Gehäuse 7.journal"


def drawn(journal: Path, strokes: int = 5) -> EditSession:
    session = EditSession.reopened(EMPTY, journal)
    for number in range(strokes):
        session.paint(block(10 * number, 20), "crack", f"Brush {number}")
    return session


def test_a_session_comes_back_with_its_undo_history(journal: Path) -> None:
    before = drawn(journal)
    before.tag(["oily"], "Tags")
    before.set_state(LabelState.DONE, "Done")
    before.undo()
    before.undo()
    after = EditSession.reopened(EMPTY, journal)
    assert (after.annotation, after.strokes, after.undone) == (before.annotation, before.strokes, before.undone)
    assert str(after.note) == "Strokes that were not saved are back."
    after.redo()
    assert after.annotation.tags == {"oily"}
    assert EditSession.reopened(EMPTY, journal).annotation == after.annotation


def test_an_image_that_is_only_looked_at_leaves_no_file(journal: Path) -> None:
    session = EditSession.reopened(EMPTY, journal)
    assert session.note is None
    assert not journal.parent.exists()


def test_the_journal_goes_when_all_of_it_is_saved_and_undo_stays(journal: Path) -> None:
    session = drawn(journal)
    taken = session.annotation
    session.paint(block(300, 300), "fray", "While saving")
    session.saved(taken)
    assert journal.exists(), "one stroke is not saved"
    session.saved(session.annotation)
    assert not journal.exists()
    session.undo()
    again = EditSession.reopened(taken, journal)
    assert again.annotation == session.annotation
    assert len(again.strokes) == 5, "what came before saving can still be undone"


def test_a_torn_last_line_costs_one_stroke_wherever_it_is_torn(journal: Path) -> None:
    drawn(journal)
    whole = journal.read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1
    for end in (last + 1, (last + len(whole)) // 2, len(whole) - 1):
        journal.write_bytes(whole[:end])
        session = EditSession.reopened(EMPTY, journal)
        assert len(session.strokes) == 4
        session.paint(block(400, 400), "crack", "Goes on")
        assert [str(edit.name) for edit in EditSession.reopened(EMPTY, journal).strokes][-2:] == ["Brush 3", "Goes on"]
    assert not list(journal.parent.glob("*.aside*"))


@pytest.mark.parametrize("place", [0.5, 0.7, 0.97])
def test_damage_in_the_middle_keeps_what_comes_before_and_the_file(journal: Path, place: float) -> None:
    drawn(journal)
    whole = bytearray(journal.read_bytes())
    whole[int(place * len(whole))] ^= 4
    journal.write_bytes(whole)
    session = EditSession.reopened(EMPTY, journal)
    assert isinstance(session.note, JournalTrouble)
    assert 0 < len(session.strokes) < 5
    assert [str(edit.name) for edit in session.strokes] == [f"Brush {number}" for number in range(len(session.strokes))]
    (aside,) = journal.parent.glob("*.aside-1")
    assert aside.read_bytes() == whole
    assert aside.name in str(session.note)
    again = EditSession.reopened(EMPTY, journal)
    assert again.strokes == session.strokes
    assert not isinstance(again.note, JournalTrouble), "told once"


@pytest.mark.parametrize("content", [b"\0" * 500, b"no journal\n", b'00000000 {"journal": 1}\n'])
def test_a_file_that_is_no_journal_is_kept_aside(journal: Path, content: bytes) -> None:
    journal.parent.mkdir()
    journal.write_bytes(content)
    session = EditSession.reopened(EMPTY, journal)
    assert isinstance(session.note, JournalTrouble)
    assert session.annotation == EMPTY
    assert [path.read_bytes() for path in journal.parent.glob("*.aside-*")] == [content]


def test_strokes_of_an_image_of_another_size_are_kept_aside(journal: Path) -> None:
    drawn(journal)
    content = journal.read_bytes()
    session = EditSession.reopened(Annotation(width=60, height=50), journal)
    assert "another size" in str(session.note)
    assert session.strokes == ()
    assert [path.read_bytes() for path in journal.parent.glob("*.aside-*")] == [content]


def test_strokes_that_cannot_be_kept_aside_are_left_as_they_are(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(journal)
    content = journal.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(JournalTrouble, match="cannot be kept aside"):
        EditSession.reopened(Annotation(width=60, height=50), journal)
    assert journal.read_bytes() == content


def test_a_journal_that_cannot_be_read_is_left_as_it_is(journal: Path) -> None:
    journal.mkdir(parents=True)
    with pytest.raises(JournalTrouble, match="cannot be read"):
        EditSession.reopened(EMPTY, journal)


def test_on_a_full_disk_drawing_goes_on_and_is_written_when_there_is_room(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = drawn(journal)
    on_disk = journal.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        session.paint(block(100, 300), "crack", "In memory")
        told = session.trouble
        assert told is not None
        assert "is full" in str(told)
        session.paint(block(200, 300), "crack", "In memory too")
        session.undo()
        session.retry()
        assert session.trouble is told, "told once"
        assert len(session.strokes) == 6
        assert journal.read_bytes().startswith(on_disk)
    session.retry()
    assert session.trouble is None
    back = EditSession.reopened(EMPTY, journal)
    assert (back.strokes, back.undone) == (session.strokes, session.undone)


def test_the_first_stroke_with_room_again_brings_those_before_it_along(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = drawn(journal)
    on_disk = journal.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        session.paint(block(100, 300), "crack", "In memory")
        journal.write_bytes(on_disk + b"torn")  # as a disk without room leaves it
    session.paint(block(200, 300), "crack", "On disk")
    assert session.trouble is None
    back = EditSession.reopened(EMPTY, journal)
    assert (back.strokes, back.undone) == (session.strokes, session.undone)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_device_that_is_really_full(tmp_path: Path) -> None:
    journal = tmp_path / "image.journal"
    session = drawn(journal)
    journal.unlink()
    journal.symlink_to("/dev/full")
    session.paint(block(100, 300), "crack", "In memory")
    assert session.trouble is not None
    assert "is full" in str(session.trouble)
    session.retry()
    assert session.trouble is None
    assert len(EditSession.reopened(EMPTY, journal).strokes) == 6


def test_a_journal_that_vanishes_is_written_again(journal: Path) -> None:
    session = drawn(journal)
    journal.unlink()
    session.paint(block(100, 300), "crack", "Brush")
    assert len(EditSession.reopened(EMPTY, journal).strokes) == 6


def test_real_defect_masks_come_back_pixel_for_pixel(journal: Path, dev_data: Path) -> None:
    files = sorted((dev_data / "magnetic_tile" / "tile" / "ground_truth").rglob("*.png"))[::40]
    for file in files:
        truth = read_mask(file)
        image = Annotation(width=truth.shape[1], height=truth.shape[0])
        session = EditSession.reopened(image, journal)
        defect = session.paint(PlacedMask.of(truth), "crack", "Brush")
        if session.erase(block(10, 10, 40), "Eraser"):
            session.undo()
        back = EditSession.reopened(image, journal)
        assert np.array_equal(back.annotation.defects[0].mask.on(*truth.shape), truth)
        assert back.defect(defect or "") is not None
        back.saved(back.annotation)
    assert files


DRAWS = """
import sys
from pathlib import Path
from labeling.editing import EditSession
from labeling.painting import Touch, stroke_mask
from labeling.annotation import Annotation

session = EditSession.reopened(Annotation(width=6000, height=4000), Path(sys.argv[1]))
print(len(session.strokes), flush=True)
while True:
    at = 37 * len(session.strokes)
    touches = [Touch(x=at % 5900 + step, y=at % 3900 + step) for step in range(60)]
    session.paint(stroke_mask(touches, 9, width=6000, height=4000), "crack", "Brush")
    print(len(session.strokes), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_kill_minus_nine_while_drawing_costs_at_most_the_last_stroke(tmp_path: Path, kills: int) -> None:
    journal, rng = tmp_path / "image.journal", np.random.default_rng(0)
    for _ in range(kills):
        child = subprocess.Popen([sys.executable, "-c", DRAWS, str(journal)], stdout=subprocess.PIPE, text=True)
        assert child.stdout
        first = int(child.stdout.readline())
        wanted, told = first + int(rng.integers(1, 40)), first
        while told < wanted:
            told = int(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
        told = max([told, *map(int, child.stdout.read().split())])
        child.wait()
        child.stdout.close()
        back = EditSession.reopened(Annotation(width=6000, height=4000), journal)
        assert told <= len(back.strokes) <= told + 1
        assert not isinstance(back.note, JournalTrouble)
        assert len(back.annotation.defects) == len(back.strokes)
