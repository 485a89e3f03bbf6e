"""The entry point a WSGI server loads: `fellesplan.config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fellesplan.config.settings")
application = get_wsgi_application()
