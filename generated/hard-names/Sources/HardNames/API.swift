import Concord

/// Names that Swift, Foundation, Concord or the disk have a use for already. */ /* """ \(name) #"
@API(title: "Hard names", version: "1.0.0", .openapi("3.1.0"), .responses(.stated))
enum HardNamesAPI {
    static let tags = [Tag("Type"), Tag("con"), Tag("../../etc/passwd")]
    static let views: [any View.Type] = [SelfView.self, ConDetail.self, EtcPasswd.self, Root.self]
    static let components: [Any.Type] = [
        TypeSchema.self,
        SelfSchema.self,
        ProtocolSchema.self,
        ErrorSchema.self,
        ArraySchema.self,
        StringSchema.self,
        IntSchema.self,
        OptionalSchema.self,
        DateSchema.self,
        JSONSchema.self,
        AnySchema.self,
        NeverSchema.self,
        ModelSchema.self,
        ViewSchema.self,
        SerializerSchema.self,
        Package.self,
        FoundationSchema.self,
        ConcordSchema.self,
        SwiftSchema.self,
        ConcordCoreSchema.self,
        Pet2.self,
        PetSchema.self,
        PET.self,
        PET3.self,
        _400.self,
        Con.self,
        用户.self,
        订单.self,
        _3时间.self,
        时间.self,
        U1F44D.self,
        ANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersAndTwentyMoreHere
            .self,
        Underscore.self,
        Values.self,
        Numbers.self,
        Fractions.self,
        Mixed.self,
    ]
}
