"""Where a frame lies in a view: fit, zoom, pan. Pure geometry, no widget."""

from dataclasses import dataclass, replace

_STEP_LIMIT = 16.0


@dataclass(frozen=True, kw_only=True)
class Viewport:
    """A frame of `width` x `height` pixels in a view of `view_width` x `view_height`.

    `zoom` is screen pixels per frame pixel, None for fit; `x`, `y` is the frame point in the middle of the view.
    """

    width: int
    height: int
    view_width: float
    view_height: float
    zoom: float | None = None
    x: float = 0.0
    y: float = 0.0

    @property
    def fit(self) -> float:
        """The zoom at which the whole frame is seen."""
        return min(self.view_width / self.width, self.view_height / self.height)

    @property
    def scale(self) -> float:
        """Screen pixels per frame pixel now."""
        return self.fit if self.zoom is None else self.zoom

    @property
    def origin(self) -> tuple[float, float]:
        """Where the frame's upper left corner lies in the view."""
        if self.zoom is None:
            return (self.view_width - self.width * self.fit) / 2, (self.view_height - self.height * self.fit) / 2
        return self.view_width / 2 - self.x * self.zoom, self.view_height / 2 - self.y * self.zoom

    def to_frame(self, at_x: float, at_y: float) -> tuple[float, float]:
        """A point of the view in frame pixels."""
        left, top = self.origin
        return (at_x - left) / self.scale, (at_y - top) / self.scale

    def zoomed(self, zoom: float, at_x: float, at_y: float) -> "Viewport":
        """Another zoom with the frame point under (`at_x`, `at_y`) kept in place; fit when it would be smaller."""
        if zoom <= self.fit:
            return replace(self, zoom=None)
        zoom = min(zoom, max(_STEP_LIMIT, self.fit))
        frame_x, frame_y = self.to_frame(at_x, at_y)
        x = frame_x + (self.view_width / 2 - at_x) / zoom
        y = frame_y + (self.view_height / 2 - at_y) / zoom
        return replace(self, zoom=zoom, x=x, y=y).kept_inside()

    def moved(self, by_x: float, by_y: float) -> "Viewport":
        """Dragged by screen pixels; the frame never leaves the view."""
        if self.zoom is None:
            return self
        return replace(self, x=self.x - by_x / self.zoom, y=self.y - by_y / self.zoom).kept_inside()

    def resized(self, view_width: float, view_height: float) -> "Viewport":
        """The same look at the frame in a view of another size."""
        return replace(self, view_width=max(1.0, view_width), view_height=max(1.0, view_height)).kept_inside()

    def visible(self) -> tuple[int, int, int, int]:
        """The frame pixels in sight: x, y, width, height; at least one pixel."""
        left, top = self.to_frame(0, 0)
        right, bottom = self.to_frame(self.view_width, self.view_height)
        x, y = max(0, int(left)), max(0, int(top))
        return x, y, max(1, min(self.width, int(right) + 1) - x), max(1, min(self.height, int(bottom) + 1) - y)

    def kept_inside(self) -> "Viewport":
        """Moved back as far as needed for the frame to fill the view; fit when it is smaller than the view."""
        if self.zoom is None:
            return self
        if self.zoom <= self.fit:
            return replace(self, zoom=None)
        half_w, half_h = self.view_width / 2 / self.zoom, self.view_height / 2 / self.zoom
        return replace(self, x=_between(self.x, half_w, self.width), y=_between(self.y, half_h, self.height))


def _between(value: float, half: float, length: int) -> float:
    return length / 2 if 2 * half >= length else min(max(value, half), length - half)
