"""The Annotate screen: tools at the left, the image and the filmstrip, classes and strokes at the right."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCursor, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.annotate.canvas.glow import MapGlow
from app.annotate.canvas.marks import Mark
from app.annotate.canvas.picture import Picture
from app.annotate.canvas.sketches import BoxSketch, BrushSketch, PolygonSketch, Sketch
from app.annotate.keys import KeyHandlers
from app.annotate.panels.book import BookPictures
from app.annotate.panels.easel import Easel
from app.annotate.panels.side import WIDE, WIDTH, SideColumn
from app.annotate.panels.start_page import StartPage
from app.annotate.panels.strip import Strip, StripModel
from app.annotate.panels.tool_panel import ToolPanel
from app.annotate.sheets.dataset import FilterSheet, NameSheet, TagSheet, VersionSheet
from app.annotate.sheets.defect_class import ClassActs, ClassSheet
from app.annotate.sheets.menus import defect_menu, more_menu, recipe_menu
from app.annotate.sheets.transfer import ExportSheet, ImportSheet
from app.annotate.shown import ClassRow, DatasetRow, PlaceShown, ProposalShown, StrokesShown
from app.annotate.tools import Act, Tool
from app.i18n import translate
from app.theme.tokens import GAP
from app.workers.dataset_pictures import DatasetPictures
from labeling.annotation import AnnotationVersion
from labeling.catalog import DefectClass
from labeling.datasets.labels import Imported
from labeling.exchange import LabelFormat, Loss, Reading
from labeling.records.datasets import Dataset, FilterChoices, ImageQuery
from vision.inspection import Trouble

_WIDE_FROM = 1500
_RETRY_MS = 3000


class AnnotateScreen(KeyHandlers):
    """Emits what the person did; the presenters set what is shown."""

    shown = Signal()
    left = Signal()
    folder_wanted = Signal()
    dataset_named = Signal(str, object, object)
    """Name, folder, product or None."""
    class_chosen = Signal(str)
    reopened = Signal()
    accepted = Signal()
    went_back = Signal()
    gallery_asked = Signal()
    """The Datasets pages, for the dataset in hand or for all of them."""
    filtered = Signal(object)
    tags_set = Signal(object)
    version_chosen = Signal(object)
    menu_chosen = Signal(str, object)
    """What of the menu, and what belongs to it."""
    export_agreed = Signal(object, object)
    import_agreed = Signal()
    retry_wanted = Signal()
    trouble_told = Signal(Trouble)
    saving_troubled = Signal(object)
    """A `Trouble` while strokes are in memory only, None when all are safe."""
    said = Signal(str)

    def __init__(self, model: StripModel, pictures: DatasetPictures) -> None:
        super().__init__()
        self.kept: object = None
        """Whoever decides what is shown; Qt holds listeners weakly, so the screen keeps it alive."""
        self.class_acts: ClassActs | None = None
        self.discard: Callable[[], bool] = lambda: False
        """Closes a proposal; True when one was open."""
        self.start, self.tools, self.easel, self.side = StartPage(), ToolPanel(), Easel(), SideColumn()
        self._strip_model = model
        self.strip = Strip(model, pictures)
        self.examples: BookPictures | None = None
        self._class: ClassRow | None = None
        self._class_actions: list[QAction] = []
        self._reason = ""
        self._strokes = StrokesShown()
        self._trouble: Trouble | None = None
        self._work = QWidget()
        self._places = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setInterval(_RETRY_MS)
        self._timer.timeout.connect(self.retry_wanted)
        self._lay_out()
        self._connect()

    # ---- setters: datasets and images

    def show_datasets(self, rows: Sequence[DatasetRow], refused: str) -> None:
        """The start page."""
        self.start.show_datasets(rows, refused)
        self._places.setCurrentWidget(self.start)

    def show_creating(self, what: str, done: int, total: int) -> None:
        """How far a new dataset is."""
        self.start.show_creating(what, done, total)

    def show_work(self) -> None:
        """The image and its tools."""
        self._places.setCurrentWidget(self._work)
        self.easel.canvas.setFocus()

    def show_images(self, dataset: Dataset, ids: Sequence[int], *, is_filtered: bool) -> None:
        """The filmstrip."""
        self._strip_model.set_ids(ids)
        self.easel.show_filtered(is_filtered)
        self.strip.setAccessibleName(translate("Annotate", "Images of {dataset}").format(dataset=dataset.name))

    def show_place(self, place: PlaceShown | None, at: int) -> None:
        """Which image is in hand."""
        self.easel.show_place(place)
        self.strip.show_current(at)
        image = self._strip_model.image(at) if at >= 0 else None
        if place is not None and image is not None and self.easel.canvas.has_picture:
            self.easel.canvas.setAccessibleDescription(image.file.path)

    def image_changed(self, image_id: int) -> None:
        """Its state is another one."""
        self._strip_model.forget(image_id)

    # ---- setters: the image in hand

    def show_picture(self, picture: Picture | None, words: str) -> None:
        """The image, or why there is none."""
        self.easel.canvas.show_picture(picture, words)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """What is marked on it."""
        self.easel.canvas.show_marks(marks)

    def show_strokes(self, shown: StrokesShown) -> None:
        """What was done."""
        self._strokes = shown
        self.side.strokes.show_strokes(shown)
        self.side.done.show_state(is_done=shown.is_done)
        self._show_history()

    def show_classes(self, rows: Sequence[ClassRow], chosen: str | None) -> None:
        """The product's defect classes, and their keys."""
        keys = [(row.one.key, row.one.id, row.one.name) for row in rows]
        before = [(row.one.key, row.one.id, row.one.name) for row in self.side.classes.rows]
        self.side.classes.show_classes(rows, chosen)
        self._class = next((row for row in rows if row.one.id == chosen), None)
        self.refresh_book()
        if keys != before or not self._class_actions:
            self._set_class_keys(rows)

    def refresh_book(self) -> None:
        """The label book's entry, once more when its picture has come."""
        example = self._class.one.example if self._class else None
        picture = self.examples.get(example) if example and self.examples else None
        self.side.book.show_class(self._class, picture)

    def show_tool(self, tool: Tool, size: int) -> None:
        """Which tool is in the hand."""
        self.tools.show_tool(tool, size)

    def show_reason(self, reason: str) -> None:
        """Why nothing can be marked; empty when it can."""
        self._reason = reason
        self.tools.show_reason(reason)
        self.side.done.set_reason(reason)
        self._show_history()

    def show_proposal(self, shown: ProposalShown | None, glow: MapGlow | None) -> None:
        """An open proposal, with the map it comes from."""
        self.easel.proposal.show_proposal(shown)
        self.easel.canvas.show_glow(glow)

    def set_sketch(self, tool: Tool, size: tuple[int, int] | None, radius_px: float, colour: str) -> None:
        """What the pointer draws on an image of this width and height; nothing without."""
        canvas = self.easel.canvas
        canvas.set_takes_points(size is not None and tool in (Tool.WAND, Tool.CLICK))
        is_brush = tool in (Tool.BRUSH, Tool.ERASER)
        sketch = _sketch(tool, size, radius_px) if size else None
        canvas.set_sketch(
            sketch, colour=colour, erases=tool is Tool.ERASER, tip_px=radius_px if is_brush and sketch else 0.0
        )

    def show_saving_trouble(self, trouble: Trouble | None) -> None:
        """Strokes are in memory only; it is tried again every few seconds."""
        if (trouble is None) == (self._trouble is None):
            return
        self._trouble = trouble
        if trouble is None:
            self._timer.stop()
        else:
            self._timer.start()
        self.saving_troubled.emit(trouble)

    # ---- questions

    def ask_recipe(self, names: Sequence[str], take: Callable[[str], None]) -> None:
        """Whose model shall be asked."""
        button = self.tools.buttons[Act.FROM_MAP]
        self._pop(recipe_menu(self, names, take), at=button)

    def ask_defect(self, classes: Sequence[DefectClass], take: Callable[[str | None], None]) -> None:
        """What shall become of the defect in hand."""
        self._pop(defect_menu(self, classes, take))

    def ask_class(self, known: DefectClass | None, classes: Sequence[DefectClass]) -> None:
        """The form of a class."""
        if self.class_acts is not None:
            self._open(ClassSheet(self, known, classes, self.class_acts))

    def ask_name(self, folder: Path, offered: str, products: Sequence[str]) -> None:
        """What a new dataset is called."""
        named = partial(self._named, folder)
        self._open(NameSheet(self, folder, offered, products, named))

    def ask_filter(self, query: ImageQuery, choices: FilterChoices, classes: Sequence[DefectClass]) -> None:
        """Which images are shown."""
        self._open(FilterSheet(self, query, (choices, classes), self.filtered.emit))

    def ask_tags(self, tags: frozenset[str], known: Sequence[str]) -> None:
        """Words about the whole image."""
        self._open(TagSheet(self, tags, known, self.tags_set.emit))

    def ask_version(self, versions: Sequence[AnnotationVersion], classes: Sequence[DefectClass]) -> None:
        """Which version shall come back."""
        self._open(VersionSheet(self, versions, classes, self.version_chosen.emit))

    def ask_export(self, format_: LabelFormat, losses: Sequence[Loss], target: Path) -> None:
        """Whether to export, given what is lost."""
        self._open(ExportSheet(self, format_, losses, target, partial(self.export_agreed.emit, format_, target)))

    def ask_import(self, reading: Reading, new_classes: Sequence[str]) -> None:
        """Whether to import what is good."""
        self._open(ImportSheet(self, reading, new_classes, self.import_agreed.emit))

    def say_imported(self, imported: Imported) -> None:
        """What an import came to."""
        words = translate("Annotate", "Labels imported: {count} images changed.")
        self.said.emit(words.format(count=imported.changed))

    def tell(self, trouble: Trouble) -> None:
        """Pass a known trouble on to the notices."""
        self.trouble_told.emit(trouble)

    def say(self, text: str) -> None:
        """Say in passing."""
        self.said.emit(text)

    # ---- handlers of the commands

    def go_back(self) -> bool:
        """Esc: the stroke on its way, then the proposal, then back to the list of datasets."""
        if self.easel.canvas.cancel_sketch() or self.discard():
            return True
        if self._places.currentWidget() is self.start:
            return False
        self.went_back.emit()
        return True

    def accept_or_close(self) -> None:
        """Enter: closes a polygon, or accepts the proposal."""
        if not self.easel.canvas.close_sketch():
            self.accepted.emit()

    def show_whole(self) -> None:
        """Ctrl+0."""
        self.easel.canvas.fit()

    def show_pixels(self) -> None:
        """Ctrl+1."""
        self.easel.canvas.show_pixels()

    # ---- inside

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.easel.canvas.setFocus()  # whatever had the keyboard before must not take Enter or Space
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(WIDE if self.width() >= _WIDE_FROM else WIDTH)

    def _discard(self) -> None:
        self.discard()

    def _named(self, folder: Path, name: str, product: str | None) -> None:
        self.dataset_named.emit(name, folder, product)

    def _show_history(self) -> None:
        shown = self._strokes
        self.tools.show_history(can_undo=shown.can_undo, can_redo=shown.can_redo, reason=self._reason)

    def _set_class_keys(self, rows: Sequence[ClassRow]) -> None:
        for old in self._class_actions:
            self.removeAction(old)
            old.deleteLater()
        self._class_actions = []
        for one in (row.one for row in rows if row.one.key is not None):
            action = QAction(one.name, self)
            action.setShortcut(QKeySequence(str(one.key)))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(lambda _=False, class_id=one.id: self.class_chosen.emit(class_id))
            self.addAction(action)
            self._class_actions.append(action)

    def _open_more(self) -> None:
        menu = more_menu(self, self.menu_chosen.emit, is_done=self._strokes.is_done)
        self._pop(menu, at=self.easel.buttons["ellipsis"])

    def _pop(self, menu: QMenu, at: QWidget | None = None) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()) if at is not None else QCursor.pos())

    def _open(self, sheet: QDialog) -> None:
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self.easel, 1)
        middle.addWidget(self.strip)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(GAP)
        work.addWidget(self.tools)
        work.addLayout(middle, 1)
        work.addWidget(self.side)
        self._places.addWidget(self.start)
        self._places.addWidget(self._work)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.addWidget(self._places)

    def _connect(self) -> None:
        self.start.create_asked.connect(self.folder_wanted)
        self.start.gallery_asked.connect(self.gallery_asked)
        self.tools.tool_chosen.connect(self.tool_chosen)
        self.tools.acted.connect(self.acted)
        self.side.classes.chosen.connect(self.class_chosen)
        self.side.done.clicked.connect(self.finished)
        self.easel.menu_asked.connect(self._open_more)
        self.easel.proposal.accepted.connect(self.accepted)
        self.easel.proposal.discarded.connect(self._discard)


def _sketch(tool: Tool, size: tuple[int, int], radius_px: float) -> Sketch | None:
    if tool in (Tool.BRUSH, Tool.ERASER):
        return BrushSketch(radius_px, *size)
    if tool is Tool.POLYGON:
        return PolygonSketch(*size)
    return BoxSketch(*size) if tool is Tool.BOX else None
