"""
`sensitive_variables` and `sensitive_post_parameters`: marks for error reports. As in Django they change nothing in the
pages of DEBUG, and reports by mail are not part of this simulation.
"""

from functools import wraps


def sensitive_variables(*variables):
    """Marks variables of a function."""

    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            wrapper.sensitive_variables = variables or '__ALL__'
            return function(*args, **kwargs)

        return wrapper

    return decorate


def sensitive_post_parameters(*parameters):
    """Marks fields of a form."""

    def decorate(view):
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            request.sensitive_post_parameters = parameters or '__ALL__'
            return view(request, *args, **kwargs)

        return wrapper

    return decorate
