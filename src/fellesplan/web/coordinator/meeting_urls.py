"""Addresses of the pages about meetings and tasks."""

from django.urls import path

from fellesplan.web.coordinator.meeting import answering, calling, ending, files, mode, showing, tasks

urlpatterns = [
    path("person/<uuid:person>/mote/nytt/", calling.new, name="meeting-new"),
    path("mote/<uuid:meeting>/", showing.meeting, name="meeting"),
    path("mote/<uuid:meeting>/endre/", calling.change, name="meeting-edit"),
    path("mote/<uuid:meeting>/avlys/", ending.cancel, name="meeting-cancel"),
    path("mote/<uuid:meeting>/svar/", answering.reply, name="meeting-reply"),
    path("mote/<uuid:meeting>/foresla/", answering.suggest, name="meeting-suggest"),
    path("mote/<uuid:meeting>/referat/", mode.mode, name="meeting-mode"),
    path("mote/<uuid:meeting>/referat/send/", ending.send, name="meeting-send"),
    path("mote/<uuid:meeting>/referat.pdf", files.minutes_pdf, name="minutes-pdf"),
    path("mote/<uuid:meeting>/invitasjon.ics", files.ics, name="meeting-ics"),
    path("oppgave/<uuid:task>/gjort/", tasks.done, name="task-done"),
]
