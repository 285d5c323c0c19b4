"""JSON for dates, times, decimals and UUIDs."""

import datetime
import decimal
import json
import uuid


class DjangoJSONEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, datetime.datetime):
            text = o.isoformat()
            if o.microsecond:
                text = text[:23] + text[26:]
            return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text
        if isinstance(o, datetime.date):
            return o.isoformat()
        if isinstance(o, datetime.time):
            if o.utcoffset() is not None:
                raise ValueError("JSON can't represent timezone-aware times.")
            return o.isoformat()[:12] if o.microsecond else o.isoformat()
        if isinstance(o, datetime.timedelta):
            from django.utils.duration import duration_iso_string

            return duration_iso_string(o)
        if isinstance(o, (decimal.Decimal, uuid.UUID)) or type(o).__name__ == "__proxy__":
            return str(o)
        return super().default(o)
