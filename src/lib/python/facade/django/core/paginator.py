"""Lists in pages."""

import collections.abc
import inspect
from math import ceil

from django import VERSION
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class UnorderedObjectListWarning(RuntimeWarning):
    """A query without an order may show an item on two pages."""


class InvalidPage(Exception):
    pass


class PageNotAnInteger(InvalidPage):
    pass


class EmptyPage(InvalidPage):
    pass


class Paginator:
    """A list cut into pages of `per_page` items; a last page of up to `orphans` items joins the one before it."""

    ELLIPSIS = _('…')
    default_error_messages = {
        'invalid_page': _('That page number is not an integer'),
        'min_page': _('That page number is less than 1'),
        'no_results': _('That page contains no results'),
    }

    def __init__(self, object_list, per_page, orphans=0, allow_empty_first_page=True, error_messages=None):
        self.object_list = object_list
        self.per_page = int(per_page)
        self.orphans = int(orphans)
        self.allow_empty_first_page = allow_empty_first_page
        self.error_messages = {**self.default_error_messages, **(error_messages or {})}

    def __iter__(self):
        return map(self.page, self.page_range)

    def validate_number(self, number):
        """The page number as an integer. Raises PageNotAnInteger or EmptyPage."""
        try:
            if isinstance(number, float) and not number.is_integer():
                raise ValueError
            number = int(number)
        except (TypeError, ValueError):
            raise PageNotAnInteger(self.error_messages['invalid_page'])
        if number < 1:
            raise EmptyPage(self.error_messages['min_page'])
        first_of_none = VERSION < (4, 0) and number == 1 and self.allow_empty_first_page
        if number > self.num_pages and not first_of_none:
            raise EmptyPage(self.error_messages['no_results'])
        return number

    def get_page(self, number):
        """A page in any case: the first one for no number, the last one for one that is too large."""
        try:
            number = self.validate_number(number)
        except PageNotAnInteger:
            number = 1
        except EmptyPage:
            number = self.num_pages
        return self.page(number)

    def page(self, number):
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        end = start + self.per_page
        if end + self.orphans >= self.count:
            end = self.count
        return self._get_page(self.object_list[start:end], number, self)

    def _get_page(self, *args, **kwargs):
        return Page(*args, **kwargs)

    @cached_property
    def count(self):
        own = getattr(self.object_list, 'count', None)
        if callable(own) and not inspect.isbuiltin(own) and not inspect.signature(own).parameters:
            return own()
        return len(self.object_list)

    @cached_property
    def num_pages(self):
        if self.count == 0 and not self.allow_empty_first_page:
            return 0
        return ceil(max(1, self.count - self.orphans) / self.per_page)

    @property
    def page_range(self):
        return range(1, self.num_pages + 1)

    def get_elided_page_range(self, number=1, *, on_each_side=3, on_ends=2):
        """The page numbers around `number` and at both ends, with ELLIPSIS where some are left out."""
        number = self.validate_number(number)
        if self.num_pages <= (on_each_side + on_ends) * 2:
            yield from self.page_range
            return
        if number > on_each_side + on_ends + 2:
            yield from range(1, on_ends + 1)
            yield self.ELLIPSIS
            yield from range(number - on_each_side, number + 1)
        else:
            yield from range(1, number + 1)
        if number < self.num_pages - on_each_side - on_ends - 1:
            yield from range(number + 1, number + on_each_side + 1)
            yield self.ELLIPSIS
            yield from range(self.num_pages - on_ends + 1, self.num_pages + 1)
        else:
            yield from range(number + 1, self.num_pages + 1)


class Page(collections.abc.Sequence):
    def __init__(self, object_list, number, paginator):
        self.object_list = object_list
        self.number = number
        self.paginator = paginator

    def __repr__(self):
        return f'<Page {self.number} of {self.paginator.num_pages}>'

    def __len__(self):
        return len(self.object_list)

    def __getitem__(self, index):
        if not isinstance(index, (int, slice)):
            raise TypeError(f'Page indices must be integers or slices, not {type(index).__name__}.')
        if not isinstance(self.object_list, list):
            self.object_list = list(self.object_list)
        return self.object_list[index]

    def has_next(self):
        return self.number < self.paginator.num_pages

    def has_previous(self):
        return self.number > 1

    def has_other_pages(self):
        return self.has_previous() or self.has_next()

    def next_page_number(self):
        return self.paginator.validate_number(self.number + 1)

    def previous_page_number(self):
        return self.paginator.validate_number(self.number - 1)

    def start_index(self):
        """The number of the first item, from 1; 0 when there is none."""
        return self.paginator.per_page * (self.number - 1) + 1 if self.paginator.count else 0

    def end_index(self):
        """The number of the last item."""
        if self.number == self.paginator.num_pages:
            return self.paginator.count
        return self.number * self.paginator.per_page
