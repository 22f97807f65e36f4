// SPDX-License-Identifier: EUPL-1.2

/// Why bytes are not the message they should be.
public struct MessageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of refusal.
    public enum Code: Sendable, Hashable {
        /// Not a protobuf encoding of this message, or one that breaks off.
        case malformed
        /// A text is not UTF-8.
        case invalidUTF8
        /// Decoding would take more memory than a message of this length may.
        case tooLarge
        /// A field that this software's schema does not have, where none is allowed.
        case unknownField
    }

    /// What to switch on.
    public let code: Code
    /// Where, in the schema's names: `draft.listings[3].title`; empty for the whole message. An
    /// unknown field stands in the path with its number: `draft.999`.
    public internal(set) var fieldPath: String
    /// What is wrong, for people.
    public let message: String

    /// What whoever sent the bytes can do, for people.
    public var remedy: String {
        switch code {
        case .malformed: "Encode the message with the published schema."
        case .invalidUTF8: "Encode text as UTF-8."
        case .tooLarge: "Split the message into smaller ones."
        case .unknownField: "Leave the field out, or talk to a server that knows it."
        }
    }

    /// The path, if there is one, and the message.
    public var description: String {
        fieldPath.isEmpty ? message : "\(fieldPath): \(message)"
    }

    /// Puts the field that holds the failing one in front of the path.
    mutating func prepend(_ component: String) {
        if fieldPath.isEmpty {
            fieldPath = component
        } else {
            fieldPath = component + "." + fieldPath
        }
    }
}
