"""The cameras that were found, one row each: what it is, how it is connected, and whether the station uses it."""

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.cameras.presenter import CameraRow
from app.i18n import translate
from app.theme import Weight, font, paint_icon, tokens
from app.theme.tokens import GLOVE, RADIUS_CARD
from app.widgets.choice_list import ChoiceList

_ICONS = {"virtual": "play", "usb": "usb", "folder": "folder-open"}
_BAR = 4


class CameraList(ChoiceList):
    """The keys of its rows are the specs of the cameras."""

    def __init__(self) -> None:
        super().__init__()
        self.spec = ""
        """Of the chosen camera."""
        self._cameras: tuple[CameraRow, ...] = ()

    def show_cameras(self, cameras: tuple[CameraRow, ...]) -> None:
        """Show the list, unless it is the same as before."""
        self.spec = next((camera.spec for camera in cameras if camera.chosen), "")
        if cameras != self._cameras:
            self._cameras = cameras
            self.show_rows({camera.spec: _RowButton(camera) for camera in _told_apart(cameras)}, self.spec)


def _told_apart(rows: tuple[CameraRow, ...]) -> list[CameraRow]:
    """Cameras of one name show their specs: nothing else tells them apart."""
    counts = Counter(row.name for row in rows)
    return [replace(row, detail=row.spec) if counts[row.name] > 1 else row for row in rows]


class _RowButton(QAbstractButton):
    """One camera, 76 high. Chosen: its ground and a bar at the left."""

    def __init__(self, row: CameraRow) -> None:
        super().__init__()
        self._row = row
        in_use = translate("Cameras", "In use")
        if row.used_as:
            in_use = translate("Cameras", "In use as {place}").format(place=row.used_as)
        self._detail = f"{in_use} · {row.detail}" if row.in_use else row.detail
        self.setCheckable(True)
        self.setFixedHeight(GLOVE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(row.name)
        self.setAccessibleDescription(self._detail)
        self.setToolTip(row.spec)

    def sizeHint(self) -> QSize:
        return QSize(240, GLOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.acc if self.isChecked() else theme.ctl)))
        painter.setBrush(QColor(theme.sel if self.isChecked() else theme.s3 if self.isDown() else theme.s2))
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        if self.isChecked():
            painter.fillRect(QRectF(1, 8, _BAR, self.height() - 16), QColor(theme.acc))
        name = _ICONS.get(self._row.spec.partition(":")[0], "camera")
        paint_icon(painter, name, QRectF(16, self.height() / 2 - 14, 28, 28), theme.tx)
        self._line(painter, (14, 26), self._row.name, (17, Weight.SEMIBOLD), theme.tx)
        self._line(painter, (39, 22), self._detail, (15, Weight.REGULAR), theme.tx2)

    def _line(self, painter: QPainter, place: tuple[int, int], text: str, face: tuple[int, Weight], ink: str) -> None:
        top, height = place
        painter.setFont(font(*face))
        painter.setPen(QColor(ink))
        width = self.width() - 56 - 12
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(56, top, width, height), Qt.AlignmentFlag.AlignVCenter, short)
