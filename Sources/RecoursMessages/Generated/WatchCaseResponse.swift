// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

/// The message `recours.v1.WatchCaseResponse`.
public struct WatchCaseResponse: RecoursMessage {
    /// One of several, or none: `content`.
    public var content: Content?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        content: Content? = nil
    ) {
        self.content = content
    }

    /// The members of `content`.
    public enum Content: Sendable, Hashable {
        /// Field 1, `change`.
        case change(CaseUpdate)
        /// A version: nothing that the caller may see came before it.
        case bookmark(UInt64)
    }

    /// `recours.v1.WatchCaseResponse`.
    public static var protoName: String { "recours.v1.WatchCaseResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
