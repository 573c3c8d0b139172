"""The only place that starts Qt threads, and the bridge that carries the station's events into Qt signals."""

from app.workers.station_bridge import Burst, StationBridge
from app.workers.worker import LatestOnly, Worker, wait_for_all

__all__ = ["Burst", "LatestOnly", "StationBridge", "Worker", "wait_for_all"]
