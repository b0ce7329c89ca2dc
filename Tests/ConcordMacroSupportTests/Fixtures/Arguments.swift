let limit = [3].count

@Serializer
struct Pet {
    @Field(.minLength([3].count)) var name: String // error: 'minLength' must be a number literal because Concord reads it without running the program; write the value as a literal here
    @Field(minLenght: 1) var nick: String // error: @Field has no argument 'minLenght'; did you mean '.minLength'?
    @OpenAPI("x-\(limit): 1") var wish: String // error: this argument must be a string literal because Concord reads it without running the program; write the value as a literal here

    @Serializer
    struct Habitat {
        @Field(.pattern(3)) var climate: String // error: 'pattern' must be a string literal
    }
}
