from django.db import models
from rest_framework import filters, pagination, routers, serializers, viewsets
from rest_framework.decorators import action


class Station(models.Model):
    name = models.CharField(max_length=40)
    created = models.DateTimeField(auto_now_add=True)


class StationSerializer(serializers.ModelSerializer):
    class Meta:
        model = Station
        fields = ["id", "name", "created"]


class StationViewSet(viewsets.ModelViewSet):
    serializer_class = StationSerializer
    queryset = Station.objects.all()
    authentication_classes = []
    permission_classes = []
    pagination_class = pagination.LimitOffsetPagination
    filter_backends = [filters.SearchFilter, filters.OrderingFilter]
    search_fields = ["name"]
    ordering_fields = ["name", "created"]

    @action(detail=True, methods=["post"])
    def archive(self, request, pk):
        """Archive a station."""


router = routers.SimpleRouter(trailing_slash=False)
router.register("stations", StationViewSet)
urlpatterns = router.urls
