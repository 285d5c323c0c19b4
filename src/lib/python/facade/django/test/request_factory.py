"""Requests made by hand: for views and middleware alone, without the handler."""

import json
import sys
from http import cookies
from io import BytesIO
from urllib.parse import unquote_to_bytes, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.encoding import force_bytes
from django.utils.functional import Promise
from django.utils.http import urlencode

BOUNDARY = "BoUnDaRyStRiNg"
MULTIPART_CONTENT = f"multipart/form-data; boundary={BOUNDARY}"


def encode_multipart(boundary, data):
    """A dictionary as the body of a form."""
    lines = []
    for key, value in data.items():
        if value is None:
            raise TypeError(
                f"Cannot encode None for key '{key}' as POST data. Did you mean to pass an empty string or omit the "
                "value?"
            )
        several = not isinstance(value, (str, bytes)) and not hasattr(value, "read") and hasattr(value, "__iter__")
        for item in value if several else [value]:
            lines += _part(boundary, key, item)
    return b"\r\n".join([*map(force_bytes, lines), force_bytes(f"--{boundary}--"), b""])


def _part(boundary, key, value):
    if hasattr(value, "read"):
        name = getattr(value, "name", "") or key
        kind = getattr(value, "content_type", None) or "application/octet-stream"
        head = f'Content-Disposition: form-data; name="{key}"; filename="{name.rpartition("/")[2]}"'
        return [f"--{boundary}", head, f"Content-Type: {kind}", "", value.read()]
    return [f"--{boundary}", f'Content-Disposition: form-data; name="{key}"', "", value]


class RequestFactory:
    """Makes requests as a server would; they go nowhere by themselves."""

    def __init__(self, *, json_encoder=DjangoJSONEncoder, headers=None, query_params=None, **defaults):
        self.json_encoder = json_encoder
        self.defaults = {**defaults, **_header_names(headers)}
        self.cookies = cookies.SimpleCookie()
        self.errors = BytesIO()

    def _base_environ(self, **request):
        return {
            "HTTP_COOKIE": "; ".join(sorted(f"{morsel.key}={morsel.coded_value}" for morsel in self.cookies.values())),
            "PATH_INFO": "/",
            "REMOTE_ADDR": "127.0.0.1",
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(b""),
            "wsgi.errors": sys.stderr,
            "wsgi.multiprocess": True,
            "wsgi.multithread": False,
            "wsgi.run_once": False,
            **self.defaults,
            **request,
        }

    def request(self, **request):
        return WSGIRequest(self._base_environ(**request))

    def _encode_data(self, data, content_type):
        if content_type == MULTIPART_CONTENT:
            return encode_multipart(BOUNDARY, data)
        return force_bytes(data, encoding=settings.DEFAULT_CHARSET)

    def _encode_json(self, data, content_type):
        is_json = content_type.partition(";")[0].strip().endswith(("application/json", "+json"))
        if is_json and isinstance(data, (dict, list, tuple)):
            return json.dumps(data, cls=self.json_encoder)
        return data

    def _get_path(self, parsed):
        path = parsed.path
        if parsed.params if hasattr(parsed, "params") else False:
            path += ";" + parsed.params
        return unquote_to_bytes(path).decode("iso-8859-1")

    def get(self, path, data=None, secure=False, *, headers=None, query_params=None, **extra):
        query = urlencode(data or query_params or {}, doseq=True)
        return self.generic("GET", path, secure=secure, headers=headers, **{"QUERY_STRING": query, **extra})

    def post(self, path, data=None, content_type=MULTIPART_CONTENT, secure=False, *, headers=None, query_params=None,
             **extra):
        data = self._encode_json({} if data is None else data, content_type)
        body = self._encode_data(data, content_type)
        return self.generic("POST", path, body, content_type, secure=secure, headers=headers,
                            query_params=query_params, **extra)

    def head(self, path, data=None, secure=False, *, headers=None, query_params=None, **extra):
        query = urlencode(data or query_params or {}, doseq=True)
        return self.generic("HEAD", path, secure=secure, headers=headers, **{"QUERY_STRING": query, **extra})

    def trace(self, path, secure=False, *, headers=None, query_params=None, **extra):
        return self.generic("TRACE", path, secure=secure, headers=headers, query_params=query_params, **extra)

    def _with_body(self, method, path, data, content_type, secure, headers, query_params, extra):
        data = self._encode_json(data, content_type)
        return self.generic(method, path, data, content_type, secure=secure, headers=headers,
                            query_params=query_params, **extra)

    def options(self, path, data="", content_type="application/octet-stream", secure=False, *, headers=None,
                query_params=None, **extra):
        return self.generic("OPTIONS", path, data, content_type, secure=secure, headers=headers,
                            query_params=query_params, **extra)

    def put(self, path, data="", content_type="application/octet-stream", secure=False, *, headers=None,
            query_params=None, **extra):
        return self._with_body("PUT", path, data, content_type, secure, headers, query_params, extra)

    def patch(self, path, data="", content_type="application/octet-stream", secure=False, *, headers=None,
              query_params=None, **extra):
        return self._with_body("PATCH", path, data, content_type, secure, headers, query_params, extra)

    def delete(self, path, data="", content_type="application/octet-stream", secure=False, *, headers=None,
               query_params=None, **extra):
        return self._with_body("DELETE", path, data, content_type, secure, headers, query_params, extra)

    def generic(self, method, path, data="", content_type="application/octet-stream", secure=False, *, headers=None,
                query_params=None, **extra):
        parsed = urlsplit(str(path) if isinstance(path, Promise) else path)
        data = force_bytes(data, settings.DEFAULT_CHARSET)
        given = {
            "PATH_INFO": self._get_path(parsed),
            "REQUEST_METHOD": method,
            "SERVER_PORT": "443" if secure else "80",
            "wsgi.url_scheme": "https" if secure else "http",
        }
        if data:
            given |= {"CONTENT_LENGTH": str(len(data)), "CONTENT_TYPE": content_type, "wsgi.input": BytesIO(data)}
        given |= _header_names(headers)
        given |= extra
        if not given.get("QUERY_STRING"):
            query = urlencode(query_params, doseq=True) if query_params else parsed.query
            given["QUERY_STRING"] = force_bytes(query).decode("iso-8859-1")
        return self.request(**given)


def _header_names(headers):
    """Headers by the names that they have in `request.META`."""
    named = {}
    for name, value in (headers or {}).items():
        name = name.replace("-", "_").upper()
        named[name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}"] = value
    return named
