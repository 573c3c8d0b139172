"""What the station's own figures say of its health. Numbers in, findings out; knows nothing of cameras or recipes."""

from vision.health.drift import FALSE_ALARM_EVERY, DriftTest

__all__ = ["FALSE_ALARM_EVERY", "DriftTest"]
