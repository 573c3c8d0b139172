"""The Datasets pages beside the Annotate screen: this station's recipes, records and frozen sets."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QStackedWidget

from app.annotate.ports import AnnotateNeeds
from app.annotate.screen import Annotate
from app.compose import Premises, load_inspector
from app.datasets.ports import DatasetsNeeds, PartsWanted, Which
from app.datasets.screen import DatasetsParts, make_datasets
from app.desktop.desk import Desk
from app.workers.background import WorkerBackground
from labeling.datasets import Eye, FeatureEye
from labeling.records.datasets import Dataset
from labeling.records.reviews import Finding
from labeling.review.state import PartState
from labeling.storage import FrozenBook
from labeling.storage.reviews import ReviewBook
from vision.inspection import Frame, InspectionRecord, Trouble, Verdict, points
from vision.recipe import RecipeLibrary
from vision.storage import RecordQuery, Store

NEWEST = 5000
"""So many parts are looked through, counted back from the newest."""
_VERDICTS = {Which.OK: frozenset({Verdict.OK}), Which.FLAGGED: frozenset({Verdict.NG, Verdict.REVIEW})}
_FINDINGS = {Which.DEFECT: Finding.DEFECT, Which.FALSE_ALARM: Finding.FALSE_ALARM}


class StationEyes:
    """Fulfils `app.datasets.ports.Models`."""

    def __init__(self, library: RecipeLibrary) -> None:
        self._library = library

    def recipes(self) -> Sequence[str]:
        """Those of the library."""
        return self._library.names()

    def eye(self, recipe: str | None) -> Eye:
        """By the first view of the recipe's active version."""
        return FeatureEye() if recipe is None else FeatureEye(self._score(recipe))

    def _score(self, recipe: str) -> Callable[[Frame], float | None]:
        inspector = load_inspector(self._library, recipe)
        view = inspector.recipe.views[0]

        def score(frame: Frame) -> float | None:
            try:
                return float(points(inspector.predict(view, frame).score, view.thresholds))
            except (Trouble, ValueError):  # not an image of this recipe, or no finite score
                return None

        return score


class StationParts:
    """Fulfils `app.datasets.ports.InspectedParts`."""

    def __init__(self, store: Store, library: RecipeLibrary) -> None:
        self._store, self._library, self._reviews = store, library, ReviewBook(store.database)

    def recipes(self) -> Sequence[str]:
        """Those of the library."""
        return self._library.names()

    def find(self, wanted: PartsWanted) -> list[InspectionRecord]:
        """The newest of them whose frame is still there."""
        query = RecordQuery(
            lot=wanted.lot,
            recipe=wanted.recipe,
            verdicts=_VERDICTS.get(wanted.which, frozenset()),
            oldest_first=False,
            limit=NEWEST,
        )
        records = [record for record in self._store.records(query) if any(view.image for view in record.views)]
        finding = _FINDINGS.get(wanted.which)
        return records if finding is None else list(self._found(records, finding))

    def _found(self, records: Sequence[InspectionRecord], finding: Finding) -> Iterator[InspectionRecord]:
        """Those on which a person's last word was this."""
        entries = self._reviews.of([record.inspection_id for record in records])
        for record in records:
            decision = PartState(entries=tuple(entries.get(record.inspection_id, ()))).decision
            if decision is not None and decision.judgement.finding is finding:
                yield record


class AnnotatePlace(QStackedWidget):
    """Where Annotate stands: the image under the hand, or the pages of its dataset."""

    def __init__(self, annotate: Annotate, pages: DatasetsParts) -> None:
        super().__init__()
        self._annotate, self._pages = annotate, pages
        self.addWidget(annotate.view)
        self.addWidget(pages.view)
        annotate.view.gallery_asked.connect(self.show_pages)
        pages.view.back_asked.connect(self.show_annotate)
        pages.view.annotate_asked.connect(self._open)

    def show_pages(self) -> None:
        """The pages of the dataset in hand; what was drawn is saved when the image is left."""
        self.setCurrentWidget(self._pages.view)
        if self._annotate.presenter.dataset is not None:
            self._pages.presenter.open(self._annotate.presenter.dataset)

    def show_annotate(self) -> None:
        """Back to the image, or to the list of datasets."""
        dataset = self._annotate.presenter.dataset
        if dataset is not None:
            self._annotate.presenter.refresh_images(dataset)  # tags may have changed: what is stored is newer
        self.setCurrentWidget(self._annotate.view)

    def go_back(self) -> bool:
        """Esc belongs to the one in front."""
        return self._pages.view.go_back() if self.currentWidget() is self._pages.view else self._annotate.view.go_back()

    def _open(self, dataset: Dataset, image_ids: Sequence[int], image_id: int) -> None:
        self._annotate.presenter.open_images(dataset, image_ids, image_id)
        self.setCurrentWidget(self._annotate.view)


def datasets_pages(desk: Desk, shared: AnnotateNeeds) -> DatasetsParts:
    """The pages, over the same books as Annotate."""
    premises: Premises = desk.premises
    needs = DatasetsNeeds(
        datasets=shared.datasets,
        annotations=shared.annotations,
        catalogs=shared.catalogs,
        frozen=FrozenBook(premises.store.database),
        thumbnails=shared.thumbnails,
        models=StationEyes(premises.recipes),
        parts=StationParts(premises.store, premises.recipes),
        person=desk.session,
        working=WorkerBackground(),
        thumbnailing=WorkerBackground(),
        post=desk.background.post,
        now=lambda: datetime.now(UTC),
        refused=shared.refused,
        show_progress=lambda share: desk.hooks.rail_progress("annotate", share),
    )
    pages = make_datasets(needs)
    pages.view.trouble.connect(desk.notices.tell_error)
    pages.view.told.connect(desk.notices.toast)
    desk.hooks.going_on.append(lambda: pages.jobs.what)
    desk.hooks.before_close.append(pages.jobs.cancel)
    desk.kept.append(pages)
    return pages
