"""The response objects that views return."""

import datetime
import json
import mimetypes
import re
import time
from http import HTTPStatus
from urllib.parse import urlsplit

from _crumbtrail import host, learner_line
from django.conf import settings
from django.core import signing
from django.core.exceptions import DisallowedRedirect
from django.http.cookie import SimpleCookie
from django.utils import timezone
from django.utils.datastructures import CaseInsensitiveMapping
from django.utils.encoding import iri_to_uri
from django.utils.functional import cached_property
from django.utils.http import http_date

_CHARSET = re.compile(r';\s*charset=(?P<charset>[^\s;]+)', re.I)


class BadHeaderError(ValueError):
    pass


class Http404(Exception):
    pass


class ResponseHeaders(CaseInsensitiveMapping):
    """The response's headers: found in any case, sent as they were written."""

    def __init__(self, data):
        self._store = {}
        for header, value in (data or {}).items() if hasattr(data, "items") else data or ():
            self[header] = value

    def _convert(self, value, charset, mime_encode=False):
        if isinstance(value, str):
            try:
                value.encode(charset)
            except UnicodeError as error:
                if not mime_encode:
                    error.reason += f", HTTP response headers must be in {charset} format"
                    raise
                from email.header import Header

                value = Header(value, "utf-8", maxlinelen=10**9).encode()
        elif isinstance(value, bytes):
            value = value.decode(charset)
        else:
            value = str(value)
        if "\n" in value or "\r" in value:
            raise BadHeaderError(f"Header values can't contain newlines (got {value!r})")
        return value

    def __delitem__(self, key):
        self.pop(key)

    def __setitem__(self, key, value):
        key = self._convert(key, "ascii")
        self._store[key.lower()] = (key, self._convert(value, "latin-1", mime_encode=True))

    def pop(self, key, default=None):
        return self._store.pop(key.lower(), default)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value

    def __contains__(self, key):
        return key.lower() in self._store

    def get(self, key, default=None):
        held = self._store.get(key.lower())
        return default if held is None else held[1]


class HttpResponseBase:
    """Status, headers and cookies; the content is a subclass's."""

    status_code = 200

    def __init__(self, content_type=None, status=None, reason=None, charset=None, headers=None):
        self.headers = ResponseHeaders(headers)
        self._charset = charset
        if "Content-Type" not in self.headers:
            self.headers["Content-Type"] = content_type or f"text/html; charset={self.charset}"
        elif content_type:
            raise ValueError(
                "'headers' must not contain 'Content-Type' when the 'content_type' parameter is provided."
            )
        self._resource_closers = []
        self._handler_class = None
        self.cookies = SimpleCookie()
        self.closed = False
        if status is not None:
            try:
                self.status_code = int(status)
            except (ValueError, TypeError):
                raise TypeError("HTTP status code must be an integer.") from None
            if not 100 <= self.status_code <= 599:
                raise ValueError("HTTP status code must be an integer from 100 to 599.")
        self._reason_phrase = reason

    @property
    def reason_phrase(self):
        if self._reason_phrase is not None:
            return self._reason_phrase
        try:
            return HTTPStatus(self.status_code).phrase
        except ValueError:
            return "Unknown Status Code"

    @reason_phrase.setter
    def reason_phrase(self, value):
        self._reason_phrase = value

    @property
    def charset(self):
        if self._charset is not None:
            return self._charset
        matched = _CHARSET.search(self.get("Content-Type", ""))
        return matched["charset"].replace('"', "") if matched else settings.DEFAULT_CHARSET

    @charset.setter
    def charset(self, value):
        self._charset = value

    def __setitem__(self, header, value):
        self.headers[header] = value

    def __delitem__(self, header):
        del self.headers[header]

    def __getitem__(self, header):
        return self.headers[header]

    def has_header(self, header):
        return header in self.headers

    __contains__ = has_header

    def items(self):
        return self.headers.items()

    def get(self, header, alternate=None):
        return self.headers.get(header, alternate)

    def set_cookie(
        self, key, value="", max_age=None, expires=None, path="/", domain=None, secure=False, httponly=False, samesite=None
    ):
        """Put a Set-Cookie on the response. `expires` is text or a datetime, `max_age` seconds or a timedelta."""
        self.cookies[key] = value
        morsel = self.cookies[key]
        if isinstance(expires, datetime.datetime):
            max_age, expires = self._until(expires, max_age), None
        else:
            morsel["expires"] = "" if expires is None else expires
        if max_age is not None:
            if isinstance(max_age, datetime.timedelta) and host("version.has", "timedeltaMaxAge"):
                max_age = max_age.total_seconds()
            morsel["max-age"] = int(max_age)
            if not expires:
                morsel["expires"] = http_date(time.time() + max_age)
        if path is not None:
            morsel["path"] = path
        if domain is not None:
            morsel["domain"] = domain
        if secure:
            morsel["secure"] = True
        if httponly:
            morsel["httponly"] = True
        if samesite:
            if samesite.lower() not in ("lax", "none", "strict"):
                raise ValueError('samesite must be "lax", "none", or "strict".')
            morsel["samesite"] = samesite
        self._note_cookie(key)

    def _until(self, expires, max_age):
        if timezone.is_naive(expires):
            expires = timezone.make_aware(expires, datetime.timezone.utc)
        if max_age is not None and host("version.has", "refusesBothExpiries"):
            raise ValueError("'expires' and 'max_age' can't be used together.")
        delta = expires - datetime.datetime.now(tz=datetime.timezone.utc)
        # A little more than the difference: the fraction would otherwise round down to a second less.
        delta += datetime.timedelta(seconds=1)
        return max(0, delta.days * 86400 + delta.seconds)

    def _note_cookie(self, key):
        where = learner_line()
        if where is not None:
            self.__dict__.setdefault("_cookie_lines", {})[key] = where

    def setdefault(self, key, value):
        self.headers.setdefault(key, value)

    def set_signed_cookie(self, key, value, salt="", **kwargs):
        signed = signing.get_cookie_signer(salt=signing.cookie_salt(key, salt)).sign(value)
        return self.set_cookie(key, signed, **kwargs)

    def delete_cookie(self, key, path="/", domain=None, samesite=None):
        """A Set-Cookie of the same name, path and domain that has expired."""
        prefixed = key.startswith(("__Secure-", "__Host-"))
        secure = prefixed or bool(samesite and samesite.lower() == "none")
        self.set_cookie(
            key,
            max_age=0,
            path=path,
            domain=domain,
            secure=secure,
            expires="Thu, 01 Jan 1970 00:00:00 GMT",
            samesite=samesite,
        )

    def make_bytes(self, value):
        if isinstance(value, (bytes, memoryview)):
            return bytes(value)
        return str(value).encode(self.charset)

    def close(self):
        for closer in self._resource_closers:
            closer()
        self.closed = True

    def write(self, content):
        raise OSError(f"This {self.__class__.__name__} instance is not writable")

    def flush(self):
        pass

    def readable(self):
        return False

    def seekable(self):
        return False

    def writable(self):
        return False

    def writelines(self, lines):
        raise OSError(f"This {self.__class__.__name__} instance is not writable")

    def serialize_headers(self):
        return b"\r\n".join(f"{key}: {value}".encode("latin-1") for key, value in self.headers.items())

    @property
    def _content_type_for_repr(self):
        return ', "%s"' % self.headers["Content-Type"] if "Content-Type" in self.headers else ""


class HttpResponse(HttpResponseBase):
    """A response whose content is at hand."""

    streaming = False

    def __init__(self, content=b"", *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.content = content

    def __repr__(self):
        return f"<{self.__class__.__name__} status_code={self.status_code}{self._content_type_for_repr}>"

    def serialize(self):
        return self.serialize_headers() + b"\r\n\r\n" + self.content

    __bytes__ = serialize

    @property
    def content(self):
        return b"".join(self._container)

    @content.setter
    def content(self, value):
        if hasattr(value, "__iter__") and not isinstance(value, (bytes, memoryview, str)):
            chunks = b"".join(self.make_bytes(chunk) for chunk in value)
            if hasattr(value, "close"):
                value.close()
            value = chunks
        self._container = [self.make_bytes(value)]

    @cached_property
    def text(self):
        return self.content.decode(self.charset or "utf-8")

    def __iter__(self):
        return iter(self._container)

    def write(self, content):
        self._container.append(self.make_bytes(content))

    def tell(self):
        return len(self.content)

    def getvalue(self):
        return self.content

    def writable(self):
        return True

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class StreamingHttpResponse(HttpResponseBase):
    """A response whose content comes in parts."""

    streaming = True

    def __init__(self, streaming_content=(), *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.streaming_content = streaming_content

    @property
    def content(self):
        raise AttributeError(
            f"This {self.__class__.__name__} instance has no `content` attribute. Use `streaming_content` instead."
        )

    @property
    def streaming_content(self):
        return map(self.make_bytes, self._iterator)

    @streaming_content.setter
    def streaming_content(self, value):
        self._iterator = iter(value)
        if hasattr(value, "close"):
            self._resource_closers.append(value.close)

    def __iter__(self):
        return self.streaming_content

    def getvalue(self):
        return b"".join(self.streaming_content)


class FileResponse(StreamingHttpResponse):
    """A file as the response."""

    def __init__(self, open_file, *args, as_attachment=False, filename="", **kwargs):
        name = filename or getattr(open_file, "name", "") or ""
        super().__init__(iter(lambda: open_file.read(4096), b""), *args, **kwargs)
        name = str(name).rpartition("/")[2]
        if "content_type" not in kwargs:
            self.headers["Content-Type"] = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if name or as_attachment:
            kind = "attachment" if as_attachment else "inline"
            self.headers["Content-Disposition"] = f'{kind}; filename="{name}"' if name else kind


class HttpResponseRedirectBase(HttpResponse):
    allowed_schemes = ["http", "https", "ftp"]

    def __init__(self, redirect_to, *args, preserve_request=False, **kwargs):
        super().__init__(*args, **kwargs)
        self["Location"] = iri_to_uri(redirect_to)
        scheme = urlsplit(str(redirect_to)).scheme
        if preserve_request:
            self.status_code = self.status_code_preserve_request
        if scheme and scheme not in self.allowed_schemes:
            raise DisallowedRedirect(f"Unsafe redirect to URL with protocol '{scheme}'")

    url = property(lambda self: self["Location"])

    def __repr__(self):
        return (
            f"<{self.__class__.__name__} status_code={self.status_code}{self._content_type_for_repr}, "
            f'url="{self.url}">'
        )


class HttpResponseRedirect(HttpResponseRedirectBase):
    status_code = 302
    status_code_preserve_request = 307


class HttpResponsePermanentRedirect(HttpResponseRedirectBase):
    status_code = 301
    status_code_preserve_request = 308


class HttpResponseNotModified(HttpResponse):
    status_code = 304

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self["content-type"]

    @HttpResponse.content.setter
    def content(self, value):
        if value:
            raise AttributeError("You cannot set content to a 304 (Not Modified) response")
        self._container = []


class HttpResponseBadRequest(HttpResponse):
    status_code = 400


class HttpResponseNotFound(HttpResponse):
    status_code = 404


class HttpResponseForbidden(HttpResponse):
    status_code = 403


class HttpResponseNotAllowed(HttpResponse):
    status_code = 405

    def __init__(self, permitted_methods, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self["Allow"] = ", ".join(permitted_methods)


class HttpResponseGone(HttpResponse):
    status_code = 410


class HttpResponseServerError(HttpResponse):
    status_code = 500


class JsonResponse(HttpResponse):
    """JSON as the response."""

    def __init__(self, data, encoder=None, safe=True, json_dumps_params=None, **kwargs):
        if safe and not isinstance(data, dict):
            raise TypeError("In order to allow non-dict objects to be serialized set the safe parameter to False.")
        if encoder is None:
            from django.core.serializers.json import DjangoJSONEncoder as encoder
        kwargs.setdefault("content_type", "application/json")
        super().__init__(content=json.dumps(data, cls=encoder, **(json_dumps_params or {})), **kwargs)


