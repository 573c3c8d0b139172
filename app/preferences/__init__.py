"""The Settings screen: this station's name, look, lots, alarms, storage and start."""
