import Concord

@API(title: "enums", version: "1.0.0")
enum MachinesAPI {
    static let views: [any View.Type] = [Machines.self]
}

enum Status: String { case active, retired }

enum Priority: Int { case low = 1, high }

@Model
struct Machine {
    var id: Int
    var status: Status = .active
    var priority: Priority
    var former: Nullable<Status>?
}

@Serializer(of: Machine.self, exclude: \.id)
struct MachineSerializer {}

@View("/machines", .tags("machines"))
struct Machines: ListCreateAPIView {
    static let serializer = MachineSerializer.self
    static let queryset = Machine.objects.all()
}
