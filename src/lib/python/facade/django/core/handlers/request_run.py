"""A request from its environ to the response that leaves."""

import inspect
import json
import sys

from django.conf import settings
from django.core.handlers.refs import of, ref
from django.http.response import HttpResponseBase, ResponseHeaders
from django.utils.asyncio import run_async


def open_request(described, body):
    """A WSGIRequest of what arrived."""
    import io

    from django.http.request import WSGIRequest
    from django.urls import set_urlconf

    environ = json.loads(described)
    environ["wsgi.input"] = io.BytesIO(body.encode())
    environ["wsgi.errors"] = sys.stderr
    set_urlconf(settings.ROOT_URLCONF)
    return ref(WSGIRequest(environ))


def resolve(request):
    """Find the view. Answers its pattern, its name and where it stands."""
    from django.urls import get_resolver, set_urlconf

    request = of(request)
    urlconf = getattr(request, "urlconf", None)
    if urlconf is not None:
        set_urlconf(urlconf)
    match = get_resolver(urlconf).resolve(request.path_info)
    request.resolver_match = match
    view = match.func
    code = getattr(getattr(view, "__wrapped__", getattr(view, "view_class", view)), "__code__", None)
    path = code.co_filename if code else ""
    where = [path.removeprefix("/project/"), code.co_firstlineno] if path.startswith("/project/") else None
    name = match._func_path
    return json.dumps([match.route, name, where])


def call_view(request):
    request = of(request)
    match = request.resolver_match
    response = match.func(request, *match.args, **match.kwargs)
    if not isinstance(response, HttpResponseBase) and inspect.iscoroutinefunction(match.func):
        response = run_async(response)
    check_response(match.func, response)
    return _looked(response)


def check_response(view, response):
    """Refuse what is no response. Raises ValueError or AttributeError."""
    if response is not None and hasattr(response, "status_code"):
        return
    import types

    name = (
        f"The view {view.__module__}.{view.__name__}"
        if isinstance(view, types.FunctionType)
        else f"The view {view.__module__}.{view.__class__.__name__}.__call__"
    )
    if response is None:
        raise ValueError(f"{name} didn't return an HttpResponse object. It returned None instead.")
    if inspect.iscoroutine(response):
        response.close()
        raise ValueError(
            f"{name} didn't return an HttpResponse object. It returned an unawaited coroutine instead. You may need to "
            "add an 'await' into your view."
        )
    raise AttributeError(f"'{type(response).__name__}' object has no attribute 'status_code'")


def render_response(response):
    """Render a response that a template makes; answers its number."""
    return ref(of(response).render())


def look(response):
    """A response of a middleware, as `call_view` answers the view's."""
    return _looked(of(response))


def _looked(response):
    """As "number status", and " later" where the response is still to be rendered."""
    later = " later" if callable(getattr(response, "render", None)) else ""
    return f"{ref(response)} {response.status_code}{later}"


def status(response):
    return of(response).status_code


def _sent_headers(response):
    if type(response).items is HttpResponseBase.items and type(response.headers) is ResponseHeaders:
        return list(response.headers._store.values())
    return list(response.items())


def finish(request, response):
    """The response as it leaves: status, reason, headers, cookies with the learner's line, body."""
    response_object = of(response)
    lines = response_object.__dict__.get("_cookie_lines", {})
    content = b"".join(response_object) if response_object.streaming else response_object.content
    told = json.dumps(
        [
            response_object.status_code,
            response_object.reason_phrase,
            _sent_headers(response_object),
            [[name, morsel.output(header="").lstrip(), lines.get(name)] for name, morsel in response_object.cookies.items()],
            content.decode("utf-8", "replace"),
        ]
    )
    response_object.close()
    return told
