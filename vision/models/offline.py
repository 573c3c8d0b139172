"""A process without the network."""

import sys
from typing import Any


def stay_offline() -> None:
    """Refuse every connection of this process, for good: a library that would fetch something says so at once."""

    def refuse(event: str, _arguments: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.getaddrinfo"):
            raise OSError("Loupe trains without the network.")

    sys.addaudithook(refuse)
