import Concord

@Model
struct Pet {
    @Field(.readOnly(nil)) var id: Int64
    var name: String
    var tag: String?
}
