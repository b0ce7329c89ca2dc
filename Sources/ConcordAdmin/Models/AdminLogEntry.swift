public import Concord
public import ConcordUsers
public import Foundation

/// An entry of the history: the user, the object, the time and the change.
@Model("admin_log_entry")
public struct AdminLogEntry {
    /// The primary key.
    public var id: Int
    /// The user, or `nil` if the user has been deleted.
    @ForeignKey(onDelete: .setNull) public var user: User.ID?
    /// The name of the user at the time of the change.
    @Field(.maxLength(150)) public var username: String
    /// The change to the object.
    public var action: Action
    /// The table of the model.
    public var model: String
    /// The primary key of the object, as text.
    public var objectKey: String
    /// The name of the object.
    public var objectLabel: String
    /// The fields whose values changed.
    public var changes: [JSON] = []
    /// The time of the change.
    @Field(.index) public var created: Date

    /// Sorts entries by time, most recent first.
    public static let ordering: [Ordering<AdminLogEntry>] = [.descending(\.created)]
    /// The index for finding the entries of an object.
    public static let indexes: [Index<AdminLogEntry>] = [Index(\.model, \.objectKey)]

    /// A change to an object.
    public enum Action: String, Sendable {
        /// The object was created.
        case created
        /// The values of fields were changed.
        case changed
        /// The object was deleted.
        case deleted
        /// A custom action was performed.
        case action
    }
}
