"""Counting frames: what arrived, what failed, and what the camera's own counter says is missing."""

from dataclasses import replace

from vision.cameras.camera import StreamStatistics


class FrameCounter:
    """Counts of one run, from the frames' ids. Starts empty at every `start` of a camera."""

    def __init__(self, *, keeps_latest: bool = False) -> None:
        """`keeps_latest`: gaps in the ids are frames left out on purpose."""
        self.statistics = StreamStatistics()
        self._keeps_latest = keeps_latest
        self._last_id: int | None = None
        self._awaited = 0

    def triggered(self) -> None:
        """A software trigger was sent and owes a frame."""
        self._awaited += 1

    def arrived(self, frame_id: int, *, skipped: int, whole: bool) -> None:
        """A frame came. Ids that go back are a counter that began anew, and count as no loss."""
        now = self.statistics
        gap = 0 if self._last_id is None else max(0, frame_id - self._last_id - 1)
        self._last_id = frame_id
        skipped = max(skipped, gap) if self._keeps_latest else skipped
        self._awaited = max(0, self._awaited - 1 - skipped)
        self.statistics = replace(
            now,
            delivered=now.delivered + whole,
            failed=now.failed + (not whole),
            dropped=now.dropped + max(0, gap - skipped),
            skipped=now.skipped + skipped,
        )

    def failed(self) -> None:
        """A frame came so damaged that it has no id."""
        self._awaited = max(0, self._awaited - 1)
        self.statistics = replace(self.statistics, failed=self.statistics.failed + 1)

    def skipped(self) -> None:
        """The frame counted last as delivered was thrown away for a newer one."""
        now = self.statistics
        self.statistics = replace(now, delivered=now.delivered - 1, skipped=now.skipped + 1)

    def timed_out(self) -> None:
        """The triggers that are still owed a frame will get none."""
        self.statistics = replace(self.statistics, dropped=self.statistics.dropped + self._awaited)
        self._awaited = 0
