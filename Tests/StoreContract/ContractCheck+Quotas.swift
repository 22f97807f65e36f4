// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    static let quotas = [
        ContractCheck("A partner's own limits stay with it, until others take their place") {
            store in
            let all: [[Quota: UInt64]] = [
                [.casesPerDay: 5, .writesPerSecond: 0], [.bytesPerDay: 9], [:],
            ]
            for limits in all {
                guard
                    case .partner(let record, isNew: false) = await store.execute(
                        .setQuotas(Fixtures.amazon, limits))
                else { throw ContractBreach("not set") }
                try require(record.quotas == limits, "set")
                _ = await store.execute(
                    .putPartner(Fixtures.amazon, name: "New", siren: "", at: Fixtures.now))
                let stored = try await store.partner(Fixtures.amazon)
                try require(stored?.quotas == limits, "kept")
                let listed = try await store.partners(kind: .platform, after: nil, limit: 1)
                try require(listed.first?.quotas == limits, "listed")
            }
            let stranger = PartnerReference(kind: .platform, slug: "nobody")
            guard case .refused(.unknownPartner) = await store.execute(.setQuotas(stranger, [:]))
            else { throw ContractBreach("set for a stranger") }
        },
        ContractCheck("Cases beyond a day's quota are refused; repetitions and others' are not") {
            store in
            _ = await store.execute(.setQuotas(Fixtures.association, [.casesPerDay: 2]))
            let outcomes = await store.executeInOrder(
                try (UInt64(1)...3).map { .submit(try Fixtures.submission($0)) })
            _ = try applied(outcomes[0])
            _ = try applied(outcomes[1])
            guard case .overQuota(let excess) = outcomes[2] else {
                throw ContractBreach("\(outcomes[2])")
            }
            // Noon in Paris: the day has twelve hours left.
            try require(
                excess
                    == QuotaExcess(.casesPerDay, limit: 2, waitMilliseconds: 12 * 3_600_000),
                "\(excess)")
            _ = try replayed(await store.execute(.submit(try Fixtures.submission(1))))
            _ = try await store.file(
                try Fixtures.submission(
                    4, by: Fixtures.otherAssociation, identifierOffset: 1))
            let use = try await store.use(of: Fixtures.association, at: Fixtures.now)
            try require(use.cases == 2 && use.bytes > 0, "\(use)")
        },
        ContractCheck("The next day a partner has its quota again") { store in
            _ = await store.execute(.setQuotas(Fixtures.association, [.casesPerDay: 1]))
            _ = try await store.file(try Fixtures.submission(1))
            var next = try Fixtures.submission(2)
            next.at = Instant(
                millisecondsSince1970: Fixtures.now.millisecondsSince1970 + 12 * 3_600_000)
            next.today = Fixtures.today.adding(days: 1)
            _ = try await store.file(next)
            let use = try await store.use(of: Fixtures.association, at: next.at)
            try require(use.day == next.today && use.cases == 1, "\(use)")
        },
        ContractCheck("What is said of cases and files count against the day's bytes") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let acknowledging = Fixtures.change(
                receipt.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact))
            _ = try applied(await store.execute(acknowledging))
            let used = try await store.use(of: Fixtures.amazon, at: Fixtures.now).bytes
            try require(used > 0, "an acknowledgement counts")
            _ = await store.execute(.setQuotas(Fixtures.amazon, [.bytesPerDay: used]))
            let answer = await store.execute(
                Fixtures.change(
                    receipt.identifier, by: Fixtures.amazon, .respond(Fixtures.answer)))
            guard case .overQuota(let excess) = answer, excess.quota == .bytesPerDay else {
                throw ContractBreach("\(answer)")
            }
            _ = await store.execute(.setQuotas(Fixtures.association, [.bytesPerDay: 100_000]))
            _ = await store.execute(Fixtures.keeping(1))
            let kept = await store.execute(Fixtures.keeping(2, size: 100_000))
            guard case .refused(.overQuota) = kept else { throw ContractBreach("\(kept)") }
            let asked = try await store.excess(
                of: Fixtures.association, bytes: 100_000, at: Fixtures.now)
            try require(asked?.limit == 100_000, "told before it is sent")
            let small = try await store.excess(
                of: Fixtures.association, bytes: 10, at: Fixtures.now)
            try require(small == nil, "a small one has room")
        },
    ]
}
