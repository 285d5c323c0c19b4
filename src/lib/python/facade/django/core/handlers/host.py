"""What the host's request handler asks of Python: requests, responses and views, by number."""

import inspect
import itertools
import json
import sys
import time

import _crumbtrail
from _crumbtrail import host
from django.conf import settings
from django.utils.asyncio import run_async

_numbers = itertools.count(1)
_objects = {}
_layers = []


def ref(thing):
    """The number of a request or response; 0 for None, which a middleware may have returned."""
    if thing is None:
        return 0
    number = thing.__dict__.get("_host_ref")
    if number is None:
        number = thing.__dict__["_host_ref"] = next(_numbers)
        _objects[number] = thing
    return number


def of(number):
    return _objects[number] if number else None


def forget():
    """The request is over: nothing of it is held here any more."""
    _objects.clear()


# --- The application ----------------------------------------------------------------------------


def build_application(hosted):
    """Import and make all middleware, innermost first as Django does. Returns how each one runs, outermost first."""
    import django
    from django.core.exceptions import ImproperlyConfigured, MiddlewareNotUsed
    from django.urls import get_resolver
    from django.utils.module_loading import import_string

    django.setup()
    hosted = json.loads(hosted)
    layers = []
    count = len(settings.MIDDLEWARE)
    for index, path in reversed(list(enumerate(settings.MIDDLEWARE))):
        middleware = import_string(path)
        try:
            instance = middleware(_inner(index))
        except MiddlewareNotUsed:
            continue
        if instance is None:
            raise ImproperlyConfigured(f"Middleware factory {path} returned None.")
        layers.insert(0, (index, path, instance))
    _layers[:] = [None] * count
    for index, path, instance in layers:
        _layers[index] = instance
    get_resolver()
    return json.dumps([[index, path, _way(instance, path in hosted), *_hooks(instance)] for index, path, instance in layers])


def _inner(index):
    def get_response(request):
        return of(host("handler.inner", index, ref(request)))

    return get_response


def _way(instance, hosted):
    if hosted:
        return "hosted"
    from django.utils.deprecation import MiddlewareMixin

    return "split" if type(instance).__call__ is getattr(MiddlewareMixin, "__call__", None) else "whole"


def _hooks(instance):
    return [hasattr(instance, f"process_{hook}") for hook in ("request", "response", "view", "exception", "template_response")]


def middleware_call(index, request):
    return ref(_layers[index](of(request)))


def middleware_request(index, request):
    response = _layers[index].process_request(of(request))
    return None if response is None else ref(response)


def middleware_response(index, request, response):
    return ref(_layers[index].process_response(of(request), of(response)))


def middleware_view(index, request):
    request = of(request)
    match = request.resolver_match
    response = _layers[index].process_view(request, match.func, match.args, match.kwargs)
    return None if response is None else ref(response)


def middleware_exception(index, request, error):
    response = _layers[index].process_exception(of(request), _crumbtrail._errors[error])
    return None if response is None else ref(response)


def middleware_template_response(index, request, response):
    answer = _layers[index].process_template_response(of(request), of(response))
    if answer is None:
        raise ValueError(f"{type(_layers[index]).__name__}.process_template_response didn't return an HttpResponse object. It returned None instead.")
    return ref(answer)


# --- A request ----------------------------------------------------------------------------------


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
    if inspect.iscoroutinefunction(match.func):
        response = run_async(response)
    check_response(match.func, response)
    return ref(response)


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
    """The status, and in the lowest bit whether the response is still to be rendered."""
    response = of(response)
    return response.status_code * 2 + callable(getattr(response, "render", None))


def status(response):
    return of(response).status_code


def finish(request, response):
    """The response as it leaves: status, reason, headers, cookies with the learner's line, body."""
    response_object = of(response)
    lines = response_object.__dict__.get("_cookie_lines", {})
    content = b"".join(response_object) if response_object.streaming else response_object.content
    told = json.dumps(
        [
            response_object.status_code,
            response_object.reason_phrase,
            list(response_object.items()),
            [[name, morsel.output(header="").lstrip(), lines.get(name)] for name, morsel in response_object.cookies.items()],
            content.decode("utf-8", "replace"),
        ]
    )
    response_object.close()
    return told


# --- Errors -------------------------------------------------------------------------------------


def answer_nothing():
    """What Django does with the response that it was not given."""
    None._resource_closers


def server_error():
    """The answer of wsgiref when the application itself fails."""
    from django.http import HttpResponseServerError

    text = "A server error occurred.  Please contact the administrator."
    return ref(HttpResponseServerError(text, content_type="text/plain"))


def classify(error):
    """What Django makes of an exception: its status and the logger it goes to."""
    return _kind(_crumbtrail._errors[error])


def status_of(error):
    """The status that an exception becomes; None for one that ends the process."""
    kind = _kind(error)
    if kind.startswith("Suspicious"):
        return 400
    return {"Http404": 404, "PermissionDenied": 403, "BadRequest": 400, "Exception": 500}.get(kind)


def _kind(error):
    from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
    from django.http import Http404

    if isinstance(error, Http404):
        return "Http404"
    if isinstance(error, PermissionDenied):
        return "PermissionDenied"
    if isinstance(error, BadRequest):
        return "BadRequest"
    if isinstance(error, SuspiciousOperation):
        return "Suspicious " + error.__class__.__name__
    if isinstance(error, Exception):
        return "Exception"
    return "Exit"


def error_page(request, error, status):
    return ref(page_for(of(request), _crumbtrail._errors[error], status))


def page_for(request, error, status):
    """The page for an exception, as DEBUG has it."""
    from django.urls import get_resolver, get_urlconf

    if settings.DEBUG and status in (404, 500, 400) and not (status == 400 and _is_bad_multipart(error)):
        from django.views import debug

        if status == 404:
            return debug.technical_404_response(request, error)
        return debug.technical_500_response(request, type(error), error, error.__traceback__, status_code=status)
    if status == 500 or (status == 400 and _is_suspicious(error)):
        _mail_admins(request)
    handler = get_resolver(get_urlconf()).resolve_error_handler(status)
    return handler(request) if status == 500 else handler(request, exception=error)


def _is_suspicious(error):
    from django.core.exceptions import SuspiciousOperation

    return isinstance(error, SuspiciousOperation)


def _mail_admins(request):
    """Older versions write the mail to the administrators even where there are none, and it names the user."""
    if host("version.has", "errorMailAsksUser") and hasattr(request, "user"):
        try:
            str(request.user)
        except Exception:
            pass


def agent_is_banned(request):
    """Whether DISALLOWED_USER_AGENTS has the browser."""
    agent = of(request).META.get("HTTP_USER_AGENT")
    return agent is not None and any(banned.search(agent) for banned in settings.DISALLOWED_USER_AGENTS)


def _is_bad_multipart(error):
    return type(error).__name__ == "MultiPartParserError"


# --- What hosted middleware do to requests and responses ----------------------------------------


def request_header(request, name):
    return of(request).META.get(name)


def has_header(response, name):
    return of(response).has_header(name)


def get_header(response, name):
    return of(response).get(name)


def set_header(response, name, value):
    of(response)[name] = value


def content_length(response):
    response = of(response)
    return None if response.streaming else len(response.content)


def patch_vary(response, *names):
    """Add names to Vary."""
    from django.utils.cache import patch_vary_headers

    patch_vary_headers(of(response), names)


def set_cookie(response, options):
    options = json.loads(options)
    of(response).set_cookie(options.pop("key"), **options)


def delete_cookie(response, options):
    options = json.loads(options)
    of(response).delete_cookie(options.pop("key"), **options)


def redirect(location, permanent):
    from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect

    return ref((HttpResponsePermanentRedirect if permanent else HttpResponseRedirect)(location))


def attach_session(request):
    """`request.session`, of the engine in SESSION_ENGINE."""
    import importlib

    request = of(request)
    engine = importlib.import_module(settings.SESSION_ENGINE)
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    request.session = engine.SessionStore(key)
    return key


def check_engine():
    import importlib

    importlib.import_module(settings.SESSION_ENGINE).SessionStore


PRESENT, ACCESSED, MODIFIED, EMPTY, COOKIE = 1, 2, 4, 8, 16


def session_state(request, response):
    """Flags of the request's session, and above them the status of the response."""
    request = of(request)
    try:
        session = request.session
        flags = PRESENT | (session.accessed and ACCESSED) | (session.modified and MODIFIED)
        flags |= EMPTY if session.is_empty() else 0
    except AttributeError:
        return 0
    flags |= COOKIE if settings.SESSION_COOKIE_NAME in request.COOKIES else 0
    return flags | getattr(of(response), "status_code", 0) << 8


def session_max_age(request):
    """`None`: until the browser closes."""
    session = of(request).session
    if session.get_expire_at_browser_close():
        return None
    age = session.get_expiry_age()
    time.time() + age  # An age that is no number is told here.
    return age


def save_session(request):
    """Save; answers the key, or false when the session is gone meanwhile."""
    from django.contrib.sessions.backends.base import UpdateError

    try:
        of(request).session.save()
    except UpdateError:
        return False
    return of(request).session.session_key


def session_key(request):
    return of(request).session.session_key


def has_session(request):
    return hasattr(of(request), "session")


def absolute_uri(request):
    return of(request).build_absolute_uri()


def raise_error(dotted, message):
    """Raise Django's exception of that name."""
    raise _crumbtrail._exception(dotted, message, None)


def get_host(request):
    of(request).get_host()


def common_redirect(request, missing):
    """Where CommonMiddleware sends a request: to www, or to the address with a slash. None where nowhere."""
    from django.urls import is_valid_path
    from django.utils.http import escape_leading_slashes

    request = of(request)
    urlconf = getattr(request, "urlconf", None)
    host_name = request.get_host()
    www = settings.PREPEND_WWW and host_name and not host_name.startswith("www.")
    path = request.path_info
    slash = (
        settings.APPEND_SLASH
        and not path.endswith("/")
        and not is_valid_path(path, urlconf)
        and is_valid_path(path + "/", urlconf)
    )
    if not www and not (missing and slash):
        return None
    if slash and settings.DEBUG and request.method in ("DELETE", "POST", "PUT", "PATCH"):
        full = request.get_full_path(force_append_slash=True)
        raise RuntimeError(
            f"You called this URL via {request.method}, but the URL doesn't end in a slash and you have "
            f"APPEND_SLASH set. Django can't redirect to the slash URL while maintaining {request.method} data. "
            f"Change your form to point to {host_name + full} (note the trailing slash), or set "
            "APPEND_SLASH=False in your Django settings."
        )
    target = request.get_full_path(force_append_slash=bool(slash))
    if slash:
        target = escape_leading_slashes(target)
    return f"{request.scheme}://www.{host_name}{target}" if www else target


def https_redirect(request, host_name):
    """The https address of an http request that must not be answered; None where it may."""
    import re

    request = of(request)
    path = request.path.lstrip("/")
    if request.is_secure() or any(re.search(pattern, path) for pattern in settings.SECURE_REDIRECT_EXEMPT):
        return None
    return f"https://{host_name or request.get_host()}{request.get_full_path()}"


def is_secure(request):
    return of(request).is_secure()


def flag(response, name):
    return bool(getattr(of(response), name, False))


def request_path(request):
    return of(request).path


def attach_user(request):
    from django.contrib.auth import attach_user as attach

    attach(of(request))


def attach_messages(request):
    from django.contrib.messages.storage import default_storage

    request = of(request)
    request._messages = default_storage(request)


def store_messages(request, response):
    messages = getattr(of(request), "_messages", None)
    if messages is not None:
        unstored = messages.update(of(response))
        if unstored and settings.DEBUG:
            raise ValueError("Not all temporary messages could be stored.")


def csrf_begin(request):
    from django.middleware import csrf

    csrf.begin(of(request))


def csrf_check(request):
    from django.middleware import csrf

    request = of(request)
    return csrf.check(request, request.resolver_match.func)


def csrf_refuse(request, reason):
    from django.middleware import csrf

    return ref(csrf.refuse(of(request), reason))


def csrf_end(request, response):
    from django.middleware import csrf

    csrf.end(of(request), of(response))


def reason(response):
    return of(response).reason_phrase


def tried_patterns():
    """All patterns of the project, as the 404 page lists them."""
    from django.urls import URLResolver, get_resolver

    def walk(patterns, prefix):
        for pattern in patterns:
            text = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, text)
            else:
                yield text

    return json.dumps(list(walk(get_resolver().url_patterns, "")))
