"""Where the parts of a study come from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from labeling.annotation import LabelState
from labeling.records.datasets import Dataset, DatasetImage, ImageQuery, ImageSource
from labeling.records.reviews import Decision, Finding
from labeling.records.studies import GOOD, NOT_GOOD
from labeling.storage.catalog import CatalogBook
from labeling.storage.datasets import DatasetBook
from labeling.study.images import PartImage
from labeling.study.planning import Candidate
from vision.images import read_image
from vision.inspection import Frame, InspectionRecord, Verdict
from vision.storage import RecordQuery, Store

NEWEST = 5000
"""So many inspected parts are candidates, counted back from the newest."""

Truths = Callable[[Sequence[str]], dict[str, Decision]]
"""Inspection ids in; what was finally decided on those parts that were reviewed."""
Names = dict[str, str]
"""Defect classes by id, as a study calls them."""


@dataclass(frozen=True, eq=False, kw_only=True)
class InspectedParts:
    """Parts that this station has inspected; what they are is what the review decided."""

    store: Store
    truths: Truths
    recipe: str | None = None
    classes: Names | None = None
    """None asks for OK or NG only."""

    def candidates(self) -> list[Candidate]:
        """Those of the newest parts whose image is still there."""
        query = RecordQuery(recipe=self.recipe, oldest_first=False, limit=NEWEST)
        records = [record for record in self.store.records(query) if _image_of(record)]
        truths = self.truths([record.inspection_id for record in records])
        return [self._candidate(record, truths.get(record.inspection_id)) for record in records]

    def image(self, candidate: Candidate) -> PartImage:
        """The stored frame of the view that decided."""
        record = self.store.get(candidate.key)
        view = _image_of(record) or ""
        return PartImage(frame=self.store.read_frame(record, view), view=view)

    def _candidate(self, record: InspectionRecord, decision: Decision | None) -> Candidate:
        return Candidate(
            name=record.part.serial or str(record.sequence),
            key=record.inspection_id,
            reference=self._reference(decision),
            group=GOOD if record.verdict is Verdict.OK else record.verdict.value,
        )

    def _reference(self, decision: Decision | None) -> str | None:
        if decision is None or not decision.is_final:
            return None
        if decision.judgement.finding is Finding.FALSE_ALARM:
            return GOOD
        return NOT_GOOD if self.classes is None else self.classes.get(decision.judgement.class_id or "")


@dataclass(frozen=True, eq=False, kw_only=True)
class LabelledImages:
    """The images of a dataset; what they are is what their finished annotation says."""

    dataset: Dataset
    book: DatasetBook
    home: Path
    """The station's, where images taken from inspections lie."""
    classes: Names | None = None
    """None asks for OK or NG only."""

    def candidates(self) -> list[Candidate]:
        """Every image that is there."""
        images = self.book.page(self.dataset.id, ImageQuery(is_missing=False), limit=-1)
        return [
            Candidate(name=image.file.path, key=str(image.id), reference=self._reference(image)) for image in images
        ]

    def image(self, candidate: Candidate) -> PartImage:
        """The image file."""
        file = self.book.image(int(candidate.key)).file
        root = self.dataset.folder if file.source is ImageSource.FOLDER else self.home
        pixels, depth = read_image(root / file.path)
        return PartImage(frame=Frame(pixels=pixels, bit_depth=depth))

    def _reference(self, image: DatasetImage) -> str | None:
        """A part with defects of several classes is left without one: no single answer on it would be right."""
        if image.state is not LabelState.DONE:
            return None
        if not image.classes:
            return GOOD
        if self.classes is None:
            return NOT_GOOD
        names = {self.classes.get(class_id) for class_id in image.classes}
        return names.pop() if len(names) == 1 else None


def class_names(catalog: CatalogBook, product: str) -> Names:
    """How a study calls the defect classes of a product; merged ones by the name of the one that took them over."""
    known = catalog.catalog(product)
    return {one.id: known.find(one.id).name for one in known.classes}


def _image_of(record: InspectionRecord) -> str | None:
    """The view whose image stands for the part: the one that decided, else the first with an image."""
    deciding = record.deciding_view
    views = [view for view in ([deciding] if deciding else []) + list(record.views) if view.image]
    return views[0].view if views else None
