from django.db import models
from django.urls import path
from rest_framework import generics, pagination, serializers


class Entry(models.Model):
    text = models.TextField()


class EntrySerializer(serializers.ModelSerializer):
    class Meta:
        model = Entry
        fields = ["id", "text"]


class ByPage(pagination.PageNumberPagination):
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200


class ByOffset(pagination.LimitOffsetPagination):
    default_limit = 20
    max_limit = 100




class Entries(generics.ListAPIView):
    serializer_class = EntrySerializer
    queryset = Entry.objects.all()
    authentication_classes = []
    permission_classes = []
    pagination_class = ByPage


class Extracts(Entries):
    pagination_class = ByOffset


urlpatterns = [path("entries", Entries.as_view()), path("extracts", Extracts.as_view())]
