"""Puts the Datasets pages together: view, presenters and the wires between them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.datasets.adding_presenter import AddingPresenter
from app.datasets.duplicates_presenter import DuplicatesPresenter
from app.datasets.frozen_presenter import FrozenPresenter
from app.datasets.jobs import Jobs
from app.datasets.ports import DatasetsNeeds
from app.datasets.presenter import DatasetsPresenter
from app.datasets.shown import Cell, Page
from app.datasets.suspects_presenter import SuspectsPresenter
from app.datasets.view import DatasetsScreen
from app.workers.dataset_pictures import DatasetPictures
from labeling.records.datasets import Dataset, DatasetImage


@dataclass(frozen=True, eq=False, kw_only=True)
class DatasetsParts:
    """The screen and its presenters."""

    view: DatasetsScreen
    presenter: DatasetsPresenter
    duplicates: DuplicatesPresenter
    suspects: SuspectsPresenter
    adding: AddingPresenter
    frozen: FrozenPresenter
    jobs: Jobs


def make_datasets(needs: DatasetsNeeds) -> DatasetsParts:
    """The Datasets pages, wired; `presenter.open` takes a dataset in hand."""
    made: list[DatasetsPresenter] = []

    def describe(image: DatasetImage) -> Cell:
        return made[0].describe(image)

    pictures = DatasetPictures(needs.thumbnails, _paths(needs), needs.thumbnailing)
    view = DatasetsScreen(needs.datasets.book.images, describe, pictures)
    jobs = Jobs(view, needs)
    presenter = DatasetsPresenter(view, needs, jobs)
    made.append(presenter)
    parts = DatasetsParts(
        view=view,
        presenter=presenter,
        duplicates=DuplicatesPresenter(view.duplicates, presenter, needs, jobs),
        suspects=SuspectsPresenter(view, presenter, needs, jobs),
        adding=AddingPresenter(view, presenter, needs, jobs),
        frozen=FrozenPresenter(view, view.frozen_page, presenter, needs, jobs),
        jobs=jobs,
    )
    view.kept = (parts, needs)
    _connect_gallery(parts)
    _connect_pages(parts)
    return parts


def _connect_gallery(parts: DatasetsParts) -> None:
    view, presenter = parts.view, parts.presenter
    view.shown.connect(presenter.enter)
    view.dataset_chosen.connect(presenter.choose)
    view.page_chosen.connect(presenter.turn_to)
    view.rescan_asked.connect(presenter.rescan)
    view.cancelled.connect(parts.jobs.cancel)
    view.tags_asked.connect(presenter.ask_tags)
    view.tagged.connect(presenter.tag)
    view.gallery.searched.connect(presenter.search)
    view.gallery.everything_asked.connect(presenter.show_everything)
    view.gallery.opened.connect(presenter.open_images)
    view.gallery.suspects_asked.connect(parts.suspects.ask)
    view.recipe_chosen.connect(parts.suspects.look)
    view.parts_asked.connect(parts.adding.ask)
    view.parts_chosen.connect(parts.adding.add)


def _connect_pages(parts: DatasetsParts) -> None:
    view, presenter, duplicates, frozen = parts.view, parts.presenter, parts.duplicates, parts.frozen

    def on_page() -> None:
        if presenter.page is Page.DUPLICATES:
            duplicates.enter()
        elif presenter.page is Page.FROZEN:
            frozen.enter()

    presenter.on_page = on_page
    view.duplicates.chosen.connect(duplicates.choose)
    view.duplicates.kept.connect(duplicates.keep)
    view.duplicates.kept_first.connect(duplicates.keep_first_of_all)
    grid = view.duplicates.grid
    view.duplicates.opened.connect(lambda image_id: presenter.open_images(image_id, list(grid.images.ids)))
    view.freeze_asked.connect(frozen.ask)
    view.frozen.connect(frozen.freeze)
    view.frozen_page.chosen.connect(frozen.choose)
    view.frozen_page.check_asked.connect(frozen.check)
    view.frozen_page.opened.connect(frozen.open_image)


def _paths(needs: DatasetsNeeds) -> Callable[[DatasetImage], Path]:
    known: dict[int, Dataset] = {}

    def path(image: DatasetImage) -> Path:
        if image.dataset not in known:
            known.update({one.id: one for one in needs.datasets.book.all()})
        return needs.datasets.path(known[image.dataset], image)

    return path
