// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// A change of terms or fees; Regulation (EU) 2019/1150, article 3(2), asks for 15 days' notice.
public struct TermsChange: RecoursMessage {
    /// Dates.
    public var announcedOn: String
    /// Field 2, `effective_on`.
    public var effectiveOn: String
    /// Announced on a durable medium.
    public var durableMedium: Bool
    /// Field 4, `document_url`.
    public var documentURL: String
    /// Field 5, `kind`.
    public var kind: TermsChangeKind
    /// Filled by the server: days between the two dates.
    public var noticeDays: Int32?
    /// Filled by the server.
    public var below15: Bool?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        announcedOn: String = "",
        effectiveOn: String = "",
        durableMedium: Bool = false,
        documentURL: String = "",
        kind: TermsChangeKind = .unspecified,
        noticeDays: Int32? = nil,
        below15: Bool? = nil
    ) {
        self.announcedOn = announcedOn
        self.effectiveOn = effectiveOn
        self.durableMedium = durableMedium
        self.documentURL = documentURL
        self.kind = kind
        self.noticeDays = noticeDays
        self.below15 = below15
    }

    /// `recours.v1.TermsChange`.
    public static var protoName: String { "recours.v1.TermsChange" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
