"""The request object that views take."""

import copy
import functools
import io
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

from _crumbtrail import host
from django.conf import settings
from django.core import signing
from django.core.exceptions import DisallowedHost, ImproperlyConfigured, RequestDataTooBig, TooManyFieldsSent
from django.http.cookie import parse_cookie
from django.utils.datastructures import CaseInsensitiveMapping, ImmutableList, MultiValueDict
from django.utils.functional import cached_property

RAISE_ERROR = object()


@functools.lru_cache(maxsize=64)
def _host_problem(raw, debug, allowed_hosts):
    return host("http.host_problem", raw, debug, list(allowed_hosts))


class UnreadablePostError(OSError):
    pass


class RawPostDataException(Exception):
    """The body was read as a stream already."""


class HttpHeaders(CaseInsensitiveMapping):
    """The request's headers by their own names."""

    def __init__(self, environ):
        headers = {}
        for name, value in environ.items():
            known = name in ("CONTENT_TYPE", "CONTENT_LENGTH")
            if known or name.startswith("HTTP_"):
                bare = name if known else name[5:]
                headers[bare.replace("_", "-").title()] = value
        super().__init__(headers)

    def __getitem__(self, key):
        return super().__getitem__(key.replace("_", "-"))


class HttpRequest:
    """A request, as a view sees it."""

    _encoding = None
    _upload_handlers = []

    def __init__(self):
        self.GET = QueryDict(mutable=True)
        self.POST = QueryDict(mutable=True)
        self.COOKIES = {}
        self.META = {}
        self.FILES = MultiValueDict()
        self.path = ""
        self.path_info = ""
        self.method = None
        self.resolver_match = None
        self.content_type = None
        self.content_params = None

    def __repr__(self):
        if self.method is None or not self.get_full_path():
            return f"<{self.__class__.__name__}>"
        return f"<{self.__class__.__name__}: {self.method} {self.get_full_path()!r}>"

    @cached_property
    def headers(self):
        return HttpHeaders(self.META)

    @property
    def encoding(self):
        return self._encoding

    @encoding.setter
    def encoding(self, value):
        self._encoding = value
        self.__dict__.pop("GET", None)

    @property
    def scheme(self):
        header = settings.SECURE_PROXY_SSL_HEADER
        if header:
            name, secure = header
            value = self.META.get(name)
            if value is not None:
                if host("version.has", "proxyHeaderList"):
                    value = value.split(",", 1)[0].strip()
                return "https" if value == secure else "http"
        return self._get_scheme()

    def _get_scheme(self):
        return "http"

    def is_secure(self):
        return self.scheme == "https"

    def _get_raw_host(self):
        if settings.USE_X_FORWARDED_HOST and "HTTP_X_FORWARDED_HOST" in self.META:
            return self.META["HTTP_X_FORWARDED_HOST"]
        if "HTTP_HOST" in self.META:
            return self.META["HTTP_HOST"]
        name, port = self.META["SERVER_NAME"], self.get_port()
        return name if port == ("443" if self.is_secure() else "80") else f"{name}:{port}"

    def get_host(self):
        """The host, when ALLOWED_HOSTS allows it."""
        raw = self._get_raw_host()
        problem = _host_problem(raw, bool(settings.DEBUG), tuple(settings.ALLOWED_HOSTS))
        if problem is not None:
            raise DisallowedHost(problem)
        return raw

    def get_port(self):
        if settings.USE_X_FORWARDED_PORT and "HTTP_X_FORWARDED_PORT" in self.META:
            return self.META["HTTP_X_FORWARDED_PORT"]
        return self.META["SERVER_PORT"]

    def get_full_path(self, force_append_slash=False):
        return self._full_path(self.path, force_append_slash)

    def get_full_path_info(self, force_append_slash=False):
        return self._full_path(self.path_info, force_append_slash)

    def _full_path(self, path, force_append_slash):
        query = self.META.get("QUERY_STRING", "")
        slash = "/" if force_append_slash and not path.endswith("/") else ""
        question = "?" + "".join(c if ord(c) > 127 else quote(c, safe="/#%[]=:;$&()+,!?*@'~") for c in query) if query else ""
        return quote(path, safe="/:@&+$,-_.!~*'()") + slash + question

    def build_absolute_uri(self, location=None):
        if location is None:
            location = "//%s" % self.get_full_path()
        parts = urlsplit(str(location))
        if parts.scheme and parts.netloc:
            return str(location)
        base = f"{self.scheme}://{self.get_host()}"
        if location.startswith("//") and not parts.netloc:
            location = location[2:]
        return urljoin(base + self.path, location)

    def get_signed_cookie(self, key, default=RAISE_ERROR, salt="", max_age=None):
        """A signed cookie's value; BadSignature or KeyError without a default."""
        try:
            value = self.COOKIES[key]
        except KeyError:
            if default is RAISE_ERROR:
                raise
            return default
        try:
            return signing.unsign_cookie(value, cookie_name=key, salt=salt, max_age=max_age)
        except signing.BadSignature:
            if default is RAISE_ERROR:
                raise
            return default

    @property
    def accepted_types(self):
        return [part.split(";")[0].strip() for part in self.headers.get("Accept", "*/*").split(",") if part]

    def accepts(self, media_type):
        main, _, sub = media_type.partition("/")
        for accepted in self.accepted_types:
            a_main, _, a_sub = accepted.partition("/")
            if a_main in ("*", main) and a_sub in ("*", sub):
                return True
        return False

    def close(self):
        pass

    def read(self, *args, **kwargs):
        return self._stream.read(*args, **kwargs)

    def readline(self, *args, **kwargs):
        return self._stream.readline(*args, **kwargs)

    def __iter__(self):
        return iter(self.readline, b"")

    def readlines(self):
        return list(self)


def _is_ajax(self):
    return self.META.get("HTTP_X_REQUESTED_WITH") == "XMLHttpRequest"


if host("version.has", "requestIsAjax"):
    HttpRequest.is_ajax = _is_ajax


class WSGIRequest(HttpRequest):
    """The request of a WSGI server."""

    __module__ = "django.core.handlers.wsgi"

    def __init__(self, environ):
        path = environ.get("PATH_INFO", "") or "/"
        self.environ = self.META = environ
        self.path_info = path
        self.path = environ.get("SCRIPT_NAME", "").rstrip("/") + "/" + path.replace("/", "", 1)
        self.META["PATH_INFO"] = path
        self.META["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "")
        self.method = environ["REQUEST_METHOD"].upper()
        self.content_type, _, params = environ.get("CONTENT_TYPE", "").partition(";")
        self.content_type = self.content_type.strip().lower()
        self.content_params = dict(part.strip().split("=", 1) for part in params.split(";") if "=" in part)
        self.resolver_match = None
        self._stream = environ["wsgi.input"]
        self._read_started = False

    def _get_scheme(self):
        return self.environ.get("wsgi.url_scheme")

    @cached_property
    def GET(self):
        return QueryDict(self.environ.get("QUERY_STRING", ""), encoding=self._encoding)

    @cached_property
    def COOKIES(self):
        return parse_cookie(self.environ.get("HTTP_COOKIE", ""))

    @cached_property
    def _post_and_files(self):
        if self.method != "POST":
            return QueryDict(encoding=self._encoding), MultiValueDict()
        if self.content_type == "multipart/form-data":
            from django.http.multipart import parse_multipart

            return parse_multipart(self.body, self.content_params, self._encoding)
        if self.content_type == "application/x-www-form-urlencoded":
            return QueryDict(self.body, encoding=self._encoding), MultiValueDict()
        return QueryDict(encoding=self._encoding), MultiValueDict()

    @property
    def POST(self):
        return self.__dict__.get("_own_post") or self._post_and_files[0]

    @POST.setter
    def POST(self, value):
        self.__dict__["_own_post"] = value

    @property
    def FILES(self):
        return self._post_and_files[1]

    @cached_property
    def body(self):
        length = int(self.META.get("CONTENT_LENGTH") or 0)
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if limit is not None and length > limit:
            raise RequestDataTooBig("Request body exceeded settings.DATA_UPLOAD_MAX_MEMORY_SIZE.")
        data = self._stream.read()
        self._stream = io.BytesIO(data)
        return data


class QueryDict(MultiValueDict):
    """A query string as a dictionary of lists; immutable unless asked otherwise."""

    _mutable = True
    _encoding = None

    def __init__(self, query_string=None, mutable=False, encoding=None):
        super().__init__()
        self.encoding = encoding or settings.DEFAULT_CHARSET
        query_string = query_string or ""
        if isinstance(query_string, bytes):
            try:
                query_string = query_string.decode(self.encoding)
            except UnicodeDecodeError:
                query_string = query_string.decode("iso-8859-1")
        limit = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
        try:
            pairs = parse_qsl(
                query_string, keep_blank_values=True, encoding=self.encoding, errors="replace", max_num_fields=limit
            )
        except ValueError as error:
            raise TooManyFieldsSent(
                "The number of GET/POST parameters exceeded settings.DATA_UPLOAD_MAX_NUMBER_FIELDS."
            ) from error
        for key, value in pairs:
            self.appendlist(key, value)
        self._mutable = mutable

    @classmethod
    def fromkeys(cls, iterable, value="", mutable=False, encoding=None):
        query = cls("", mutable=True, encoding=encoding)
        for key in iterable:
            query.appendlist(key, value)
        query._mutable = mutable
        return query

    @property
    def encoding(self):
        return self._encoding or settings.DEFAULT_CHARSET

    @encoding.setter
    def encoding(self, value):
        self._encoding = value

    def _assert_mutable(self):
        if not self._mutable:
            raise AttributeError("This QueryDict instance is immutable")

    def __setitem__(self, key, value):
        self._assert_mutable()
        super().__setitem__(key, value)

    def __delitem__(self, key):
        self._assert_mutable()
        super().__delitem__(key)

    def setlist(self, key, list_):
        self._assert_mutable()
        super().setlist(key, list_)

    def setlistdefault(self, key, default_list=None):
        self._assert_mutable()
        return super().setlistdefault(key, default_list)

    def appendlist(self, key, value):
        self._assert_mutable()
        super().appendlist(key, value)

    def pop(self, key, *args):
        self._assert_mutable()
        return super().pop(key, *args)

    def popitem(self):
        self._assert_mutable()
        return super().popitem()

    def clear(self):
        self._assert_mutable()
        super().clear()

    def setdefault(self, key, default=None):
        self._assert_mutable()
        return super().setdefault(key, default)

    def update(self, *args, **kwargs):
        self._assert_mutable()
        super().update(*args, **kwargs)

    def __copy__(self):
        return self._copied(lambda value: value)

    def __deepcopy__(self, memo):
        return self._copied(lambda value: copy.deepcopy(value, memo))

    def _copied(self, copied):
        result = self.__class__("", mutable=True, encoding=self.encoding)
        for key, values in self.lists():
            result.setlist(copied(key), [copied(value) for value in values])
        return result

    def copy(self):
        return self.__deepcopy__({})

    def urlencode(self, safe=None):
        if safe:
            return "&".join(f"{quote(key, safe)}={quote(str(value), safe)}" for key, values in self.lists() for value in values)
        return "&".join(urlencode({key: value}) for key, values in self.lists() for value in values)
