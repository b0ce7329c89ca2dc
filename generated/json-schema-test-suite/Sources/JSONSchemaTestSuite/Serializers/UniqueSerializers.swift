import Concord

@Serializer(.uniqueItems)
struct UniqueItems0 {
    var rawValue: JSON
}

@Serializer(.type(nil), .uniqueItems, .items(false), .prefixItems(Schema(.type(.boolean)), Schema(.type(.boolean))))
struct UniqueItems2 {
    var rawValue: [JSON]
}

@Serializer(.uniqueItems(false))
struct UniqueItems3 {
    var rawValue: JSON
}

@Serializer(
    .type(nil),
    .uniqueItems(false),
    .items(false),
    .prefixItems(Schema(.type(.boolean)), Schema(.type(.boolean)))
)
struct UniqueItems5 {
    var rawValue: [JSON]
}
