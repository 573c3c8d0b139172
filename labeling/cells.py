"""Cells of CSV tables that people open in a spreadsheet."""

import re

_RISKY = re.compile(r"'*[=+\-@](?![\d.,]+$)")
"""Also behind our own marks, so that a cell that begins with one comes back with it."""


def tame(cell: str) -> str:
    """With a leading ' where = + - @ would make spreadsheets run it as a formula (CWE-1236); a number is none."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def untamed(cell: str) -> str:
    """What `tame` was given."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell
