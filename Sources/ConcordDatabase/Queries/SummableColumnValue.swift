// The protocol documents its requirement.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import ConcordCore

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A type of numbers in a column, or of optional numbers.
public protocol SummableColumnValue: ColumnValue {
    /// The type of a sum.
    associatedtype Sum: ColumnValue
}

extension Int: SummableColumnValue { public typealias Sum = Int }
extension Int16: SummableColumnValue { public typealias Sum = Int }
extension Int32: SummableColumnValue { public typealias Sum = Int }
extension Int64: SummableColumnValue { public typealias Sum = Int }
extension Double: SummableColumnValue { public typealias Sum = Double }
extension Float: SummableColumnValue { public typealias Sum = Double }
extension Decimal: SummableColumnValue { public typealias Sum = Decimal }
extension Optional: SummableColumnValue where Wrapped: SummableColumnValue { public typealias Sum = Wrapped.Sum }
