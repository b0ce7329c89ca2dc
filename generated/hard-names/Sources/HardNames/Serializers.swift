import Concord
import Foundation

@Serializer("Type")
struct TypeSchema {
    @Field("Type") var type2: String
    @Field("Protocol") var `protocol`: String
    var `self`: String
    @Field("Self") var self2: String?
    var `init`: String?
    var `default`: String?
    var `class`: String?
    var json: String?
    var key: String?
    var object: String?
    var value: String?
    @Field("rawValue") var rawValueValue: String?
    var hashValue: String?
    var description: String?
    var wire: String?
    @Field("_Codecs") var codecs: String?
    @Field("") var empty: String?
    @Field(" ") var blank: String?
    @Field("1st") var _1st: String?
    @Field("$ref-like") var refLike: String?
    @Field("@type") var type: String?
    @Field("user_id") var userID3: String?
    @Field("userId") var userID: String?
    @Field("user-id") var userID2: String?
    @Field("USER_ID") var userID4: String?
    @Field("👍") var u1f44d: Bool?
    @Field("👎") var u1f44e: Bool?
    @Field("🇩🇪") var u1f1e9u1f1ea: Bool?
    @Field(
        "a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-and-twenty-more-here"
    )
    var aNameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersAndTwentyMoreHere:
        Bool?
    @Field("__proto__") var proto: String?
    @Field(#"quote"d"#) var quoteD: String?
    @Field(#"back\slash"#) var backSlash: String?
    @Field(
        """
        line
        feed
        """
    )
    var lineFeed: String?
}

@Serializer("Self")
struct SelfSchema {
    @Indirect var `self`: SelfSchema?
}

@Serializer("Protocol", .keys(.pascalCase))
struct ProtocolSchema {
    var `protocol`: Int?
}

@Serializer("Error", .keys(.pascalCase))
struct ErrorSchema {
    var error: String?
}

@Schema("Array") typealias ArraySchema = [StringSchema]

@Serializer("String", .minLength(1))
struct StringSchema {
    var rawValue: String
}

@Serializer("Int", .minimum(0))
struct IntSchema {
    var rawValue: Int
}

@Serializer("Optional")
struct OptionalSchema {
    @Indirect var some: OptionalSchema?
    var none: String?
}

@Schema("Date") typealias DateSchema = Date

@Serializer("JSON", .keys(.pascalCase))
struct JSONSchema {
    var date: DateSchema?
    var array: ArraySchema?
}

@Serializer("Any", .keys(.pascalCase))
struct AnySchema {
    var any: Int?
}

@Serializer("Never", .keys(.pascalCase))
struct NeverSchema {
    var never: Int?
}

@Serializer("Model", .keys(.pascalCase))
struct ModelSchema {
    var model: ViewSchema?
}

@Serializer("View", .keys(.pascalCase))
struct ViewSchema {
    var view: String?
}

@Serializer("Serializer", .keys(.pascalCase))
struct SerializerSchema {
    var serializer: String?
}

@Serializer
struct Package {
    var package: String?
}

@Serializer("Foundation", .keys(.pascalCase))
struct FoundationSchema {
    var concord: ConcordSchema?
}

@Serializer("Concord", .keys(.pascalCase))
struct ConcordSchema {
    var swift: SwiftSchema?
}

@Serializer("Swift", .keys(.pascalCase))
struct SwiftSchema {
    var string: StringSchema?
}

@Serializer("ConcordCore", .keys(.pascalCase))
struct ConcordCoreSchema {
    var wire: String?
}

@Serializer("pet")
struct Pet2 {
    var name: String?
}

@Serializer("Pet")
struct PetSchema {
    var pet: Pet2?
}

@Serializer(.keys(.pascalCase))
struct PET {
    var pet: PetSchema?
}

@Serializer("p.e-t", .keys(.screamingSnakeCase))
struct PET3 {
    var pet: PET?
}

@Serializer("400")
struct _400 {
    var code: Int?
}

@Serializer("con")
enum Con: String {
    case con, aux, nul
}

@Serializer
struct 用户 {
    var 用户: 用户用户?
    @Field("订单") @Indirect var 订单Value: 订单?

    @Serializer
    struct 用户用户 {
        var 名: String?
    }
}

@Serializer
struct 订单 {
    @Field("用户") @Indirect var 用户Value: 用户?
}

@Serializer("3时间")
enum _3时间: String {
    case _3时 = "3时"
    case 时间
}

@Serializer
struct 时间 {
    @AllOf var _3时间Value: _3时间
    @Field("时间") @Indirect var 时间Value: 时间?
}

@Schema("👍") typealias U1F44D = Bool

@Serializer(
    "a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-a-name-of-three-hundred-characters-and-twenty-more-here"
)
struct
    ANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersANameOfThreeHundredCharactersAndTwentyMoreHere
{
    var a: String?
}

@Serializer("_")
struct Underscore {
    @Field("_") var underscore: String?
}

@Serializer
enum Values: String {
    case empty = ""
    case minus1 = "-1"
    case value1Point5 = "1.5"
    case `true`
    case aB3 = "a b"
    case aB2 = "A_B"
    case aB4 = "a-b"
    case aB
    case selfValue = "self"
    case initValue = "init"
    case `default`
    case typeValue = "Type"
    case noneValue = "none"
    case someValue = "some"
    case rawValueValue = "rawValue"
    case u1f44d = "👍"
    case 用户
    case quoteD = #"quote"d"#
    case backSlash = #"back\slash"#
}

@Serializer
enum Numbers: Int {
    case minus1 = -1
    case value0 = 0
    case value1 = 1
    case value10 = 10
}

@Serializer
enum Fractions: Double {
    case minus1Point5 = -1.5
    case value0 = 0
    case value1Point5 = 1.5
}

@Serializer(.enum(1, "one", true, nil, 1.5))
struct Mixed {
    var rawValue: JSON
}
