"""Tests: cases, a client, settings for a while."""

from django.test.client import AsyncClient, AsyncRequestFactory, Client, RequestFactory  # noqa: F401
from django.test.testcases import (  # noqa: F401
    LiveServerTestCase,
    SimpleTestCase,
    TestCase,
    TransactionTestCase,
    skipIfDBFeature,
    skipUnlessAnyDBFeature,
    skipUnlessDBFeature,
)
from django.test.utils import ignore_warnings, modify_settings, override_settings, override_system_checks, tag  # noqa: F401
