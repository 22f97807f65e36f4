// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursStore

extension ContractCheck {
    static let trees = [
        ContractCheck("An event joins the tree of who acted; the system's, the submitter's") {
            store in
            let receipt = try await store.file(try Fixtures.submission(1))
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact))))
            // Submitted by the association, transmitted by the system.
            try require(try await store.leaves(of: Fixtures.association).count == 2, "association")
            try require(try await store.leaves(of: Fixtures.amazon).count == 1, "platform")
            try require(try await store.leaves(of: Fixtures.wish).isEmpty, "others")
            try require(try await store.leaves(of: Fixtures.otherAssociation).isEmpty, "others")
        },
        ContractCheck("What is refused, or was done before, grows no tree") { store in
            let submission = try Fixtures.submission(1)
            let receipt = try await store.file(submission)
            let before = try await store.leaves(of: Fixtures.association)
            _ = try replayed(await store.execute(.submit(submission)))
            _ = await store.execute(.submit(try Fixtures.submission(2, siren: "404833048")))
            _ = await store.execute(
                Fixtures.change(
                    receipt.identifier, by: Fixtures.association,
                    .withdraw(reason: "", expectedVersion: 1)))
            try require(try await store.leaves(of: Fixtures.association) == before, "grown")
        },
        ContractCheck("A leaf is the case's number, the event's and the link of its chain") {
            store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let chain = EventChain(codec: RegistryCodec())
            let history = try await store.history(.mediator, .identifier(receipt.identifier))
            let expected = (history?.events ?? []).map { event in
                chain.treeLeaf(
                    number: receipt.publicNumber, identifier: receipt.identifier,
                    sequence: event.sequence, link: event.link)
            }
            try require(expected.count == 2, "events")
            try require(try await store.leaves(of: Fixtures.association) == expected, "leaves")
        },
        ContractCheck("The node above 256 leaves is kept as soon as the last of them is there") {
            store in
            // Two leaves a case, in batches as they come; then one after the other.
            let many = try (1...250).map { CaseOrder.submit(try Fixtures.submission($0)) }
            for outcome in await store.executeInOrder(many) { _ = try applied(outcome) }
            for number in UInt64(251)...260 {
                _ = try await store.file(try Fixtures.submission(number))
            }
            let leaves = try await store.leaves(of: Fixtures.association)
            try require(leaves.count == 520, "leaves")
            let chain = EventChain(codec: RegistryCodec())
            let kept = try await store.nodes(of: Fixtures.association, level: 8)
            let expected = [leaves[0..<256], leaves[256..<512]].map { leaves in
                var row = Array(leaves)
                while row.count > 1 {
                    row = stride(from: 0, to: row.count, by: 2).map {
                        chain.node(row[$0], row[$0 + 1])
                    }
                }
                return row[0]
            }
            try require(kept == expected, "nodes above")
            try require(try await store.verifyChains().damagedCount == 0, "verified")
        },
        ContractCheck("A partner gets its own acts and the system's, and none of the others'") {
            store in
            let receipt = try await store.file(try Fixtures.submission(1))
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact))))
            let scope = CaseScope.submitter(Fixtures.association)
            let platform = CaseScope.platform("amazon")
            let identifier = receipt.identifier
            func index(
                _ scope: CaseScope, _ sequence: UInt64, _ partner: PartnerReference
            ) async throws -> UInt64? {
                try await store.recordedEvent(
                    scope, .identifier(identifier), sequence: sequence, by: partner
                ) { event, _ in event.index }
            }
            let own = Fixtures.association
            try require(try await index(scope, 1, own) == 0, "submitted")
            try require(try await index(scope, 2, own) == 1, "transmitted by the system")
            try require(try await index(scope, 3, own) == nil, "the platform's act")
            try require(try await index(scope, 4, own) == nil, "not there")
            try require(try await index(scope, 0, own) == 0, "its latest act")
            try require(try await index(platform, 0, Fixtures.amazon) == 0, "the platform's")
            try require(try await index(platform, 1, Fixtures.amazon) == nil, "the submitter's")
            try require(
                try await index(.platform("wish"), 3, Fixtures.wish) == nil, "a stranger's")
            try require(
                try await index(
                    .submitter(Fixtures.otherAssociation), 1, Fixtures.otherAssociation) == nil,
                "another association's")
        },
    ]
}

extension CaseStore {
    /// The leaves of a partner's tree.
    package func leaves(of partner: PartnerReference) async throws -> [[UInt8]] {
        try await nodes(of: partner, level: 0)
    }

    /// The kept nodes of a level of a partner's tree.
    package func nodes(of partner: PartnerReference, level: Int) async throws -> [[UInt8]] {
        let found = try await tree(of: partner) { tree throws(StoreError) in
            (size: tree.size, nodes: try tree.nodes(level: level, from: 0, count: 100_000))
        }
        guard let found else { throw ContractBreach("No partner \(partner)") }
        try require(level > 0 || found.size == UInt64(found.nodes.count), "the tree's size")
        return found.nodes
    }
}
