"""What every template loader does."""

from django.template.base import Template
from django.template.exceptions import TemplateDoesNotExist


class Loader:
    def __init__(self, engine):
        self.engine = engine

    def get_template(self, template_name, skip=None):
        """The template; origins in `skip` are passed over (a template that extends itself)."""
        tried = []
        for origin in self.get_template_sources(template_name):
            if skip is not None and origin in skip:
                tried.append((origin, 'Skipped to avoid recursion'))
                continue
            try:
                contents = self.get_contents(origin)
            except TemplateDoesNotExist:
                tried.append((origin, 'Source does not exist'))
                continue
            return Template(contents, origin, origin.template_name, self.engine)
        raise TemplateDoesNotExist(template_name, tried=tried)

    def get_template_sources(self, template_name):
        raise NotImplementedError(
            'subclasses of Loader must provide a get_template_sources() method'
        )

    def reset(self):
        pass
