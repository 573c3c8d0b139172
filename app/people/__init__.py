"""The People screen and signing in: who works at this station, and with which role."""
