// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

/// The message `recours.v1.AcknowledgeCasesResponse`.
public struct AcknowledgeCasesResponse: RecoursMessage {
    /// In the order of the request.
    public var results: [AcknowledgementResult]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        results: [AcknowledgementResult] = []
    ) {
        self.results = results
    }

    /// `recours.v1.AcknowledgeCasesResponse`.
    public static var protoName: String { "recours.v1.AcknowledgeCasesResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
