"""Signals: those who want to know are called, one after the other."""

import weakref


def _identity(receiver):
    if hasattr(receiver, "__func__"):
        return (id(receiver.__self__), id(receiver.__func__))
    return id(receiver)


class Signal:
    def __init__(self, providing_args=None, use_caching=False):
        self._receivers = []

    def connect(self, receiver, sender=None, weak=True, dispatch_uid=None):
        if not callable(receiver):
            raise TypeError("Signal receivers must be callable.")
        key = (dispatch_uid or _identity(receiver), sender and id(sender))
        if any(known == key for known, _, _ in self._receivers):
            return
        held = receiver
        if weak:
            held = weakref.WeakMethod(receiver) if hasattr(receiver, "__func__") else weakref.ref(receiver)
        self._receivers.append((key, held, weak))

    def disconnect(self, receiver=None, sender=None, dispatch_uid=None):
        key = (dispatch_uid or _identity(receiver), sender and id(sender))
        before = len(self._receivers)
        self._receivers = [entry for entry in self._receivers if entry[0] != key]
        return len(self._receivers) < before

    def has_listeners(self, sender=None):
        return bool(self._live(sender))

    def _live(self, sender):
        live = []
        for (_, wanted), held, weak in self._receivers:
            receiver = held() if weak else held
            if receiver is not None and wanted in (None, sender and id(sender)):
                live.append(receiver)
        return live

    def send(self, sender, **named):
        if not self._receivers:
            return []
        return [(receiver, receiver(signal=self, sender=sender, **named)) for receiver in self._live(sender)]

    def send_robust(self, sender, **named):
        answers = []
        for receiver in self._live(sender):
            try:
                answers.append((receiver, receiver(signal=self, sender=sender, **named)))
            except Exception as error:
                answers.append((receiver, error))
        return answers

    async def asend(self, sender, **named):
        return self.send(sender, **named)


def receiver(signal, **kwargs):
    """A decorator that connects a function to one signal or several."""

    def decorated(function):
        for one in signal if isinstance(signal, (list, tuple)) else (signal,):
            one.connect(function, **kwargs)
        return function

    return decorated
