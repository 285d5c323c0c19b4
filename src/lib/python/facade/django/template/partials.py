"""Named parts of a template that can be rendered by themselves, as "page.html#part" (Django 6.0)."""

from django.template.base import render_bound
from django.template.exceptions import TemplateDoesNotExist


class PartialTemplate:
    """A part of a template, with what a template has."""

    def __init__(self, nodelist, origin, name, source_start=None, source_end=None):
        self.nodelist = nodelist
        self.origin = origin
        self.name = name
        self._source_start = source_start
        self._source_end = source_end

    def _whole(self):
        return self.origin.loader.get_template(self.origin.template_name)

    def get_exception_info(self, exception, token):
        return self._whole().get_exception_info(exception, token)

    @property
    def source(self):
        return self._whole().source[self._source_start : self._source_end]

    def _render(self, context):
        return self.nodelist.render(context)

    def render(self, context):
        return render_bound(self, context)


def get_template_or_partial(engine, name):
    """The template, or the part of it that the name gives after "#". Raises TemplateDoesNotExist."""
    try:
        template_name, _, partial_name = name.partition('#')
    except AttributeError:
        raise TemplateDoesNotExist(name)
    if not template_name:
        raise TemplateDoesNotExist(name)
    template = engine.find_template(template_name)[0]
    if not partial_name:
        return template
    partial = template.extra_data.get('partials', {}).get(partial_name)
    if partial is None:
        raise TemplateDoesNotExist(partial_name, tried=[template_name])
    partial.engine = engine
    return partial
