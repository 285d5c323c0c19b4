"""The tag libraries that the installed applications bring."""

from importlib import import_module

from django.template.library import InvalidTemplateLibrary

# Libraries of Django's own packages, by application; the facade has those that templates of a project load.
_DJANGO = {
    'django': ('cache', 'i18n', 'l10n', 'static', 'tz'),
    'django.contrib.admin': ('admin_list', 'admin_modify', 'admin_urls', 'log'),
    'django.contrib.humanize': ('humanize',),
    'django.contrib.flatpages': ('flatpages',),
}


def _modules(application):
    """The modules of an application's `templatetags` package that register something: (name, dotted path)."""
    package_name = f'{application}.templatetags'
    if application in _DJANGO:
        for name in _DJANGO[application]:
            yield name, f'{package_name}.{name}'
        return
    try:
        package = import_module(package_name)
    except ImportError:
        return
    from pkgutil import walk_packages

    for entry in walk_packages(getattr(package, '__path__', ()), package_name + '.'):
        try:
            module = import_module(entry.name)
        except ImportError as error:
            raise InvalidTemplateLibrary(
                'Invalid template library specified. ImportError raised when trying to load '
                f"'{entry.name}': {error}"
            ) from error
        if hasattr(module, 'register'):
            yield entry.name[len(package_name) + 1 :], entry.name


def installed_libraries():
    """Dotted paths by the name that `{% load %}` uses. Raises InvalidTemplateLibrary."""
    from django.apps import apps

    applications = ['django', *(config.name for config in apps.get_app_configs())]
    return {name: path for application in applications for name, path in _modules(application)}
