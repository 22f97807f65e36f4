// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    private static func key(_ byte: UInt8) -> BoundKey {
        BoundKey(
            spkiSHA256: [UInt8](repeating: byte, count: 32), notAfter: Fixtures.now,
            instance: "main")
    }

    static let registry = [
        ContractCheck("A partner has at most two keys, each key one partner") { store in
            for byte in UInt8(1)...2 {
                guard case .partner = await store.execute(.bindKey(Fixtures.amazon, key(byte)))
                else { throw ContractBreach("not bound") }
            }
            guard
                case .refused(.tooManyKeys) = await store.execute(
                    .bindKey(Fixtures.amazon, key(3)))
            else { throw ContractBreach("a third key") }
            guard
                case .refused(.keyBoundElsewhere) = await store.execute(
                    .bindKey(Fixtures.wish, key(1)))
            else { throw ContractBreach("a key of two partners") }
            let owner = try await store.partner(boundTo: key(1).spkiSHA256)
            try require(owner?.reference == Fixtures.amazon, "owner")
            _ = await store.execute(.unbindKey(Fixtures.amazon, spkiSHA256: key(1).spkiSHA256))
            let nobody = try await store.partner(boundTo: key(1).spkiSHA256)
            try require(nobody == nil, "unbound")
            guard case .partner = await store.execute(.bindKey(Fixtures.wish, key(1))) else {
                throw ContractBreach("free again")
            }
        },
        ContractCheck("A partner put again keeps its number and its keys") { store in
            _ = await store.execute(.bindKey(Fixtures.wish, key(4)))
            let before = try await store.partner(Fixtures.wish)
            let outcome = await store.execute(
                .putPartner(Fixtures.wish, name: "Wish France", siren: "", at: Fixtures.now))
            guard case .partner(let record, isNew: false) = outcome else {
                throw ContractBreach("\(outcome)")
            }
            try require(record.name == "Wish France", "name")
            try require(record.number == before?.number, "number")
            let stored = try await store.partner(Fixtures.wish)
            try require(stored == record && record.keys == [key(4)], "kept")
        },
        ContractCheck("Partners are paged by kind and name") { store in
            var found: [PartnerRecord] = []
            while true {
                let page = try await store.partners(
                    kind: nil, after: found.last?.reference, limit: 2)
                if page.isEmpty { break }
                found.append(contentsOf: page)
            }
            try require(
                found.map(\.reference) == [
                    Fixtures.association, Fixtures.otherAssociation, Fixtures.business,
                    Fixtures.amazon, Fixtures.wish, Fixtures.mediator,
                ], "order")
            let platforms = try await store.partners(kind: .platform, after: nil, limit: 10)
            try require(platforms.map(\.reference) == [Fixtures.amazon, Fixtures.wish], "kind")
        },
        ContractCheck("Mandates are put in bulk, counted, and paged") { store in
            let mandates = (0..<30).map { index in
                Mandate(
                    association: Fixtures.association.slug, siren: "\(100_000_000 + index)",
                    from: Fixtures.today, until: nil, documentSHA256: [])
            }
            let order = AdministrativeOrder.putMandates(mandates)
            guard case .mandates(added: 30, updated: 0) = await store.execute(order),
                case .mandates(added: 0, updated: 30) = await store.execute(order)
            else { throw ContractBreach("counts") }
            var found: [Mandate] = []
            while true {
                let page = try await store.mandates(
                    association: Fixtures.association.slug, after: found.last, limit: 8)
                if page.isEmpty { break }
                found.append(contentsOf: page)
            }
            try require(found.count == 31 && Array(found.prefix(30)) == mandates, "pages")
        },
        ContractCheck("A list of mandates with one wrong is refused whole, naming it") { store in
            var mandates = (0..<3).map { index in
                Mandate(
                    association: Fixtures.association.slug, siren: "\(100_000_000 + index)",
                    from: Fixtures.today, until: nil, documentSHA256: [])
            }
            mandates[2].association = "nobody"
            guard
                case .refused(.unknownAssociation(index: 2)) = await store.execute(
                    .putMandates(mandates))
            else { throw ContractBreach("not refused") }
            let found = try await store.mandates(
                association: Fixtures.association.slug, after: nil, limit: 10)
            try require(found.count == 1, "nothing was kept")
        },
    ]
}
