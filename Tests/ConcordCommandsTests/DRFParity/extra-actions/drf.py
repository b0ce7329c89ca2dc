from django.db import models
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import routers, serializers, viewsets
from rest_framework.decorators import action


class Letter(models.Model):
    id = models.BigAutoField(primary_key=True)
    subject = models.CharField(max_length=80)
    sent = models.BooleanField(default=False)


class LetterSerializer(serializers.ModelSerializer):
    class Meta:
        model = Letter
        fields = ["id", "subject", "sent"]
        read_only_fields = ["sent"]


class AddressSerializer(serializers.Serializer):
    """Where a letter goes."""

    city = serializers.CharField()
    street = serializers.CharField(required=False)


class LetterViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = LetterSerializer
    queryset = Letter.objects.all()
    authentication_classes = []
    permission_classes = []

    @extend_schema(
        parameters=[OpenApiParameter("days", {"type": "integer", "minimum": 1, "default": 7})],
        responses=LetterSerializer(many=True),
    )
    @action(detail=False)
    def recent(self, request):
        """Letters of late."""

    @extend_schema(request=LetterSerializer(many=True), responses={201: LetterSerializer(many=True)})
    @action(detail=False, methods=["post"], url_path="in-bulk")
    def write_all(self, request):
        """Write many at once."""

    @extend_schema(request=AddressSerializer, responses=LetterSerializer)
    @action(detail=True, methods=["post"])
    def send(self, request, pk):
        """Send a letter."""

    @extend_schema(responses=AddressSerializer)
    @action(detail=True)
    def stamp(self, request, pk):
        """The letter's stamp."""

    @extend_schema(responses={204: None})
    @stamp.mapping.delete
    def unstamp(self, request, pk):
        """Take the stamp off."""

    @extend_schema(
        parameters=[OpenApiParameter("number", {"type": "integer", "minimum": 1}, OpenApiParameter.PATH)],
        responses=serializers.ListSerializer(child=serializers.CharField()),
    )
    @action(detail=True, url_path=r"pages/(?P<number>\d+)", pagination_class=None)
    def page(self, request, pk, number):
        """One page of it."""


router = routers.SimpleRouter(trailing_slash=False)
router.register("letters", LetterViewSet)
urlpatterns = router.urls
