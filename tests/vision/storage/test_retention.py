"""Frames go by rule, oldest first; rows stay and say when and why."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.vision.storage.parts import Line
from vision.inspection import InspectionRecord, Verdict
from vision.storage import (
    DiskLevel,
    DiskWatch,
    Home,
    RetentionRules,
    StorageTrouble,
    Store,
    bytes_per_day,
    disk_space,
    stored_bytes,
    sweep,
)
from vision.storage.disk import GB
from vision.storage.retention import is_sample

KEEP_ALL = RetentionRules(quota_gb=1.0, keep_days=30, ok_share=0.0)


def image(record: InspectionRecord, home: Home) -> Path:
    return home.root / (record.views[0].image or "none")


def nothing(path: str) -> bool:
    return False


def kept(store: Store) -> list[int]:
    return [record.sequence for record in store.records() if any(view.image for view in record.views)]


def test_nothing_goes_while_the_rules_hold(line: Line, store: Store) -> None:
    records = [line.inspect() for _ in range(3)]
    report = sweep(store, KEEP_ALL, line.clock.wall(), nothing)
    assert (report.removed, report.over_quota_bytes) == (0, 0)
    assert report.used_bytes == sum(image(record, store.home).stat().st_size for record in records)
    assert store.records() == records


def test_old_ok_frames_go_and_their_rows_say_when_and_why(line: Line, store: Store) -> None:
    old = line.inspect(views=("top", "side"))
    defective, unsure = line.inspect(Verdict.NG), line.inspect(Verdict.REVIEW)
    line.clock.advance(40 * 86_400)
    new = line.inspect()
    now = line.clock.wall()
    report = sweep(store, KEEP_ALL, now, nothing)
    assert report.removed == 2
    assert kept(store) == [defective.sequence, unsure.sequence, new.sequence]
    stored = store.get(old.inspection_id)
    assert [view.image for view in stored.views] == [None, None]
    assert [view.image_hash for view in stored.views] == [view.image_hash for view in old.views]
    assert stored.score == old.score
    assert not image(old, store.home).exists()
    removal = store.image_removal(stored, "side")
    assert removal is not None
    assert (removal.time, removal.reason) == (now, "older than the days to keep")
    with pytest.raises(StorageTrouble, match="older than the days to keep"):
        store.read_frame(old, "top")
    assert store.image_removal(new, "top") is None
    assert store.integrity() == []
    assert sweep(store, KEEP_ALL, now, nothing).removed == 0


def test_the_oldest_go_first_for_the_quota_and_only_as_many_as_needed(line: Line, store: Store) -> None:
    records = [line.inspect() for _ in range(5)]
    size = image(records[0], store.home).stat().st_size
    rules = RetentionRules(quota_gb=(stored_bytes(store.database) - 1.5 * size) / GB, keep_days=30, ok_share=0.0)
    report = sweep(store, rules, line.clock.wall(), nothing)
    assert kept(store) == [3, 4, 5]
    assert (report.removed, report.over_quota_bytes) == (2, 0)
    removal = store.image_removal(records[0], "top")
    assert removal is not None
    assert removal.reason == "disk quota"


def test_what_may_not_go_is_reported_as_over_the_quota(line: Line, store: Store) -> None:
    for verdict in (Verdict.NG, Verdict.OK, Verdict.REVIEW, Verdict.OK):
        line.inspect(verdict)
    label = (store.records()[1].views[0].image) or ""
    none_left = RetentionRules(quota_gb=0, keep_days=0, ok_share=0.0)
    line.clock.advance(1)
    report = sweep(store, none_left, line.clock.wall(), lambda path: path == label)
    assert kept(store) == [1, 2, 3]
    assert report.over_quota_bytes == report.used_bytes == stored_bytes(store.database) > 0


def test_the_sample_outlives_its_days_and_goes_last_for_the_quota(line: Line, store: Store) -> None:
    records = [line.inspect() for _ in range(30)]
    sample = [record.sequence for record in records if is_sample(record.sequence, 0.3)]
    assert 3 < len(sample) < 16
    line.clock.advance(40 * 86_400)
    sweep(store, RetentionRules(quota_gb=1, keep_days=30, ok_share=0.3), line.clock.wall(), nothing)
    assert kept(store) == sample
    sweep(store, RetentionRules(quota_gb=0, keep_days=30, ok_share=0.3), line.clock.wall(), nothing)
    assert kept(store) == []


def test_a_sweep_goes_on_over_many_steps(line: Line, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vision.storage.retention._STEP", 3)
    for number in range(10):
        line.inspect(Verdict.NG if number % 4 == 0 else Verdict.OK)
    line.clock.advance(1)
    report = sweep(store, RetentionRules(quota_gb=1, keep_days=0, ok_share=0), line.clock.wall(), nothing)
    assert (report.removed, kept(store)) == (7, [1, 5, 9])


def test_a_crash_between_row_and_file_is_finished_by_the_next_sweep(
    line: Line, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = line.inspect()
    line.clock.advance(1)
    rules = RetentionRules(quota_gb=1, keep_days=0, ok_share=0)

    def crash(path: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(store.frames, "remove", crash)
        with pytest.raises(KeyboardInterrupt):
            sweep(store, rules, line.clock.wall(), nothing)
    assert image(record, store.home).exists()
    assert kept(store) == [], "the row lets go first"
    assert sweep(store, rules, line.clock.wall(), nothing).removed == 0
    assert not image(record, store.home).exists()


def test_the_sample_has_about_its_share_and_grows_with_it() -> None:
    small = {number for number in range(10_000) if is_sample(number, 0.05)}
    large = {number for number in range(10_000) if is_sample(number, 0.2)}
    assert 400 < len(small) < 600
    assert small < large
    assert all(is_sample(number, 1.0) for number in range(100))
    assert not any(is_sample(number, 0.0) for number in range(100))


def test_rate(line: Line, store: Store) -> None:
    assert bytes_per_day(store.database) is None
    sizes = [image(line.inspect(), store.home).stat().st_size for _ in range(10)]
    rate = bytes_per_day(store.database)
    assert rate == pytest.approx(sum(sizes) / 10 * 86_400, rel=0.01)


def test_the_disk_watch(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = DiskWatch(home, low_gb=5.0)
    for free, level, word in (
        (10e9, DiskLevel.OK, ""),
        (4e9, DiskLevel.LOW, "nearly full: 4 GB"),
        (1e8, DiskLevel.FULL, "is full"),
    ):
        usage = type("Usage", (), {"free": int(free), "total": int(2e10)})
        monkeypatch.setattr("shutil.disk_usage", lambda path, usage=usage: usage)
        assert watch.level() is level
        assert word in watch.sentence()
        assert bool(watch.sentence()) is (level is not DiskLevel.OK)


def test_disk_space_of_a_home_to_be(tmp_path: Path) -> None:
    assert disk_space(Home(tmp_path / "not" / "yet")).total_bytes > 0


def test_age_counts_from_the_trigger(line: Line, store: Store) -> None:
    line.inspect()
    edge = line.clock.wall() + timedelta(days=30)
    assert sweep(store, KEEP_ALL, edge, nothing).removed == 0
    assert sweep(store, KEEP_ALL, edge + timedelta(seconds=1), nothing).removed == 1
