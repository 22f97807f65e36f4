// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    static let concurrency = [
        ContractCheck("A hundred at once under one key are one case and equal answers") { store in
            let outcomes = await store.executeTogether(
                try (0..<100).map {
                    .submit(try Fixtures.submission(1, identifierOffset: UInt64($0)))
                })
            var receipts: [CaseReceipt] = []
            var firsts = 0
            for outcome in outcomes {
                switch outcome {
                case .applied(let receipt):
                    firsts += 1
                    receipts.append(receipt)
                case .replayed(let receipt): receipts.append(receipt)
                default: throw ContractBreach("\(outcome)")
                }
            }
            try require(firsts == 1 && receipts.count == 100, "one effect")
            try require(Set(receipts.map(\.identifier)).count == 1, "one case")
            try require(Set(receipts.map(\.version)).count == 1, "equal answers")
            let listed = try await store.listAll(.mediator, CaseFilter(), pageSize: 10)
            try require(listed.count == 1, "one case on disk")
        },
        ContractCheck("Many producers: every acknowledged case is there once") { store in
            let receipts = try await withThrowingTaskGroup(of: [CaseReceipt].self) { group in
                for producer in UInt64(0)..<16 {
                    group.addTask {
                        var receipts: [CaseReceipt] = []
                        for index in UInt64(0)..<25 {
                            let submission = try Fixtures.submission(1 + producer * 1_000 + index)
                            receipts.append(try await store.file(submission))
                        }
                        return receipts
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try require(Set(receipts.map(\.publicNumber)).count == 400, "numbers")
            let listed = try await store.listAll(
                .submitter(Fixtures.association), CaseFilter(), pageSize: 100)
            try require(
                Set(listed.map(\.identifier)) == Set(receipts.map(\.identifier)), "all there")
            try require(listed.count == 400, "each once")
            let report = try await store.verifyChains()
            try require(report.cases == 400 && report.events == 800, "\(report)")
            try require(report.damagedCount == 0, "whole chains")
        },
        ContractCheck("Of many changes at one version one wins") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let outcomes = await store.executeTogether(
                (0..<50).map { _ in
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.association,
                        .withdraw(reason: "", expectedVersion: 2))
                })
            let winners = outcomes.filter { if case .applied = $0 { true } else { false } }
            try require(winners.count == 1, "\(winners.count) winners")
        },
        ContractCheck("After close every command and read is refused, and none hangs") { store in
            _ = try await store.file(try Fixtures.submission(1))
            store.close()
            guard
                case .failed(let error) = await store.execute(
                    .submit(try Fixtures.submission(2)))
            else { throw ContractBreach("took a command") }
            try require(error.code == .closed && error.isDefinite, "closed")
            do {
                _ = try await store.caseFile(.mediator, .externalReference("REF-1"))
                throw ContractBreach("served a read")
            } catch let error as StoreError {
                try require(error.code == .closed, "closed")
            }
        },
    ]
}
