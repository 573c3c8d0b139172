"""A verb of the `loupe` command: its arguments and what it does. One file a verb, one line in the table of `main`."""

import os
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.cli.output import Output

STOPPED = 130
"""The exit code of a command that Ctrl-C ended, as shells have it."""


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call of a verb."""

    arguments: Namespace
    home: Path | None
    """The data directory asked for; None is the platform's default."""
    output: Output


@dataclass(frozen=True, kw_only=True)
class Verb:
    """A table entry."""

    name: str
    help: str
    run: Callable[[Call], int]
    """Does the work and returns the exit code: 0 done, 1 not wholly done, 2 wrong usage."""
    add_arguments: Callable[[ArgumentParser], None] = lambda parser: None
    has_json: bool = True


class Actions:
    """The actions of a verb that has several, as in `loupe dataset list`; each takes --home and --json as the verb does."""

    def __init__(self, parser: ArgumentParser) -> None:
        self._actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    def add(self, name: str, help: str) -> ArgumentParser:  # noqa: A002 - argparse's own word
        """The parser of one action; its name comes back as `arguments.action`."""
        parser = self._actions.add_parser(name, help=help, description=help)
        parser.add_argument("--home", type=Path, metavar="DIR", default=SUPPRESS, help="the station's data directory")
        parser.add_argument("--json", action="store_true", default=SUPPRESS, help="JSON objects, one a line")
        return parser


def words(text: str) -> str:
    """An argparse type: text, which is UTF-8 whatever the locale. Bytes that are not are for paths alone."""
    try:
        return os.fsencode(text).decode()
    except UnicodeError as error:
        raise ArgumentTypeError(f"{text!a} is no text in UTF-8") from error


def at_least(low: int) -> Callable[[str], int]:
    """An argparse type: a whole number not below `low`."""

    def parse(text: str) -> int:
        value = int(text)
        if value < low:
            raise ValueError(text)
        return value

    parse.__name__ = f"whole number from {low}"
    return parse
