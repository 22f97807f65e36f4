// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

/// The message `recours.v1.ExportItem`.
public struct ExportItem: RecoursMessage {
    /// One of several, or none: `item`.
    public var item: Item?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        item: Item? = nil
    ) {
        self.item = item
    }

    /// The members of `item`.
    public enum Item: Sendable, Hashable {
        /// Field 1, `mandate`.
        indirect case mandate(Mandate)
        /// Followed by its events and its files.
        indirect case caseFile(Case)
        /// Field 3, `event`.
        case event(ExportedEvent)
        /// Field 4, `summary`.
        case summary(ExportSummary)
        /// What is known of a file of the case before; the file itself is fetched with
        /// EvidenceService.
        indirect case evidence(Evidence)
    }

    /// `recours.v1.ExportItem`.
    public static var protoName: String { "recours.v1.ExportItem" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
