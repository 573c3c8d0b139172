"""The PDF report of a study, with the images of the parts people differ on."""

import html
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from app.i18n import translate
from app.study.differ_card import answers_of
from app.study.wording import (
    advice_words,
    bounded,
    category_word,
    counted,
    design_line,
    interval_text,
    kappa_text,
    percent,
    trials_note,
)
from app.theme.tokens import THEMES, ThemeName
from app.widgets.pixmaps import qimage
from app.workers.thumbnails import shrink
from labeling.agreement import Kappa
from labeling.records.studies import StudyPart
from labeling.study.outcome import Outcome
from vision.durable import write_durably
from vision.inspection import Frame

Images = Callable[[int], Frame | None]
"""The image of a part by its number, None when it is gone."""

_DOTS_PER_INCH = 96
_MARGIN_MM = 16
_PAPER = THEMES[ThemeName.LIGHT]
_SHEET = f"""
h1, h2, p, td {{ color: {_PAPER.tx}; }}
h1 {{ font-size: 17pt; margin-bottom: 2px; }}
h2 {{ font-size: 12pt; margin-top: 18px; margin-bottom: 6px; }}
p.soft {{ color: {_PAPER.tx3}; }}
th {{ text-align: left; color: {_PAPER.tx3}; font-weight: normal; }}
"""


def write_pdf(outcome: Outcome, image: Images, path: Path) -> None:
    """Write the report, whole or not at all. Safe off the window's thread: it draws on no screen.

    Raises:
        OSError: the file cannot be written.
    """
    document = QTextDocument()
    document.setDefaultFont(QFont("Inter", 9))
    document.setDefaultStyleSheet(_SHEET)
    for number in map(int, outcome.everybody.disagreed):
        frame = image(number)
        if frame is not None:
            kind = QTextDocument.ResourceType.ImageResource.value
            document.addResource(kind, QUrl(_picture(number)), qimage(shrink(frame)))
    document.setHtml("\n".join(_body(outcome)))
    write_durably(path, _printed(document, outcome.study.name))


def _printed(document: QTextDocument, title: str) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Loupe")
    writer.setResolution(_DOTS_PER_INCH)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)
    buffer.close()
    return bytes(content.data())


def _body(outcome: Outcome) -> Iterator[str]:
    study, everybody = outcome.study, outcome.everybody
    made = f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M}"
    yield f"<h1>{_safe(translate('Studies', 'Agreement study: {name}').format(name=study.name))}</h1>"
    yield _soft(design_line(study))
    text = translate("Studies", "Started {date} by {who}. Report of {made}.")
    yield _soft(text.format(date=f"{study.created.astimezone():%Y-%m-%d}", who=study.created_by, made=made))
    yield _heading(translate("Studies", "What to do next"))
    yield from (f"<p><b>{_safe(found)}</b> {_safe(todo)}</p>" for found, todo in map(advice_words, outcome.advice))
    yield _heading(translate("Studies", "All together"))
    yield _table((), list(_overall(outcome)))
    yield _heading(translate("Studies", "By appraiser"))
    yield _appraisers(outcome)
    yield _heading(translate("Studies", "Between two appraisers (Cohen's kappa)"))
    yield _table((), [(f"{pair.one} – {pair.other}", *_kappa(pair.kappa)) for pair in everybody.pairs])
    yield _heading(translate("Studies", "By answer (Fleiss' kappa against all others)"))
    yield _table((), [(category_word(name), *_kappa(kappa)) for name, kappa in everybody.fleiss_by_category.items()])
    yield _heading(translate("Studies", "How repeated trials enter"))
    yield _soft(trials_note())
    yield _heading(translate("Studies", "Where opinions differ"))
    yield _differing(outcome)


def _overall(outcome: Outcome) -> Iterator[Sequence[str]]:
    everybody, people = outcome.everybody, outcome.people
    if people is not None:
        yield translate("Studies", "Between people"), *_kappa(people.fleiss)
        yield translate("Studies", "People and model"), *_kappa(everybody.fleiss)
    else:
        yield translate("Studies", "Between appraisers"), *_kappa(everybody.fleiss)
    agree, right = everybody.all_agree, everybody.all_right
    yield translate("Studies", "All agree in all trials"), percent(agree), bounded(agree)
    yield translate("Studies", "All right in all trials"), percent(right), bounded(right)


def _appraisers(outcome: Outcome) -> str:
    heads = (
        translate("Studies", "Appraiser"),
        translate("Studies", "Agrees with itself"),
        translate("Studies", "Effectiveness"),
        translate("Studies", "Miss rate"),
        translate("Studies", "False alarms"),
        translate("Studies", "Kappa"),
    )
    rows = [
        (
            one.name,
            counted(one.within),
            f"{percent(one.effectiveness)}\n{bounded(one.effectiveness)}",
            f"{percent(one.miss_rate)}\n{bounded(one.miss_rate)}",
            f"{percent(one.false_alarm_rate)}\n{bounded(one.false_alarm_rate)}",
            "\n".join(_kappa(one.kappa)),
        )
        for one in outcome.everybody.appraisers
    ]
    return _table(heads, rows)


def _differing(outcome: Outcome) -> str:
    table, parts = outcome.everybody.table, {part.number: part for part in outcome.study.parts}
    heads = ("", translate("Studies", "Part"), translate("Studies", "Reference"), *table.appraisers)
    rows = []
    for number in map(int, outcome.everybody.disagreed):
        place = table.parts.index(str(number))
        answers = (
            ", ".join(category_word(answer) for answer in answers_of(table, place, column))
            for column in range(len(table.appraisers))
        )
        rows.append((_picture(number), *_part_cells(parts[number]), *answers))
    return _table(heads, rows) if rows else _soft(translate("Studies", "Nowhere: all answers are the same."))


def _part_cells(part: StudyPart) -> tuple[str, str]:
    return f"{part.number}\n{part.name}", category_word(part.reference) if part.reference else ""


def _kappa(kappa: Kappa | None) -> tuple[str, str]:
    return kappa_text(kappa), interval_text(kappa)


class _Picture(str):
    """A cell that is an image of the document."""


def _picture(number: int) -> _Picture:
    return _Picture(f"part:{number}")


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = f"<tr>{''.join(f'<th>{_safe(cell)}</th>' for cell in heads)}</tr>" if heads else ""
    body = "".join("<tr>" + "".join(map(_cell, cells)) + "</tr>" for cells in rows)
    return f'<table width="100%" cellpadding="4" cellspacing="0">{head}{body}</table>'


def _cell(text: str) -> str:
    if isinstance(text, _Picture):
        return f'<td><img src="{text}" width="96" height="69"></td>'
    return f"<td>{_safe(text)}</td>"


def _heading(text: str) -> str:
    return f"<h2>{_safe(text)}</h2>"


def _soft(text: str) -> str:
    return f'<p class="soft">{_safe(text)}</p>'


def _safe(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
