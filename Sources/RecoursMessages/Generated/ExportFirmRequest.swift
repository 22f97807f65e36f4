// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

/// The message `recours.v1.ExportFirmRequest`.
public struct ExportFirmRequest: RecoursMessage {
    /// 9 digits.
    public var siren: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        siren: String = ""
    ) {
        self.siren = siren
    }

    /// `recours.v1.ExportFirmRequest`.
    public static var protoName: String { "recours.v1.ExportFirmRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
