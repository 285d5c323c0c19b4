"""The engines of settings.TEMPLATES, and the template folders of applications."""

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import cached_property
from django.utils.module_loading import import_string, module_dir


class InvalidTemplateEngineError(ImproperlyConfigured):
    pass


def _default_name(config):
    """"django" for "django.template.backends.django.DjangoTemplates". Raises ImproperlyConfigured."""
    try:
        return config['BACKEND'].rsplit('.', 2)[-2]
    except Exception:
        backend = config.get('BACKEND', '<not defined>')
        raise ImproperlyConfigured(
            f'Invalid BACKEND for a template engine: {backend}. Check your TEMPLATES setting.'
        )


class EngineHandler:
    """Engines by name, each made at its first use."""

    def __init__(self, templates=None):
        self._templates = templates
        self._engines = {}

    @cached_property
    def templates(self):
        if self._templates is None:
            from django.conf import settings

            self._templates = settings.TEMPLATES
        configs, names = {}, []
        for given in self._templates:
            defaults = {'NAME': _default_name(given), 'DIRS': [], 'APP_DIRS': False, 'OPTIONS': {}}
            config = {**defaults, **given}
            names.append(config['NAME'])
            configs[config['NAME']] = config
        doubles = [name for name in configs if names.count(name) > 1]
        if doubles:
            raise ImproperlyConfigured(
                f"Template engine aliases aren't unique, duplicates: {', '.join(doubles)}. "
                'Set a unique NAME for each engine in settings.TEMPLATES.'
            )
        return configs

    def forget(self):
        """TEMPLATES was changed: make all engines anew."""
        self._templates, self._engines = None, {}
        self.__dict__.pop('templates', None)

    def __getitem__(self, alias):
        if alias not in self._engines:
            if alias not in self.templates:
                raise InvalidTemplateEngineError(
                    f"Could not find config for '{alias}' in settings.TEMPLATES"
                )
            config = dict(self.templates[alias])
            self._engines[alias] = import_string(config.pop('BACKEND'))(config)
        return self._engines[alias]

    def __iter__(self):
        return iter(self.templates)

    def all(self):
        return [self[alias] for alias in self]


def get_app_template_dirs(dirname):
    """The folders of that name in the installed applications."""
    from pathlib import Path

    from django.apps import apps

    folders = (Path(path) / dirname for path in map(_app_folder, apps.get_app_configs()) if path)
    return tuple(folder for folder in folders if folder.is_dir())


def _app_folder(config):
    """The folder of an application; None for those of Django's that are only named here."""
    if hasattr(config, 'path'):
        return config.path
    return module_dir(config.module) if config.module is not None else None
