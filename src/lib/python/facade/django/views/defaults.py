"""The pages for 400, 403, 404 and 500 outside DEBUG: the project's 404.html and so on, or Django's bare ones."""

from urllib.parse import quote

from django import VERSION
from django.http import (
    HttpResponseBadRequest,
    HttpResponseForbidden,
    HttpResponseNotFound,
    HttpResponseServerError,
)
from django.template.exceptions import TemplateDoesNotExist

_BARE_PAGE = """
<!doctype html>
<html lang="en">
<head>
  <title>{title}</title>
</head>
<body>
  <h1>{title}</h1><p>{details}</p>
</body>
</html>
"""
# 3.2 says no charset on its bare pages.
_BARE_TYPE = 'text/html' if VERSION < (4, 0) else None


def _bare(response_class, title, details=''):
    return response_class(_BARE_PAGE.format(title=title, details=details), content_type=_BARE_TYPE)


def _own_template(template_name, default_name):
    """The project's template, or None when it has none of the default name. Raises TemplateDoesNotExist."""
    from django.template import loader

    try:
        return loader.get_template(template_name)
    except TemplateDoesNotExist:
        if template_name != default_name:
            raise
        return None


def _message(exception):
    """What the exception says, or its class when it says nothing readable."""
    first = exception.args[0] if getattr(exception, 'args', ()) else None
    return first if isinstance(first, str) else type(exception).__name__


def page_not_found(request, exception, template_name='404.html'):
    template = _own_template(template_name, '404.html')
    if template is None:
        details = 'The requested resource was not found on this server.'
        return _bare(HttpResponseNotFound, 'Not Found', details)
    context = {'request_path': quote(request.path), 'exception': _message(exception)}
    return HttpResponseNotFound(template.render(context, request))


def server_error(request, template_name='500.html'):
    template = _own_template(template_name, '500.html')
    if template is None:
        return _bare(HttpResponseServerError, 'Server Error (500)')
    return HttpResponseServerError(template.render())


def bad_request(request, exception, template_name='400.html'):
    template = _own_template(template_name, '400.html')
    if template is None:
        return _bare(HttpResponseBadRequest, 'Bad Request (400)')
    body = template.render() if VERSION < (5, 0) else template.render(request=request)
    return HttpResponseBadRequest(body)


def permission_denied(request, exception, template_name='403.html'):
    template = _own_template(template_name, '403.html')
    if template is None:
        return _bare(HttpResponseForbidden, '403 Forbidden')
    context = {'exception': str(exception)}
    return HttpResponseForbidden(template.render(request=request, context=context))
