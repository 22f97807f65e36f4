// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

/// What was not found.
public struct ResourceInfo: RecoursMessage {
    /// "case", "partner", "mandate", ….
    public var resourceType: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        resourceType: String = ""
    ) {
        self.resourceType = resourceType
    }

    /// `recours.v1.ResourceInfo`.
    public static var protoName: String { "recours.v1.ResourceInfo" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
