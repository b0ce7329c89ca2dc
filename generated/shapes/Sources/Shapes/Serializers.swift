import Concord
import Foundation

@Serializer
struct Upload {
    var name: String
    var tags: [String]?
    @Field(.contentMediaType("image/png")) var attachment: Data?
}

@Serializer
struct Tree {
    var children: [Tree]
    var byName: [String: Tree]?
    @Indirect var parent: Tree?
}

@Serializer
struct Node {
    @Indirect var next: Node?
    @Indirect var other: Other?
}

@Serializer
struct Other {
    @Indirect var node: Node
}

@Serializer
struct Nested {
    var rawValue: [Nested]
}

@Serializer
struct Maps {
    var rawValue: [String: Maps]
}

@Serializer
struct Base {
    var kind: String
    @Indirect var derived: Derived?
}

@Serializer
struct Derived {
    @AllOf @Indirect var base: Base
    var bases: [Base]?
}

@Serializer("Expression")
indirect enum ExpressionSchema {
    case sum(Sum)
    case number(Double)
}

@Serializer
struct Sum {
    @Indirect var left: ExpressionSchema
    @Indirect var right: ExpressionSchema
}

@Serializer(.union(.anyOf))
enum Maybe {
    case tree(Tree)
    case null
}

@Serializer(.union(.type))
enum Loose {
    case text(String)
    case integer(Int)
    case null
}
