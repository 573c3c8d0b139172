"""What this installation is made of: version and licences, read from the packages themselves. No Qt."""

import platform
import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from app.assets import asset

_OWN = "loupe"
_REQUIRED = re.compile(r"^[A-Za-z0-9._-]+")
_BUNDLED = (("Inter", "fonts", "OFL-1.1"), ("Lucide", "icons", "ISC"))
_LONGEST_NAME = 60
"""Some packages put the whole licence text where its name belongs."""


@dataclass(frozen=True, kw_only=True)
class Component:
    """One part of Loupe that others made."""

    name: str
    version: str
    licence: str


def version() -> str:
    """Version of this Loupe, empty when it was not installed as a package."""
    own = _find(_OWN)
    return own.version if own else ""


def components() -> tuple[Component, ...]:
    """Python, the packages Loupe asks for, and the bundled font and icons, by name."""
    own = _find(_OWN)
    names = sorted({_name(line) for line in own.requires or [] if "extra ==" not in line}) if own else []
    found = [_component(dist) for dist in map(_find, names) if dist is not None]
    python = Component(name="Python", version=platform.python_version(), licence="PSF-2.0")
    bundled = [Component(name=name, version="", licence=licence) for name, _, licence in _BUNDLED]
    return (python, *found, *bundled)


def licence_text() -> str:
    """A list of everything, then the licences that must travel with the bundled files."""
    lines = [f"{part.name} {part.version}".ljust(36) + part.licence for part in components()]
    texts = [
        f"{name}\n{'=' * len(name)}\n{asset(folder, 'LICENSE.txt').read_text('utf-8')}" for name, folder, _ in _BUNDLED
    ]
    return "\n".join(lines) + "\n\n\n" + "\n\n".join(texts)


def _find(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _name(requirement: str) -> str:
    match = _REQUIRED.match(requirement)
    return match[0] if match else requirement


def _component(dist: Distribution) -> Component:
    meta = dist.metadata
    return Component(name=meta["Name"], version=dist.version, licence=_licence(dist))


def _licence(dist: Distribution) -> str:
    meta = dist.metadata
    classifiers = [line.rpartition(" :: ")[2] for line in meta.get_all("Classifier") or [] if "License ::" in line]
    told = (*(meta.get_all("License-Expression") or []), *classifiers, *(meta.get_all("License") or []))
    short = [text for text in told if text and len(text) <= _LONGEST_NAME and text != "OSI Approved"]
    return short[0] if short else "see the package"
