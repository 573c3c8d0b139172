from vision.cameras import StreamStatistics
from vision.cameras.counting import FrameCounter


def counted(ids, *, skips=(), keeps_latest=False):
    counter = FrameCounter(keeps_latest=keeps_latest)
    for place, frame_id in enumerate(ids):
        counter.arrived(frame_id, skipped=skips[place] if skips else 0, whole=True)
    return counter.statistics


def test_a_gap_in_the_ids_is_a_loss():
    assert counted([5, 6, 9]) == StreamStatistics(delivered=3, dropped=2)


def test_what_was_skipped_on_purpose_is_no_loss():
    assert counted([0, 4], skips=(0, 3)) == StreamStatistics(delivered=2, skipped=3)
    assert counted([0, 4], keeps_latest=True) == StreamStatistics(delivered=2, skipped=3)


def test_a_counter_that_begins_anew_loses_nothing():
    assert counted([65534, 65535, 1, 2]).dropped == 0


def test_triggers_without_a_frame_are_lost_once_the_time_is_over():
    counter = FrameCounter()
    for _ in range(3):
        counter.triggered()
    counter.arrived(0, skipped=0, whole=True)
    assert counter.statistics.dropped == 0
    counter.timed_out()
    counter.timed_out()
    assert counter.statistics.dropped == 2


def test_damaged_frames_are_counted_apart():
    counter = FrameCounter()
    counter.arrived(0, skipped=0, whole=False)
    counter.failed()
    assert counter.statistics == StreamStatistics(failed=2)
