"""Turning decorators of functions into decorators of methods, and middleware into decorators."""

from functools import WRAPPER_ASSIGNMENTS, partial, update_wrapper, wraps
from inspect import iscoroutinefunction


class classonlymethod(classmethod):
    """A class method that instances do not have."""

    def __get__(self, instance, cls=None):
        if instance is not None:
            raise AttributeError('This method is available only on the class, not on instances.')
        return super().__get__(instance, cls)


def _with_attributes_of(wrapper, decorator):
    """Gives the wrapper whatever attributes the decorator puts on the functions that it wraps."""

    @decorator
    def sample(*args, **kwargs):
        pass

    update_wrapper(wrapper, sample)


def _decorated(decorators, method):
    """The method, decorated at each call as a function that has `self` bound."""
    chain = list(decorators)[::-1] if hasattr(decorators, '__iter__') else [decorators]

    def wrapper(self, *args, **kwargs):
        bound = wraps(method)(partial(method.__get__(self, type(self))))
        for decorator in chain:
            bound = decorator(bound)
        return bound(*args, **kwargs)

    for decorator in chain:
        _with_attributes_of(wrapper, decorator)
    return update_wrapper(wrapper, method)


def method_decorator(decorator, name=''):
    """A decorator for a method, or, with `name`, for the class that has the method."""

    def decorate(target):
        if not isinstance(target, type):
            return _decorated(decorator, target)
        if not (name and hasattr(target, name)):
            raise ValueError(
                'The keyword argument `name` must be the name of a method of the decorated class: '
                f"{target}. Got '{name}' instead."
            )
        method = getattr(target, name)
        if not callable(method):
            raise TypeError(
                f"Cannot decorate '{name}' as it isn't a callable attribute of {target} ({method})."
            )
        setattr(target, name, _decorated(decorator, method))
        return target

    if not hasattr(decorator, '__iter__'):
        update_wrapper(decorate, decorator)
    named = decorator if hasattr(decorator, '__name__') else decorator.__class__
    decorate.__name__ = f'method_decorator({named.__name__})'
    return decorate


def available_attrs(fn):
    return WRAPPER_ASSIGNMENTS


def _first_answer(middleware, request, view, args, kwargs):
    """The response with which a middleware answers before the view, or None."""
    response = None
    if hasattr(middleware, 'process_request'):
        response = middleware.process_request(request)
    if response is None and hasattr(middleware, 'process_view'):
        response = middleware.process_view(request, view, args, kwargs)
    return response


def _last_word(middleware, request, response):
    """The response after the middleware has seen it; one still to be rendered is seen afterwards."""
    if callable(getattr(response, 'render', None)):
        if hasattr(middleware, 'process_template_response'):
            response = middleware.process_template_response(request, response)
        if hasattr(middleware, 'process_response'):
            response.add_post_render_callback(lambda r: middleware.process_response(request, r))
        return response
    if hasattr(middleware, 'process_response'):
        return middleware.process_response(request, response)
    return response


def _rescue(middleware, request, error):
    """What the middleware answers to an exception of the view; raises it again when it has no answer."""
    if hasattr(middleware, 'process_exception'):
        response = middleware.process_exception(request, error)
        if response is not None:
            return response
    raise error


def _wrapped_view(middleware, view):
    def sync_view(request, *args, **kwargs):
        response = _first_answer(middleware, request, view, args, kwargs)
        if response is not None:
            return response
        try:
            response = view(request, *args, **kwargs)
        except Exception as error:
            return _rescue(middleware, request, error)
        return _last_word(middleware, request, response)

    async def async_view(request, *args, **kwargs):
        response = _first_answer(middleware, request, view, args, kwargs)
        if response is not None:
            return response
        try:
            response = await view(request, *args, **kwargs)
        except Exception as error:
            return _rescue(middleware, request, error)
        return _last_word(middleware, request, response)

    return wraps(view)(async_view if iscoroutinefunction(view) else sync_view)


def make_middleware_decorator(middleware_class):
    def with_arguments(*m_args, **m_kwargs):
        def decorate(view):
            return _wrapped_view(middleware_class(view, *m_args, **m_kwargs), view)

        return decorate

    return with_arguments


def decorator_from_middleware_with_args(middleware_class):
    """A decorator factory whose arguments go to the middleware."""
    return make_middleware_decorator(middleware_class)


def decorator_from_middleware(middleware_class):
    """A view decorator that runs one middleware around one view."""
    return make_middleware_decorator(middleware_class)()


def _marks(sync, asynchronous):
    def mark(func):
        func.sync_capable, func.async_capable = sync, asynchronous
        return func

    return mark


sync_and_async_middleware = _marks(True, True)
sync_only_middleware = _marks(True, False)
async_only_middleware = _marks(False, True)
