from django.db import models
from rest_framework import routers, serializers, viewsets


class Author(models.Model):
    name = models.CharField(max_length=100)


class Licence(models.Model):
    text = models.TextField()


class Tag(models.Model):
    word = models.CharField(max_length=20)


class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    translator = models.ForeignKey(Author, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    licence = models.OneToOneField(Licence, on_delete=models.PROTECT)
    tags = models.ManyToManyField(Tag)
    reviewer = models.ForeignKey(Author, on_delete=models.RESTRICT, related_name="+")
    illustrators = models.ManyToManyField(Author, related_name="+")


class AuthorSerializer(serializers.ModelSerializer):
    class Meta:
        model = Author
        fields = ["id", "name"]


class BookSerializer(serializers.ModelSerializer):
    reviewer = AuthorSerializer()
    illustrators = AuthorSerializer(many=True)

    class Meta:
        model = Book
        fields = ["id", "author", "translator", "licence", "tags", "reviewer", "illustrators"]


class BookViewSet(viewsets.ModelViewSet):
    serializer_class = BookSerializer
    queryset = Book.objects.all()
    authentication_classes = []
    permission_classes = []


router = routers.SimpleRouter(trailing_slash=False)
router.register("books", BookViewSet)
urlpatterns = router.urls
