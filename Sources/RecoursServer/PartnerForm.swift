// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursWire

/// Checks what an operator says of a partner, and puts partners and mandates into messages.
enum PartnerForm {
    private static let nameLength = 200
    private static let slugLength = 63

    /// Checks a registration; throws all that is wrong with it.
    static func check(
        _ request: AddPartnerRequest
    ) throws(RPCStatus) -> RecoursCases.PartnerReference {
        var wrong: [Violation] = []
        let kind = RecoursCases.PartnerKind(rawValue: request.kind.rawValue)
        if kind == nil { wrong.append(Violation("kind", kindCode(request.kind))) }
        if let violation = slugViolation(request.slug) { wrong.append(violation) }
        let scalars = request.name.unicodeScalars
        if scalars.isEmpty {
            wrong.append(Violation("name", .required))
        } else if scalars.count > nameLength {
            wrong.append(
                Violation("name", .tooLong, limit: nameLength, actual: scalars.count))
        } else if scalars.contains(where: { $0.properties.generalCategory == .control }) {
            wrong.append(Violation("name", .controlCharacter))
        }
        if kind == .business {
            if let breach = SirenRule.breach(siren: request.siren) {
                wrong.append(Violation("siren", breach))
            }
        } else if !request.siren.isEmpty {
            wrong.append(Violation("siren", .notForThisType))
        }
        guard let kind, wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        return RecoursCases.PartnerReference(kind: kind, slug: request.slug)
    }

    /// A partner as requests name it.
    static func reference(
        _ kind: RecoursMessages.PartnerKind, _ slug: String
    ) throws(RPCStatus) -> RecoursCases.PartnerReference {
        var wrong: [Violation] = []
        let known = RecoursCases.PartnerKind(rawValue: kind.rawValue)
        if known == nil { wrong.append(Violation("kind", kindCode(kind))) }
        if let violation = slugViolation(slug) { wrong.append(violation) }
        guard let known, wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        return RecoursCases.PartnerReference(kind: known, slug: slug)
    }

    private static func kindCode(_ kind: RecoursMessages.PartnerKind) -> ViolationCode {
        kind == .unspecified ? .required : .unknownValue
    }

    private static func slugViolation(_ slug: String) -> Violation? {
        if slug.isEmpty { return Violation("slug", .required) }
        let isSlug = slug.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        return isSlug && slug.utf8.count <= slugLength ? nil : Violation("slug", .slugForm)
    }
}

// MARK: Messages

extension RecoursMessages.Partner {
    init(_ record: PartnerRecord) {
        self.init(
            kind: .init(rawValue: record.reference.kind.rawValue), slug: record.reference.slug,
            name: record.name, siren: record.siren,
            keys: record.keys.map {
                RecoursMessages.BoundKey(
                    spkiSha256: $0.spkiSHA256, notAfterMs: $0.notAfter.millisecondsSince1970,
                    instance: $0.instance)
            },
            createdAtMs: record.createdAt.millisecondsSince1970)
    }
}

extension RecoursMessages.Mandate {
    init(_ mandate: RecoursStore.Mandate) {
        self.init(
            association: mandate.association, siren: mandate.siren,
            from: mandate.from.description, until: mandate.until?.description ?? "",
            documentSha256: mandate.documentSHA256)
    }
}

// MARK: Positions in lists

extension RecoursCases.PartnerReference {
    /// The kind's number and the slug: where a list of partners goes on.
    var position: [UInt8] { [UInt8(kind.rawValue)] + Array(slug.utf8) }

    init?(position: [UInt8]) {
        guard let first = position.first,
            let kind = RecoursCases.PartnerKind(rawValue: Int32(first))
        else { return nil }
        self.init(kind: kind, slug: String(decoding: position.dropFirst(), as: UTF8.self))
    }
}

extension RecoursStore.Mandate {
    /// The nine digits of the SIREN and the first day: where a list of mandates goes on.
    var position: [UInt8] { Array(siren.utf8) + Array(from.description.utf8) }

    init?(position: [UInt8], association: String) {
        guard position.count > 9,
            let from = CalendarDate(iso: String(decoding: position[9...], as: UTF8.self))
        else { return nil }
        self.init(
            association: association, siren: String(decoding: position[..<9], as: UTF8.self),
            from: from, until: nil, documentSHA256: [])
    }
}
