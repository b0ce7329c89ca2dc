import Concord

@API(title: "enums-equal-choices", version: "1.0.0")
enum StatesAPI {
    static let views: [any View.Type] = [Orders.self, Doors.self, Tickets.self]
}

enum OrderState: String {
    /// Not yet paid
    case open
    /// Paid
    case closed
}

enum DoorState: String {
    /// One can walk through
    case open
    /// One can't
    case closed
}

enum TicketState: String { case open, waiting }

@Model
struct Order {
    var id: Int
    var state: OrderState
}

@Model
struct Door {
    var id: Int
    var state: DoorState
}

@Model
struct Ticket {
    var id: Int
    var state: TicketState
}

@Serializer(of: Order.self, fields: \.state)
struct OrderSerializer {}

@Serializer(of: Door.self, fields: \.state)
struct DoorSerializer {}

@Serializer(of: Ticket.self, fields: \.state)
struct TicketSerializer {}

@View("/orders", .tags("orders"))
struct Orders: ListAPIView {
    static let serializer = OrderSerializer.self
    static let queryset = Order.objects.all()
}

@View("/doors", .tags("doors"))
struct Doors: ListAPIView {
    static let serializer = DoorSerializer.self
    static let queryset = Door.objects.all()
}

@View("/tickets", .tags("tickets"))
struct Tickets: ListAPIView {
    static let serializer = TicketSerializer.self
    static let queryset = Ticket.objects.all()
}
