// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation.proto.

/// How a mediator closed a case: never a decision against a party.
public struct MediationOutcome: RecoursMessage {
    /// Field 1, `result`.
    public var result: MediationResult
    /// 1 to 10,000 characters.
    public var reasons: String
    /// What the complainant may do now: courts, certified bodies, authorities. 1 to 10 of 1 to 500
    /// characters for NO_AGREEMENT.
    public var nextSteps: [String]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        result: MediationResult = .unspecified,
        reasons: String = "",
        nextSteps: [String] = []
    ) {
        self.result = result
        self.reasons = reasons
        self.nextSteps = nextSteps
    }

    /// `recours.v1.MediationOutcome`.
    public static var protoName: String { "recours.v1.MediationOutcome" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
