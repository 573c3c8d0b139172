"""Image files: the one door through which pictures on disk become pixels and back."""

from vision.images.codec import IMAGE_SUFFIXES, ImageTrouble, encode_frame, encode_png, find_images, read_image
from vision.images.shrink import at_most, shrunk

__all__ = [
    "IMAGE_SUFFIXES",
    "ImageTrouble",
    "at_most",
    "encode_frame",
    "encode_png",
    "find_images",
    "read_image",
    "shrunk",
]
