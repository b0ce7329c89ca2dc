import Concord
import Foundation

/// A group of products, which can be a part of another one.
@Model
struct Category {
    var id: Int
    @Field(.unique) var name: String
    @ForeignKey(onDelete: .cascade) var parent: Category.ID?
}

/// Something that the shop sells.
@Model
struct Product {
    var id: UUID
    @Field(.unique) var name: String
    var price: Decimal = 0
    var stock: Int = 0
    var status: Status = .active
    var isListed: Bool = true
    @ForeignKey(onDelete: .protect) var category: Category.ID?
    @ManyToMany var tags: [Tag.ID] = []
    @Field(.setOn(.create)) var created: Date

    static let indexes: [Index<Product>] = [Index(\.status, \.created)]

    enum Status: String { case active, retired }
}

@Model
struct Tag {
    @Field(.primaryKey) var word: String
}

/// A team, which one of its members leads.
@Model
struct Team {
    var id: Int
    var name: String
    @OneToOne(onDelete: .setNull) var lead: Member.ID?
}

/// A member of a team.
@Model
struct Member {
    var id: Int
    var name: String
    var birthday: CalendarDate?
    var picture: Data?
    var settings: JSON = ["theme": "light"]
    @ForeignKey(onDelete: .cascade) var team: Team.ID
    @ManyToMany(through: Rating.self) var rated: [Product.ID] = []
}

/// What a member thinks of a product.
@Model
struct Rating {
    var id: Int
    @ForeignKey(onDelete: .cascade) var member: Member.ID
    @ForeignKey(onDelete: .cascade) var product: Product.ID
    var stars: Int

    static let constraints: [Constraint<Rating>] = [.unique(\.member, \.product)]
}
