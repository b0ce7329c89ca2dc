import uuid

from django.db import models
from django.urls import path
from rest_framework import generics, routers, serializers, viewsets


class Station(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)


class Country(models.Model):
    code = models.SlugField(max_length=2, unique=True)


class Sensor(models.Model):
    pass


class StationSerializer(serializers.ModelSerializer):
    class Meta:
        model = Station
        fields = ["id"]


class CountrySerializer(serializers.ModelSerializer):
    class Meta:
        model = Country
        fields = ["code"]


class SensorSerializer(serializers.ModelSerializer):
    class Meta:
        model = Sensor
        fields = ["id"]


class StationViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = StationSerializer
    queryset = Station.objects.all()
    authentication_classes = []
    permission_classes = []


class CountryViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = CountrySerializer
    queryset = Country.objects.all()
    lookup_field = "code"
    authentication_classes = []
    permission_classes = []


class SensorDetail(generics.RetrieveDestroyAPIView):
    serializer_class = SensorSerializer
    queryset = Sensor.objects.all()
    authentication_classes = []
    permission_classes = []


router = routers.SimpleRouter(trailing_slash=False)
router.register("stations", StationViewSet)
router.register("countries", CountryViewSet)
urlpatterns = router.urls + [path("sensors/<int:pk>", SensorDetail.as_view())]
