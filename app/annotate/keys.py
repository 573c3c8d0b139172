"""What the keys of the Annotate screen do: each command of `app.actions.annotate` becomes a signal."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.annotate.tools import Act, Tool


class KeyHandlers(QWidget):
    """The handlers that need nothing but to be heard."""

    tool_chosen = Signal(Tool)
    acted = Signal(Act)
    widened = Signal(int)
    """Steps that the brush becomes wider (1) or narrower (-1)."""
    defect_removed = Signal()
    finished = Signal()
    stepped = Signal(int)

    def take_brush(self) -> None:
        """B."""
        self.tool_chosen.emit(Tool.BRUSH)

    def take_eraser(self) -> None:
        """E."""
        self.tool_chosen.emit(Tool.ERASER)

    def take_polygon(self) -> None:
        """P."""
        self.tool_chosen.emit(Tool.POLYGON)

    def take_box(self) -> None:
        """X."""
        self.tool_chosen.emit(Tool.BOX)

    def take_wand(self) -> None:
        """W."""
        self.tool_chosen.emit(Tool.WAND)

    def take_click(self) -> None:
        """C."""
        self.tool_chosen.emit(Tool.CLICK)

    def refine(self) -> None:
        """G."""
        self.acted.emit(Act.REFINE)

    def mark_from_map(self) -> None:
        """M."""
        self.acted.emit(Act.FROM_MAP)

    def fill_holes(self) -> None:
        """H."""
        self.acted.emit(Act.FILL)

    def copy_previous(self) -> None:
        """V."""
        self.acted.emit(Act.COPY)

    def grow(self) -> None:
        """+."""
        self.acted.emit(Act.GROW)

    def shrink(self) -> None:
        """-."""
        self.acted.emit(Act.SHRINK)

    def undo(self) -> None:
        """Ctrl+Z, Z."""
        self.acted.emit(Act.UNDO)

    def redo(self) -> None:
        """Ctrl+Y, Y."""
        self.acted.emit(Act.REDO)

    def wider(self) -> None:
        """]."""
        self.widened.emit(1)

    def narrower(self) -> None:
        """[."""
        self.widened.emit(-1)

    def remove_defect(self) -> None:
        """Delete."""
        self.defect_removed.emit()

    def finish_image(self) -> None:
        """N."""
        self.finished.emit()

    def next_image(self) -> None:
        """Right."""
        self.stepped.emit(1)

    def previous_image(self) -> None:
        """Shift+N, Left."""
        self.stepped.emit(-1)
