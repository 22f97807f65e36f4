// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

/// The last item: what must have arrived.
public struct ExportSummary: RecoursMessage {
    /// Field 1, `siren`.
    public var siren: String
    /// Field 2, `exported_at_ms`.
    public var exportedAtMs: Int64
    /// Field 3, `cases`.
    public var cases: UInt64
    /// Field 4, `events`.
    public var events: UInt64
    /// Field 5, `mandates`.
    public var mandates: UInt64
    /// Field 6, `files`.
    public var files: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        siren: String = "",
        exportedAtMs: Int64 = 0,
        cases: UInt64 = 0,
        events: UInt64 = 0,
        mandates: UInt64 = 0,
        files: UInt64 = 0
    ) {
        self.siren = siren
        self.exportedAtMs = exportedAtMs
        self.cases = cases
        self.events = events
        self.mandates = mandates
        self.files = files
    }

    /// `recours.v1.ExportSummary`.
    public static var protoName: String { "recours.v1.ExportSummary" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
