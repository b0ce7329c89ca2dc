import uuid

from django.db import models
from django.urls import path
from rest_framework import generics, serializers


class Station(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)


class Country(models.Model):
    code = models.CharField(max_length=2, primary_key=True)


class Sensor(models.Model):
    serial = models.BigIntegerField(primary_key=True)


class Visit(models.Model):
    station = models.ForeignKey(Station, on_delete=models.CASCADE)
    country = models.ForeignKey(Country, on_delete=models.CASCADE)
    sensor = models.ForeignKey(Sensor, on_delete=models.CASCADE)
    stations = models.ManyToManyField(Station, related_name="+")


class VisitSerializer(serializers.ModelSerializer):
    class Meta:
        model = Visit
        fields = ["station", "country", "sensor", "stations"]


class Visits(generics.ListCreateAPIView):
    serializer_class = VisitSerializer
    queryset = Visit.objects.all()
    authentication_classes = []
    permission_classes = []


urlpatterns = [path("visits", Visits.as_view())]
