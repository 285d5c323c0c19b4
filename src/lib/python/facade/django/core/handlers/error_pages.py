"""What an exception becomes: its status, its logger, its page."""

import _crumbtrail
from _crumbtrail import host
from django.conf import settings
from django.core.handlers.refs import of, ref


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


def _is_bad_multipart(error):
    return type(error).__name__ == "MultiPartParserError"
