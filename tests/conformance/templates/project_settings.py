"""The settings under which the cases run: what `startproject` writes, without applications."""


def project_settings(version):
    settings = {
        'SECRET_KEY': 'not-secret',
        'DEBUG': True,
        'ALLOWED_HOSTS': ['*'],
        'INSTALLED_APPS': [],
        'MIDDLEWARE': [],
        'ROOT_URLCONF': 'urls',
        'LANGUAGE_CODE': 'en-us',
        'TIME_ZONE': 'UTC',
        'USE_I18N': True,
        'USE_TZ': True,
        'STATIC_URL': '/static/',
        'TEMPLATES': [
            {
                'BACKEND': 'django.template.backends.django.DjangoTemplates',
                'DIRS': [],
                'APP_DIRS': True,
                'OPTIONS': {'context_processors': ['django.template.context_processors.request']},
            }
        ],
    }
    if version == '3.2':
        settings['USE_L10N'] = True
    return settings
