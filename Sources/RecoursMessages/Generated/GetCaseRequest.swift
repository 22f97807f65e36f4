// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// The message `recours.v1.GetCaseRequest`.
public struct GetCaseRequest: RecoursMessage {
    /// Also return the case's events.
    public var withEvents: Bool
    /// For mediators: also who the complainant is. It is written down before the answer leaves,
    /// with the reason, for everybody concerned to read. A mediator in conflict of interest is not
    /// shown it.
    public var withIdentity: Bool
    /// Why the identity is needed: 1 to 500 characters. Required with with_identity, for mediators.
    public var identityReason: String
    /// One of several, or none: `reference`.
    public var reference: Reference?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        withEvents: Bool = false,
        withIdentity: Bool = false,
        identityReason: String = "",
        reference: Reference? = nil
    ) {
        self.withEvents = withEvents
        self.withIdentity = withIdentity
        self.identityReason = identityReason
        self.reference = reference
    }

    /// The members of `reference`.
    public enum Reference: Sendable, Hashable {
        /// Field 1, `id`.
        case id([UInt8])
        /// With or without dashes, in any case of letters.
        case publicNumber(String)
        /// The caller's own reference, given at submission.
        case externalRef(String)
    }

    /// `recours.v1.GetCaseRequest`.
    public static var protoName: String { "recours.v1.GetCaseRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
