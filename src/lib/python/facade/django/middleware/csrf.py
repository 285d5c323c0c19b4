"""CSRF protection: the token, its mask, and the check of a request that changes something."""

import string
from urllib.parse import urlsplit

from _crumbtrail import host
from django.conf import settings
from django.middleware._hosted import HostedMiddleware
from django.utils.crypto import constant_time_compare, get_random_string

REASON_BAD_ORIGIN = "Origin checking failed - %s does not match any trusted origins."
REASON_NO_REFERER = "Referer checking failed - no Referer."
REASON_BAD_REFERER = "Referer checking failed - %s does not match any trusted origins."
REASON_NO_CSRF_COOKIE = "CSRF cookie not set."
REASON_CSRF_TOKEN_MISSING = "CSRF token missing."
REASON_MALFORMED_REFERER = "Referer checking failed - Referer is malformed."
REASON_INSECURE_REFERER = "Referer checking failed - Referer is insecure while host is secure."
REASON_INCORRECT_LENGTH = "has incorrect length"
REASON_INVALID_CHARACTERS = "has invalid characters"

CSRF_SECRET_LENGTH = 32
CSRF_TOKEN_LENGTH = 64
CSRF_ALLOWED_CHARS = string.ascii_letters + string.digits
CSRF_SESSION_KEY = "_csrftoken"


class InvalidTokenFormat(Exception):
    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def _new_secret():
    return get_random_string(CSRF_SECRET_LENGTH, CSRF_ALLOWED_CHARS)


def _mask(secret):
    """The secret, added to a mask letter by letter, behind the mask."""
    mask, chars = _new_secret(), CSRF_ALLOWED_CHARS
    pairs = zip((chars.index(x) for x in secret), (chars.index(x) for x in mask))
    return mask + "".join(chars[(x + y) % len(chars)] for x, y in pairs)


def _unmask(token):
    mask, token, chars = token[:CSRF_SECRET_LENGTH], token[CSRF_SECRET_LENGTH:], CSRF_ALLOWED_CHARS
    return "".join(chars[chars.index(x) - chars.index(y)] for x, y in zip(token, mask))


def _secret_of(token):
    return _unmask(token) if len(token) == CSRF_TOKEN_LENGTH else token


def _check_format(token):
    if len(token) not in (CSRF_SECRET_LENGTH, CSRF_TOKEN_LENGTH):
        raise InvalidTokenFormat(REASON_INCORRECT_LENGTH)
    if any(char not in CSRF_ALLOWED_CHARS for char in token):
        raise InvalidTokenFormat(REASON_INVALID_CHARACTERS)


def get_token(request):
    """The token for a form; asking for it makes the response set the cookie."""
    if "CSRF_COOKIE" in request.META:
        secret = _secret_of(request.META["CSRF_COOKIE"])
        request.META["CSRF_COOKIE_NEEDS_UPDATE"] = True
    else:
        secret = _add_new(request)
    return _mask(secret)


def _add_new(request):
    secret = _new_secret()
    cookie = _mask(secret) if host("version.has", "maskedCsrfCookie") else secret
    request.META.update({"CSRF_COOKIE": cookie, "CSRF_COOKIE_NEEDS_UPDATE": True})
    return secret


def rotate_token(request):
    """A new secret, as at login."""
    _add_new(request)


class CsrfViewMiddleware(HostedMiddleware):
    path = "django.middleware.csrf.CsrfViewMiddleware"

    def process_view(self, request, callback, callback_args, callback_kwargs):
        reason = check(request, callback)
        return None if reason is None else self._reject(request, reason)

    def _reject(self, request, reason):
        return refuse(request, reason)


def begin(request):
    """Take the secret from the cookie or the session."""
    if settings.CSRF_USE_SESSIONS:
        try:
            secret = request.session.get(CSRF_SESSION_KEY)
        except AttributeError:
            from django.core.exceptions import ImproperlyConfigured

            raise ImproperlyConfigured(
                "CSRF_USE_SESSIONS is enabled, but request.session is not set. SessionMiddleware must appear before "
                "CsrfViewMiddleware in MIDDLEWARE."
            ) from None
    else:
        secret = request.COOKIES.get(settings.CSRF_COOKIE_NAME)
    if secret is None:
        return
    try:
        _check_format(secret)
    except InvalidTokenFormat:
        _add_new(request)
    else:
        request.META["CSRF_COOKIE"] = secret


def check(request, view):
    """Why the request is refused; None when it is not."""
    if getattr(request, "csrf_processing_done", False) or getattr(view, "csrf_exempt", False):
        return None
    if request.method in ("GET", "HEAD", "OPTIONS", "TRACE") or getattr(request, "_dont_enforce_csrf_checks", False):
        request.csrf_processing_done = True
        return None
    reason = _origin_reason(request) or _token_reason(request)
    if reason is None:
        request.csrf_processing_done = True
    return reason


def _origin_reason(request):
    if "HTTP_ORIGIN" in request.META and host("version.has", "csrfChecksOrigin"):
        origin = request.META["HTTP_ORIGIN"]
        return None if _trusted(origin, request) else REASON_BAD_ORIGIN % origin
    if not request.is_secure():
        return None
    referer = request.META.get("HTTP_REFERER")
    if referer is None:
        return REASON_NO_REFERER
    parts = urlsplit(referer)
    if "" in (parts.scheme, parts.netloc):
        return REASON_MALFORMED_REFERER
    if parts.scheme != "https":
        return REASON_INSECURE_REFERER
    good = settings.CSRF_COOKIE_DOMAIN if not settings.CSRF_USE_SESSIONS else settings.SESSION_COOKIE_DOMAIN
    good = good or request.get_host()
    if parts.netloc == good or parts.netloc.endswith(good if good.startswith(".") else "." + good) and good.startswith("."):
        return None
    if any(_matches_host(parts.netloc, urlsplit(trusted).netloc or trusted) for trusted in settings.CSRF_TRUSTED_ORIGINS):
        return None
    return REASON_BAD_REFERER % referer


def _trusted(origin, request):
    if origin == f"{request.scheme}://{request._get_raw_host()}":
        return True
    parts = urlsplit(origin)
    for trusted in settings.CSRF_TRUSTED_ORIGINS:
        pattern = urlsplit(trusted)
        if origin == trusted or (pattern.scheme == parts.scheme and _matches_host(parts.netloc, pattern.netloc)):
            return True
    return False


def _matches_host(netloc, pattern):
    pattern = pattern.removeprefix("*")
    return netloc == pattern or (pattern.startswith(".") and netloc.endswith(pattern))


def _token_reason(request):
    cookie = request.META.get("CSRF_COOKIE")
    if cookie is None:
        return REASON_NO_CSRF_COOKIE
    given, source = "", "POST"
    if request.method == "POST":
        given = request.POST.get("csrfmiddlewaretoken", "")
    if given == "":
        given = request.META.get(settings.CSRF_HEADER_NAME)
        if given is None:
            return REASON_CSRF_TOKEN_MISSING
        source = settings.CSRF_HEADER_NAME
    try:
        _check_format(given)
    except InvalidTokenFormat as error:
        return _bad_token(error.reason, source)
    if constant_time_compare(_secret_of(given), _secret_of(cookie)):
        return None
    return _bad_token("incorrect", source)


def _bad_token(reason, source):
    if source != "POST":
        source = f"the {source[5:].replace('_', '-').title()!r} HTTP header"
    reason = "is incorrect" if reason == "incorrect" else reason
    return f"CSRF token from {source} {reason}."


def refuse(request, reason):
    """The 403 page."""
    from django.urls import get_callable

    return get_callable(settings.CSRF_FAILURE_VIEW)(request, reason=reason)


def end(request, response):
    """Set the cookie, where the token was asked for."""
    if not request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
        return
    if settings.CSRF_USE_SESSIONS:
        if request.session.get(CSRF_SESSION_KEY) != request.META["CSRF_COOKIE"]:
            request.session[CSRF_SESSION_KEY] = request.META["CSRF_COOKIE"]
    else:
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
        from django.utils.cache import patch_vary_headers

        patch_vary_headers(response, ("Cookie",))
    request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False
