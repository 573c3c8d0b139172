"""Inspected parts join a dataset."""

from app.datasets.jobs import IsCancelled, Jobs
from app.datasets.ports import DatasetsNeeds, PartsWanted
from app.datasets.presenter import DatasetsPresenter
from app.datasets.shown import DatasetsView
from app.i18n import translate
from app.session import Permission
from labeling.datasets.scan import Progress
from labeling.records.datasets import Dataset

_AT_ONCE = 10
"""Parts that join together: what was copied when a person cancels is in the dataset."""


class AddingPresenter:
    """Lives in the window's thread."""

    def __init__(self, view: DatasetsView, presenter: DatasetsPresenter, needs: DatasetsNeeds, jobs: Jobs) -> None:
        self._view, self._presenter, self._needs, self._jobs = view, presenter, needs, jobs

    def ask(self) -> None:
        """Which parts?"""
        dataset = self._presenter.dataset
        if dataset is not None and self._presenter.gate.lets(Permission.REVIEW):
            recipes = self._needs.parts.recipes()
            own = dataset.product if dataset.product in recipes else None
            self._view.ask_parts(recipes, PartsWanted(recipe=own))

    def add(self, wanted: PartsWanted) -> None:
        """Find them, and keep a copy of their images for the dataset."""
        dataset = self._presenter.dataset
        if dataset is not None and self._presenter.gate.lets(Permission.REVIEW):
            self._jobs.start(
                translate("Datasets", "Adding inspected parts"),
                translate("Datasets", "Parts added until then are kept."),
                lambda progress, is_cancelled: self._add(dataset, wanted, progress, is_cancelled),
                self._added,
            )

    def _add(self, dataset: Dataset, wanted: PartsWanted, progress: Progress, is_cancelled: IsCancelled) -> int:
        records, added = self._needs.parts.find(wanted), 0
        for start in range(0, len(records), _AT_ONCE):
            if is_cancelled():
                break
            some = records[start : start + _AT_ONCE]
            added += self._needs.datasets.add_inspections(dataset, some)
            progress(start + len(some), len(records))
        return added

    def _added(self, count: int) -> None:
        self._presenter.images_changed()
        self._view.say(
            translate("Datasets", "Images that joined the dataset: {count}").format(count=count)
            if count
            else translate("Datasets", "No image joined: there is none, or all are here already.")
        )
