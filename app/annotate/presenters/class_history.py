"""What happened to a defect class, in words: from the audit log's entries of its catalog."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.annotate.shown import ClassChange
from app.annotate.wording import severity_word
from app.i18n import translate
from labeling.catalog import Catalog, Severity
from vision.storage import AuditEntry


def class_changes(
    class_id: str, catalog: Catalog, history: Callable[[str], Iterable[AuditEntry]]
) -> tuple[ClassChange, ...]:
    """Every change of a class and every class that it took over, newest first; `history` is `CatalogBook.history`."""
    taken = [one for one in catalog.classes if one.merged_into == class_id]
    found = [(entry, _words(entry.before, entry.after)) for entry in history(class_id)]
    for one in taken:
        words = translate("Annotate", "took over “{name}”").format(name=one.name)
        found += [(entry, words) for entry in history(one.id) if entry.action == "catalog.merge"]
    found.sort(key=lambda one: one[0].number, reverse=True)
    return tuple(ClassChange(time=entry.time, who=entry.who, words=words) for entry, words in found if words)


def _words(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> str:
    """What differs, in the order in which people ask; empty when nothing does."""
    if before is None:
        return translate("Annotate", "added as “{name}”").format(name=after["name"])
    words = {
        "name": translate("Annotate", "renamed from “{old}” to “{new}”").format(old=before["name"], new=after["name"]),
        "severity": f"{_severity(before)} \N{RIGHTWARDS ARROW} {_severity(after)}",
        "sentence": _sentence(before["sentence"]),
        "colour": translate("Annotate", "another colour"),
        "key": translate("Annotate", "another key"),
        "example": translate("Annotate", "another example"),
    }
    return ", ".join(text for field, text in words.items() if before[field] != after[field])


def _sentence(old: str) -> str:
    if not old:
        return translate("Annotate", "what counts was written")
    return translate("Annotate", "what counts was “{old}”").format(old=old)


def _severity(one: Mapping[str, Any]) -> str:
    return severity_word(Severity(one["severity"]))
