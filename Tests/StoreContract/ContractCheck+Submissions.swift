// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursStore

extension ContractCheck {
    static let submissions = [
        ContractCheck("A case filed is transmitted, numbered, and readable at once") { store in
            let submission = try Fixtures.submission(1)
            let receipt = try await store.file(submission)
            try require(receipt.state == .transmitted, "state")
            try require(receipt.version == 2, "version")
            try require(receipt.identifier == submission.identifier, "identifier")
            let found = try await store.caseFile(
                .submitter(Fixtures.association), .identifier(submission.identifier))
            try require(found?.snapshot == receipt.snapshot, "snapshot")
            try require(found?.version == 2, "stored version")
        },
        ContractCheck("The same key and content is the same case again") { store in
            let first = try await store.file(try Fixtures.submission(1))
            let again = try replayed(
                await store.execute(
                    .submit(try Fixtures.submission(1, identifierOffset: 99))))
            try require(again.identifier == first.identifier, "identifier")
            try require(again.publicNumber == first.publicNumber, "number")
            try require(again.state == first.state && again.version == first.version, "state")
            try require(again.filedAt == first.filedAt, "filed at")
            try require(again.changedAt == first.changedAt, "changed at")
        },
        ContractCheck("A replay answers as the first time did, though the case moved on") { store in
            let first = try await store.file(try Fixtures.submission(1))
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        first.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact))))
            let again = try replayed(
                await store.execute(.submit(try Fixtures.submission(1))))
            try require(again.state == .transmitted && again.version == 2, "the first answer")
        },
        ContractCheck("The same key with other content is a conflict that names the case") {
            store in
            let first = try await store.file(try Fixtures.submission(1))
            let other = try Fixtures.submission(
                2, key: Fixtures.key(1, content: 9), reference: "OTHER")
            guard case .conflict(let conflict) = await store.execute(.submit(other)) else {
                throw ContractBreach("no conflict")
            }
            try require(conflict.field == .idempotencyKey, "field")
            try require(conflict.earlier == first.identifier, "case")
            let absent = try await store.caseFile(.mediator, .identifier(other.identifier))
            try require(absent == nil, "nothing was filed")
        },
        ContractCheck("Two partners may use the same key") { store in
            let key = Fixtures.key(5)
            let first = try await store.file(try Fixtures.submission(1, key: key))
            let second = try await store.file(
                try Fixtures.submission(2, by: Fixtures.otherAssociation, key: key))
            try require(first.identifier != second.identifier, "two cases")
        },
        ContractCheck("A reference used again with the same content is the same case") { store in
            let first = try await store.file(try Fixtures.submission(1, reference: "R"))
            let again = try replayed(
                await store.execute(.submit(try Fixtures.submission(2, reference: "R"))))
            try require(again.identifier == first.identifier, "identifier")
        },
        ContractCheck("A reference used again with other content is a conflict") { store in
            let first = try await store.file(try Fixtures.submission(1, reference: "R"))
            let other = try Fixtures.submission(
                2, key: Fixtures.key(2, content: 9), reference: "R")
            guard case .conflict(let conflict) = await store.execute(.submit(other)) else {
                throw ContractBreach("no conflict")
            }
            try require(conflict.field == .externalReference, "field")
            try require(conflict.earlier == first.identifier, "case")
            // Another submitter's references are its own.
            _ = try await store.file(
                try Fixtures.submission(3, by: Fixtures.otherAssociation, reference: "R"))
        },
        ContractCheck("Without a mandate on the day nothing is filed, and the key stays free") {
            store in
            let submission = try Fixtures.submission(1, siren: Fixtures.otherSiren)
            guard case .refused(let refusal) = await store.execute(.submit(submission)) else {
                throw ContractBreach("not refused")
            }
            try require(
                refusal.code == .invalid([Violation("complainant.siren", .noMandate)]), "code")
            let mandate = Mandate(
                association: Fixtures.association.slug, siren: Fixtures.otherSiren,
                from: Fixtures.today, until: Fixtures.today, documentSHA256: [])
            _ = await store.execute(.putMandates([mandate]))
            _ = try await store.file(submission)
            var tomorrow = try Fixtures.submission(2, siren: Fixtures.otherSiren)
            tomorrow.today = Fixtures.today.adding(days: 1)
            guard case .refused = await store.execute(.submit(tomorrow)) else {
                throw ContractBreach("the mandate has ended")
            }
        },
        ContractCheck("A business files for itself alone") { store in
            _ = try await store.file(
                try Fixtures.submission(1, by: Fixtures.business, siren: Fixtures.otherSiren))
            let other = try Fixtures.submission(2, by: Fixtures.business)
            guard case .refused(let refusal) = await store.execute(.submit(other)) else {
                throw ContractBreach("not refused")
            }
            try require(
                refusal.code == .invalid([Violation("complainant.siren", .notTheComplainant)]),
                "code")
        },
        ContractCheck("A platform without an account sends the case to the mediators") { store in
            let receipt = try await store.file(try Fixtures.submission(1, platform: "alibaba"))
            try require(receipt.state == .inMediation, "state")
            let page = try await store.inbox(.mediator, after: 0, limit: 10)
            try require(page.entries.map(\.caseFile.identifier) == [receipt.identifier], "inbox")
            let hidden = try await store.caseFile(
                .platform("alibaba"), .identifier(receipt.identifier))
            try require(hidden == nil, "never transmitted, so not visible")
        },
        ContractCheck("A partner who is not registered can file nothing") { store in
            let stranger = PartnerReference(kind: .association, slug: "nobody")
            let outcome = await store.execute(
                .submit(try Fixtures.submission(1, by: stranger)))
            guard case .unknownPartner = outcome else { throw ContractBreach("\(outcome)") }
        },
        ContractCheck("A refused neighbour leaves no trace and spoils no batch") { store in
            let orders = try (1...200).map { number in
                try Fixtures.submission(
                    UInt64(number),
                    siren: number % 3 == 0 ? Fixtures.otherSiren : Fixtures.siren)
            }
            let outcomes = await store.executeTogether(orders.map(CaseOrder.submit))
            for (index, outcome) in outcomes.enumerated() {
                switch outcome {
                case .applied: try require((index + 1) % 3 != 0, "applied \(index)")
                case .refused: try require((index + 1) % 3 == 0, "refused \(index)")
                default: throw ContractBreach("\(outcome)")
                }
            }
            let report = try await store.verifyChains()
            try require(report.cases == 134 && report.damagedCount == 0, "\(report)")
        },
    ]
}

extension CaseStore {
    /// Queues all orders at once and returns their outcomes in the same order.
    package func executeTogether(_ orders: [CaseOrder]) async -> [CaseOutcome] {
        await withTaskGroup(of: (Int, CaseOutcome).self) { group in
            for (index, order) in orders.enumerated() {
                group.addTask { (index, await self.execute(order)) }
            }
            var outcomes: [(Int, CaseOutcome)] = []
            for await outcome in group { outcomes.append(outcome) }
            return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
