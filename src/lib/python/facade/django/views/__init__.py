"""Views."""


def __getattr__(name):
    if name != 'View':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from django.views.generic.base import View

    return View
