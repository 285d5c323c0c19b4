"""The page that refuses a form without a good CSRF token: the project's 403_csrf.html, or Django's own."""

from django import VERSION
from django.conf import settings
from django.http import HttpResponseForbidden
from django.template.exceptions import TemplateDoesNotExist
from django.views import _page

CSRF_FAILURE_TEMPLATE_NAME = '403_csrf.html'

_NO_COOKIE = (
    'This site needs a CSRF cookie when a form is posted: the form repeats a secret that only this site could set in '
    'your browser. No such cookie came with this request. If cookies are switched off, switch them on for this site.'
)
_NO_REFERER = (
    'This HTTPS site needs a “Referer” header, but none was sent. If your browser is set not to send it, allow it '
    'for this site. A page with <meta name="referrer" content="no-referrer"> does not send it either.'
)
_ENSURE = (
    'Your browser takes the cookies of this site.',
    'The view gives its request to the template: render(request, …).',
    'Each form that is posted to this site has {% csrf_token %} inside.',
    'Without CsrfViewMiddleware, views that show or take such a form need csrf_protect.',
    'The token is not from before a login: it changes at login, so an older page must be loaded again.',
)


def csrf_failure(request, reason='', template_name=CSRF_FAILURE_TEMPLATE_NAME):
    """The 403 page; under DEBUG with the reason. Raises TemplateDoesNotExist for a template of another name."""
    from django.template import loader

    content_type = 'text/html' if VERSION < (4, 0) else None
    try:
        template = loader.get_template(template_name)
        # Before 5.0 the template sees the reason, and not the request.
        body = template.render(_context(reason)) if VERSION < (5, 0) else template.render(request=request)
    except TemplateDoesNotExist:
        if template_name != CSRF_FAILURE_TEMPLATE_NAME:
            raise
        body = _own_page(reason)
    return HttpResponseForbidden(body, content_type=content_type)


def _context(reason):
    from django.middleware.csrf import REASON_NO_CSRF_COOKIE, REASON_NO_REFERER

    return {
        'title': 'Forbidden',
        'main': 'CSRF verification failed. Request aborted.',
        'reason': reason,
        'no_referer': reason == REASON_NO_REFERER,
        'no_cookie': reason == REASON_NO_CSRF_COOKIE,
        'DEBUG': settings.DEBUG,
        'more': 'More information is available with DEBUG=True.',
    }


def _own_page(reason):
    told = _context(reason)
    texts = [told['main']]
    if told['no_referer']:
        texts.append(_NO_REFERER)
    if told['no_cookie']:
        texts.append(_NO_COOKIE)
    summary = _page.format_html(
        '<header id="summary">\n<h1>Forbidden <span>(403)</span></h1>\n{}</header>',
        _page.format_html_join('', '<p>{}</p>\n', [(text,) for text in texts]),
    )
    if not settings.DEBUG:
        return _page.page('403 Forbidden', summary, _page.footer(told['more']))
    return _page.page('403 Forbidden', summary, _help(reason))


def _help(reason):
    given = _page.format_html('<p>Reason given for failure:</p>\n<pre>\n{}\n</pre>', reason) if reason else ''
    items = _page.format_html_join('', '<li>{}</li>\n', [(text,) for text in _ENSURE])
    intro = '<p>For forms that are posted, make sure of this:</p>'
    return _page.section('info', 'Help', given, intro, f'<ul>\n{items}</ul>')
