"""Masks that a model proposes: from its anomaly map, with a slider, or from clicks. Accepted, one is a stroke."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.annotate.canvas.glow import MapGlow
from app.annotate.ports import AnnotateNeeds
from app.annotate.presenters.bench import Bench
from app.annotate.shown import ProposalShown
from app.i18n import translate
from app.session import Permission
from app.widgets.overlay import scale_ends
from app.widgets.text import score_text
from labeling.painting import Click, ClickToMask, MapRegions, SeenImage
from vision.inspection import Trouble, say

_FAINTEST, _FAINT = 0.4, 0.8
"""Shares of the highest score: where the slider begins, and where it stands, on an image that the model takes for good."""
_ENDS = 1.05
"""The slider reaches a little past the highest score, where nothing is left."""


class Proposing:
    """Opens, moves and closes the proposal of the image in hand. Answers that come late are dropped."""

    def __init__(self, bench: Bench, needs: AnnotateNeeds) -> None:
        self._bench, self._needs = bench, needs
        self._asked = 0
        self._recipe: str | None = None
        self._range = (0.0, 1.0)
        self._glow: MapGlow | None = None
        self._clicks: list[Click] = []
        self._is_open = False
        """A proposal is shown, or on its way."""
        self._seen: tuple[object, SeenImage] | None = None
        self._clicker: ClickToMask | None = None
        bench.on_pointed, bench.on_closed = self.click, self.discard

    # ---- from the map

    def propose_map(self, product: str) -> None:
        """From the model of the recipe chosen before, of the product's own, or of one that is asked for."""
        if self._is_ready():
            names = self._needs.models.recipes()
            if not names:
                self._bench.view.tell(
                    Trouble(
                        "There is no recipe yet.",
                        "A proposal comes from the anomaly map of a taught model.",
                        "Teach a recipe first, or mark with another tool.",
                    )
                )
                return
            known = [name for name in names if name == self._recipe] or [name for name in names if name == product]
            if known or len(names) == 1:
                self._ask_map([*known, *names][0])
            else:
                self.choose_recipe()

    def choose_recipe(self) -> None:
        """Ask whose map is used."""
        self._bench.view.ask_recipe(self._needs.models.recipes(), self._ask_map)

    def move(self, share: float) -> None:
        """The slider, 0 to 1."""
        session = self._bench.session
        if session is not None and session.proposal is not None:
            low, high = self._range
            session.adjust(low + share * (high - low))
            self._show_map()

    # ---- from clicks

    def click(self, x: float, y: float, is_inside: bool) -> None:
        """One more place that belongs to the defect, or does not."""
        if not self._is_ready():
            return
        self._clicks.append(Click(x=x, y=y, is_inside=is_inside))
        picture, clicks = self._bench.picture, tuple(self._clicks)
        assert picture is not None

        def look() -> tuple[SeenImage, object]:
            seen = self._seen_image(picture.pixels, picture)
            return seen, seen.mask_at(clicks)

        self._run(look, self._clicked, translate("Annotate", "Looking for the defect ..."))

    def take_sam(self, encoder: Path, decoder: Path) -> None:
        """Use an imported network for clicks from now on."""
        words = translate("Annotate", "Clicks now use the imported network.")
        self._exchange(lambda: self._needs.models.take_sam(encoder, decoder), words)

    def drop_sam(self) -> None:
        """Use the built-in way for clicks from now on."""
        self._exchange(self._needs.models.drop_sam, translate("Annotate", "Clicks now use the built-in way."))

    # ---- both

    def accept(self) -> bool:
        """Mark the proposal; False when none is open."""
        session, one = self._bench.session, self._bench.defect_class
        if session is None or session.proposal is None or one is None:
            return False
        proposal = session.proposal
        self.discard()
        self._bench.paint(proposal.mask, proposal.name)
        return True

    def discard(self) -> bool:
        """Close the proposal, or give up waiting for one; False when there was neither."""
        self._asked += 1
        was_open, self._is_open = self._is_open, False
        self._clicks, self._glow = [], None
        if was_open:
            if self._bench.session is not None:
                self._bench.session.discard()
            self._bench.view.show_proposal(None, None)
            self._bench.show()
        return was_open

    # ---- inside

    def _exchange(self, work: Callable[[], None], words: str) -> None:
        """Have clicks answered by another network."""

        def done(_: None) -> None:
            self._clicker = self._seen = None
            self._bench.view.say(words)

        try:
            self._needs.person.require(Permission.TEACH)
        except Trouble as trouble:
            self._bench.view.tell(trouble)
        else:
            self._needs.working.run(work, done, self._failed)

    def _is_ready(self) -> bool:
        return self._bench.is_ready()

    def _run(self, work: Callable[[], object], done: Callable[..., None], words: str) -> None:
        self._asked += 1
        number, self._is_open = self._asked, True
        self._bench.view.show_proposal(ProposalShown(title=words, line=""), self._glow)
        self._needs.working.run(
            work, partial(self._if_latest, number, done), partial(self._if_latest, number, self._lost)
        )

    def _if_latest(self, number: int, then: Callable[..., None], answer: object) -> None:
        if number == self._asked and self._bench.session is not None:
            then(answer)

    def _lost(self, error: Exception) -> None:
        self.discard()
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._bench.view.tell(error)

    def _ask_map(self, recipe: str) -> None:
        picture = self._bench.picture
        if picture is None:
            return
        self.discard()
        self._recipe = recipe

        def look() -> tuple[MapGlow, MapRegions]:
            glow = self._needs.models.map_of(recipe, picture.frame)
            return glow, MapRegions(glow.anomaly_map)

        words = translate("Annotate", "Asking the model of {recipe} ...")
        self._run(look, self._mapped, words.format(recipe=recipe))

    def _mapped(self, answer: tuple[MapGlow, MapRegions]) -> None:
        glow, regions = answer
        session = self._bench.session
        assert session is not None
        self._glow = glow
        highest, t1 = regions.highest, glow.thresholds.t1
        low = min(scale_ends(glow.thresholds)[0], _FAINTEST * highest)
        self._range = (low, max(_ENDS * highest, low + 1e-6))
        start = t1 if highest > t1 else _FAINT * highest  # a person sees a defect where the model is not sure
        session.propose(regions.above, start, say("Accept proposal, {name}"))
        self._show_map()

    def _show_map(self) -> None:
        session, glow = self._bench.session, self._glow
        if session is None or session.proposal is None or glow is None:
            return
        low, high = self._range
        value = session.proposal.value
        words = translate("Annotate", "Score above {score}").format(score=score_text(value, glow.thresholds))
        shown = ProposalShown(
            title=translate("Annotate", "Proposal from map"), line=words, share=(value - low) / (high - low)
        )
        self._bench.view.show_proposal(shown, glow)
        self._bench.show()

    def _seen_image(self, pixels: object, key: object) -> SeenImage:
        """Called in the background; the image is prepared once."""
        if self._clicker is None:
            self._clicker = self._needs.models.click_to_mask()
        if self._seen is None or self._seen[0] is not key:
            self._seen = (key, self._clicker.see(pixels))  # type: ignore[arg-type]
        return self._seen[1]

    def _clicked(self, answer: tuple[SeenImage, object]) -> None:
        session, mask = self._bench.session, answer[1]
        assert session is not None
        session.propose(lambda _value: mask, 0.0, say("Click, {name}"))  # type: ignore[arg-type,return-value]
        line = translate("Annotate", "Click what is missing, right click what is too much")
        self._bench.view.show_proposal(ProposalShown(title=translate("Annotate", "Proposal"), line=line), None)
        self._bench.show()
