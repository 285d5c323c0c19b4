"""The engine: where templates are found, and what every template of a project has."""

from django.core.exceptions import ImproperlyConfigured
from django.template.base import Template
from django.template.context import Context, _builtin_context_processors
from django.template.exceptions import TemplateDoesNotExist
from django.template.library import import_library
from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from django import VERSION


class Engine:
    default_builtins = [
        'django.template.defaulttags',
        'django.template.defaultfilters',
        'django.template.loader_tags',
    ]

    def __init__(
        self,
        dirs=None,
        app_dirs=False,
        context_processors=None,
        debug=False,
        loaders=None,
        string_if_invalid='',
        file_charset='utf-8',
        libraries=None,
        builtins=None,
        autoescape=True,
    ):
        if loaders is not None and app_dirs:
            raise ImproperlyConfigured('app_dirs must not be set when loaders is defined.')
        self.dirs = [] if dirs is None else dirs
        self.app_dirs = app_dirs
        self.context_processors = [] if context_processors is None else context_processors
        self.debug = debug
        self.loaders = self._default_loaders() if loaders is None else loaders
        self.string_if_invalid = string_if_invalid
        self.file_charset = file_charset
        self.libraries = {} if libraries is None else libraries
        self.template_libraries = self.get_template_libraries(self.libraries)
        self.builtins = self.default_builtins + (builtins or [])
        self.template_builtins = self.get_template_builtins(self.builtins)
        self.autoescape = autoescape

    def _default_loaders(self):
        loaders = ['django.template.loaders.filesystem.Loader']
        if self.app_dirs:
            loaders.append('django.template.loaders.app_directories.Loader')
        if self.debug and VERSION < (4, 1):
            return loaders
        return [('django.template.loaders.cached.Loader', loaders)]

    @staticmethod
    def get_default():
        """The engine of the first DjangoTemplates in TEMPLATES. Raises ImproperlyConfigured."""
        from django.template import engines
        from django.template.backends.django import DjangoTemplates

        for backend in engines.all():
            if isinstance(backend, DjangoTemplates):
                return backend.engine
        raise ImproperlyConfigured('No DjangoTemplates backend is configured.')

    @cached_property
    def template_context_processors(self):
        return tuple(map(import_string, (*_builtin_context_processors, *self.context_processors)))

    def get_template_builtins(self, builtins):
        return [import_library(name) for name in builtins]

    def get_template_libraries(self, libraries):
        return LazyLibraries(libraries)

    @cached_property
    def template_loaders(self):
        return self.get_template_loaders(self.loaders)

    def get_template_loaders(self, template_loaders):
        return [self.find_template_loader(loader) for loader in template_loaders]

    def find_template_loader(self, loader):
        name, *args = loader if isinstance(loader, (tuple, list)) else (loader,)
        if not isinstance(name, str):
            raise ImproperlyConfigured(f'Invalid value in template loaders configuration: {name!r}')
        return import_string(name)(self, *args)

    def find_template(self, name, dirs=None, skip=None):
        """The template of that name and its origin. Raises TemplateDoesNotExist with all that was tried."""
        tried = []
        for loader in self.template_loaders:
            try:
                template = loader.get_template(name, skip=skip)
                return template, template.origin
            except TemplateDoesNotExist as error:
                tried += error.tried
        raise TemplateDoesNotExist(name, tried=tried)

    def from_string(self, template_code):
        return Template(template_code, engine=self)

    def get_template(self, template_name):
        if VERSION >= (6, 0):
            from django.template.partials import get_template_or_partial

            return get_template_or_partial(self, template_name)
        return self.find_template(template_name)[0]

    def render_to_string(self, template_name, context=None):
        find = self.select_template if isinstance(template_name, (list, tuple)) else self.get_template
        if not isinstance(context, Context):
            context = Context(context, autoescape=self.autoescape)
        return find(template_name).render(context)

    def select_template(self, template_name_list):
        """The first of the templates that exists. Raises TemplateDoesNotExist."""
        if not template_name_list:
            raise TemplateDoesNotExist('No template names provided')
        missing = []
        for name in template_name_list:
            try:
                return self.get_template(name)
            except TemplateDoesNotExist as error:
                if error.args[0] not in missing:
                    missing.append(error.args[0])
        raise TemplateDoesNotExist(', '.join(missing))


class LazyLibraries(dict):
    """Libraries by name. Those of Django itself are imported when a template loads them, others at once."""

    def __init__(self, paths):
        super().__init__(
            (name, path if path.startswith('django.') else import_library(path))
            for name, path in paths.items()
        )

    def __getitem__(self, name):
        found = super().__getitem__(name)
        if isinstance(found, str):
            found = self[name] = import_library(found)
        return found
