from django.db import models
from django.urls import path
from rest_framework import generics, pagination, serializers


class Event(models.Model):
    text = models.TextField()


class EventSerializer(serializers.ModelSerializer):
    class Meta:
        model = Event
        fields = ["id", "text"]


class ByCursor(pagination.CursorPagination):
    page_size = 50
    ordering = "-id"


class Events(generics.ListAPIView):
    serializer_class = EventSerializer
    queryset = Event.objects.all()
    authentication_classes = []
    permission_classes = []
    pagination_class = ByCursor


urlpatterns = [path("events", Events.as_view())]
