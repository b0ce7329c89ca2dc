from django.db import models
from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import generics, serializers, views


class Note(models.Model):
    text = models.TextField()


class NoteSerializer(serializers.ModelSerializer):
    class Meta:
        model = Note
        fields = ["id", "text"]


class Notes(generics.ListAPIView):
    serializer_class = NoteSerializer
    queryset = Note.objects.all()
    authentication_classes = []
    permission_classes = []


class Internal(generics.ListCreateAPIView):
    schema = None
    serializer_class = NoteSerializer
    queryset = Note.objects.all()


class Status(views.APIView):
    authentication_classes = []
    permission_classes = []

    @extend_schema(operation_id="getStatus", responses=NoteSerializer)
    def get(self, request):
        """How it is."""

    @extend_schema(exclude=True)
    def delete(self, request):
        pass


urlpatterns = [
    path("notes", Notes.as_view()),
    path("internal", Internal.as_view()),
    path("status", Status.as_view()),
]
