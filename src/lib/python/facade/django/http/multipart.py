"""Forms of the type multipart/form-data."""

import io
import re

from django.http.request import QueryDict
from django.utils.datastructures import MultiValueDict


class MultiPartParserError(Exception):
    pass


class UploadedFile(io.BytesIO):
    """A file that came with a form."""

    def __init__(self, name, content, content_type):
        super().__init__(content)
        self.name, self.size, self.content_type = name, len(content), content_type

    def chunks(self, chunk_size=None):
        yield self.getvalue()


def parse_multipart(body, params, encoding=None):
    """The fields and the files of a body. Raises MultiPartParserError when its boundary is missing."""
    fields, files = QueryDict(mutable=True, encoding=encoding), MultiValueDict()
    boundary = params.get("boundary", "").strip('"')
    if not boundary:
        raise MultiPartParserError("Invalid boundary in multipart: %s" % params.get("boundary"))
    for part in body.split(b"--" + boundary.encode())[1:]:
        if part.startswith(b"--"):
            break
        head, _, content = part.partition(b"\r\n\r\n")
        content = content.removesuffix(b"\r\n")
        headers = head.decode("utf-8", "replace")
        name = re.search(r'[;\s]name="([^"]*)"', headers)
        if not name:
            continue
        file = re.search(r'filename="([^"]*)"', headers)
        kind = re.search(r"content-type:\s*([^\r\n]+)", headers, re.I)
        if file is None:
            fields.appendlist(name[1], content.decode(encoding or "utf-8", "replace"))
        elif file[1]:
            files.appendlist(name[1], UploadedFile(file[1], content, kind[1] if kind else "application/octet-stream"))
    fields._mutable = False
    return fields, files
