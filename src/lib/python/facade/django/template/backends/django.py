"""The engine that settings.TEMPLATES names for Django's own template language."""

from django.template.backends.base import BaseEngine
from django.template.context import make_context
from django.template.engine import Engine
from django.template.exceptions import TemplateDoesNotExist


class DjangoTemplates(BaseEngine):
    app_dirname = 'templates'

    def __init__(self, params):
        from django.conf import settings

        params = dict(params)
        options = {
            'autoescape': True,
            'debug': settings.DEBUG,
            'file_charset': 'utf-8',
            **params.pop('OPTIONS'),
        }
        options['libraries'] = self.get_templatetag_libraries(options.get('libraries', {}))
        super().__init__(params)
        self.engine = Engine(self.dirs, self.app_dirs, **options)

    def from_string(self, template_code):
        return Template(self.engine.from_string(template_code), self)

    def get_template(self, template_name):
        try:
            return Template(self.engine.get_template(template_name), self)
        except TemplateDoesNotExist as error:
            raise copy_exception(error, self) from error

    def get_templatetag_libraries(self, custom_libraries):
        from django.template.backends.installed import installed_libraries

        return {**installed_libraries(), **custom_libraries}


class Template:
    """A template of the engine, rendered with a plain dictionary and perhaps a request."""

    def __init__(self, template, backend):
        self.template = template
        self.backend = backend

    @property
    def origin(self):
        return self.template.origin

    def render(self, context=None, request=None):
        bound = make_context(context, request, autoescape=self.backend.engine.autoescape)
        try:
            return self.template.render(bound)
        except TemplateDoesNotExist as error:
            raise copy_exception(error, self.backend) from error


def copy_exception(exc, backend=None):
    """The same error once more, for an engine or for another raise."""
    twin = type(exc)(*exc.args, tried=exc.tried, backend=backend or exc.backend, chain=exc.chain)
    if hasattr(exc, 'template_debug'):
        twin.template_debug = exc.template_debug
    return twin
