"""What every kind of engine in settings.TEMPLATES has."""

from django.core.exceptions import ImproperlyConfigured


class BaseEngine:
    def __init__(self, params):
        rest = dict(params)
        self.name = rest.pop('NAME')
        self.dirs = list(rest.pop('DIRS'))
        self.app_dirs = rest.pop('APP_DIRS')
        if rest:
            raise ImproperlyConfigured(f'Unknown parameters: {", ".join(rest)}')

    def check(self, **kwargs):
        return []

    def from_string(self, template_code):
        raise NotImplementedError('subclasses of BaseEngine should provide a from_string() method')

    def get_template(self, template_name):
        raise NotImplementedError('subclasses of BaseEngine must provide a get_template() method')
