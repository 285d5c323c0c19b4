"""
Runs the cases of this folder in whatever Django is importable: the real one, or the facade.

A case is a dictionary: `id`, and either `template` (the text; further ones by name in `templates`) or `python`
(code that sets `result`). `context` is a Python expression; `setup` is code that runs before it; `settings`,
`options` (of the engine), `library` (code of a tag library named "case"), `urls` (code of a URLconf), `request`
(a path: the template is rendered with a request). The result is {"text": …}, {"result": repr} or
{"error": [type, message]}.
"""

import contextlib
import json
import re
import sys
import types
from importlib.machinery import ModuleSpec

PREAMBLE = '''
import datetime
from datetime import date, time, timedelta
from decimal import Decimal
from django.utils.safestring import mark_safe
UTC = datetime.timezone.utc
DATE = date(2026, 1, 5)
TIME = time(14, 5, 9, 120)
NAIVE = datetime.datetime(2026, 1, 5, 14, 5, 9, 120)
AWARE = datetime.datetime(2026, 7, 5, 14, 5, 9, 120, tzinfo=UTC)
class Thing:
    def __init__(self, **fields):
        self.__dict__.update(fields)
    def __str__(self):
        return getattr(self, 'name', 'a thing')
    def __repr__(self):
        return '<Thing>'
'''

# The recorder puts a frozen clock here; it is entered for cases that ask for the time.
frozen_clock = contextlib.nullcontext
_ASKS_FOR_TIME = re.compile('now|timesince|timeuntil|natural|today|local|never_cache|patch_response')

_MACHINE = (
    (r'FakeDatetime\(', 'datetime.datetime('),
    (r'FakeDate\(', 'datetime.date('),
    ("'FakeDate'", "'datetime.date'"),
    (r"(cannot import name '\w+' from '[\w.]+') \([^)]*\)", r'\1'),
)

LIBRARIES = {name: f'django.templatetags.{name}' for name in ('cache', 'i18n', 'l10n', 'static', 'tz')}
LIBRARIES['humanize'] = 'django.contrib.humanize.templatetags.humanize'


def _module(name, code):
    module = types.ModuleType(name)
    module.__spec__ = ModuleSpec(name, None, origin='/project/case')
    sys.modules[name] = module
    exec(compile(code, name + '.py', 'exec'), module.__dict__)
    return module


class _Settings:
    """Other values of settings while a case runs."""

    def __init__(self, values):
        self.values = values

    def __enter__(self):
        from django.conf import settings

        self.before = {name: getattr(settings, name) for name in self.values if hasattr(settings, name)}
        self._set(self.values)

    def __exit__(self, *exc):
        from django.conf import settings

        for name in set(self.values) - set(self.before):
            delattr(settings, name)
        self._set(self.before)

    def _set(self, values):
        from django.conf import settings
        from django.utils import formats, timezone

        for name, value in values.items():
            setattr(settings, name, value)
        formats.reset_format_cache()
        if hasattr(timezone.get_default_timezone, 'cache_clear'):
            timezone.get_default_timezone.cache_clear()


def _urls(code):
    from django.urls import clear_url_caches, set_urlconf

    clear_url_caches()
    set_urlconf('case_urls')
    _module('case_urls', code)


def _request(path):
    from django.http import HttpRequest, QueryDict

    request = HttpRequest()
    request.method = 'GET'
    request.path, _, query = path.partition('?')
    request.path_info = request.path
    request.META = {'REMOTE_ADDR': '127.0.0.1', 'SERVER_NAME': 'testserver', 'SERVER_PORT': '80'}
    request.GET = QueryDict(query)
    return request


def _engine(case):
    from django.template.engine import Engine

    libraries = dict(LIBRARIES)
    if 'library' in case:
        _module('case_library', case['library'])
        libraries['case'] = 'case_library'
    templates = {'main.html': case['template'], **case.get('templates', {})}
    return Engine(
        loaders=[('django.template.loaders.locmem.Loader', templates)],
        libraries=libraries,
        **case.get('options', {}),
    )


def _rendered(case, namespace):
    from django.template.context import make_context

    engine = _engine(case)
    values = eval(case.get('context') or '{}', namespace)
    request = _request(case['request']) if 'request' in case else None
    context = make_context(values, request, autoescape=engine.autoescape)
    return {'text': engine.get_template('main.html').render(context)}


def _computed(case, namespace):
    exec(compile(case['python'], 'case.py', 'exec'), namespace)
    return {'result': repr(namespace['result'])}


def _clock(case):
    text = case.get('template', '') + case.get('python', '') + case.get('setup', '')
    return frozen_clock() if _ASKS_FOR_TIME.search(text) else contextlib.nullcontext()


def run_case(case):
    namespace = {'__name__': 'case'}
    try:
        with _clock(case), _Settings({**case.get('settings', {}), 'ROOT_URLCONF': 'case_urls'}):
            _urls(case.get('urls', 'urlpatterns = []'))
            exec(PREAMBLE + case.get('setup', ''), namespace)
            return (_rendered if 'template' in case else _computed)(case, namespace)
    except Exception as error:
        return {'error': [type(error).__name__, str(error)]}


def _plainly(answer):
    """The answer without what differs from machine to machine: paths, and freezegun's names of frozen dates."""
    text = json.dumps(answer)
    for pattern, plain in _MACHINE:
        text = re.sub(pattern, plain, text)
    return json.loads(text)


def run_cases(cases):
    return [_plainly(run_case(case)) for case in cases]
