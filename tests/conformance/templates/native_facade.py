"""
Lets the facade's templates and utils run in plain CPython, for quick tests: what belongs to other parts of the
facade (settings, URLs, requests), and needs the simulator, is replaced by the least that the cases need.
"""

import os
import sys
import types
from importlib.machinery import ModuleSpec

FACADE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../../src/lib/python/facade')
if sys.platform == 'emscripten':
    FACADE = '/facade.zip'
NUMBERS = {'3.2': (3, 2, 25), '4.2': (4, 2, 28), '5.2': (5, 2, 17), '6.1': (6, 1, 1)}
DEFAULTS = {
    'USE_THOUSAND_SEPARATOR': False,
    'DECIMAL_SEPARATOR': '.',
    'THOUSAND_SEPARATOR': ',',
    'NUMBER_GROUPING': 0,
    'FIRST_DAY_OF_WEEK': 0,
    'DATE_FORMAT': 'N j, Y',
    'TIME_FORMAT': 'P',
    'DATETIME_FORMAT': 'N j, Y, P',
    'SHORT_DATE_FORMAT': 'm/d/Y',
    'SHORT_DATETIME_FORMAT': 'm/d/Y P',
    'YEAR_MONTH_FORMAT': 'F Y',
    'MONTH_DAY_FORMAT': 'F j',
    'FORMAT_MODULE_PATH': None,
    'MEDIA_URL': '',
    'INTERNAL_IPS': [],
    'LANGUAGES': [('en', 'English'), ('de', 'German')],
}


def _module(name, **values):
    module = types.ModuleType(name)
    # The simulator keeps modules of the project apart for each process.
    module.__spec__ = ModuleSpec(name, None, origin='/project/native')
    module.__dict__.update(values)
    sys.modules[name] = module
    parent, _, child = name.rpartition('.')
    if parent:
        setattr(sys.modules[parent], child, module)
    return module


def _package(name, version):
    module = _module(name, VERSION=(*NUMBERS[version], 'final', 0))
    module.__path__ = [os.path.join(FACADE, 'django')]
    return module


class _Error(Exception):
    pass


def install(version):
    from project_settings import project_settings

    _package('django', version)
    settings = types.SimpleNamespace(**{**DEFAULTS, **project_settings(version)})
    _module('django.conf', settings=settings)
    core = _module('django.core')
    core.__path__ = []
    names = ('ImproperlyConfigured', 'SuspiciousOperation', 'SuspiciousFileOperation')
    _module('django.core.exceptions', **{name: type(name, (_Error,), {}) for name in names})
    apps = types.SimpleNamespace(get_app_configs=lambda: [], is_installed=lambda name: False)
    _module('django.apps', apps=apps)
    import native_web

    _module('django.urls', **native_web.urls())
    _module('django.http', HttpRequest=native_web.HttpRequest, QueryDict=native_web.QueryDict)
    middleware = _module('django.middleware')
    middleware.__path__ = []
    _module('django.middleware.csrf', get_token=lambda request: getattr(request, 'token', None))
    serializers = _module('django.core.serializers')
    serializers.__path__ = []
    _module('django.core.serializers.json', DjangoJSONEncoder=native_web.encoder())
    caches = native_web.Caches()
    _module('django.core.cache', caches=caches, InvalidCacheBackendError=KeyError)
