// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

/// The message `recours.v1.GetReceiptResponse`.
public struct GetReceiptResponse: RecoursMessage {
    /// Begins with "recours-receipt@v1"; ends with a signed checkpoint in the C2SP form.
    public var receipt: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        receipt: String = ""
    ) {
        self.receipt = receipt
    }

    /// `recours.v1.GetReceiptResponse`.
    public static var protoName: String { "recours.v1.GetReceiptResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
