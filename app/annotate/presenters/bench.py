"""The image under the hand: whatever a tool, a key or a model makes of it becomes one stroke of its session."""

from collections import Counter
from collections.abc import Callable, Collection

from app.annotate.canvas.marks import Mark
from app.annotate.canvas.picture import Picture
from app.annotate.ports import AnnotateNeeds
from app.annotate.shown import BenchView, ClassRow, StrokeRow, StrokesShown
from app.annotate.tools import Act, Tool
from app.i18n import told, translate
from app.session import Permission, who_may
from labeling.annotation import Annotation, Defect, LabelState, PlacedMask
from labeling.catalog import Catalog, DefectClass
from labeling.editing import EditSession
from labeling.painting import common, copied, grown, holes_filled, marks, refined, shrunk, wand_mask
from vision.inspection import Trouble, say

SIZES = range(1, 201)
"""Diameter of the brush in pixels of the image."""
TOLERANCES = range(101)
"""Of the wand, in grey levels."""
_STEP = 1.2
_LISTED = 40
"""Strokes that are shown; there may be thousands."""


class Bench:
    """Between one `EditSession` and the screen; belongs to the window's thread."""

    def __init__(self, view: BenchView, needs: AnnotateNeeds) -> None:
        self.view, self._needs = view, needs
        self.session: EditSession | None = None
        self.picture: Picture | None = None
        self.catalog = Catalog(product="")
        self.tool = Tool.BRUSH
        self.class_id: str | None = None
        self.chosen: str | None = None
        """Id of the defect in hand: what refine, fill, grow and shrink work on."""
        self.diameter_px, self.tolerance = 14, 12
        self._waiting: tuple[PlacedMask, str] | None = None
        """A stroke that was drawn before there was a class, with its name; it is marked when one is added."""
        self.previous: Callable[[], Annotation | None] = lambda: None
        """What is marked on the image before this one."""
        self.on_pointed: Callable[[float, float, bool], None] = lambda x, y, is_inside: None
        """The click tool was used."""
        self.on_closed: Callable[[], object] = lambda: None
        """An open proposal of another time is void."""

    # ---- which image

    def open(self, picture: Picture, session: EditSession) -> None:
        """Another image is in hand."""
        self.on_closed()
        self.picture, self.session, self.chosen, self._waiting = picture, session, None, None
        self.view.show_picture(picture, "")
        self._take_tool()
        self.show()

    def clear(self, words: str) -> None:
        """No image is in hand, and why; shows `words` in its place."""
        self.on_closed()
        self.picture = self.session = self.chosen = self._waiting = None
        self.view.show_picture(None, words)
        self._take_tool()
        self.show()

    def set_catalog(self, catalog: Catalog) -> None:
        """The classes of the product, now."""
        self.catalog = catalog
        if self.class_id not in {one.id for one in catalog.current}:
            self.class_id = catalog.current[0].id if catalog.current else None
        self._take_tool()
        self.show()
        if self._waiting is not None and self.defect_class is not None:
            self.paint(*self._waiting)

    @property
    def refused(self) -> str:
        """Why nothing can be marked; empty when it can."""
        if self._needs.refused:
            return self._needs.refused
        if not self._needs.person.may(Permission.REVIEW):
            return say("{who} can do it: sign in first.", who=who_may(Permission.REVIEW))
        return "" if self.session else say("No image is open.")

    # ---- tools

    def choose_tool(self, tool: Tool) -> None:
        """What the pointer does from now on."""
        self.tool = tool
        self.on_closed()
        self._take_tool()

    def set_size(self, size: int) -> None:
        """Diameter of the brush, or tolerance of the wand."""
        if self.tool is Tool.WAND:
            self.tolerance = min(max(size, TOLERANCES.start), TOLERANCES.stop - 1)
        else:
            self.diameter_px = min(max(size, SIZES.start), SIZES.stop - 1)
        self._take_tool()

    def widen(self, steps: int) -> None:
        """Some steps wider (1) or narrower (-1)."""
        size = self.tolerance if self.tool is Tool.WAND else self.diameter_px
        wanted = round(size * _STEP**steps)
        self.set_size(wanted if wanted != size else size + steps)

    def choose_class(self, class_id: str) -> None:
        """What is marked from now on."""
        self.class_id = class_id
        self._take_tool()
        self.show()

    # ---- strokes

    def draw(self, mask: PlacedMask) -> None:
        """A tool that draws has finished a mask."""
        session = self._ready(needs_class=False)
        if session is None:
            self.show()
        elif self.tool is Tool.ERASER:
            session.erase(mask, say("Eraser"))
            self.show()
        else:
            names = {
                Tool.BRUSH: say("Brush, {name}"),
                Tool.POLYGON: say("Polygon, {name}"),
                Tool.BOX: say("Box, {name}"),
            }
            self.paint(mask, names[self.tool])

    def point(self, x: float, y: float, is_inside: bool) -> None:
        """A tool that takes a place was used."""
        if self.tool is Tool.CLICK:
            self.on_pointed(x, y, is_inside)
        elif is_inside and self.picture is not None and self._ready(needs_class=False) is not None:
            self.paint(wand_mask(self.picture.pixels, x, y, self.tolerance), say("Wand, {name}"))

    def paint(self, mask: PlacedMask, name: str) -> None:
        """Mark pixels: more of the defect of this class that they touch, else a new one. `name` has the class's place."""
        one = self.defect_class
        self._waiting = (mask, name) if one is None else None
        session = self._ready()
        if session is not None and one is not None:
            alike = self.catalog.alike(one.id)
            words, onto = say(name, name=one.name), self._touched(mask, alike)
            self.chosen = session.paint(mask, one.id, words, onto=onto, alike=alike)
            self.show()

    def act(self, act: Act) -> None:
        """What is done at once."""
        acts: dict[Act, Callable[[], None]] = {
            Act.REFINE: self._refine,
            Act.FILL: lambda: self._reshape(holes_filled, say("Fill holes")),
            Act.GROW: lambda: self._reshape(self._grown, say("Grow")),
            Act.SHRINK: lambda: self._reshape(self._shrunk, say("Shrink")),
            Act.COPY: self._copy,
            Act.UNDO: lambda: self._go(back=True),
            Act.REDO: lambda: self._go(back=False),
        }
        acts[act]()

    def choose_at(self, x: float, y: float) -> None:
        """Ask what shall become of the defect at a place: another class, or none."""
        hit = [one for one in self._defects() if marks(one.mask, x, y)]
        if not hit or self._ready(needs_class=False) is None:
            return
        self.chosen = hit[-1].id
        self.show()
        self.view.ask_defect(self.catalog.current, self.reclassify)

    def reclassify(self, class_id: str | None) -> None:
        """Give the defect in hand another class; None takes it away."""
        session = self._ready(needs_class=False)
        if session is None or self.chosen is None:
            return
        if class_id is None:
            session.remove(self.chosen, say("Remove"))
        else:
            name = self.catalog.find(class_id).name
            session.classify(self.chosen, class_id, say("Now {name}", name=name))
        self.show()

    def is_ready(self, *, needs_class: bool = True) -> bool:
        """Whether something may be marked; if not, it is said why."""
        return self._ready(needs_class=needs_class) is not None

    @property
    def defect_class(self) -> DefectClass | None:
        """The class that is marked now."""
        return next((one for one in self.catalog.current if one.id == self.class_id), None)

    # ---- showing

    def show(self) -> None:
        """Everything that follows from the session."""
        defects = self._defects()
        if self.chosen not in {one.id for one in defects}:
            self.chosen = defects[-1].id if defects else None
        self.view.show_marks(self._marks())
        counts = Counter(self._class_of(one).id for one in defects)
        rows = [ClassRow(one=one, count=counts[one.id]) for one in self.catalog.current]
        self.view.show_classes(rows, self.class_id)
        self.view.show_reason(told(self.refused))
        self._show_strokes()

    def check_saving(self) -> None:
        """Try again to write strokes that are in memory only; for a timer."""
        if self.session is not None and self.session.trouble is not None:
            self.session.retry()
            self._show_strokes()

    def _marks(self) -> list[Mark]:
        found = [
            Mark(mask=one.mask, colour=self._class_of(one).colour, is_chosen=one.id == self.chosen)
            for one in self._defects()
        ]
        proposal = self.session.proposal if self.session else None
        if proposal is not None:
            colour = self.defect_class.colour if self.defect_class else "#FFFFFF"
            found.append(Mark(mask=proposal.mask, colour=colour, is_chosen=True, is_proposed=True))
        return found

    def _show_strokes(self) -> None:
        session = self.session
        if session is None:
            self.view.show_strokes(StrokesShown())
            self.view.show_saving_trouble(None)
            return
        rows = [
            StrokeRow(number=number, name=told(edit.name), time=edit.time)
            for number, edit in list(enumerate(session.strokes, start=1))[-_LISTED:]
        ]
        self.view.show_strokes(
            StrokesShown(
                strokes=tuple(reversed(rows)),
                saved=rows[-1].time if rows else None,
                is_safe=session.trouble is None,
                can_undo=bool(session.strokes),
                can_redo=bool(session.undone),
                is_done=session.annotation.state is LabelState.DONE,
            )
        )
        self.view.show_saving_trouble(session.trouble)

    def _take_tool(self) -> None:
        size = (self.picture.frame.width, self.picture.frame.height) if self.picture and not self.refused else None
        colour = self.defect_class.colour if self.defect_class else "#FFFFFF"
        self.view.show_tool(self.tool, self.tolerance if self.tool is Tool.WAND else self.diameter_px)
        self.view.set_sketch(self.tool, size, self.diameter_px / 2, colour)

    # ---- inside

    def _ready(self, *, needs_class: bool = True) -> EditSession | None:
        """The session when something may be marked; else it is said why not."""
        if self.refused:
            self.view.tell(Trouble("Nothing can be marked now.", "The image stays as it is.", self.refused))
        elif needs_class and self.defect_class is None:
            self.view.ask_class(None, ())
        else:
            return self.session
        return None

    def _defects(self) -> tuple[Defect, ...]:
        return self.session.annotation.defects if self.session else ()

    def _class_of(self, defect: Defect) -> DefectClass:
        return self.catalog.find(defect.class_id)

    def _touched(self, mask: PlacedMask, alike: Collection[str]) -> str | None:
        """The defect of one of these classes that a new mask touches; the one in hand before others."""
        same = [one for one in self._defects() if one.class_id in alike]
        same.sort(key=lambda one: one.id != self.chosen)
        return next((one.id for one in same if _touch(one.mask, mask)), None)

    def _reshape(self, how: Callable[[PlacedMask], PlacedMask], name: str) -> None:
        session = self._ready(needs_class=False)
        defect = session.defect(self.chosen) if session and self.chosen else None
        if session is None:
            return
        if defect is None:
            self.view.say(translate("Annotate", "Mark a defect first."))
            return
        session.reshape(defect.id, how(defect.mask), name)
        self.show()

    def _refine(self) -> None:
        picture = self.picture
        if picture is not None:
            self._reshape(lambda mask: refined(picture.pixels, mask), say("Refine"))

    def _grown(self, mask: PlacedMask) -> PlacedMask:
        assert self.picture is not None
        return grown(mask, 1, width=self.picture.frame.width, height=self.picture.frame.height)

    def _shrunk(self, mask: PlacedMask) -> PlacedMask:
        assert self.picture is not None
        return shrunk(mask, 1, width=self.picture.frame.width, height=self.picture.frame.height)

    def _copy(self) -> None:
        session, before = self._ready(needs_class=False), self.previous()
        if session is None:
            return
        if before is None or not before.defects:
            self.view.say(translate("Annotate", "Nothing is marked on the previous image."))
            return
        found = copied(before, width=session.annotation.width, height=session.annotation.height)
        session.add(found.defects, say("Copy from previous"))
        if found.note:
            self.view.say(told(found.note))
        self.show()

    def _go(self, *, back: bool) -> None:
        session = self._ready(needs_class=False)
        if session is not None:
            session.undo() if back else session.redo()
            self.show()


def _touch(one: PlacedMask, other: PlacedMask) -> bool:
    """Whether two masks share a pixel; most lie far apart, and then only their rectangles are looked at."""
    (rows, columns), (other_rows, other_columns) = one.pixels.shape, other.pixels.shape
    across = one.left < other.left + other_columns and other.left < one.left + columns
    down = one.top < other.top + other_rows and other.top < one.top + rows
    return across and down and bool(common(one, other).pixels.size)
