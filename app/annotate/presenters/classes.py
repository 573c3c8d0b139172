"""The defect classes of the product without widgets: add, change, merge, and the example of the label book."""

from collections.abc import Callable

from app.annotate.ports import AnnotateNeeds
from app.annotate.presenters.annotate import AnnotatePresenter
from app.annotate.presenters.bench import Bench
from app.annotate.presenters.class_history import class_changes
from app.annotate.shown import ClassChange
from app.session import Permission
from labeling.catalog import DefectClass, Example, Severity
from vision.inspection import Trouble

_AROUND = 0.5
"""Of the defect's size: what its example shows of the surroundings."""
_LEAST_PX = 64


class ClassPresenter:
    """Between the catalog and the screen. A quality engineer's work: what counts is agreed, not drawn."""

    def __init__(self, presenter: AnnotatePresenter, bench: Bench, needs: AnnotateNeeds) -> None:
        self._presenter, self._bench, self._needs = presenter, bench, needs

    def ask(self, class_id: str | None) -> None:
        """Show the form of a class, or of a new one."""
        known = next((one for one in self._bench.catalog.current if one.id == class_id), None)
        if self._allowed():
            self._bench.view.ask_class(known, self._bench.catalog.current)

    def add(self, name: str, severity: Severity, sentence: str) -> None:
        """A new class, chosen at once."""
        dataset = self._presenter.dataset
        if dataset is None:
            return

        def work() -> None:
            made = self._needs.catalogs.add(dataset.product, name, self._who, severity=severity, sentence=sentence)
            self._bench.class_id = made.id

        self._do(work)

    def change(self, changed: DefectClass) -> None:
        """Another name, colour, severity, key or sentence; the id, and all that is marked, stay."""
        self._do(lambda: self._needs.catalogs.change(changed, self._who))

    def merge(self, class_id: str, into: str) -> None:
        """Let a class be taken over by another; old versions stay readable."""
        dataset = self._presenter.dataset
        if dataset is not None:
            self._do(lambda: self._needs.catalogs.merge(dataset.product, class_id, into, self._who))

    def history(self, class_id: str) -> tuple[ClassChange, ...]:
        """What happened to a class, newest first."""
        return class_changes(class_id, self._bench.catalog, self._needs.catalogs.history)

    def example_here(self) -> Example | None:
        """Where the defect in hand and its surroundings lie; None without one."""
        session, image = self._bench.session, self._presenter.image
        defect = session.defect(self._bench.chosen) if session and self._bench.chosen else None
        if session is None or image is None or defect is None:
            return None
        (height, width), whole = defect.mask.pixels.shape, session.annotation
        by_x, by_y = (max(round(_AROUND * side), (_LEAST_PX - side) // 2) for side in (width, height))
        left, top = max(0, defect.mask.left - by_x), max(0, defect.mask.top - by_y)
        right = min(whole.width, defect.mask.left + width + by_x)
        bottom = min(whole.height, defect.mask.top + height + by_y)
        return Example(image_id=image.id, left=left, top=top, width=right - left, height=bottom - top)

    @property
    def _who(self) -> str:
        return self._needs.person.who

    def _allowed(self) -> bool:
        try:
            self._needs.person.require(Permission.TEACH)
        except Trouble as trouble:
            self._bench.view.tell(trouble)
            return False
        return True

    def _do(self, work: Callable[[], object]) -> None:
        if not self._allowed():
            return
        try:
            work()
        except Trouble as trouble:
            self._bench.view.tell(trouble)
        self._presenter.refresh_catalog()
