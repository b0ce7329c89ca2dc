public import Concord
public import ConcordUsers
public import Foundation

/// An entry of the history: the user, the object, the time and the change.
@Model("admin_log_entry")
public struct AdminLogEntry {
    /// The primary key.
    public var id: Int
    /// The user, or `nil` if the user was deleted since.
    @ForeignKey(onDelete: .setNull) public var user: User.ID?
    /// The name that the user had.
    @Field(.maxLength(150)) public var username: String
    /// What was done with the object.
    public var action: Action
    /// The table of the model.
    public var model: String
    /// The primary key of the object as text.
    public var objectKey: String
    /// The name of the object.
    public var objectLabel: String
    /// The fields that have other values than before.
    public var changes: [JSON] = []
    /// The time of the change.
    @Field(.index) public var created: Date

    /// The most recent entry first.
    public static let ordering: [Ordering<AdminLogEntry>] = [.descending(\.created)]
    /// The object.
    public static let indexes: [Index<AdminLogEntry>] = [Index(\.model, \.objectKey)]

    /// What can be done with an object.
    public enum Action: String, Sendable {
        /// The object is new.
        case created
        /// Fields have other values.
        case changed
        /// The object is gone.
        case deleted
        /// An action of the app was carried out.
        case action
    }
}
