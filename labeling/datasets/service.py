"""Making datasets and keeping them up to date with the files they speak of."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from labeling.datasets.scan import Progress, Scan, read_file, scan
from labeling.records.datasets import Dataset, DatasetImage, DatasetTrouble, ImageFile, ImageSource
from labeling.storage import DatasetBook
from vision.durable import make_folder, write_durably
from vision.inspection import Clock, InspectionRecord, ViewRecord, say
from vision.storage import Home, StationDatabase
from vision.storage.trouble import translate_errors


class Datasets:
    """The datasets of a home, with their files."""

    def __init__(self, home: Home, database: StationDatabase, clock: Clock | None = None) -> None:
        self.book = DatasetBook(database, clock)
        self._home = home

    def create(
        self,
        name: str,
        folder: Path,
        by: str,
        *,
        product: str | None = None,
        progress: Progress = lambda done, total: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[Dataset, Scan]:
        """A dataset of the images below a folder; when cancelled, of those that were read until then.

        Raises:
            DatasetTrouble: the name is taken, or none of the images can be read.
            NameTrouble: the name cannot be used.
            ImageTrouble: no such folder, or no image in it.
        """
        folder = folder.expanduser().absolute()
        self.book.check_free(name)
        found = scan(folder, {}, progress=progress, is_cancelled=is_cancelled)
        if not found.fresh:
            raise _nothing_read(folder, found)
        dataset = self.book.create(name, folder, by, product)
        self.book.put(dataset.id, found.fresh)
        return dataset, found

    def rescan(
        self,
        dataset: Dataset,
        *,
        progress: Progress = lambda done, total: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> Scan:
        """Look through the folder again: new images join, moved ones keep their labels, gone ones are noted.

        Raises:
            ImageTrouble: the folder is gone or empty; nothing is noted then, it may be a disk that is not plugged in.
        """
        known = self.book.files(dataset.id)
        found = scan(dataset.folder, known, progress=progress, is_cancelled=is_cancelled)
        self.book.move(dataset.id, found.moved)
        self.book.put(dataset.id, found.fresh)
        if found.is_whole:
            self.book.note_missing(dataset.id, found.missing)
        return found

    def add_inspections(self, dataset: Dataset, records: Iterable[InspectionRecord]) -> int:
        """Add the stored frames of inspections; returns how many joined.

        A copy is kept for the dataset, so that the retention rules do not take what was labelled.

        Raises:
            DatasetTrouble: a frame was changed since it was stored.
            ImageTrouble: a frame is gone or unreadable.
            StorageTrouble: the disk is full or read-only.
        """
        known = self.book.files(dataset.id, ImageSource.STATION)
        views = [(record, view) for record in records for view in record.views if view.image]
        files = {file.path: file for file in (self._keep(record, view) for record, view in views)}
        self.book.put(dataset.id, files.values())
        return len(files.keys() - known.keys())

    def path(self, dataset: Dataset, image: DatasetImage) -> Path:
        """Where the file of an image lies, or lay."""
        folder = dataset.folder if image.file.source is ImageSource.FOLDER else self._home.root
        return folder / image.file.path

    def _keep(self, record: InspectionRecord, view: ViewRecord) -> ImageFile:
        frame = self._home.root / str(view.image)
        with translate_errors(frame):
            data = frame.read_bytes()
        if view.image_hash is not None and hashlib.sha256(data).hexdigest() != view.image_hash:
            what = say("The stored frame {file} is damaged or was changed.", file=frame)
            raise DatasetTrouble(what, "No frame is added.", "Leave this inspection out.")
        kept = self._home.labels / str(view.image)
        if not kept.is_file():
            with translate_errors(kept):
                make_folder(kept.parent)
                write_durably(kept, data)
        file = read_file(kept, kept.relative_to(self._home.root).as_posix())
        return replace(
            file,
            source=ImageSource.STATION,
            inspection_id=record.inspection_id,
            lot=record.part.lot,
            score=view.scaled_score,
        )


def _nothing_read(folder: Path, found: Scan) -> DatasetTrouble:
    if not found.is_whole:
        return DatasetTrouble("It was cancelled before the first image was read.", "No dataset is made.")
    what = say("None of the {count} images in {folder} can be read.", count=len(found.faults), folder=folder)
    detail = "\n".join(str(fault.trouble) for fault in found.faults)
    return DatasetTrouble(what, "No dataset is made.", "Repair the files, or choose another folder.", detail=detail)
