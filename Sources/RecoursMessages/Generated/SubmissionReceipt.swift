// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// Proof that a case was filed.
public struct SubmissionReceipt: RecoursMessage {
    /// Field 1, `case_id`.
    public var caseID: [UInt8]
    /// Field 2, `public_number`.
    public var publicNumber: String
    /// Field 3, `state`.
    public var state: CaseState
    /// Field 4, `version`.
    public var version: UInt64
    /// When the case was filed, by the server's clock.
    public var filedAtMs: Int64
    /// True if an earlier attempt with the same key had already filed it.
    public var alreadyFiled: Bool
    /// What the submitter may want to mend: e.g. a card number in a public field. Never a refusal.
    public var warnings: [FieldViolation]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        publicNumber: String = "",
        state: CaseState = .unspecified,
        version: UInt64 = 0,
        filedAtMs: Int64 = 0,
        alreadyFiled: Bool = false,
        warnings: [FieldViolation] = []
    ) {
        self.caseID = caseID
        self.publicNumber = publicNumber
        self.state = state
        self.version = version
        self.filedAtMs = filedAtMs
        self.alreadyFiled = alreadyFiled
        self.warnings = warnings
    }

    /// `recours.v1.SubmissionReceipt`.
    public static var protoName: String { "recours.v1.SubmissionReceipt" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
