"""Stored bytes as a download: the same for both apps."""

from trajecten.views.bestanden import als_download, als_stroom

__all__ = ["als_download", "als_stroom"]
