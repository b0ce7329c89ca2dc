import ArgumentParser
import Concord
import ConcordPostgreSQL
import ConcordServer
import Foundation

@Serializer(of: Product.self)
struct ProductSerializer {}

@View("/products")
struct ProductViewSet: ModelViewSet {
    static let serializer = ProductSerializer.self
    static let queryset = Product.objects.order(by: .ascending(\.name))
    static let filters: [any FilterBackend<Product>] = [FieldFilter(\.status), SearchFilter(\.name)]
    static let pagination = PageNumberPagination(pageSize: 20, maximum: 100)
}

@Serializer
struct UploadForm {
    var picture: File
    var title: String?
}

/// What the shop has received.
@Serializer
struct UploadSummary {
    var size: Int
    var sum: Int
    var isOnDisk: Bool
}

/// Reads pictures, and forgets them.
@View("/uploads")
struct UploadView {
    @POST("upload")
    func post(@Body(.multipart) form: UploadForm) async throws -> UploadSummary {
        var sum = 0
        for try await chunk in form.picture.chunks {
            for byte in chunk where byte != 0 { sum += Int(byte) }
        }
        return UploadSummary(size: form.picture.size, sum: sum, isOnDisk: form.picture.isOnDisk)
    }
}

/// The app that the tests of commands run. The environment variable `SHOP_HISTORY` names its migrations.
@API(title: "Shop", version: "1.0")
enum ShopAPI {
    static let views: [any View.Type] = [ProductViewSet.self, UploadView.self]
    static let models: [any Model.Type] = [Rating.self, Team.self]

    /// The environment variable `SHOP_POOL` is the number of connections to PostgreSQL.
    static func configure(_ app: inout AppConfiguration) async throws {
        let variables = ProcessInfo.processInfo.environment
        guard let size = variables["SHOP_POOL"].flatMap({ Int($0) }), let url = variables["DATABASE_URL"],
            url.hasPrefix("postgres")
        else { return }
        app.environment.database = Database(try PostgreSQLDatabase(url: url, poolSize: size))
    }
}

extension ShopAPI: MigratedAPI {
    static var migrations: [any Migration.Type] {
        let name = ProcessInfo.processInfo.environment["SHOP_HISTORY"] ?? ""
        return History(rawValue: name)?.migrations ?? []
    }
}

extension ShopAPI: ManagementCommands {
    static let commands: [any ParsableCommand.Type] = [InsertProductsCommand.self]
}

/// `insert-products COUNT`: inserts products, and prints the name of each one once it is committed.
struct InsertProductsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "insert-products")

    @Argument var count: Int

    func run() async throws {
        for _ in 0..<count {
            let name = UUID().uuidString
            try await Database.current.transaction {
                var product = Product(id: UUID(), name: name, created: .now)
                try await product.insert()
                var tag = Tag(word: name)
                try await tag.insert()
                product.tags = [name]
                try await product.save()
            }
            print(name)
            fflush(nil)
        }
    }
}
