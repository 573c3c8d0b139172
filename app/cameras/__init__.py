"""The Cameras screen: find a camera, see what it sees, set it, use it."""
