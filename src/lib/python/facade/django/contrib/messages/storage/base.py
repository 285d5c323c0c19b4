"""A message, and what keeps messages from one request to the next."""

from _crumbtrail import host
from django.conf import settings
from django.contrib.messages import constants, utils


class Message:
    def __init__(self, level, message, extra_tags=None):
        self.level = int(level)
        self.message = message
        self.extra_tags = extra_tags

    def _prepare(self):
        """Lazy texts become texts."""
        self.message = str(self.message)
        self.extra_tags = None if self.extra_tags is None else str(self.extra_tags)

    def __eq__(self, other):
        if not isinstance(other, Message):
            return NotImplemented
        return (self.level, self.message) == (other.level, other.message)

    def __str__(self):
        return str(self.message)

    if host("version.has", "messageRepr"):

        def __repr__(self):
            tags = f", extra_tags={self.extra_tags!r}" if self.extra_tags else ""
            return f"Message(level={self.level}, message={self.message!r}{tags})"

    @property
    def level_tag(self):
        return utils.get_level_tags().get(self.level, "")

    @property
    def tags(self):
        return " ".join(tag for tag in (self.extra_tags, self.level_tag) if tag)


class BaseStorage:
    """Messages that came with the request, and those that this request adds. Looking at them uses them up."""

    def __init__(self, request, *args, **kwargs):
        self.request = request
        self._queued_messages = []
        self.used = False
        self.added_new = False
        super().__init__(*args, **kwargs)

    def __len__(self):
        return len(self._loaded_messages) + len(self._queued_messages)

    def __iter__(self):
        self.used = True
        queued, self._queued_messages = self._queued_messages, []
        if queued:
            self._loaded_messages.extend(queued)
        return iter(self._loaded_messages)

    def __contains__(self, item):
        return item in self._loaded_messages or item in self._queued_messages

    def __repr__(self):
        return f"<{self.__class__.__qualname__}: request={self.request!r}>"

    @property
    def _loaded_messages(self):
        if not hasattr(self, "_loaded_data"):
            messages, _ = self._get()
            self._loaded_data = messages or []
        return self._loaded_data

    def _get(self, *args, **kwargs):
        """(messages, whether these are all); None for the messages when nothing was ever stored."""
        raise NotImplementedError("subclasses of BaseStorage must provide a _get() method")

    def _store(self, messages, response, *args, **kwargs):
        """Store messages; returns those that could not be stored."""
        raise NotImplementedError("subclasses of BaseStorage must provide a _store() method")

    def update(self, response):
        """Store what nobody has looked at."""
        for message in self._queued_messages:
            message._prepare()
        if self.used:
            return self._store(self._queued_messages, response)
        if self.added_new:
            return self._store(self._loaded_messages + self._queued_messages, response)

    def add(self, level, message, extra_tags=""):
        if not message or int(level) < self.level:
            return
        self.added_new = True
        self._queued_messages.append(Message(int(level), message, extra_tags=extra_tags))

    @property
    def level(self):
        """Messages below this level are not kept."""
        if not hasattr(self, "_level"):
            self._level = getattr(settings, "MESSAGE_LEVEL", constants.INFO)
        return self._level

    @level.setter
    def level(self, value):
        if value is None and hasattr(self, "_level"):
            del self._level
        else:
            self._level = int(value)
