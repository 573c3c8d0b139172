"""Puts the Annotate screen together: view, presenters, commands, and the file dialogs between them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.actions import Place, commands_of, install_commands
from app.annotate.panels.book import BookPictures
from app.annotate.panels.strip import StripModel, covering
from app.annotate.ports import AnnotateNeeds
from app.annotate.presenters.annotate import AnnotatePresenter
from app.annotate.presenters.bench import Bench
from app.annotate.presenters.classes import ClassPresenter
from app.annotate.presenters.proposing import Proposing
from app.annotate.presenters.start import StartPresenter
from app.annotate.presenters.transfer import TransferPresenter
from app.annotate.sheets.defect_class import ClassActs
from app.annotate.sheets.menus import More
from app.annotate.tools import Act
from app.annotate.view import AnnotateScreen
from app.i18n import translate
from app.workers.dataset_pictures import DatasetPictures
from labeling.exchange import LabelFormat
from labeling.records.datasets import DatasetImage

Post = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, eq=False, kw_only=True)
class Annotate:
    """The screen and its presenters; the screen keeps them alive."""

    view: AnnotateScreen
    presenter: AnnotatePresenter
    bench: Bench
    proposing: Proposing
    start: StartPresenter
    classes: ClassPresenter
    transfer: TransferPresenter
    strip_pictures: DatasetPictures

    def stop(self) -> None:
        """The window closes: what is drawn is saved, what goes on in the background ends."""
        self.start.cancel()
        self.proposing.discard()
        self.presenter.stop()
        self.strip_pictures.stop()


def make_annotate(needs: AnnotateNeeds, post: Post) -> Annotate:
    """The Annotate screen, wired; `post` calls something in the window's thread from any other."""
    holder: list[AnnotatePresenter] = []

    def path(image: DatasetImage) -> Path:
        dataset = holder[0].dataset
        return needs.datasets.path(dataset, image) if dataset is not None else Path(image.file.path)

    model = StripModel(needs.datasets.book.images)
    pictures = DatasetPictures(needs.thumbnails, path, needs.thumbnailing, covering)
    view = AnnotateScreen(model, pictures)
    bench = Bench(view, needs)
    presenter = AnnotatePresenter(view, bench, needs)
    holder.append(presenter)
    made = Annotate(
        view=view,
        presenter=presenter,
        bench=bench,
        proposing=Proposing(bench, needs),
        start=StartPresenter(view, presenter, needs, post),
        classes=ClassPresenter(presenter, bench, needs),
        transfer=TransferPresenter(view, presenter, needs),
        strip_pictures=pictures,
    )
    view.kept = (made, needs)
    view.examples = BookPictures(needs, view.refresh_book)
    view.class_acts = ClassActs(
        add=made.classes.add,
        change=made.classes.change,
        merge=made.classes.merge,
        example=made.classes.example_here,
        history=made.classes.history,
    )
    _connect_bench(made)
    _connect_images(made)
    _connect_menu(made)
    install_commands(view, commands_of(Place.ANNOTATE), view)
    return made


def _connect_bench(made: Annotate) -> None:
    view, bench, proposing = made.view, made.bench, made.proposing
    view.tool_chosen.connect(bench.choose_tool)
    view.acted.connect(lambda act: _act(made, act))
    view.tools.sized.connect(bench.set_size)
    view.widened.connect(bench.widen)
    view.class_chosen.connect(bench.choose_class)
    view.defect_removed.connect(lambda: bench.reclassify(None))
    view.retry_wanted.connect(bench.check_saving)
    view.easel.canvas.drawn.connect(bench.draw)
    view.easel.canvas.pointed.connect(bench.point)
    view.easel.canvas.menu_wanted.connect(bench.choose_at)
    view.easel.proposal.moved.connect(proposing.move)
    view.accepted.connect(proposing.accept)
    view.discard = proposing.discard
    view.side.classes.add_asked.connect(lambda: made.classes.ask(None))
    view.side.classes.edit_asked.connect(lambda: made.classes.ask(bench.class_id))


def _connect_images(made: Annotate) -> None:
    view, presenter, start = made.view, made.presenter, made.start
    view.shown.connect(presenter.enter)
    view.left.connect(presenter.leave)
    view.start.chosen.connect(start.choose)
    view.start.cancelled.connect(start.cancel)
    view.folder_wanted.connect(lambda: _with_folder(view, start.take_folder))
    view.dataset_named.connect(start.create)
    view.strip.chosen.connect(presenter.choose)
    view.finished.connect(presenter.finish)
    view.stepped.connect(presenter.step)
    view.went_back.connect(presenter.close_dataset)
    view.easel.filter_asked.connect(presenter.ask_filter)
    view.filtered.connect(presenter.filter)
    view.tags_set.connect(presenter.set_tags)
    view.version_chosen.connect(presenter.restore)


def _connect_menu(made: Annotate) -> None:
    view, presenter = made.view, made.presenter
    acts: dict[str, Callable[[], object]] = {
        More.TAGS: presenter.ask_tags,
        More.VERSIONS: presenter.ask_version,
        More.REOPEN: presenter.reopen,
        More.RECIPE: made.proposing.choose_recipe,
        More.BUILT_IN: made.proposing.drop_sam,
        More.SAM: lambda: _with_network(view, made.proposing.take_sam),
        More.GALLERY: view.gallery_asked.emit,
        More.RESCAN: presenter.rescan,
        More.DATASETS: presenter.close_dataset,
    }

    def choose(entry: str, format_: LabelFormat | None) -> None:
        if format_ is None:
            acts[entry]()
        elif entry == More.IMPORT:
            _with_labels(view, format_, lambda source: made.transfer.read(format_, source))
        else:
            _with_target(view, format_, lambda target: made.transfer.prepare_export(format_, target))

    view.menu_chosen.connect(choose)
    view.export_agreed.connect(made.transfer.export)
    view.import_agreed.connect(made.transfer.take_in)


def _act(made: Annotate, act: Act) -> None:
    if act is Act.FROM_MAP:
        dataset = made.presenter.dataset
        made.proposing.propose_map(dataset.product if dataset else "")
    elif act is not Act.UNDO or not made.view.easel.canvas.take_back():
        made.bench.act(act)


# ---- file dialogs


def _with_folder(view: AnnotateScreen, take: Callable[[Path], None]) -> None:
    chosen = QFileDialog.getExistingDirectory(view, translate("Annotate", "Folder with images"))
    if chosen:
        take(Path(chosen))


def _with_network(view: AnnotateScreen, take: Callable[[Path, Path], None]) -> None:
    files = []
    for title in (translate("Annotate", "The encoder (ONNX)"), translate("Annotate", "The decoder (ONNX)")):
        chosen, _ = QFileDialog.getOpenFileName(view, title, filter="ONNX (*.onnx)")
        if not chosen:
            return
        files.append(Path(chosen))
    take(*files)


def _with_labels(view: AnnotateScreen, format_: LabelFormat, take: Callable[[Path], None]) -> None:
    title = translate("Annotate", "Labels to import")
    if format_.file is None:
        chosen = QFileDialog.getExistingDirectory(view, title)
    else:
        chosen, _ = QFileDialog.getOpenFileName(view, title, filter=f"{format_.title} (*{Path(format_.file).suffix})")
    if chosen:
        take(Path(chosen))


def _with_target(view: AnnotateScreen, format_: LabelFormat, take: Callable[[Path], None]) -> None:
    title = translate("Annotate", "Where shall the labels go?")
    chosen, _ = QFileDialog.getSaveFileName(view, title, format_.file or format_.name)
    if chosen:
        take(Path(chosen))
