"""
Django's template language.

`engines` are the engines of settings.TEMPLATES. The rest is imported when it is first asked for, so that a
project without templates does not wait for them.
"""

from importlib import import_module

from django.template.exceptions import TemplateDoesNotExist, TemplateSyntaxError
from django.template.utils import EngineHandler

engines = EngineHandler()

_WHERE = {
    'VariableDoesNotExist': 'base',
    'Context': 'context',
    'ContextPopException': 'context',
    'RequestContext': 'context',
    'Node': 'base',
    'NodeList': 'base',
    'Origin': 'base',
    'Template': 'base',
    'Variable': 'base',
    'Engine': 'engine',
    'Library': 'library',
    'loader': None,
}
__all__ = ('TemplateDoesNotExist', 'TemplateSyntaxError', 'engines', *_WHERE)


def __getattr__(name):
    if name not in _WHERE:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    if _WHERE[name] is None:
        return import_module(f'{__name__}.{name}')
    value = getattr(import_module(f'{__name__}.{_WHERE[name]}'), name)
    globals()[name] = value
    return value
