"""Settings. Each value that differs between installations is an environment variable, read loudly."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from fellesplan.config.databases import connection
from fellesplan.kernel import settings_readers as read

PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIR = Path(read.text("FELLESPLAN_DATA", str(PACKAGE.parent.parent / ".data")))

PRODUCTION = read.flag("FELLESPLAN_PRODUCTION")
DEMO = read.flag("FELLESPLAN_DEMO", default=False)
DEBUG = read.flag("FELLESPLAN_DEBUG", default=False)
if PRODUCTION and (DEMO or DEBUG):
    raise read.BadSetting(
        "FELLESPLAN_DEMO and FELLESPLAN_DEBUG cannot be on when FELLESPLAN_PRODUCTION is on."
    )

_UNSAFE_KEY = "only-for-demo-and-tests-never-in-production-0123456789"
_UNSAFE_FIELD_KEY = "ZGVtby1vbmx5LWRlbW8tb25seS1kZW1vLW9ubHktMDE="
_UNSAFE_ANCHOR_KEY = "ZGVtby1vbmx5LWFuY2hvci1kZW1vLW9ubHktMDAwMDE="
SECRET_KEY = read.text("FELLESPLAN_SECRET_KEY", None if PRODUCTION else _UNSAFE_KEY)
FIELD_KEYS = read.names("FELLESPLAN_FIELD_KEYS", () if PRODUCTION else (_UNSAFE_FIELD_KEY,))
INDEX_KEY = read.text("FELLESPLAN_INDEX_KEY", None if PRODUCTION else _UNSAFE_KEY)
ANCHOR_KEYS = read.keys("FELLESPLAN_ANCHOR_KEYS", () if PRODUCTION else (_UNSAFE_ANCHOR_KEY,))
ANCHOR_DIR = Path(read.text("FELLESPLAN_ANCHORS", str(DATA_DIR / "anchors")))
if not FIELD_KEYS:
    raise read.BadSetting("FELLESPLAN_FIELD_KEYS must be set.")
ALLOWED_HOSTS = list(
    read.names("FELLESPLAN_HOSTS", () if PRODUCTION else ("localhost", "127.0.0.1", "[::1]"))
)
CSRF_TRUSTED_ORIGINS = list(read.names("FELLESPLAN_ORIGINS"))

_APP_URL = read.text(
    "DATABASE_URL", None if PRODUCTION else "postgresql://fellesplan_app@localhost:1/fellesplan"
)
_URL = read.text("DATABASE_OWNER_URL") if read.text("FELLESPLAN_DB", "app") == "owner" else _APP_URL
DATABASES = {"default": connection(_URL) | {"ATOMIC_REQUESTS": True}, "audit": connection(_URL)}
DATABASE_ROUTERS = ["fellesplan.access.routers.OneDatabase"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [] if PRODUCTION else ["fellesplan.web.site.backend.DemoBackend"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "csp",
    "django_htmx",
    "template_partials",
    "pgtrigger",
    "procrastinate.contrib.django",
    "fellesplan.access",
    "fellesplan.people",
    "fellesplan.documents",
    "fellesplan.consent",
    "fellesplan.cases",
    "fellesplan.coordinators",
    "fellesplan.plans",
    "fellesplan.meetings",
    "fellesplan.processes",
    "fellesplan.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "fellesplan.web.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "fellesplan.web.middleware.PrivacyHeadersMiddleware",
]

ROOT_URLCONF = "fellesplan.config.urls"
WSGI_APPLICATION = "fellesplan.config.wsgi.application"
FORM_RENDERER = "fellesplan.web.components.renderer.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted((PACKAGE / "web").glob("*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.csrf",
                "fellesplan.web.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "fellesplan.web.templatetags.fp",
            ],
        },
    }
]

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
WHITENOISE_USE_FINDERS = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "fellesplan.web.errors.csrf_failure"
if PRODUCTION:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

EMERGENCY_MINUTES = read.number("FELLESPLAN_EMERGENCY_MINUTES", 60, least=1)
DORMANT_MONTHS = read.number("FELLESPLAN_DORMANT_MONTHS", 6, least=1)

DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 20
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
TEST_RUNNER = "django.test.runner.DiscoverRunner"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": read.text("FELLESPLAN_LOG_LEVEL", "WARNING")},
}
