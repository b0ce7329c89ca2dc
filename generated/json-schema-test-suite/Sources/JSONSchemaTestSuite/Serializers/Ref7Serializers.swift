import Concord

@Serializer(.type(nil))
struct Ref7 {
    @Field("$ref") var ref: String?
}
