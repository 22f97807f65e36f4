// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// Registers a stream of mandates, a batch at a time, and counts what came of each.
struct MandateImport: ~Copyable {
    private let core: ServiceCore
    private var batch: [(place: UInt64, mandate: RecoursStore.Mandate)] = []
    private var place: UInt64 = 0
    private var response = ImportMandatesResponse()

    init(core: ServiceCore) {
        self.core = core
    }

    /// Takes all of a stream; what has been registered stays so if it breaks off.
    mutating func run(
        _ requests: InboundMessages<RecoursMessages.Mandate>
    ) async throws(RPCStatus) -> ImportMandatesResponse {
        while let message = try await requests.next() {
            take(message)
            if batch.count >= core.limits.mandateBatch { try await registerBatch() }
        }
        try await registerBatch()
        return response
    }

    private mutating func take(_ message: RecoursMessages.Mandate) {
        defer { place += 1 }
        let (mandate, violation) = RecoursStore.Mandate.read(message)
        if let mandate {
            batch.append((place, mandate))
        } else if let violation {
            refuse(place, violation.fieldPath, violation.code.rawValue, violation.description)
        }
    }

    /// Registers the batch. One unknown association refuses the whole order, so that association's
    /// mandates are taken out and the rest is sent again.
    private mutating func registerBatch() async throws(RPCStatus) {
        while !batch.isEmpty {
            switch await core.store.execute(.putMandates(batch.map(\.mandate))) {
            case .mandates(let added, let updated):
                response.added += UInt64(added)
                response.updated += UInt64(updated)
                batch = []
            case .refused(.unknownAssociation(let index)) where batch.indices.contains(index):
                let slug = batch[index].mandate.association
                for item in batch where item.mandate.association == slug {
                    refuse(
                        item.place, "association", "UNKNOWN_ASSOCIATION",
                        "No association of this name is registered.")
                }
                batch.removeAll { $0.mandate.association == slug }
            case .refused(.malformedMandate(let index)) where batch.indices.contains(index):
                refuse(
                    batch[index].place, "siren", ViolationCode.sirenForm.rawValue,
                    "The SIREN has nine digits.")
                batch.remove(at: index)
            case .refused, .partner, .campaign, .profile, .commitment, .claim, .settled, .marked,
                .noted:
                throw RPCStatus(
                    .store(.internalError("An order for mandates was answered otherwise")))
            case .failed(let error):
                throw RPCStatus(.store(error))
            }
        }
    }

    private mutating func refuse(
        _ place: UInt64, _ path: String, _ code: String, _ description: String
    ) {
        response.refused += 1
        guard response.refusals.count < core.limits.mandateRefusals else { return }
        response.refusals.append(
            MandateRefusal(index: place, fieldPath: path, code: code, description: description))
    }
}

extension RecoursStore.Mandate {
    /// A mandate as it came, or the first thing that is wrong with it.
    fileprivate static func read(
        _ message: RecoursMessages.Mandate
    ) -> (mandate: RecoursStore.Mandate?, violation: Violation?) {
        func wrong(_ path: String, _ code: ViolationCode) -> (RecoursStore.Mandate?, Violation?) {
            (nil, Violation(path, code))
        }
        if message.association.isEmpty { return wrong("association", .required) }
        if let breach = SirenRule.breach(siren: message.siren) {
            return (nil, Violation("siren", breach))
        }
        if message.from.isEmpty { return wrong("from", .required) }
        guard let from = CalendarDate(iso: message.from) else { return wrong("from", .dateForm) }
        var until: CalendarDate?
        if !message.until.isEmpty {
            guard let last = CalendarDate(iso: message.until) else {
                return wrong("until", .dateForm)
            }
            if last < from { return wrong("until", .dateOrder) }
            until = last
        }
        if ![0, 32].contains(message.documentSha256.count) {
            return wrong("document_sha256", .identifierForm)
        }
        return (
            RecoursStore.Mandate(
                association: message.association, siren: message.siren, from: from, until: until,
                documentSHA256: message.documentSha256), nil
        )
    }
}
