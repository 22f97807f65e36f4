// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursStore

extension ContractCheck {
    static let reads = [
        ContractCheck("A case is found by identifier, public number and reference") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let scope = CaseScope.submitter(Fixtures.association)
            let references: [CaseReference] = [
                .identifier(receipt.identifier), .publicNumber(receipt.publicNumber),
                .externalReference("REF-1"),
            ]
            for reference in references {
                let found = try await store.caseFile(scope, reference)
                try require(found?.identifier == receipt.identifier, "\(reference)")
            }
        },
        ContractCheck("A read on the caller's own thread sees all that was acknowledged before") {
            store in
            for number in 1...20 as ClosedRange<UInt64> {
                let receipt = try await store.file(
                    try Fixtures.submission(number, reference: "REF-\(number)"))
                let scope = CaseScope.submitter(Fixtures.association)
                let named = CaseReference.externalReference("REF-\(number)")
                let filed = try store.caseFileNow(scope, named)?.get()
                try require(filed?.version == receipt.version, "as it was filed")
                _ = await store.execute(
                    Fixtures.change(
                        receipt.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact)))
                let changed = try store.caseFileNow(scope, .identifier(receipt.identifier))?.get()
                try require(changed?.version == receipt.version + 1, "as it was changed")
            }
        },
        ContractCheck("Each scope sees its own cases and no others") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let byIdentifier = CaseReference.identifier(receipt.identifier)
            let seeing: [CaseScope] = [
                .submitter(Fixtures.association), .platform("amazon"), .mediator,
            ]
            for scope in seeing {
                let found = try await store.caseFile(scope, byIdentifier)
                try require(found != nil, "\(scope) sees it")
            }
            let blind: [CaseScope] = [
                .submitter(Fixtures.otherAssociation), .platform("wish"),
                .submitter(PartnerReference(kind: .association, slug: "nobody")),
            ]
            for scope in blind {
                for reference in [
                    byIdentifier, .publicNumber(receipt.publicNumber), .externalReference("REF-1"),
                ] {
                    let found = try await store.caseFile(scope, reference)
                    try require(found == nil, "\(scope) sees nothing")
                    let history = try await store.history(scope, reference)
                    try require(history == nil, "\(scope) sees no events")
                }
                let page = try await store.cases(scope, CaseFilter(), after: nil, limit: 10)
                try require(page.cases.isEmpty, "\(scope) lists nothing")
            }
        },
        ContractCheck("The events of a case give the case, and their links follow") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            _ = await store.execute(
                Fixtures.change(
                    receipt.identifier, by: Fixtures.amazon, .acknowledge(Fixtures.contact)))
            let history = try await store.history(
                .submitter(Fixtures.association), .identifier(receipt.identifier))
            guard let history else { throw ContractBreach("no history") }
            try require(history.events.count == 3, "three events")
            try require(history.events[0].previousLink == EventChain.origin, "origin")
            for (former, next) in zip(history.events, history.events.dropFirst()) {
                try require(next.previousLink == former.link, "links")
            }
        },
        ContractCheck("A read asked for after an acknowledgement sees it") { store in
            for number in UInt64(1)...100 {
                let receipt = try await store.file(try Fixtures.submission(number))
                let found = try await store.caseFile(
                    .submitter(Fixtures.association), .identifier(receipt.identifier))
                try require(found?.version == receipt.version, "case \(number)")
            }
        },
    ]

    static let lists = [
        ContractCheck("Pages are newest first, and together they are everything once") { store in
            for number in UInt64(1)...25 {
                _ = try await store.file(try Fixtures.submission(number))
                _ = try await store.file(
                    try Fixtures.submission(
                        100 + number, by: Fixtures.otherAssociation, platform: "wish"))
            }
            let scopes: [(CaseScope, Int)] = [
                (.submitter(Fixtures.association), 25), (.platform("wish"), 25), (.mediator, 50),
            ]
            for (scope, count) in scopes {
                let listed = try await store.listAll(scope, CaseFilter(), pageSize: 7)
                try require(listed.count == count, "\(scope): \(listed.count)")
                try require(Set(listed.map(\.identifier)).count == count, "each once")
            }
            let page = try await store.cases(
                .submitter(Fixtures.association), CaseFilter(), after: nil, limit: 1)
            let newest = try Fixtures.submission(25).identifier
            try require(page.cases.map(\.identifier) == [newest], "newest first")
        },
        ContractCheck("A case that comes back to a platform is listed there once") { store in
            let filed = try await store.file(try Fixtures.submission(1))
            for (number, from, to) in [(1, Fixtures.amazon, "wish"), (2, Fixtures.wish, "amazon")] {
                var answer = Fixtures.answer
                answer.identifier = [UInt8](repeating: UInt8(number), count: 16)
                answer.type = .notConcerned
                answer.remedies = []
                answer.notConcernedReason = .homonym
                let commands: [(PartnerReference, CaseCommand)] = [
                    (from, .respond(answer)),
                    (Fixtures.association, .act(.readdress(platform: to, reason: ""))),
                ]
                for (actor, command) in commands {
                    _ = try applied(
                        await store.execute(
                            Fixtures.change(
                                filed.identifier, by: actor, command, minutesLater: Int64(number))))
                }
            }
            let back = try await store.listAll(.platform("amazon"), CaseFilter(), pageSize: 5)
            try require(back.map(\.identifier) == [filed.identifier], "once where it is")
            let left = try await store.listAll(.platform("wish"), CaseFilter(), pageSize: 5)
            try require(left.isEmpty, "no more where it was")
        },
        ContractCheck("A business sees what others filed for it, and acts beside them") { store in
            _ = await store.execute(
                .putMandates([
                    Mandate(
                        association: Fixtures.association.slug, siren: Fixtures.otherSiren,
                        from: Fixtures.today, until: Fixtures.today, documentSHA256: [])
                ]))
            let scope = CaseScope.submitter(Fixtures.business)
            let own = try await store.file(
                Fixtures.submission(1, by: Fixtures.business, siren: Fixtures.otherSiren))
            let others = try await store.file(Fixtures.submission(2))
            let given = try await store.file(Fixtures.submission(3, siren: Fixtures.otherSiren))
            let last = try await store.file(
                Fixtures.submission(4, by: Fixtures.business, siren: Fixtures.otherSiren))
            var draft = try Fixtures.submission(5, siren: Fixtures.otherSiren)
            draft.content = .saved(draft.content.draft)
            _ = await store.execute(.submit(draft))
            let expected = [last.identifier, given.identifier, own.identifier]
            for size in 1...4 {
                let seen = try await store.listAll(scope, CaseFilter(), pageSize: size)
                try require(seen.map(\.identifier) == expected, "each once, the newest first")
            }
            var filter = CaseFilter()
            filter.siren = Fixtures.otherSiren
            let filtered = try await store.listAll(scope, filter, pageSize: 2)
            try require(filtered.map(\.identifier) == expected, "of its own SIREN")
            filter.siren = Fixtures.siren
            let foreign = try await store.listAll(scope, filter, pageSize: 2)
            try require(foreign.isEmpty, "none of another's")
            for hidden in [others.identifier, draft.identifier] {
                let found = try await store.caseFile(scope, .identifier(hidden))
                try require(found == nil, "neither another's nor a draft of its association's")
                let refused = await store.execute(
                    Fixtures.change(hidden, by: Fixtures.business, .withdraw(reason: "")))
                guard case .refused(let refusal) = refused, refusal.code == .notFound else {
                    throw ContractBreach("\(refused)")
                }
            }
            guard
                case .applied = await store.execute(
                    Fixtures.change(
                        given.identifier, by: Fixtures.business, .withdraw(reason: "Réglé.")))
            else { throw ContractBreach("the firm may withdraw its case") }
            let inbox = try await store.inbox(
                .submitter(Fixtures.association), after: 0, limit: 10)
            try require(
                inbox.entries.map(\.caseFile.identifier) == [given.identifier],
                "its association hears of it")
        },
        ContractCheck("Filters narrow a list in every scope") { store in
            let first = try await store.file(try Fixtures.submission(1))
            let second = try await store.file(try Fixtures.submission(2, platform: "wish"))
            _ = try await store.file(
                try Fixtures.submission(3, by: Fixtures.business, siren: Fixtures.otherSiren))
            _ = await store.execute(
                Fixtures.change(
                    second.identifier, by: Fixtures.wish, .acknowledge(Fixtures.contact),
                    minutesLater: 60))
            let scope = CaseScope.submitter(Fixtures.association)
            func expect(
                _ expected: [CaseIdentifier], _ scope: CaseScope,
                _ change: (inout CaseFilter) -> Void
            ) async throws {
                var filter = CaseFilter()
                change(&filter)
                let found = try await store.listAll(scope, filter, pageSize: 10)
                try require(found.map(\.identifier) == expected, "\(filter): \(found.count)")
            }
            let both = [second.identifier, first.identifier]
            try await expect(both, scope) { _ in }
            try await expect(both, scope) { $0.siren = Fixtures.siren }
            try await expect(both, .mediator) { $0.siren = Fixtures.siren }
            try await expect([], scope) { $0.siren = Fixtures.otherSiren }
            try await expect([first.identifier], .platform("amazon")) { $0.siren = Fixtures.siren }
            try await expect([second.identifier], scope) { $0.platform = "wish" }
            try await expect([first.identifier], scope) { $0.states = [.transmitted] }
            try await expect([second.identifier], scope) {
                $0.updatedSince = Instant(
                    millisecondsSince1970: Fixtures.now.millisecondsSince1970 + 1)
            }
            try await expect([], scope) { $0.dueBefore = Fixtures.now }
            try await expect(both, scope) {
                let month: Int64 = 30 * 86_400_000
                $0.dueBefore = Instant(
                    millisecondsSince1970: Fixtures.now.millisecondsSince1970 + month)
            }
        },
        ContractCheck("A list is of one size and activity, in every scope") { store in
            let jeweller = try await store.file(
                try Fixtures.submission(1) { $0.complainant.nafCode = "3212Z" })
            let toymaker = try await store.file(
                try Fixtures.submission(2) {
                    $0.complainant.nafCode = "3240Z"
                    $0.complainant.size = .small
                })
            _ = try await store.file(try Fixtures.submission(3) { $0.complainant.size = nil })
            let scopes: [CaseScope] = [
                .submitter(Fixtures.association), .platform("amazon"), .mediator,
            ]
            let wanted: [(Set<CompanySize>, String?, [CaseIdentifier])] = [
                ([.micro], nil, [jeweller.identifier]),
                ([.micro, .small], nil, [toymaker.identifier, jeweller.identifier]),
                ([], "32", [toymaker.identifier, jeweller.identifier]),
                ([], "32.12Z", [jeweller.identifier]), ([.small], "3240", [toymaker.identifier]),
                ([.small], "3212", []), ([.medium], nil, []),
            ]
            for scope in scopes {
                for (sizes, activity, expected) in wanted {
                    var filter = CaseFilter()
                    filter.complainant.sizes = sizes
                    filter.complainant.activity = activity.flatMap(ActivityPrefix.init)
                    let found = try await store.listAll(scope, filter, pageSize: 1)
                    try require(
                        found.map(\.identifier) == expected, "\(sizes) \(activity ?? "") \(scope)")
                }
            }
        },
        ContractCheck("A platform that asks for a firm is not told which pseudonym it is") {
            store in
            let known = try await store.file(try Fixtures.submission(1))
            let hidden = try await store.file(
                try Fixtures.submission(2) { $0.disclosure = .pseudonym })
            var filter = CaseFilter()
            let seen = try await store.listAll(.platform("amazon"), filter, pageSize: 10)
            try require(
                seen.map(\.identifier) == [hidden.identifier, known.identifier], "it sees both")
            filter.siren = Fixtures.siren
            // Also a page's end says nothing: with room for one there is no next.
            let page = try await store.cases(.platform("amazon"), filter, after: nil, limit: 1)
            try require(page.cases.map(\.identifier) == [known.identifier], "the one it knows")
            try require(page.next == nil, "and nothing after it")
            let own = try await store.listAll(
                .submitter(Fixtures.association), filter, pageSize: 10)
            try require(own.count == 2, "its own side finds both")
        },
        ContractCheck("A position that is no case of the scope ends the list") { store in
            let receipt = try await store.file(try Fixtures.submission(1))
            let page = try await store.cases(
                .submitter(Fixtures.otherAssociation), CaseFilter(), after: receipt.identifier,
                limit: 10)
            try require(page.cases.isEmpty && page.next == nil, "empty")
        },
    ]
}

extension CaseStore {
    /// Follows a list to its end.
    package func listAll(
        _ scope: CaseScope, _ filter: CaseFilter, pageSize: Int
    ) async throws -> [StoredCase] {
        var listed: [StoredCase] = []
        var position: CaseIdentifier?
        repeat {
            let page = try await cases(scope, filter, after: position, limit: pageSize)
            listed.append(contentsOf: page.cases)
            position = page.next
        } while position != nil
        return listed
    }
}
