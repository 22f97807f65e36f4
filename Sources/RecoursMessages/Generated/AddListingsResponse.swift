// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.AddListingsResponse`.
public struct AddListingsResponse: RecoursMessage {
    /// In the order of the request.
    public var results: [AddListingResult]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        results: [AddListingResult] = []
    ) {
        self.results = results
    }

    /// `recours.v1.AddListingsResponse`.
    public static var protoName: String { "recours.v1.AddListingsResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
