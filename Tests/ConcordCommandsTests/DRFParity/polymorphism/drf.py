from django.urls import path
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework import serializers, views


class WindSerializer(serializers.Serializer):
    kind = serializers.CharField()
    speed = serializers.FloatField(min_value=0)


class RainSerializer(serializers.Serializer):
    kind = serializers.CharField()
    millimetres = serializers.FloatField(min_value=0)


measurement = PolymorphicProxySerializer(
    component_name="Measurement",
    serializers={"wind": WindSerializer, "rain": RainSerializer},
    resource_type_field_name="kind",
)


class Measurements(views.APIView):
    authentication_classes = []
    permission_classes = []

    @extend_schema(request=measurement, responses=measurement)
    def post(self, request):
        """Report a measurement."""


urlpatterns = [path("measurements", Measurements.as_view())]
