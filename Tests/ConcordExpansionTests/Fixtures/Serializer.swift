@Serializer(.additionalProperties(false), .minProperties(1))
struct Pet {
    @Field(.readOnly) var id: Int64
    @Field(.minLength(1), .maxLength(20)) var name: String
    var status: Status = .available
    @Field("chip_number", .pattern("^[0-9]{4}$")) var chipNumber: String?
    var born: Nullable<CalendarDate>?
    @Field(.maxItems(3), .items(.minLength(1))) var tags: [String] = []
    @Field(.required) var history: [Status] = []
    @Field(.writeOnly) var secret: String?
    var kind = Const("pet")
    var json: JSON?
    var `default`: Bool?

    enum Status: String { case available, notYet = "not-yet" }
}

@Serializer(.keys(.snakeCase))
struct Open {
    var takenAt: Date
    @PatternProperties("^x-") var extensions: [String: JSON]
    @AdditionalProperties var others: [String: Int]
}
