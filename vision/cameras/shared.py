"""Something costly that several cameras of one process use together: loaded once, unloaded by the last user."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Shared(Generic[Thing]):
    """Things by name, each with how many use it. Every `take` that returns is to be given back."""

    def __init__(self, load: Callable[[str], Thing], unload: Callable[[Thing], None]) -> None:
        self._load = load
        self._unload = unload
        self._lock = threading.Lock()
        self._held: dict[str, tuple[Thing, int]] = {}

    def take(self, name: str) -> Thing:
        """The thing, loaded if nobody uses it yet. Raises what loading raises."""
        with self._lock:
            if name in self._held:
                thing, users = self._held[name]
            else:
                thing, users = self._load(name), 0
            self._held[name] = (thing, users + 1)
            return thing

    def give_back(self, name: str) -> None:
        """End one use."""
        with self._lock:
            thing, users = self._held.pop(name)
            if users > 1:
                self._held[name] = (thing, users - 1)
            else:
                self._unload(thing)
