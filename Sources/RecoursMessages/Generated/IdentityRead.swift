// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// That a mediator has read who the complainant of a case is.
public struct IdentityRead: RecoursMessage {
    /// The mediator's slug.
    public var mediator: String
    /// Field 2, `at_ms`.
    public var atMs: Int64
    /// Why, in the mediator's words; empty once the case was erased.
    public var reason: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        mediator: String = "",
        atMs: Int64 = 0,
        reason: String = ""
    ) {
        self.mediator = mediator
        self.atMs = atMs
        self.reason = reason
    }

    /// `recours.v1.IdentityRead`.
    public static var protoName: String { "recours.v1.IdentityRead" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
