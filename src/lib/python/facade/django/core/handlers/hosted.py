"""What middleware of the host do to requests and responses."""

import importlib
import json
import sys
import time

import _crumbtrail
from django.conf import settings
from django.core.handlers.refs import of, ref


def request_header(request, name):
    return of(request).META.get(name)


def has_header(response, name):
    return of(response).has_header(name)


def get_header(response, name):
    return of(response).get(name)


def set_header(response, name, value):
    of(response)[name] = value


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
    request = of(request)
    engine = sys.modules.get(settings.SESSION_ENGINE) or importlib.import_module(settings.SESSION_ENGINE)
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    request.session = engine.SessionStore(key)
    return key


def check_engine():
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


def common_request(request, missing):
    """What CommonMiddleware does with a request; answers where to redirect it, None where nowhere."""
    agent = of(request).META.get("HTTP_USER_AGENT")
    if agent is not None and any(pattern.search(agent) for pattern in settings.DISALLOWED_USER_AGENTS):
        from django.core.exceptions import PermissionDenied

        raise PermissionDenied("Forbidden user agent")
    return common_redirect(request, missing)


def common_response(request, response):
    """What CommonMiddleware does with a response; answers where to redirect it, None where nowhere."""
    response = of(response)
    if response.status_code == 404:
        redirect = common_redirect(request, True)
        if redirect is not None:
            return redirect
    if not response.streaming and not response.has_header("Content-Length"):
        response["Content-Length"] = str(len(response.content))
    return None


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
