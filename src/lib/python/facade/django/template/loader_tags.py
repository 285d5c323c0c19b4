"""The tags that bring other templates in."""

from django.template.builtins import lazy_table
from django.template.library import Library

register = Library()
register.tags.update(
    lazy_table('django.template.tags', {'inheritance': 'block extends', 'inclusion': 'include'})
)


def __getattr__(name):
    from django.template.tags import exported

    return exported(name, __name__)
