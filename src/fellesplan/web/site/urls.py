"""Pages of the site as a whole."""

from django.urls import path

from fellesplan.web.site import demo, health, login

urlpatterns = [
    path("", login.root, name="root"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("sprak", login.set_language, name="set-language"),
    path("logg-ut", login.log_out, name="logout"),
    path("demo", demo.demo, name="demo"),
    path("demo/logg-inn", demo.demo_login, name="demo-login"),
    path("demo/nummer", demo.number_login, name="demo-number"),
    path("demo/personas.json", demo.personas_json, name="personas"),
    path("<slug:tenant>/logg-inn/", login.login, name="login"),
    path("<slug:tenant>/start/", login.start, name="start"),
]
