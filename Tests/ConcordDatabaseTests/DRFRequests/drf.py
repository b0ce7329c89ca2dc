"""The app of Tests/ConcordDatabaseTests/Fixtures in Django REST framework."""

import uuid

import django_filters.rest_framework
from django.db import models
from django.urls import path
from rest_framework import filters, generics, pagination, serializers, viewsets
from rest_framework.permissions import BasePermission


class Owner(models.Model):
    email = models.EmailField(unique=True)
    city = models.TextField(null=True)

    class Meta:
        app_label = "parity"


class Tag(models.Model):
    word = models.TextField(primary_key=True)

    class Meta:
        app_label = "parity"


class Station(models.Model):
    class Status(models.TextChoices):
        ACTIVE = "active"
        RETIRED = "retired"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=40, unique=True)
    elevation = models.FloatField(null=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.ACTIVE)
    owner = models.ForeignKey(Owner, on_delete=models.PROTECT, related_name="stations")
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True)
    tags = models.ManyToManyField(Tag, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        app_label = "parity"
        ordering = ["name"]


class Visit(models.Model):
    station = models.ForeignKey(Station, on_delete=models.CASCADE, related_name="visits")
    visitor = models.TextField()
    minutes = models.IntegerField()

    class Meta:
        app_label = "parity"
        constraints = [models.UniqueConstraint(fields=["station", "visitor"], name="visit_station_visitor_key")]


class OwnerSerializer(serializers.ModelSerializer):
    class Meta:
        model = Owner
        fields = "__all__"


class StationSerializer(serializers.ModelSerializer):
    class Meta:
        model = Station
        fields = "__all__"


class NestedOwnerSerializer(serializers.ModelSerializer):
    class Meta:
        model = Owner
        fields = "__all__"


class StationDetailSerializer(serializers.ModelSerializer):
    owner = NestedOwnerSerializer()

    class Meta:
        model = Station
        exclude = ["created", "changed", "parent"]

    def update(self, instance, data):
        if "owner" in data:
            for name, value in data.pop("owner").items():
                setattr(instance.owner, name, value)
            instance.owner.save()
        return super().update(instance, data)


class VisitSerializer(serializers.ModelSerializer):
    class Meta:
        model = Visit
        fields = "__all__"


class StationSummarySerializer(serializers.ModelSerializer):
    visits = VisitSerializer(many=True, read_only=True)

    class Meta:
        model = Station
        fields = ["name", "visits"]


class OwnerWithStationsSerializer(serializers.ModelSerializer):
    stations = StationSummarySerializer(many=True, read_only=True)

    class Meta:
        model = Owner
        fields = ["id", "email", "city", "stations"]


class StationFilter(django_filters.FilterSet):
    class Meta:
        model = Station
        fields = {"elevation": ["gte", "lt", "isnull"], "status": ["exact"]}


class Pages(pagination.PageNumberPagination):
    page_size = 3
    page_size_query_param = "page_size"
    max_page_size = 10


class Stations(generics.ListCreateAPIView):
    serializer_class = StationSerializer
    queryset = Station.objects.all()
    filter_backends = [
        django_filters.rest_framework.DjangoFilterBackend,
        filters.SearchFilter, filters.OrderingFilter,
    ]
    filterset_class = StationFilter
    search_fields = ["name"]
    ordering_fields = ["name", "elevation"]
    pagination_class = Pages


class Offsets(pagination.LimitOffsetPagination):
    default_limit = 2


class StationsByOffset(generics.ListAPIView):
    serializer_class = StationSerializer
    queryset = Station.objects.all()
    pagination_class = Offsets


class Cursors(pagination.CursorPagination):
    page_size = 2
    ordering = ("-elevation", "id")


class StationsByCursor(generics.ListAPIView):
    serializer_class = StationSerializer
    queryset = Station.objects.all()
    pagination_class = Cursors


class MayChange(BasePermission):
    def has_object_permission(self, request, view, station):
        return request.method == "GET" or station.status != Station.Status.RETIRED


class StationDetail(generics.RetrieveUpdateDestroyAPIView):
    serializer_class = StationDetailSerializer
    queryset = Station.objects.all()
    permission_classes = [MayChange]


class Owners(generics.ListCreateAPIView):
    serializer_class = OwnerSerializer
    queryset = Owner.objects.order_by("id")

    def perform_create(self, serializer):
        serializer.save(email=serializer.validated_data["email"].lower())


class OwnersWithStations(generics.RetrieveDestroyAPIView):
    serializer_class = OwnerWithStationsSerializer
    queryset = Owner.objects.all()


class VisitViewSet(viewsets.ModelViewSet):
    serializer_class = VisitSerializer
    queryset = Visit.objects.all()


urlpatterns = [
    path("owners", Owners.as_view()),
    path("owners/<pk>", OwnersWithStations.as_view()),
    path("stations", Stations.as_view()),
    path("stations/<pk>", StationDetail.as_view()),
    path("stations-by-offset", StationsByOffset.as_view()),
    path("stations-by-cursor", StationsByCursor.as_view()),
    path("visits", VisitViewSet.as_view({"get": "list", "post": "create"})),
]
