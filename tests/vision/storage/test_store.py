"""Every trigger becomes exactly one record, in order, as it was."""

import threading
from dataclasses import replace
from math import inf, nan

import numpy as np
import pytest

from tests.vision.storage.parts import Line, frame
from vision.inspection import Frame, Verdict
from vision.storage import Home, StorageCause, StorageTrouble, Store, open_reader
from vision.storage.store import STOPPED_REASON


def test_a_record_comes_back_as_it_was_stored(line: Line, store: Store) -> None:
    record = line.inspect(Verdict.NG, views=("top", "side"))
    assert store.get(record.inspection_id) == record
    assert store.records() == [record]


def test_numbers_begin_at_one_and_have_no_gaps(line: Line) -> None:
    assert [line.inspect().sequence for _ in range(5)] == [1, 2, 3, 4, 5]


def test_begin_again_gives_the_same_number(line: Line, store: Store) -> None:
    intent = line.intent()
    assert store.begin(intent) == store.begin(intent) == 1
    store.complete(line.record(intent, 1))
    assert store.begin(intent) == 1
    assert store.begin(line.intent()) == 2


def test_complete_again_changes_nothing_and_returns_the_first(line: Line, store: Store) -> None:
    intent = line.intent()
    first = store.complete(line.record(intent, store.begin(intent), Verdict.NG))
    again = store.complete(replace(first, verdict=Verdict.OK, score=0.0))
    assert again == first
    assert store.count() == 1


def test_a_record_without_a_note_is_refused(line: Line, store: Store) -> None:
    intent = line.intent()
    with pytest.raises(ValueError, match="not begun"):
        store.complete(line.record(intent, 1))
    sequence = store.begin(intent)
    with pytest.raises(ValueError, match="not begun under number"):
        store.complete(line.record(intent, sequence + 1))
    assert store.count() == 0


def test_a_frame_without_a_note_is_refused(line: Line, store: Store) -> None:
    with pytest.raises(ValueError, match="not begun here"):
        store.save_frame("f" * 32, 1, "top", frame(), None)


def test_numbers_that_are_no_numbers_become_none(line: Line, store: Store) -> None:
    intent = line.intent()
    record = line.record(intent, store.begin(intent), score=nan, latency_ms=inf)
    store.complete(record)
    stored = store.get(intent.inspection_id)
    assert (stored.score, stored.latency_ms) == (None, None)


@pytest.mark.parametrize("bits", [8, 10, 12, 16])
@pytest.mark.parametrize("shape", [(5, 9), (5, 9, 3)])
def test_frames_come_back_pixel_for_pixel_with_their_bit_depth(
    line: Line, store: Store, bits: int, shape: tuple[int, ...]
) -> None:
    kind = np.uint8 if bits == 8 else np.uint16
    pixels = np.random.default_rng(bits).integers(0, 2**bits, shape).astype(kind)
    intent = line.intent()
    sequence = store.begin(intent)
    stored = store.save_frame(
        intent.inspection_id, sequence, "top", Frame(pixels=pixels, bit_depth=bits), intent.part.lot
    )
    view = replace(line.see(intent, sequence, "other"), view="top", image=stored.path, image_hash=stored.sha256)
    record = store.complete(line.record(intent, sequence, views=(view,)))
    back = store.read_frame(record, "top")
    assert back.bit_depth == bits
    assert back.pixels.dtype == kind
    assert np.array_equal(back.pixels, pixels)
    row = store.database.read(lambda db: db.conn.execute("SELECT bit_depth, image_bytes FROM views").fetchone())
    assert row == (bits, (store.home.root / stored.path).stat().st_size)


@pytest.mark.parametrize("lot", [None, "..", "a/b\\c:*", "con", "ünï 7", "x" * 300, " . ", "é" * 80])
def test_any_lot_and_view_name_gives_a_safe_path(line: Line, store: Store, lot: str | None) -> None:
    intent = line.intent(part=replace(line.intent().part, lot=lot))
    view = lot or "top"
    seen = line.see(intent, store.begin(intent), view)
    assert seen.image is not None
    path = store.home.root / seen.image
    assert path.is_file()
    assert path.resolve().is_relative_to(store.home.frames.resolve())
    assert len(seen.image.split("/")) == 7
    assert not set(seen.image) & set('\\:*?"<>|')


def test_two_lots_never_share_a_folder_by_accident(line: Line, store: Store) -> None:
    lots = ["a/b", "a%2Fb", None, "x" * 300, "x" * 301]
    folders = set()
    for lot in lots:
        intent = line.intent(part=replace(line.intent().part, lot=lot))
        folders.add((line.see(intent, store.begin(intent), "top").image or "").split("/")[4])
    assert len(folders) == len(lots)


def test_a_changed_frame_is_told(line: Line, store: Store) -> None:
    record = line.inspect()
    path = store.home.root / (record.views[0].image or "")
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(StorageTrouble, match="damaged or was changed") as caught:
        store.read_frame(record, "top")
    assert caught.value.cause is StorageCause.DAMAGED
    path.unlink()
    with pytest.raises(StorageTrouble) as caught:
        store.read_frame(record, "top")
    assert caught.value.cause is StorageCause.MISSING
    with pytest.raises(StorageTrouble, match="no stored frame of view side"):
        store.read_frame(record, "side")


def test_what_a_dead_process_left_open_becomes_a_record(home: Home, line: Line, store: Store) -> None:
    whole, broken, bare = line.intent(), line.intent(), line.intent()
    numbers = [store.begin(intent) for intent in (whole, broken, bare)]
    kept = line.see(whole, numbers[0], "front/ü.1")
    torn = line.see(broken, numbers[1], "top").image or ""
    (home.root / torn).write_bytes(b"\x89PNG torn")
    store.close()
    with Store(home) as again:
        mine = again.begin(line.intent())
        found = again.recover()
        assert [(record.sequence, record.inspection_id) for record in found] == [
            (1, whole.inspection_id),
            (2, broken.inspection_id),
            (3, bare.inspection_id),
        ]
        assert {record.verdict for record in found} == {Verdict.NOT_INSPECTED}
        assert {record.reason for record in found} == {STOPPED_REASON}
        assert [(view.view, view.image, view.image_hash) for view in found[0].views] == [
            ("front/ü.1", kept.image, kept.image_hash)
        ]
        assert found[1].views == ()
        assert not (home.root / torn).exists()
        assert (found[0].part, found[0].time) == (whole.part, whole.time)
        assert (mine, again.recover(), again.integrity()) == (4, [], [])
        assert again.records() == found


def test_own_open_notes_are_closed_when_asked(line: Line, store: Store) -> None:
    intent = line.intent()
    kept = line.see(intent, store.begin(intent), "top")
    assert store.recover() == []
    closed = store.recover(own=True)
    assert [(record.sequence, record.verdict) for record in closed] == [(1, Verdict.NOT_INSPECTED)]
    assert closed[0].views[0].image_hash == kept.image_hash
    assert store.complete(line.record(intent, 1)) == closed[0], "the first record stands"


def test_half_written_files_are_gone_after_the_next_start(home: Home, store: Store) -> None:
    incoming = home.frames / ".incoming"
    incoming.mkdir()
    (incoming / "1_top_abc.png.tmp").write_bytes(b"half")
    Home(home.root).prepare()
    assert list(incoming.iterdir()), "another process must not remove what the running station writes"
    store.close()
    with Store(home):
        assert list(incoming.iterdir()) == []


def test_integrity_names_what_is_wrong(line: Line, store: Store) -> None:
    lost = line.inspect().views[0].image or ""
    line.inspect()
    assert store.integrity() == []
    (store.home.root / lost).unlink()
    stray = store.home.frames / "2026" / "9_top_zzzzzzzz.png"
    stray.write_bytes(b"x")
    skip = "UPDATE sqlite_sequence SET seq = 5 WHERE name = 'intents'"
    store.database.write(lambda db: db.conn.execute(skip).rowcount)
    line.inspect()
    faults = store.integrity()
    assert len(faults) == 3
    assert "3 of 6 sequence numbers have no record." in faults
    assert any("missing" in fault and lost in fault for fault in faults)
    assert any("no record" in fault and stray.name in fault for fault in faults)


def test_records_are_never_changed_or_deleted(line: Line, store: Store) -> None:
    line.inspect()
    for sql in ("UPDATE inspections SET verdict = 'OK'", "DELETE FROM inspections", "DELETE FROM views"):
        with pytest.raises(Exception, match="kept as they are"):
            store.database.write(lambda db, sql=sql: db.conn.execute(sql).rowcount)  # type: ignore[misc]
    assert store.count() == 1


def test_readers_work_while_the_station_writes(home: Home, line: Line) -> None:
    line.inspect()
    with open_reader(home) as reader:
        assert reader.count() == 1
        line.inspect()
        assert reader.count() == 2
        with pytest.raises(StorageTrouble, match="reading only"):
            reader.begin(line.intent())


def test_many_threads_get_different_numbers(line: Line, store: Store) -> None:
    intents = [line.intent() for _ in range(40)]
    numbers: list[int] = []

    def work(mine: list[object]) -> None:
        for intent in mine:
            numbers.append(store.begin(intent))  # type: ignore[arg-type]
            store.count()

    threads = [threading.Thread(target=work, args=(intents[start::4],)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers) == list(range(1, 41))


def test_a_closed_store_says_so(line: Line, store: Store) -> None:
    store.close()
    store.close()
    for ask in (store.count, lambda: store.begin(line.intent())):
        with pytest.raises(StorageTrouble) as caught:
            ask()
        assert caught.value.cause is StorageCause.CLOSED


def test_a_bug_in_the_work_reaches_the_caller_and_leaves_nothing(line: Line, store: Store) -> None:
    def work(db: object) -> None:
        db.conn.execute("DELETE FROM station_state")  # type: ignore[attr-defined]
        db.conn.execute("INSERT INTO alarms (kind) VALUES ('x')")  # type: ignore[attr-defined]

    with pytest.raises(Exception, match="NOT NULL"):
        store.database.write(work)
    assert line.inspect().sequence == 1


def test_get_tells_when_there_is_none(store: Store) -> None:
    with pytest.raises(StorageTrouble, match="no inspection abc"):
        store.get("abc")


def test_how_long_a_record_took_is_stored_with_the_next_write(home: Home, line: Line, store: Store) -> None:
    intent = line.intent()
    store.complete(line.record(intent, store.begin(intent), recorded_ms=None))
    store.note_recorded(1, 34.5)
    with open_reader(home) as reader:
        assert reader.get(intent.inspection_id).recorded_ms is None
        line.inspect()
        assert reader.get(intent.inspection_id).recorded_ms == 34.5


def test_how_long_the_last_record_took_is_stored_at_closing(home: Home, line: Line, store: Store) -> None:
    intent = line.intent()
    store.complete(line.record(intent, store.begin(intent), recorded_ms=None))
    store.note_recorded(1, 34.5)
    store.close()
    with open_reader(home) as reader:
        assert reader.get(intent.inspection_id).recorded_ms == 34.5


def test_a_duration_waits_for_a_write_that_succeeds(home: Home, line: Line, store: Store) -> None:
    intent = line.intent()
    store.complete(line.record(intent, store.begin(intent), recorded_ms=None))
    store.note_recorded(1, 34.5)
    with pytest.raises(ValueError, match="was not begun"):
        store.complete(line.record(line.intent(), 9))
    line.inspect()
    assert store.get(intent.inspection_id).recorded_ms == 34.5
