"""The guided path of a fresh station: choose a camera, teach good parts, run."""
