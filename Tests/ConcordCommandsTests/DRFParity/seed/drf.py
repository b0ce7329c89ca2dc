from django.db import models
from django.urls import path
from rest_framework import filters, generics, permissions, serializers


class MyData(models.Model):
    name = models.CharField(max_length=100)
    value = models.FloatField(null=True, blank=True)


class MyDataSerializer(serializers.ModelSerializer):
    class Meta:
        model = MyData
        exclude = ["id"]


class IsInOffice(permissions.BasePermission):
    """Only from within the office."""


class NameContains(filters.BaseFilterBackend):
    def get_schema_operation_parameters(self, view):
        return [{"name": "contains", "in": "query", "schema": {"type": "string"}}]


class AtLeast(filters.BaseFilterBackend):
    def get_schema_operation_parameters(self, view):
        return [{"name": "at_least", "in": "query", "schema": {"type": "number"}}]


class ListMyData(generics.ListAPIView):
    serializer_class = MyDataSerializer
    queryset = MyData.objects.all()
    authentication_classes = []
    permission_classes = [IsInOffice]
    filter_backends = [NameContains, AtLeast]


urlpatterns = [path("my-data", ListMyData.as_view())]
