"""A browser for tests: it sends requests to the project and keeps cookies."""

import sys
from functools import partial
from importlib import import_module
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.core.signals import got_request_exception, request_finished, request_started
from django.test.request_factory import (  # noqa: F401
    BOUNDARY,
    MULTIPART_CONTENT,
    RequestFactory,
    _header_names,
    encode_multipart,
)
from django.test.signals import template_rendered
from django.test.utils import ContextList
from django.utils.functional import SimpleLazyObject

_REDIRECTS = (301, 302, 303, 307, 308)


class RedirectCycleError(Exception):
    """The test client was asked to follow a redirect loop."""

    def __init__(self, message, last_response):
        super().__init__(message)
        self.last_response = last_response
        self.redirect_chain = last_response.redirect_chain


class ClientHandler(BaseHandler):
    """The project's middleware and views."""

    def __init__(self, enforce_csrf_checks=True, *args, **kwargs):
        self.enforce_csrf_checks = enforce_csrf_checks
        super().__init__(*args, **kwargs)

    def __call__(self, environ):
        if self._middleware_chain is None:
            self.load_middleware()
        request_started.send(sender=self.__class__, environ=environ)
        request = WSGIRequest(environ)
        request._dont_enforce_csrf_checks = not self.enforce_csrf_checks
        response = self.get_response(request)
        response.wsgi_request = request
        if request.method == "HEAD" and not response.streaming:
            response.content = b""
        response.close()
        request_finished.send(sender=self.__class__)
        return response


class ClientMixin:
    def store_exc_info(self, **kwargs):
        self.exc_info = sys.exc_info()

    def check_exception(self, response):
        response.exc_info = self.exc_info
        if self.exc_info:
            _, error, _ = self.exc_info
            self.exc_info = None
            if self.raise_request_exception:
                raise error

    @property
    def session(self):
        """The session that the cookie stands for, or a new one."""
        engine = import_module(settings.SESSION_ENGINE)
        cookie = self.cookies.get(settings.SESSION_COOKIE_NAME)
        if cookie:
            return engine.SessionStore(cookie.value)
        session = engine.SessionStore()
        session.save()
        self.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return session

    async def asession(self):
        return _sync(lambda: self.session)

    def login(self, **credentials):
        """Log in by credentials. Returns whether they were right."""
        from django.contrib.auth import authenticate

        user = authenticate(**credentials)
        if user:
            self._login(user)
            return True
        return False

    def force_login(self, user, backend=None):
        """Log in without credentials."""
        if backend is None:
            backend = settings.AUTHENTICATION_BACKENDS[0]
        user.backend = backend
        self._login(user, backend)

    async def alogin(self, **credentials):
        return _sync(lambda: self.login(**credentials))

    async def aforce_login(self, user, backend=None):
        _sync(lambda: self.force_login(user, backend))

    def _request_with_session(self):
        from django.http import HttpRequest

        request = HttpRequest()
        if self.session:
            request.session = self.session
        else:
            request.session = import_module(settings.SESSION_ENGINE).SessionStore()
        return request

    def _login(self, user, backend=None):
        from django.contrib.auth import login

        request = self._request_with_session()
        login(request, user, backend)
        request.session.save()
        name = settings.SESSION_COOKIE_NAME
        self.cookies[name] = request.session.session_key
        self.cookies[name].update({
            "max-age": None, "path": "/", "domain": settings.SESSION_COOKIE_DOMAIN,
            "secure": settings.SESSION_COOKIE_SECURE or None, "expires": None,
        })

    def logout(self):
        from django.contrib.auth import get_user, logout
        from http.cookies import SimpleCookie

        request = self._request_with_session()
        if request.session:
            request.user = get_user(request)
        logout(request)
        self.cookies = SimpleCookie()

    async def alogout(self):
        _sync(self.logout)

    def _parse_json(self, response, **extra):
        import json

        if not hasattr(response, "_json"):
            kind = response.get("Content-Type", "")
            if not kind.partition(";")[0].strip().endswith(("application/json", "+json")):
                raise ValueError(f'Content-Type header is "{kind}", not "application/json"')
            response._json = json.loads(response.text if hasattr(response, "text") else response.content, **extra)
        return response._json


def _sync(function):
    from django.utils.asyncio import run_sync

    return run_sync(function)


class Client(ClientMixin, RequestFactory):
    """Sends requests and follows redirects; what a view raises is raised here."""

    handler_class = ClientHandler

    def __init__(self, enforce_csrf_checks=False, raise_request_exception=True, *, headers=None, query_params=None,
                 **defaults):
        super().__init__(headers=headers, **defaults)
        self.handler = self.handler_class(enforce_csrf_checks)
        self.raise_request_exception = raise_request_exception
        self.exc_info = None
        self.extra = None
        self.headers = None

    def request(self, **request):
        environ = self._base_environ(**request)
        seen = {"templates": [], "context": ContextList()}

        def note(sender, signal, template, context, **kwargs):
            from copy import copy

            seen["templates"].append(template)
            seen["context"].append(copy(context))

        uid = f"request-exception-{id(request)}"
        template_rendered.connect(note, dispatch_uid=f"template-render-{id(request)}")
        got_request_exception.connect(self.store_exc_info, dispatch_uid=uid)
        try:
            response = self.handler(environ)
        finally:
            template_rendered.disconnect(dispatch_uid=f"template-render-{id(request)}")
            got_request_exception.disconnect(dispatch_uid=uid)
        self.check_exception(response)
        return self._dressed(response, request, seen)

    def _dressed(self, response, request, seen):
        from django.urls import resolve

        response.client, response.request = self, request
        response.templates = seen["templates"]
        response.context = seen["context"][0] if len(seen["context"]) == 1 else seen["context"] or None
        response.json = partial(self._parse_json, response)
        urlconf = getattr(response.wsgi_request, "urlconf", None)
        response.resolver_match = SimpleLazyObject(lambda: resolve(request["PATH_INFO"], urlconf=urlconf))
        if response.cookies:
            self.cookies.update(response.cookies)
        return response

    def _sent(self, name, path, args, follow, kwargs):
        self.extra = {key: value for key, value in kwargs.items() if key not in _OWN}
        self.headers = kwargs.get("headers")
        response = getattr(super(), name)(path, *args, **kwargs)
        if follow:
            response = self._handle_redirects(response, kwargs.get("data", ""), kwargs.get("content_type", ""))
        return response

    def _handle_redirects(self, response, data="", content_type=""):
        response.redirect_chain = chain = []
        while response.status_code in _REDIRECTS:
            url = response.url
            chain.append((url, response.status_code))
            response = self._next(response, urlsplit(url), data, content_type)
            response.redirect_chain = chain
            if chain[-1] in chain[:-1]:
                raise RedirectCycleError("Redirect loop detected.", last_response=response)
            if len(chain) > 20:
                raise RedirectCycleError("Too many redirects.", last_response=response)
        return response

    def _next(self, response, url, data, content_type):
        extra = dict(self.extra or {})
        if url.scheme:
            extra["wsgi.url_scheme"] = url.scheme
        if url.hostname:
            extra["SERVER_NAME"] = url.hostname
            extra["HTTP_HOST"] = url.hostname + (f":{url.port}" if url.port else "")
        if url.port:
            extra["SERVER_PORT"] = str(url.port)
        path = url.path or "/"
        if not path.startswith("/"):
            path = urljoin(response.request["PATH_INFO"], path)
        secure = (url.scheme or response.wsgi_request.scheme) == "https"
        method, send = response.request["REQUEST_METHOD"], {"secure": secure, **extra}
        if response.status_code in (307, 308) and method not in ("GET", "HEAD"):
            query = {"QUERY_STRING": url.query} if url.query else {}
            return RequestFactory.generic(self, method, path, _body_of(response), response.request.get("CONTENT_TYPE", ""),
                                          **query, **send)
        if method == "HEAD":
            return RequestFactory.head(self, path, dict(parse_qsl(url.query)), **send)
        return RequestFactory.get(self, path, dict(parse_qsl(url.query)), **send)


def _body_of(response):
    return response.wsgi_request.body


_OWN = ("data", "content_type", "secure", "headers", "query_params")


def _method(name):
    def send(self, path, *args, follow=False, **kwargs):
        return self._sent(name, path, args, follow, kwargs)

    send.__name__ = name
    return send


for _name in ("get", "post", "head", "options", "put", "patch", "delete", "trace"):
    setattr(Client, _name, _method(_name))


class AsyncRequestFactory(RequestFactory):
    pass


class AsyncClient(Client):
    """The same with `await`."""


def _async_method(name):
    async def send(self, path, *args, **kwargs):
        return _sync(lambda: getattr(Client, name)(self, path, *args, **kwargs))

    send.__name__ = name
    return send


for _name in ("get", "post", "head", "options", "put", "patch", "delete", "trace"):
    setattr(AsyncClient, _name, _async_method(_name))
