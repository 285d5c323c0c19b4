"""CSRF protection: where the token comes from and goes to. What is checked, the host decides."""

import json
import string

from _crumbtrail import host
from django.conf import settings
from django.core.exceptions import DisallowedHost, ImproperlyConfigured
from django.middleware._hosted import HostedMiddleware
from django.utils.crypto import get_random_string

REASON_BAD_ORIGIN = "Origin checking failed - %s does not match any trusted origins."
REASON_NO_REFERER = "Referer checking failed - no Referer."
REASON_BAD_REFERER = "Referer checking failed - %s does not match any trusted origins."
REASON_NO_CSRF_COOKIE = "CSRF cookie not set."
REASON_CSRF_TOKEN_MISSING = "CSRF token missing."
REASON_BAD_TOKEN = "CSRF token missing or incorrect."
REASON_MALFORMED_REFERER = "Referer checking failed - Referer is malformed."
REASON_INSECURE_REFERER = "Referer checking failed - Referer is insecure while host is secure."

CSRF_SECRET_LENGTH = 32
CSRF_TOKEN_LENGTH = 64
CSRF_ALLOWED_CHARS = string.ascii_letters + string.digits
CSRF_SESSION_KEY = "_csrftoken"

# 3.2 keeps a masked token in the cookie and takes any wrong one for a new one.
_MASKED = host("version.has", "maskedCsrfCookie")
_WANTED = "CSRF_COOKIE_USED" if _MASKED else "CSRF_COOKIE_NEEDS_UPDATE"


def _new_string():
    return get_random_string(CSRF_SECRET_LENGTH, allowed_chars=CSRF_ALLOWED_CHARS)


def _masked(secret):
    return host("csrf.mask", secret, _new_string())


def _new_secret(request):
    """A new secret for this request, and what its cookie will hold."""
    secret = _new_string()
    request.META["CSRF_COOKIE"] = _masked(secret) if _MASKED or getattr(settings, "CSRF_COOKIE_MASKED", False) else secret
    return secret


def get_token(request):
    """The token for a form; asking for it makes the response set the cookie."""
    held = request.META.get("CSRF_COOKIE")
    secret = _new_secret(request) if held is None else host("csrf.secret_of", held)
    request.META[_WANTED] = True
    return _masked(secret)


def rotate_token(request):
    """A new secret, as at login."""
    _new_secret(request)
    request.META[_WANTED] = True
    if _MASKED:
        request.csrf_cookie_needs_reset = True


class CsrfViewMiddleware(HostedMiddleware):
    path = "django.middleware.csrf.CsrfViewMiddleware"

    def process_view(self, request, callback, callback_args, callback_kwargs):
        reason = check(request, callback)
        return None if reason is None else self._reject(request, reason)

    def _reject(self, request, reason):
        return refuse(request, reason)


def _held(request):
    """What the session or the cookie holds, unchecked; None without it."""
    if not settings.CSRF_USE_SESSIONS:
        return request.COOKIES.get(settings.CSRF_COOKIE_NAME)
    try:
        return request.session.get(CSRF_SESSION_KEY)
    except AttributeError:
        raise ImproperlyConfigured(
            "CSRF_USE_SESSIONS is enabled, but request.session is not set. SessionMiddleware must appear before "
            "CsrfViewMiddleware in MIDDLEWARE."
        ) from None


def _sanitized(request, token):
    """3.2: a token of the right form, a masked secret, or a new token."""
    problem = host("csrf.format_problem", token)
    if problem is None:
        return token if len(token) == CSRF_TOKEN_LENGTH else _masked(token)
    return _masked(_new_string())


def begin(request):
    """Take the secret from the cookie or the session."""
    held = _held(request)
    if held is None:
        return
    if _MASKED:
        token = held if settings.CSRF_USE_SESSIONS else _sanitized(request, held)
        if token != held:
            request.csrf_cookie_needs_reset = True
        request.META["CSRF_COOKIE"] = token
    elif not settings.CSRF_USE_SESSIONS and host("csrf.format_problem", held):
        _new_secret(request)
        request.META[_WANTED] = True
    else:
        request.META["CSRF_COOKIE"] = host("csrf.secret_of", held)


def check(request, view):
    """Why the request is refused; None when it is not."""
    if getattr(request, "csrf_processing_done", False) or getattr(view, "csrf_exempt", False):
        return None
    if request.method not in ("GET", "HEAD", "OPTIONS", "TRACE"):
        if not getattr(request, "_dont_enforce_csrf_checks", False):
            reason = _source_reason(request) or _token_reason(request)
            if reason is not None:
                return reason
    request.csrf_processing_done = True
    return None


def _source_reason(request):
    try:
        own_host = request.get_host()
    except DisallowedHost:
        own_host = None
    source = {
        "secure": request.is_secure(), "host": own_host, "port": request.get_port(),
        "origin": request.META.get("HTTP_ORIGIN"), "referer": request.META.get("HTTP_REFERER"),
    }
    domain = settings.SESSION_COOKIE_DOMAIN if settings.CSRF_USE_SESSIONS else settings.CSRF_COOKIE_DOMAIN
    trusted = {"origins": list(settings.CSRF_TRUSTED_ORIGINS), "domain": domain}
    return host("csrf.check_source", json.dumps(source), json.dumps(trusted))


def _token_reason(request):
    held = _held(request)
    if _MASKED:
        return _masked_token_reason(request, held)
    if held is not None and not settings.CSRF_USE_SESSIONS:
        problem = host("csrf.format_problem", held)
        if problem:
            return f"CSRF cookie {problem}."
    if held is None:
        return host("csrf.check_token", None, None, "POST")
    given, source = _posted(request), "POST"
    if given == "":
        given, source = request.META.get(settings.CSRF_HEADER_NAME), settings.CSRF_HEADER_NAME
    return host("csrf.check_token", held, given, source)


def _masked_token_reason(request, held):
    if held is None:
        return REASON_NO_CSRF_COOKIE
    held = held if settings.CSRF_USE_SESSIONS else _sanitized(request, held)
    given = _sanitized(request, _posted(request) or request.META.get(settings.CSRF_HEADER_NAME, ""))
    return None if host("csrf.check_token", held, given, "POST") is None else REASON_BAD_TOKEN


def _posted(request):
    return request.POST.get("csrfmiddlewaretoken", "") if request.method == "POST" else ""


def refuse(request, reason):
    """The page of the failure view."""
    from django.urls import get_callable

    return get_callable(settings.CSRF_FAILURE_VIEW)(request, reason=reason)


def end(request, response):
    """Set the cookie, where the token was asked for."""
    if not request.META.get(_WANTED):
        return
    if _MASKED:
        if getattr(response, "csrf_cookie_set", False) and not getattr(request, "csrf_cookie_needs_reset", False):
            return
        response.csrf_cookie_set = True
    else:
        request.META[_WANTED] = False
    if settings.CSRF_USE_SESSIONS:
        if request.session.get(CSRF_SESSION_KEY) != request.META["CSRF_COOKIE"]:
            request.session[CSRF_SESSION_KEY] = request.META["CSRF_COOKIE"]
        return
    from django.utils.cache import patch_vary_headers

    response.set_cookie(
        settings.CSRF_COOKIE_NAME,
        request.META["CSRF_COOKIE"],
        max_age=settings.CSRF_COOKIE_AGE,
        domain=settings.CSRF_COOKIE_DOMAIN,
        path=settings.CSRF_COOKIE_PATH,
        secure=settings.CSRF_COOKIE_SECURE,
        httponly=settings.CSRF_COOKIE_HTTPONLY,
        samesite=settings.CSRF_COOKIE_SAMESITE,
    )
    patch_vary_headers(response, ("Cookie",))
