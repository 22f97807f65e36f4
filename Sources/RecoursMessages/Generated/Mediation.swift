// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

/// The message `recours.v1.Mediation`.
public struct Mediation: RecoursMessage {
    /// Field 1, `started_at_ms`.
    public var startedAtMs: Int64
    /// Slug of the mediator in charge; empty: nobody yet.
    public var mediator: String
    /// Slugs of mediators with a conflict of interest.
    public var recused: [String]
    /// Field 4, `first_word_at_ms`.
    public var firstWordAtMs: Int64?
    /// Extended from 90 to 180 days.
    public var extended: Bool
    /// Field 6, `notes`.
    public var notes: [ConfidentialNote]
    /// Field 7, `agreement`.
    public var agreement: Agreement?
    /// Field 8, `outcome`.
    public var outcome: MediationOutcome?
    /// Days for which its clock has stood still: while a question was open, or the case withdrawn.
    public var daysPaused: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        startedAtMs: Int64 = 0,
        mediator: String = "",
        recused: [String] = [],
        firstWordAtMs: Int64? = nil,
        extended: Bool = false,
        notes: [ConfidentialNote] = [],
        agreement: Agreement? = nil,
        outcome: MediationOutcome? = nil,
        daysPaused: UInt32 = 0
    ) {
        self.startedAtMs = startedAtMs
        self.mediator = mediator
        self.recused = recused
        self.firstWordAtMs = firstWordAtMs
        self.extended = extended
        self.notes = notes
        self.agreement = agreement
        self.outcome = outcome
        self.daysPaused = daysPaused
    }

    /// `recours.v1.Mediation`.
    public static var protoName: String { "recours.v1.Mediation" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
