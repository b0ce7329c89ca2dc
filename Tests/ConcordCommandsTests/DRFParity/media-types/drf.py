from django.db import models
from django.urls import path
from rest_framework import generics, parsers, renderers, serializers


class Note(models.Model):
    text = models.TextField()


class NoteSerializer(serializers.ModelSerializer):
    class Meta:
        model = Note
        fields = ["text"]


class XMLRenderer(renderers.JSONRenderer):
    media_type = "application/xml"
    format = "xml"


class Notes(generics.ListCreateAPIView):
    serializer_class = NoteSerializer
    queryset = Note.objects.all()
    parser_classes = [parsers.JSONParser, parsers.FormParser, parsers.MultiPartParser]
    renderer_classes = [renderers.JSONRenderer, XMLRenderer]
    authentication_classes = []
    permission_classes = []


urlpatterns = [path("notes", Notes.as_view())]
