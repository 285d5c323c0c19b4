"""Finding and rendering templates by name, over all engines of the project."""

from django.template import engines
from django.template.exceptions import TemplateDoesNotExist


def _engines(using):
    return engines.all() if using is None else [engines[using]]


def _first(names, using):
    """The first template that any engine has; and the errors of those that had none."""
    chain = []
    for name in names:
        for engine in _engines(using):
            try:
                return engine.get_template(name), chain
            except TemplateDoesNotExist as error:
                chain.append(error)
    return None, chain


def get_template(template_name, using=None):
    """The template of that name. Raises TemplateDoesNotExist, TemplateSyntaxError."""
    template, chain = _first([template_name], using)
    if template is None:
        raise TemplateDoesNotExist(template_name, chain=chain)
    return template


def select_template(template_name_list, using=None):
    """The first of these templates that exists."""
    if isinstance(template_name_list, str):
        raise TypeError(
            'select_template() takes an iterable of template names but got a string: '
            f'{template_name_list!r}. Use get_template() if you want to load a single template by name.'
        )
    template, chain = _first(template_name_list, using)
    if template is not None:
        return template
    if not template_name_list:
        raise TemplateDoesNotExist('No template names provided')
    raise TemplateDoesNotExist(', '.join(template_name_list), chain=chain)


def render_to_string(template_name, context=None, request=None, using=None):
    """The rendered text of a template, or of the first one that exists of several."""
    find = select_template if isinstance(template_name, (list, tuple)) else get_template
    return find(template_name, using=using).render(context, request)
