"""Messages in a signed cookie."""

import json

from django import VERSION
from django.conf import settings
from django.contrib.messages.storage.base import BaseStorage, Message
from django.core import signing
from django.http import SimpleCookie
from django.utils.safestring import SafeData, mark_safe


class MessageEncoder(json.JSONEncoder):
    """Messages as lists that begin with a key of their own."""

    message_key = "__json_message"

    def default(self, obj):
        if isinstance(obj, Message):
            told = [self.message_key, 1 if isinstance(obj.message, SafeData) else 0, obj.level, obj.message]
            if obj.extra_tags or (obj.extra_tags is not None and VERSION >= (4, 0)):
                told.append(obj.extra_tags)
            return told
        return super().default(obj)


class MessageDecoder(json.JSONDecoder):
    """Lists that begin with the key become messages again."""

    def process_messages(self, obj):
        if isinstance(obj, list) and obj:
            if obj[0] == MessageEncoder.message_key:
                if obj[1]:
                    obj[3] = mark_safe(obj[3])
                return Message(*obj[2:])
            return [self.process_messages(item) for item in obj]
        if isinstance(obj, dict):
            return {key: self.process_messages(value) for key, value in obj.items()}
        return obj

    def decode(self, s, **kwargs):
        return self.process_messages(super().decode(s, **kwargs))


class MessageSerializer:
    def dumps(self, obj):
        return json.dumps(obj, separators=(",", ":"), cls=MessageEncoder).encode("latin-1")

    def loads(self, data):
        return json.loads(data.decode("latin-1"), cls=MessageDecoder)


class CookieStorage(BaseStorage):
    """Keeps as many messages as fit into a cookie; what does not fit is handed back."""

    cookie_name = "messages"
    max_cookie_size = 2048
    not_finished = "__messagesnotfinished__"
    key_salt = "django.contrib.messages"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.signer = signing.get_cookie_signer(salt=self.key_salt)

    def _get(self, *args, **kwargs):
        messages = self._decode(self.request.COOKIES.get(self.cookie_name))
        all_retrieved = not (messages and messages[-1] == self.not_finished)
        if messages and not all_retrieved:
            messages.pop()
        return messages, all_retrieved

    def _update_cookie(self, encoded_data, response):
        if encoded_data:
            response.set_cookie(
                self.cookie_name,
                encoded_data,
                domain=settings.SESSION_COOKIE_DOMAIN,
                secure=settings.SESSION_COOKIE_SECURE or None,
                httponly=settings.SESSION_COOKIE_HTTPONLY or None,
                samesite=settings.SESSION_COOKIE_SAMESITE,
            )
        else:
            response.delete_cookie(
                self.cookie_name,
                domain=settings.SESSION_COOKIE_DOMAIN,
                samesite=settings.SESSION_COOKIE_SAMESITE,
            )

    def _store(self, messages, response, remove_oldest=True, *args, **kwargs):
        unstored = []
        encoded = self._encode(messages)
        while encoded and self.max_cookie_size and self._size(encoded) > self.max_cookie_size:
            if remove_oldest:
                unstored.append(messages.pop(0))
            else:
                unstored.insert(0, messages.pop())
            encoded = self._encode(messages + [self.not_finished], encode_empty=unstored)
        self._update_cookie(encoded, response)
        return unstored

    def _size(self, encoded):
        return len(SimpleCookie().value_encode(encoded)[1])

    def _encode(self, messages, encode_empty=False):
        if not messages and not encode_empty:
            return None
        return self.signer.sign_object(messages, serializer=MessageSerializer, compress=True)

    def _decode(self, data):
        if not data:
            return None
        try:
            return self.signer.unsign_object(data, serializer=MessageSerializer)
        except (signing.BadSignature, ValueError):
            # Whatever cannot be read is thrown away.
            self.used = True
            return None
