"""Annotate without widgets: which dataset, which image, what is saved when, and what comes next."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.annotate.ports import AnnotateNeeds
from app.annotate.presenters.bench import Bench
from app.annotate.presenters.pictures import Fetched, Pictures
from app.annotate.shown import AnnotateView, DatasetRow, PlaceShown
from app.i18n import told, translate
from labeling.annotation import Annotation, AnnotationVersion, LabelState
from labeling.datasets import Scan
from labeling.editing import EditSession, JournalTrouble
from labeling.records.datasets import ConflictTrouble, Dataset, DatasetImage, DatasetTrouble, ImageQuery, NewAnnotation
from vision.inspection import Trouble, say

AHEAD, BEHIND = 3, 1
"""Images that are decoded before they are wanted."""
_NAMES_IN_TOOL = _NAMED = 3
EVERYTHING = ImageQuery()


class AnnotatePresenter:
    """Between the datasets and the screen. Lives in the window's thread."""

    def __init__(self, view: AnnotateView, bench: Bench, needs: AnnotateNeeds) -> None:
        self._view, self._needs, self.bench = view, needs, bench
        self.dataset: Dataset | None = None
        self.query = EVERYTHING
        self._ids: list[int] = []
        self._at = -1
        self._image: DatasetImage | None = None
        self._base = 0
        self._who = needs.person.who
        """Who draws: a person who has signed out is still the author of what is not saved yet."""
        self._pictures = Pictures(needs.decoding)
        self._pictures.on_fetched = self._on_fetched
        bench.previous = self._previous_annotation

    # ---- the dataset

    def enter(self) -> None:
        """The screen has come to the front."""
        if self.dataset is None:
            self._view.show_datasets(self._rows(), told(self._needs.refused))
        else:
            self.refresh_catalog()
            self._take_newer()

    def open_dataset(self, dataset: Dataset) -> None:
        """Show a dataset, its first open image in hand."""
        if self.save():
            self._begin(dataset)
            self._take_ids()
            self._go(self._first_open())

    def open_images(self, dataset: Dataset, image_ids: Sequence[int], image_id: int) -> None:
        """Go through these images of a dataset, beginning with this one."""
        if not self.save():
            return
        self._begin(dataset)
        self._ids = list(image_ids)
        self._view.show_images(dataset, self._ids, is_filtered=True)
        self._go(self._ids.index(image_id) if image_id in self._ids else 0)

    def close_dataset(self) -> None:
        """Back to the list of datasets; what was marked is saved."""
        if self.save():
            self.dataset, self._image, self._ids, self._at = None, None, [], -1
            self.bench.clear("")
            self.enter()

    def refresh_catalog(self) -> None:
        """The classes of the product, as they are now."""
        if self.dataset is not None:
            self.bench.set_catalog(self._needs.catalogs.catalog(self.dataset.product))

    def refresh_images(self, dataset: Dataset) -> None:
        """A dataset has changed: labels were imported, its folder was looked through again. Another one stays."""
        if self.dataset is None or self.dataset.id != dataset.id or not self.save():
            return
        image = self._image
        self._pictures.clear()
        self._image = None  # what is stored is newer than what is in hand
        self._take_ids()
        self._go(self._ids.index(image.id) if image and image.id in self._ids else self._first_open())

    def filter(self, query: ImageQuery) -> None:
        """Only some of the images; the one in hand stays when it is among them."""
        if not self.save():
            return
        self.query = query
        self._take_ids()
        image = self._image
        self._go(self._ids.index(image.id) if image and image.id in self._ids else 0)

    def ask_filter(self) -> None:
        """What shall be shown."""
        if self.dataset is not None:
            choices = self._needs.datasets.book.choices(self.dataset.id)
            self._view.ask_filter(self.query, choices, self.bench.catalog.current)

    def rescan(self) -> None:
        """Look through the dataset's folder again, in the background."""
        dataset = self.dataset
        if dataset is not None and not self._needs.refused and self.save():
            self._needs.working.run(
                lambda: self._needs.datasets.rescan(dataset), partial(self._rescanned, dataset), self._failed
            )
            self._view.say(translate("Annotate", "Looking through the folder ..."))

    # ---- from image to image

    def choose(self, number: int) -> None:
        """An image of the filmstrip."""
        if number != self._at and self.save():
            self._go(number)

    def step(self, by: int) -> None:
        """The next image (1) or the previous one (-1); what was marked is saved."""
        wanted = self._at + by
        if 0 <= wanted < len(self._ids):
            self.choose(wanted)
        elif self.save() and by > 0:
            self._view.say(translate("Annotate", "This is the last image."))

    def finish(self) -> None:
        """This image is done: all that is to be marked is marked. The next one."""
        session = self.bench.session
        if session is not None and self.bench.is_ready(needs_class=False):
            session.set_state(LabelState.DONE, say("Done"))
            self.step(+1)
            if self.bench.session is session:  # the last image, or it could not be saved
                self.bench.show()

    def reopen(self) -> None:
        """This image is not done after all."""
        session = self.bench.session
        if session is not None and self.bench.is_ready(needs_class=False):
            session.set_state(LabelState.OPEN, say("Open again"))
            self.bench.show()
            self.save()

    def save(self) -> bool:
        """Store what was marked as a version; False when that was not possible, and then one stays here."""
        session, image = self.bench.session, self._image
        if session is None or image is None or not session.is_changed or self._needs.refused:
            return True
        annotation = session.annotation
        new = NewAnnotation(image_id=image.id, annotation=annotation, base=self._base)
        try:
            version = self._needs.annotations.save(new, self._who, tool_words(session))
        except Trouble as trouble:
            self._view.tell(trouble)
            if isinstance(trouble, ConflictTrouble):  # told once; the next time, this one is saved after the other
                self._base = self._stored_number(image)
            return False
        self._base = version.number
        session.saved(annotation)
        self._view.image_changed(image.id)
        return True

    def leave(self) -> None:
        """Another screen, or the application closes."""
        self.save()

    def stop(self) -> None:
        """The window closes: save, and fetch no more."""
        self.save()
        self._pictures.on_fetched = lambda image_id: None
        self._pictures.clear()

    def person_changed(self) -> None:
        """Somebody signed in or out."""
        self.save()
        self._who = self._needs.person.who
        self.bench.choose_tool(self.bench.tool)
        self.bench.show()

    # ---- about the image

    def ask_tags(self) -> None:
        """Words about the whole image."""
        session, dataset = self.bench.session, self.dataset
        if session is not None and dataset is not None and self.bench.is_ready(needs_class=False):
            self._view.ask_tags(session.annotation.tags, self._needs.datasets.book.choices(dataset.id).tags)

    def set_tags(self, tags: frozenset[str]) -> None:
        """Exchange them."""
        if self.bench.session is not None:
            self.bench.session.tag(tags, say("Tags"))
            self.bench.show()
            self._show_place()

    def ask_version(self) -> None:
        """Which versions there are of this image."""
        if self._image is not None:
            self.save()  # or, when somebody was faster, look at theirs
            self._view.ask_version(self._needs.annotations.history(self._image.id), self.bench.catalog.classes)

    def restore(self, version: AnnotationVersion) -> None:
        """Make everything as it was; one stroke, can be undone."""
        session = self.bench.session
        if session is not None and self.bench.is_ready(needs_class=False):
            session.restore(version.annotation, say("Restore version {number}", number=version.number))
            self.bench.show()
            self._show_place()

    @property
    def image(self) -> DatasetImage | None:
        """The one in hand."""
        return self._image

    # ---- inside

    def _begin(self, dataset: Dataset) -> None:
        """Nothing of another dataset stays in hand: its marks are of classes that this one's catalog lacks."""
        self._image, self._ids, self._at = None, [], -1
        self.bench.clear("")
        self.dataset, self.query = dataset, EVERYTHING
        self._pictures.clear()
        self.refresh_catalog()
        self._view.show_work()

    def _rows(self) -> list[DatasetRow]:
        book = self._needs.datasets.book
        return [DatasetRow(dataset=one, counts=book.counts(one.id)) for one in book.all()]

    def _take_ids(self) -> None:
        assert self.dataset is not None
        self._ids = self._needs.datasets.book.ids(self.dataset.id, self.query)
        self._view.show_images(self.dataset, self._ids, is_filtered=self.query != EVERYTHING)

    def _first_open(self) -> int:
        assert self.dataset is not None
        opened = replace(self.query, state=LabelState.OPEN)
        found = self._needs.datasets.book.page(self.dataset.id, opened, limit=1)
        return self._ids.index(found[0].id) if found and found[0].id in self._ids else 0

    def _go(self, number: int) -> None:
        if not 0 <= number < len(self._ids):
            self._image, self._at = None, -1
            words = translate("Annotate", "No image is like that. Choose another filter.")
            self.bench.clear(words if self.query != EVERYTHING else translate("Annotate", "There is no image here."))
            self._view.show_place(None, -1)
            return
        self._at = number
        self._image = self._needs.datasets.book.image(self._ids[number])
        self._want()
        fetched = self._pictures.get(self._image.id)
        if fetched is None:
            self.bench.clear("")
        else:
            self._open(fetched)
        self._show_place()

    def _want(self) -> None:
        around = [self._at + by for by in (0, *range(1, AHEAD + 1), *range(-1, -BEHIND - 1, -1))]
        ids = [self._ids[number] for number in around if 0 <= number < len(self._ids)]
        images = self._needs.datasets.book.images(ids)
        assert self.dataset is not None
        self._pictures.want(
            [(image.id, self._needs.datasets.path(self.dataset, image), image.file) for image in images]
        )

    def _on_fetched(self, image_id: int) -> None:
        fetched = self._pictures.get(image_id)
        if fetched is not None and self._image is not None and self._image.id == image_id and not self.bench.session:
            self._open(fetched)
            self._show_place()

    def _open(self, fetched: Fetched) -> None:
        image = self._image
        assert image is not None
        try:
            if fetched.trouble is not None:
                raise fetched.trouble
            assert fetched.picture is not None
            session = self._session(image)
        except Trouble as trouble:
            self.bench.clear(told(trouble.what, trouble.meaning, trouble.remedy))
            return
        self.bench.open(fetched.picture, session)

    def _stored_number(self, image: DatasetImage) -> int:
        version = self._needs.annotations.current(image.id)
        return version.number if version else 0

    def _take_newer(self) -> None:
        """Another screen has labelled the image in hand meanwhile, and here nothing waits to be saved."""
        image, session = self._image, self.bench.session
        is_idle = session is not None and not session.is_changed
        if image is not None and is_idle and self._stored_number(image) != self._base:
            self._go(self._at)

    def _session(self, image: DatasetImage) -> EditSession:
        version = self._needs.annotations.current(image.id)
        self._base = version.number if version else 0
        empty = Annotation(width=image.file.width, height=image.file.height)
        saved = version.annotation if version else empty
        if (saved.width, saved.height) != (empty.width, empty.height):
            self._view.tell(_other_size(image, saved))
            saved = empty
        if self._needs.refused:
            return EditSession.of(saved, self._needs.clock)
        session = EditSession.reopened(saved, self._needs.journal(image.id), self._needs.clock)
        self._tell_note(session.note)
        return session

    def _tell_note(self, note: str | JournalTrouble | None) -> None:
        if isinstance(note, Trouble):
            self._view.tell(note)
        elif note:
            self._view.say(told(note))

    def _show_place(self) -> None:
        image, session = self._image, self.bench.session
        if image is not None:
            tags = session.annotation.tags if session else image.tags
            name = image.file.lot or image.file.path
            place = PlaceShown(number=self._at + 1, total=len(self._ids), name=name, tags=tuple(sorted(tags)))
            self._view.show_place(place, self._at)

    def _previous_annotation(self) -> Annotation | None:
        if self._at < 1:
            return None
        version = self._needs.annotations.current(self._ids[self._at - 1])
        return version.annotation if version else None

    def _rescanned(self, dataset: Dataset, scan: Scan) -> None:
        words = translate("Annotate", "{fresh} images joined or changed, {missing} are gone.")
        self._view.say(words.format(fresh=len(scan.fresh), missing=len(scan.missing)))
        if scan.changed:
            self._view.tell(_others(scan))
        self.refresh_images(dataset)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._view.tell(error)


def tool_words(session: EditSession) -> str:
    """What made the change, for the version: the last different strokes."""
    names: Sequence[str] = list(dict.fromkeys(str(edit.name) for edit in reversed(session.strokes)))
    return ", ".join(reversed(names[:_NAMES_IN_TOOL])) or "undo"


def offered_name(folder: Path) -> str:
    """What a dataset of a folder may be called."""
    return folder.name or str(folder)


def _others(scan: Scan) -> DatasetTrouble:
    return DatasetTrouble(
        say("{count} images are others than before.", count=len(scan.changed)),
        "What was marked on them is still there and may not fit.",
        say("Look at them: {names}", names=", ".join(scan.changed[:_NAMED])),
        detail="\n".join(scan.changed),
    )


def _other_size(image: DatasetImage, saved: Annotation) -> DatasetTrouble:
    return DatasetTrouble(
        say(
            "What was marked on {path} is for an image of {width} x {height} pixels.",
            path=image.file.path,
            width=saved.width,
            height=saved.height,
        ),
        "It is not shown, because it would not fit; it stays in the list of versions.",
        "Mark the image as it is now.",
    )
