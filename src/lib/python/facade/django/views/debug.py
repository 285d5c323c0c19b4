"""
The pages that DEBUG shows. They say what Django's own say first: title, exception, request, version, and the
lines of the learner's files; what lies inside Django is left out.
"""

from django import VERSION
from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseNotFound
from django.views import _page, _report


class ExceptionReporter:
    """One exception of one request as a page."""

    def __init__(self, request, exc_type, exc_value, tb, is_email=False):
        self.request = request
        self.exc_type = exc_type
        self.exc_value = exc_value
        self.tb = tb

    def _heading(self):
        path = f' at {self.request.path_info}' if self.request is not None else ''
        return f'{self.exc_type.__name__}{path}'

    def get_traceback_html(self):
        error = self.exc_value
        raised = _report.raised(error)
        frames = [frame for one in raised for frame in one.frames]
        return _page.page(
            self._heading(),
            _page.header(self._heading(), _report.headline(error), _report.facts(self.request, error, frames)),
            _missing_template(error),
            _template_error(getattr(error, 'template_debug', None)),
            _traceback(raised, frames),
            _request(self.request),
            _page.footer(
                'You see this page because DEBUG = True in settings.py. With DEBUG = False a visitor gets a plain '
                'page for this status code.'
            ),
        )

    def get_traceback_text(self):
        error = self.exc_value
        raised = _report.raised(error)
        frames = [frame for one in raised for frame in one.frames]
        lines = [self._heading(), _report.headline(error), '']
        lines += [f'{label}: {value}' for label, value in _report.facts(self.request, error, frames)]
        lines += ['', 'Traceback (most recent call last):']
        for one in raised:
            if one.link:
                lines += ['', one.link, '']
            for frame in one.frames:
                lines.append(f'  File "{frame.path}", line {frame.line}, in {frame.function}')
                lines.append(f'    {frame.text.strip()}')
        lines += ['', f'Exception Type: {self._heading()}', f'Exception Value: {_report.message(error)}', '']
        return '\n'.join(lines)


def _missing_template(error):
    looked = _report.postmortem(error)
    if looked is None:
        return ''
    parts = []
    for engine, attempts in looked:
        parts.append(_page.format_html('<p>Using engine <code>{}</code>:</p>', engine))
        items = [(attempt,) for attempt in attempts] or [('This engine did not provide a list of tried templates.',)]
        parts.append(
            _page.format_html(
                '<ul>\n{}</ul>', _page.format_html_join('', '<li><code>{}</code></li>\n', items)
            )
        )
    heading = 'Template-loader postmortem'
    intro = '<p>Django tried loading these templates, in this order:</p>'
    return _page.section('template-not-exist', heading, intro, *parts)


def _template_error(place):
    if place is None:
        return ''
    lines = [(number, text.rstrip('\n')) for number, text in place['source_lines']]
    where = _page.format_html(
        '<p>In template <code>{}</code>, error at line <strong>{}</strong></p>\n<h3>{}</h3>',
        _report.short(str(place['name'])),
        place['line'],
        place['message'],
    )
    return _page.section(
        'template',
        'Error during template rendering',
        where,
        _page.source_table(lines, place['line']),
    )


def _traceback(raised, frames):
    if not frames:
        return _page.section('traceback', 'Traceback', '<p>No line of this project took part in it.</p>')
    return _page.section('traceback', 'Traceback', _page.frames(raised))


def _request(request):
    if request is None:
        return ''
    tables = [_page.named_table(title, rows) for title, rows in _report.request_tables(request)]
    user = _page.named_table('USER', [('user', _report.user_name(request))])
    return _page.section('requestinfo', 'Request information', user, *tables)


def _html_type():
    """3.2 and 6.1 name the type of the page without a charset."""
    return 'text/html' if VERSION < (4, 0) or VERSION >= (6, 0) else None


def technical_500_response(request, exc_type, exc_value, tb, status_code=500):
    """The page for an exception; plain text for clients that do not take HTML."""
    reporter = ExceptionReporter(request, exc_type, exc_value, tb)
    if request.accepts('text/html'):
        return HttpResponse(reporter.get_traceback_html(), status=status_code, content_type=_html_type())
    return HttpResponse(
        reporter.get_traceback_text(), status=status_code, content_type='text/plain; charset=utf-8'
    )


def _resolver_facts(exception):
    """The path and the patterns of a Resolver404, or (None, None) for an Http404 of a view."""
    first = exception.args[0] if exception.args else None
    if isinstance(first, dict):
        return first.get('path'), first.get('tried')
    return None, None


def _only_the_admin(request, tried):
    if request.path_info != '/' or len(tried) != 1 or len(tried[0]) != 1:
        return False
    resolver = tried[0][0]
    return getattr(resolver, 'app_name', '') == getattr(resolver, 'namespace', '') == 'admin'


def technical_404_response(request, exception):
    """The page for an Http404: the patterns that were tried, or what the view said."""
    path, tried = _resolver_facts(exception)
    resolved = not (exception.args and isinstance(exception.args[0], dict) and 'tried' in exception.args[0])
    if path is None:
        path = request.path_info[1:]
    if resolved:
        tried = request.resolver_match.tried if request.resolver_match else None
    elif not tried or _only_the_admin(request, tried):
        return default_urlconf(request)
    rows = [
        ('Request Method', request.META.get('REQUEST_METHOD', request.method)),
        ('Request URL', _report.address(request)),
    ]
    view = _view_of(request)
    if view:
        rows.append(('Raised by', view))
    reason = (str(exception) if resolved else '') or None
    html = _page.page(
        f'Page not found at {request.path_info}',
        _page.header('Page not found (404)', reason, rows),
        _patterns(request, path, tried, resolved) if tried else '',
        _page.footer(
            'You see this page because DEBUG = True in settings.py. With DEBUG = False a visitor gets a plain 404 page.'
        ),
    )
    return HttpResponseNotFound(html, content_type='text/html' if VERSION < (4, 0) else None)


def _view_of(request):
    """The dotted name of the view that the address leads to; "" when there is none."""
    from django.urls import resolve

    try:
        return resolve(request.path)._func_path
    except Http404:
        return ''


def _patterns(request, path, tried, resolved):
    urlconf = getattr(request, 'urlconf', settings.ROOT_URLCONF)
    urlconf = getattr(urlconf, '__name__', urlconf)
    items = [(_pattern_text(patterns),) for patterns in tried]
    where = _page.format_html('The current path, <code>{}</code>,', path) if path else 'The empty path'
    outcome = 'matched the last one.' if resolved else 'didn’t match any of these.'
    return _page.section(
        'info',
        'URL patterns',
        _page.format_html(
            '<p>Using the URLconf defined in <code>{}</code>, Django tried these URL patterns, in this order:</p>',
            urlconf,
        ),
        _page.format_html(
            '<ol class="patterns">\n{}</ol>', _page.format_html_join('', '<li><code>{}</code></li>\n', items)
        ),
        _page.format_html('<p>{} {}</p>', where, outcome),
    )


def _pattern_text(patterns):
    """The parts of one route, with the name of the last."""
    text = ' '.join(str(pattern.pattern) for pattern in patterns)
    last = patterns[-1]
    if VERSION >= (6, 0) and getattr(last, 'namespace', None):
        return f"{text} [namespace='{last.namespace}']"
    name = getattr(last, 'name', None)
    return f"{text} [name='{name}']" if name else text


def default_urlconf(request):
    """The page of a project that has no address of its own yet."""
    from django import get_version

    html = _page.page(
        'The install worked successfully! Congratulations!',
        _page.header(
            'The install worked successfully! Congratulations!',
            None,
            [('Django', get_version()), ('DEBUG', 'True')],
        ),
        _page.section(
            'next',
            'No addresses yet',
            '<p>You see this page because DEBUG = True in settings.py and urls.py has no address of its own. '
            'Add a path to urlpatterns.</p>',
        ),
    )
    return HttpResponse(html, content_type='text/html' if VERSION < (4, 0) else None)


class SafeExceptionReporterFilter:
    """Named by the default settings; what the pages hide is in _report."""

    cleansed_substitute = '********************'


def get_exception_reporter_class(request):
    return ExceptionReporter
