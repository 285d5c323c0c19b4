"""Where Django keeps the parser of multipart forms."""

from django.http.multipart import MultiPartParserError  # noqa: F401
