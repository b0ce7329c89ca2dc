import Concord

@Serializer(.type(nil))
struct Properties3 {
    @Field(
        """
        foo
        bar
        """
    )
    var fooBar2: Double?
    @Field(#"foo"bar"#) var fooBar5: Double?
    @Field(#"foo\bar"#) var fooBar6: Double?
    @Field("foo\rbar") var fooBar4: Double?
    @Field("foo\tbar") var fooBar: Double?
    @Field("foo\u{C}bar") var fooBar3: Double?
}
