from django.db import models
from django.urls import path
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework import generics, serializers


class Station(models.Model):
    name = models.CharField(max_length=40)
    status = models.CharField(max_length=10, choices=[("active", "Active"), ("retired", "Retired")])
    elevation = models.FloatField()
    owner = models.UUIDField()
    created = models.DateTimeField()
    automatic = models.BooleanField()


class StationSerializer(serializers.ModelSerializer):
    class Meta:
        model = Station
        fields = ["id", "name", "status", "elevation", "owner", "created", "automatic"]


class Stations(generics.ListAPIView):
    serializer_class = StationSerializer
    queryset = Station.objects.all()
    authentication_classes = []
    permission_classes = []
    filter_backends = [DjangoFilterBackend]
    filterset_fields = {
        "status": ["exact"],
        "elevation": ["lte", "gt"],
        "owner": ["exact"],
        "created": ["gte"],
        "automatic": ["exact"],
    }


urlpatterns = [path("stations", Stations.as_view())]
