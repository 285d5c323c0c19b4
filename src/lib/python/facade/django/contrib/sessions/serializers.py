"""Serializers of session data."""

from _crumbtrail import host
from django.core.signing import JSONSerializer  # noqa: F401

if host("version.has", "pickleSerializer"):
    import pickle
    import warnings

    class PickleSerializer:
        """Pickles: any object goes in, and loading one may run code."""

        protocol = pickle.HIGHEST_PROTOCOL

        def __init__(self, protocol=None):
            if host("version.release")[0] >= 4:
                from django.utils.deprecation import RemovedInDjango50Warning

                warnings.warn(
                    "PickleSerializer is deprecated due to its security risk. Use JSONSerializer instead.",
                    RemovedInDjango50Warning,
                )
            self.protocol = self.protocol if protocol is None else protocol

        def dumps(self, obj):
            return pickle.dumps(obj, self.protocol)

        def loads(self, data):
            return pickle.loads(data)
