// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// The message `recours.v1.SubmitCaseResponse`.
public struct SubmitCaseResponse: RecoursMessage {
    /// Absent only for validate_only.
    public var receipt: SubmissionReceipt?
    /// Warnings of a validate_only call.
    public var warnings: [FieldViolation]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        receipt: SubmissionReceipt? = nil,
        warnings: [FieldViolation] = []
    ) {
        self.receipt = receipt
        self.warnings = warnings
    }

    /// `recours.v1.SubmitCaseResponse`.
    public static var protoName: String { "recours.v1.SubmitCaseResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
