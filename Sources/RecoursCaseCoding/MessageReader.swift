// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
internal import RecoursMessages

/// Reads the rules' values out of messages, and notes what a message can say but a value cannot.
///
/// Paths are closures: a message without fault builds no text.
package struct MessageReader {
    /// Whose words are read.
    package enum Origin: Sendable {
        /// A partner's: fields that only the server sets are violations.
        case partner
        /// Our own store's.
        case store
    }

    /// As many as the rules keep. Without a limit, a list of millions of wrong numbers would take
    /// hundreds of megabytes before it is answered with these.
    package static let maximumViolations = 50

    /// What could not be read, with paths in the protocol's names.
    package private(set) var violations: [Violation] = []
    let origin: Origin

    package init(from origin: Origin) {
        self.origin = origin
    }

    package mutating func date(_ text: String, _ path: () -> String) -> CalendarDate? {
        guard !text.isEmpty else { return nil }
        if let date = CalendarDate(iso: text) { return date }
        note(Violation(path(), .dateForm))
        return nil
    }

    /// The enumeration's value, nil for UNSPECIFIED; an unknown number is a violation.
    package mutating func value<Value: RawRepresentable<Int32>>(
        _ number: Int32, _ path: () -> String
    ) -> Value? {
        guard number != 0 else { return nil }
        if let value = Value(rawValue: number) { return value }
        note(Violation(path(), .unknownValue, actual: Int(number)))
        return nil
    }

    /// As `value`, in lists: there UNSPECIFIED has no meaning either.
    mutating func values<Value: RawRepresentable<Int32>>(
        _ numbers: some Sequence<Int32>, _ path: () -> String
    ) -> [Value] {
        var values: [Value] = []
        for (place, number) in numbers.enumerated() {
            if let value = Value(rawValue: number) {
                values.append(value)
            } else {
                note(Violation("\(path())[\(place)]", .unknownValue, actual: Int(number)))
            }
        }
        return values
    }

    /// Notes a field which only the server sets, if a partner has set it.
    mutating func serverOnly(isSet: Bool, _ path: () -> String) {
        guard isSet, origin == .partner else { return }
        note(Violation(path(), .serverSet))
    }

    /// Notes a field that must be there, unless it was found unreadable already.
    mutating func missing(_ path: String) {
        if violations.contains(where: { $0.fieldPath == path }) { return }
        note(Violation(path, .required))
    }

    private mutating func note(_ violation: @autoclosure () -> Violation) {
        guard violations.count < Self.maximumViolations else { return }
        violations.append(violation())
    }

    func instant(_ milliseconds: Int64?) -> Instant? {
        milliseconds.map(Instant.init(millisecondsSince1970:))
    }
}
