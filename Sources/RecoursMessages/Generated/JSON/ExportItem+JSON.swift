// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

extension ExportItem {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(&item, Item.mandate, as: JSONPlain<Mandate>.self, "mandate")
        try json.read(&item, Item.caseFile, as: JSONPlain<Case>.self, "caseFile", "case_file")
        try json.read(&item, Item.event, as: JSONPlain<ExportedEvent>.self, "event")
        try json.read(&item, Item.summary, as: JSONPlain<ExportSummary>.self, "summary")
        try json.read(&item, Item.evidence, as: JSONPlain<Evidence>.self, "evidence")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        switch item {
        case .mandate(let value):
            try json.write(Optional(value), "mandate")
        case .caseFile(let value):
            try json.write(Optional(value), "caseFile")
        case .event(let value):
            try json.write(Optional(value), "event")
        case .summary(let value):
            try json.write(Optional(value), "summary")
        case .evidence(let value):
            try json.write(Optional(value), "evidence")
        case nil: break
        }
    }
}
