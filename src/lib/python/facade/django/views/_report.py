"""What a page about an exception says: facts, the lines of the learner's own files, the template, the request."""

import linecache
import re
from collections import namedtuple

from django import VERSION

# One frame of the learner's files; `before` and `after`: pairs of number and text around the line.
Frame = namedtuple('Frame', 'path line function before text after variables')
# The frames of one exception of a chain; `link` says how the one before it led here, `left_out` counts frames that
# an endless recursion adds in the middle.
Raised = namedtuple('Raised', 'link frames left_out')

_PROJECT = '/project/'
_LINES_BEFORE, _LINES_AFTER = 7, 6
_TEXT_SHOWN = 4096
_FRAMES_SHOWN = 40
_HIDDEN = '********************'
_SECRET_NAMES = 'API|TOKEN|KEY|SECRET|PASS|SIGNATURE' + ('' if VERSION < (4, 0) else '|HTTP_COOKIE')


def _is_own(filename):
    return filename.startswith(_PROJECT) or filename == '<console>'


def short(filename):
    """A path as the learner knows it."""
    return filename[len(_PROJECT) :] if filename.startswith(_PROJECT) else filename


def chain(error):
    """The exceptions that led to this one, the first one first, each with the sentence that leads on to it."""
    links = []
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        cause, context = error.__cause__, error.__context__
        if cause is not None:
            link = f'The above exception ({_said(cause)}) was the direct cause of the following exception:'
        elif context is not None and not error.__suppress_context__:
            link = f'During handling of the above exception ({_said(context)}), another exception occurred:'
        else:
            link = None
        links.append((error, link))
        error = cause or (None if error.__suppress_context__ else context)
    return links[::-1]


def _said(error):
    """`str()` of an exception, whatever its class makes of that."""
    try:
        return str(error)
    except Exception as broken:
        return f'<str() of this exception raised {type(broken).__name__}>'


def raised(error):
    """For each exception of the chain its frames in the learner's files, outermost first."""
    return [Raised(link, *_frames(one)) for one, link in chain(error)]


def _frames(error):
    steps = _own_steps(error.__traceback__)
    left_out = max(0, len(steps) - _FRAMES_SHOWN)
    if left_out:
        steps = steps[: _FRAMES_SHOWN // 2] + steps[-_FRAMES_SHOWN // 2 :]
    frames = [
        _frame(step.tb_frame.f_code.co_filename, step.tb_lineno, step.tb_frame.f_code.co_name, step.tb_frame.f_locals)
        for step in steps
    ]
    if isinstance(error, SyntaxError) and _is_own(error.filename or ''):
        frames.append(_frame(error.filename, error.lineno or 1, '<module>', {}))
    return frames, left_out


def _own_steps(step):
    steps = []
    while step is not None:
        if _is_own(step.tb_frame.f_code.co_filename):
            steps.append(step)
        step = step.tb_next
    return steps


def _frame(filename, line, function, variables):
    lines = linecache.getlines(filename)
    numbered = [(number, text.rstrip('\n')) for number, text in enumerate(lines, 1)]
    text = numbered[line - 1][1] if line <= len(numbered) else ''
    return Frame(
        short(filename),
        line,
        function,
        numbered[max(0, line - 1 - _LINES_BEFORE) : line - 1],
        text,
        numbered[line : line + _LINES_AFTER],
        sorted((name, _shown(value)) for name, value in variables.items() if not name.startswith('__')),
    )


def _shown(value):
    """A value as text, cut when it is very long."""
    from pprint import pformat

    try:
        text = pformat(value)
    except Exception as error:
        text = f'Error in formatting: {type(error).__name__}: {error}'
    # An address says nothing, and would differ from run to run.
    text = re.sub(r' at 0x[0-9a-f]+', '', text)
    if len(text) > _TEXT_SHOWN:
        return f'{text[:_TEXT_SHOWN]}… <trimmed {len(text)} bytes string>'
    return text


def facts(request, error, frames):
    """The table at the top: pairs of label and value."""
    import sys

    from django import get_version
    from django.utils import dateformat, timezone

    rows = []
    if request is not None:
        rows.append(('Request Method', request.META.get('REQUEST_METHOD', request.method)))
        rows.append(('Request URL', address(request)))
    rows.append(('Django Version', get_version()))
    rows.append(('Exception Type', type(error).__name__))
    if message(error) or VERSION >= (6, 0):
        rows.append(('Exception Value', message(error)))
    if frames:
        last = frames[-1]
        rows.append(('Exception Location', f'{last.path}, line {last.line}, in {last.function}'))
    if raising_view(request) and VERSION >= (4, 0):
        rows.append(('Raised during', raising_view(request)))
    rows.append(('Python Version', '%d.%d.%d' % sys.version_info[:3]))
    rows.append(('Server time', dateformat.format(timezone.template_localtime(timezone.now()), 'r')))
    return rows


def message(error):
    """What the exception says; of a template's syntax error without the file, which the page names anyway."""
    return _said(getattr(error, 'raw_error_message', error))


def headline(error):
    """The message at the top of the page, with the notes that were added to the exception."""
    text = message(error)
    if not text and VERSION < (6, 0):
        text = 'No exception message supplied'
    return text + ''.join(f'\n{note}' for note in getattr(error, '__notes__', ()))


def address(request):
    """The address that was asked for, whether or not its host is allowed."""
    return f'{request.scheme}://{request._get_raw_host()}{request.get_full_path()}'


def raising_view(request):
    """The dotted name of the view that was called; "" when none was."""
    match = getattr(request, 'resolver_match', None)
    return getattr(match, '_func_path', '') or ''


def user_name(request):
    """The user, as the page of Django asks for it: that loads the session, so that the answer varies on cookies."""
    try:
        return str(request.user)
    except Exception:
        return '[unable to retrieve the current user]'


def _safe(name, value):
    from django.conf import settings

    secret = VERSION >= (4, 0) and name == settings.SESSION_COOKIE_NAME
    return _HIDDEN if secret or re.search(_SECRET_NAMES, name, re.IGNORECASE) else value


def request_tables(request):
    """What came with the request: pairs of a title and of rows (name, value)."""
    cookies = request.COOKIES.items()
    if VERSION >= (4, 0):
        cookies = [(name, _safe(name, value)) for name, value in cookies]
    return [
        ('GET', [(name, _shown(value)) for name, value in request.GET.items()]),
        ('POST', [(name, _shown(value)) for name, value in _posted(request)]),
        ('COOKIES', [(name, _shown(value)) for name, value in cookies]),
        ('META', sorted((name, _shown(_safe(name, value))) for name, value in _told_meta(request))),
    ]


def _told_meta(request):
    return [(name, value) for name, value in request.META.items() if name not in ('wsgi.errors', 'wsgi.input')]


def _posted(request):
    try:
        return list(request.POST.items())
    except Exception:
        return []


def postmortem(error):
    """Where a missing template was looked for: pairs of the engine's name and of lines; None for other errors."""
    from django.template.exceptions import TemplateDoesNotExist

    if not isinstance(error, TemplateDoesNotExist):
        return None
    return [
        (getattr(one.backend, 'name', ''), [_attempt(*attempt) for attempt in one.tried])
        for one in error.chain or [error]
        if not isinstance(one, str)
    ]


def _attempt(origin, why):
    return f'{getattr(origin, "loader_name", "")}: {short(str(origin))} ({why})'
