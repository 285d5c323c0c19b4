"""Django's general exceptions."""


class FieldDoesNotExist(Exception):
    """The requested model field does not exist."""


class AppRegistryNotReady(Exception):
    """The apps are not loaded yet."""


class ObjectDoesNotExist(Exception):
    """The requested object does not exist."""

    silent_variable_failure = True


class ObjectNotUpdated(Exception):
    """The updated object no longer exists."""


class MultipleObjectsReturned(Exception):
    """The query returned several objects where one was expected."""


class SuspiciousOperation(Exception):
    """The user did something suspicious."""


class SuspiciousMultipartForm(SuspiciousOperation):
    pass


class SuspiciousFileOperation(SuspiciousOperation):
    pass


class DisallowedHost(SuspiciousOperation):
    """The Host header is not in ALLOWED_HOSTS."""


class DisallowedRedirect(SuspiciousOperation):
    """A redirect to a scheme that is not allowed."""


class TooManyFieldsSent(SuspiciousOperation):
    pass


class TooManyFilesSent(SuspiciousOperation):
    pass


class RequestDataTooBig(SuspiciousOperation):
    pass


class RequestAborted(Exception):
    pass


class BadRequest(Exception):
    """The request is malformed and cannot be processed."""


class PermissionDenied(Exception):
    """The user did not have permission to do that."""


class ViewDoesNotExist(Exception):
    pass


class MiddlewareNotUsed(Exception):
    """This middleware is not used in this server configuration."""


class ImproperlyConfigured(Exception):
    """Django is somehow improperly configured."""


class FieldError(Exception):
    pass


class SynchronousOnlyOperation(Exception):
    pass


class EmptyResultSet(Exception):
    pass


class FullResultSet(Exception):
    pass


NON_FIELD_ERRORS = "__all__"


class ValidationError(Exception):
    """An error while validating data."""

    def __init__(self, message, code=None, params=None):
        super().__init__(message, code, params)
        self.message, self.code, self.params = message, code, params

    @property
    def messages(self):
        messages = self.message if isinstance(self.message, (list, tuple)) else [self.message]
        return [str(message) % self.params if self.params else str(message) for message in messages]

    def __str__(self):
        return repr(self.messages)
