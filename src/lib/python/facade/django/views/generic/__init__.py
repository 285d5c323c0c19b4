"""Views as classes. Those that list and edit models are outside of this simulation."""

from django.views.generic.base import RedirectView, TemplateView, View

__all__ = ['RedirectView', 'TemplateView', 'View']

_ON_MODELS = (
    'ArchiveIndexView CreateView DateDetailView DayArchiveView DeleteView DetailView FormView ListView '
    'MonthArchiveView TodayArchiveView UpdateView WeekArchiveView YearArchiveView'
).split()


def __getattr__(name):
    if name in _ON_MODELS:
        raise AttributeError(
            f'{name} is outside of this simulation: it has View, TemplateView and RedirectView. '
            'Write a function or a View that does the same.'
        )
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
