import Concord
import ConcordDatabase
import ConcordTesting
import Foundation
import Testing

/// The query parameters of filters have the names of the document, in the style of `.keys`.
@Suite struct FilterKeyStyleTests {
    @Test(arguments: ["/tickets", "/tickets-by-view"])
    func filtersTakeTheNamesOfTheDocument(_ path: String) async throws {
        let client = TestClient(TicketAPI.self)
        for (title, isDone) in [("a", true), ("b", false), ("c", true)] {
            let ticket: JSON = ["ticket_title": .string(title), "is_done": .bool(isDone)]
            #expect(try await client.post("/tickets", json: ticket).status == 201)
        }
        let done = try await client.get("\(path)?is_done=true&ordering=-ticket_title")
        #expect(done.json[1]?[path == "/tickets" ? "ticket_title" : "ticketTitle"] == "a")
        #expect(done.json[2] == nil)
        #expect(try await client.get("\(path)?ordering=isDone").status == 400)
    }

    @Test func lookupsHaveTheNamesOfTheDocument() {
        #expect(TicketsByView.path(ofOneAt: "/tickets") == "/tickets/{ticket_title}")
    }
}

@Model
struct Ticket {
    var id: Int
    @Field(.unique) var ticketTitle: String
    var isDone: Bool
}

@Serializer(of: Ticket.self, .keys(.snakeCase))
struct TicketSerializer {}

@Serializer("PlainTicket", of: Ticket.self)
struct PlainTicketSerializer {}

@View("/tickets")
struct Tickets: ListCreateAPIView {
    static let serializer = TicketSerializer.self
    static let queryset = Ticket.objects.all()
    static let filters: [any FilterBackend<Ticket>] = [FieldFilter(\.isDone), OrderingFilter(\.ticketTitle)]
}

@View("/tickets-by-view", .keys(.snakeCase), .schema(AutoSchema(operationIDBase: "TicketByView")))
struct TicketsByView: ListAPIView {
    static let serializer = PlainTicketSerializer.self
    static let queryset = Ticket.objects.all()
    static let lookup = \Ticket.ticketTitle
    static let filters: [any FilterBackend<Ticket>] = [FieldFilter(\.isDone), OrderingFilter(\.ticketTitle)]
}

@API(title: "Tickets", version: "1")
enum TicketAPI {
    static let views: [any View.Type] = [Tickets.self, TicketsByView.self]
}
