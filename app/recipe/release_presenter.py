"""Step 4 without widgets: releasing a version, and going back to an older one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.i18n import told, translate
from app.recipe.ports import Background, Draft, Permits, Releases, VersionNote
from app.session import Permission, who_may
from vision.inspection import Thresholds, Trouble


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What is about to be released."""

    recipe: str
    version: int
    drawn: Mapping[str, bool]
    """By view: True when a person drew T1 and T2, False when they are as suggested."""
    remarks: tuple[str, ...]
    who: str


class ReleaseView(Protocol):
    """What the presenter needs of the page."""

    def show_summary(self, summary: Summary | None) -> None:
        """What is about to be released; None when only older versions are looked at."""

    def show_versions(self, versions: Sequence[VersionNote]) -> None:
        """The released versions, newest first."""

    def show_permits(self, reason: str) -> None:
        """Disable releasing and rolling back with a reason; "" enables."""

    def show_message(self, sentence: str) -> None:
        """Tell in passing what was done."""

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""


class ReleasePresenter:
    """Writes versions and makes one the active one. Lives on the window's thread."""

    def __init__(self, view: ReleaseView, background: Background, releases: Releases, permits: Permits) -> None:
        self._view = view
        self._background = background
        self._releases = releases
        self._permits = permits
        self._name = ""
        self._draft: Draft | None = None
        self._lines: dict[str, Thresholds] = {}
        self._is_writing = False
        self.on_released: Callable[[str, int], None] = lambda recipe, version: None
        """Told after a version was released or made active."""

    def open(self, draft: Draft, lines: Mapping[str, Thresholds]) -> None:
        """Show what would be released."""
        self._draft, self._lines, self._name = draft, dict(lines), draft.recipe.name
        self.refresh()

    def open_versions(self, name: str) -> None:
        """Show the released versions alone."""
        self._draft, self._lines, self._name = None, {}, name
        self.refresh()

    def refresh(self) -> None:
        """Everything again: a version was written, or another person stands here."""
        name = self._name
        if not name:
            return
        self._view.show_permits("" if self._permits.may(Permission.RELEASE) else _needs())
        self._view.show_summary(self._summary())
        self._background.run(lambda: self._releases.versions(name), self._view.show_versions, self._told)

    def release(self, note: str) -> None:
        """Write the new version; asked twice it is written once."""
        draft, lines, who = self._draft, dict(self._lines), self._permits.who
        if draft is None or self._is_writing or not self._permits.may(Permission.RELEASE):
            return
        self._is_writing = True
        self._background.run(
            lambda: self._releases.release(draft, lines, note.strip(), who), self._released, self._not_released
        )

    def activate(self, version: int) -> None:
        """Inspect with that version from now on."""
        name, who = self._name, self._permits.who
        if not self._permits.may(Permission.RELEASE):
            return
        self._background.run(
            lambda: self._releases.activate(name, version, who), lambda _: self._activated(name, version), self._told
        )

    def _summary(self) -> Summary | None:
        if self._draft is None:
            return None
        return Summary(
            recipe=self._draft.recipe.name,
            version=self._draft.recipe.version,
            drawn={
                each.view: self._lines.get(each.view, each.suggested) != each.suggested for each in self._draft.evidence
            },
            remarks=self._draft.remarks,
            who=self._permits.who,
        )

    def _released(self, version: int) -> None:
        self._is_writing = False
        self._draft = None
        done = translate("Teach", "{recipe} v{version} is released.").format(recipe=self._name, version=version)
        self._finish(version, done)

    def _not_released(self, trouble: Exception) -> None:
        self._is_writing = False
        self._told(trouble)

    def _activated(self, name: str, version: int) -> None:
        self._finish(version, translate("Teach", "{recipe} v{version} is active.").format(recipe=name, version=version))

    def _finish(self, version: int, sentence: str) -> None:
        self._view.show_message(sentence)
        self.refresh()
        self.on_released(self._name, version)

    def _told(self, trouble: Exception) -> None:
        if not isinstance(trouble, Trouble):
            raise trouble
        self._view.show_trouble(trouble)


def _needs() -> str:
    return translate("Teach", "{who} can release: sign in first.").format(who=told(who_may(Permission.RELEASE)))
