"""Why the part is here: score, the same place on good parts, past defects that look like it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.i18n import translate
from app.review.shown import Exhibit, PartShown, WhyShown
from app.theme import Weight, font, icon_pixmap, tokens
from app.widgets.button import Button, Target
from app.widgets.card import Card, row
from app.widgets.pixmaps import qimage
from app.widgets.score_bar import ScoreBar
from app.widgets.text import Size, Text, Tone

_PICTURE, _CAPTION = 76, 24
_TALL = 660
"""A card from this height on has room for larger pictures."""
_LARGE = 112


class ExhibitRow(QWidget):
    """Three pictures with a word below each."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._exhibits: tuple[Exhibit, ...] = ()
        self._pixmaps: list[QPixmap] = []
        self._name = name
        self._none = ""
        self._picture = _PICTURE
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_picture(_PICTURE)

    def sizeHint(self) -> QSize:
        return QSize(260, self._picture + _CAPTION)

    def set_picture(self, height: int) -> None:
        """How tall the pictures are."""
        self._picture = height
        self.setFixedHeight(height + _CAPTION)

    def show_exhibits(self, exhibits: tuple[Exhibit, ...], none: str) -> None:
        """Show these, or a word where there is none."""
        self._exhibits, self._none = exhibits, none
        self._pixmaps = [QPixmap.fromImage(qimage(exhibit.picture)) for exhibit in exhibits]
        spoken = ", ".join(exhibit.caption for exhibit in exhibits) or none
        self.setAccessibleName(f"{self._name}: {spoken}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(font(15))
        width = (self.width() - 16) / 3
        if not self._exhibits:
            painter.setPen(QColor(tokens().tx3))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(0, 4, 0, 0), flags, self._none)
        for number, (exhibit, pixmap) in enumerate(zip(self._exhibits, self._pixmaps, strict=True)):
            box = QRectF(number * (width + 8), 0, width, self._picture)
            _paint_cover(painter, pixmap, box)
            painter.setPen(QColor(tokens().tx2))
            words = painter.fontMetrics().elidedText(exhibit.caption, Qt.TextElideMode.ElideRight, round(width))
            painter.drawText(QRectF(box.left(), box.bottom() + 3, width, _CAPTION), Qt.AlignmentFlag.AlignLeft, words)


def _paint_cover(painter: QPainter, pixmap: QPixmap, box: QRectF) -> None:
    scale = max(box.width() / pixmap.width(), box.height() / pixmap.height())
    seen = QRectF(0, 0, box.width() / scale, box.height() / scale)
    seen.moveCenter(QRectF(pixmap.rect()).center())
    clip = QPainterPath()
    clip.addRoundedRect(box, 4, 4)
    painter.save()
    painter.setClipPath(clip)
    painter.drawPixmap(box, pixmap, seen)
    painter.restore()
    painter.setPen(QColor(tokens().line))
    painter.drawPath(clip)


class HiddenNote(QFrame):
    """Stands where the score will be."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("box", "tile")
        self._icon = QLabel()
        self._words = Text(translate("Review", "Score and verdict appear after you decide."), Size.SMALL, wraps=True)
        self._words.setMinimumHeight(60)
        self.show_early = Button(translate("Review", "Show"), target=Target.TOUCH)
        self.show_early.setFont(font(15, Weight.SEMIBOLD))
        self.show_early.setStyleSheet("QPushButton { padding: 0 4px; }")
        self.show_early.setAccessibleName(translate("Review", "Show the score early"))
        tip = translate("Review", "Key S. It is noted, and an audited part leaves the estimate.")
        self.show_early.setToolTip(tip)
        self.show_early.setAccessibleDescription(tip)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.show_early)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon.pixmap().isNull() or self._icon.property("ink") != tokens().tx:
            self._icon.setPixmap(icon_pixmap("eye-off", 24, tokens().tx, ratio=self.devicePixelRatioF()))
            self._icon.setProperty("ink", tokens().tx)
        super().paintEvent(event)


class WhyCard(Card):
    """The right column."""

    def __init__(self) -> None:
        super().__init__(padding=14, gap=8)
        self.reason = Text(size=Size.LABEL, tone=Tone.SOFT, wraps=True)
        self.decided = Text(size=Size.STRONG_LABEL, wraps=True)
        self.hidden = HiddenNote()
        self.score = ScoreBar()
        self.good = ExhibitRow(translate("Review", "Same place, last good parts"))
        self.past = ExhibitRow(translate("Review", "Nearest past defects"))
        self.note = Text(size=Size.SMALL, tone=Tone.SOFT, wraps=True)
        self.model = Text(size=Size.SMALL, tone=Tone.FAINT, wraps=True)
        self.body.addLayout(row(Text(translate("Review", "Why it is here"), Size.CARD_TITLE), None))
        for widget in (self.reason, self.decided, self.hidden, self.score):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        for title, exhibits in (
            (translate("Review", "Same place, last good parts"), self.good),
            (translate("Review", "Nearest past defects"), self.past),
        ):
            self.body.addWidget(Text(title, Size.STRONG_LABEL))
            self.body.addWidget(exhibits)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.body.addWidget(self.model)
        for widget in (self.decided, self.hidden, self.note):
            widget.hide()  # one of them at a time: all together are taller than the panel

    def show_part(self, part: PartShown) -> None:
        """Another part is in front."""
        shot = part.shot
        self.hidden.setVisible(shot is None)
        self.score.setVisible(shot is not None and shot.score is not None)
        if shot is not None:
            self.score.show_score(shot.score, shot.thresholds, shot.verdict)
        self.decided.setText(part.decided)
        self.decided.setVisible(bool(part.decided))
        self.model.setText(part.model)
        self.show_why(WhyShown(reason=part.reason))

    def show_why(self, why: WhyShown) -> None:
        """What stands beside it."""
        self.reason.setText(why.reason)
        self.reason.setVisible(bool(why.reason))
        none = translate("Review", "None with an image.") if not why.note else NOTHING
        self.good.show_exhibits(why.good, none)
        self.past.show_exhibits(why.past, translate("Review", "None yet.") if not why.note else NOTHING)
        self.note.setText(why.note)
        self.note.setVisible(bool(why.note))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for exhibits in (self.good, self.past):
            exhibits.set_picture(_LARGE if self.height() >= _TALL else _PICTURE)


NOTHING = "\N{EN DASH}"
