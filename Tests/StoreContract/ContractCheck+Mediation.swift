// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    /// Files a case against a platform without account: it goes to the mediators.
    private static func unanswered(
        _ number: UInt64, in store: CaseStore, platform: String = "temu"
    ) async throws -> CaseIdentifier {
        try await store.file(try Fixtures.submission(number, platform: platform)).identifier
    }

    private static func queue(
        _ store: CaseStore, _ edit: (inout QueueFilter) -> Void = { _ in }, limit: Int = 100
    ) async throws -> [CaseIdentifier] {
        var filter = QueueFilter()
        edit(&filter)
        var found: [CaseIdentifier] = []
        var position: QueuePosition?
        repeat {
            let page = try await store.queue(filter, after: position, limit: limit)
            found += page.entries.map(\.caseFile.identifier)
            position = page.next
        } while position != nil
        return found
    }

    static let mediation = [
        ContractCheck("What waits for a mediator is queued by date, until it waits no more") {
            store in
            let first = try await unanswered(1, in: store)
            let second = try await unanswered(2, in: store, platform: "shein")
            let third = try await unanswered(3, in: store)
            _ = try await store.file(try Fixtures.submission(4))
            for limit in [1, 2, 100] {
                try require(
                    try await queue(store, limit: limit) == [first, second, third], "by date")
            }
            try require(
                try await queue(store) { $0.platform = "temu" } == [first, third], "by platform")
            try require(
                try await queue(store) { $0.category = .counterfeit }.isEmpty, "by category")
            try require(
                try await queue(store) { $0.reasons = [.mediation] }.count == 3, "by reason")
            try require(try await queue(store) { $0.reasons = [.held] }.isEmpty, "none is held")
            try require(
                try await queue(store) { $0.complainant.sizes = [.micro] }.count == 3, "by size")
            try require(
                try await queue(store) { $0.complainant.activity = ActivityPrefix("32") }.isEmpty,
                "by activity")
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        second, by: Fixtures.mediator,
                        .act(.takeOver(reason: "Je m’en charge.")))))
            try require(
                try await queue(store) { $0.mediator = Fixtures.mediator.slug } == [second], "mine")
            try require(try await queue(store) { $0.mediator = "" } == [first, third], "nobody's")
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        second, by: Fixtures.mediator,
                        .act(
                            .closeMediation(
                                MediationOutcome(
                                    result: .noAgreement, reasons: "Sans réponse.",
                                    nextSteps: ["Tribunal de commerce"]))))))
            try require(try await queue(store) == [first, third], "closed")
        },
        ContractCheck("Like open cases are counted, the largest class first") { store in
            for number in 1...3 { _ = try await unanswered(UInt64(number), in: store) }
            let answered = try await store.file(try Fixtures.submission(4)).identifier
            _ = try await store.file(try Fixtures.submission(5))
            var filter = ClassFilter()
            let temu = CaseClass(platform: "temu", category: .delisting, clause: "")
            let amazon = CaseClass(platform: "amazon", category: .delisting, clause: "")
            let counts = { (page: ClassPage) in
                page.classes.map { "\($0.caseClass.platform) \($0.open) \($0.waiting)" }
            }
            let all = try await store.classes(filter, after: nil, limit: 100)
            try require(counts(all) == ["temu 3 3", "amazon 2 0"], "\(counts(all))")
            try require(all.classes.map(\.caseClass) == [temu, amazon], "their names")
            let page = try await store.classes(filter, after: nil, limit: 1)
            let rest = try await store.classes(filter, after: page.next, limit: 1)
            try require(counts(page) + counts(rest) == counts(all), "by pages")
            filter.platform = "amazon"
            let one = try await store.classes(filter, after: nil, limit: 100)
            try require(counts(one) == ["amazon 2 0"], "of a platform")
            _ = await store.execute(
                Fixtures.change(answered, by: Fixtures.amazon, .respond(Fixtures.answer)))
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        answered, by: Fixtures.association,
                        .giveVerdict(accepted: true, reason: ""))))
            filter.least = 1
            let after = try await store.classes(filter, after: nil, limit: 100)
            try require(counts(after) == ["amazon 1 0"], "after a closure: \(counts(after))")
        },
        ContractCheck("An identity read is on disk, newest first, for those who see the case") {
            store in
            let identifier = try await unanswered(1, in: store)
            for number in 1...3 {
                let outcome = await store.execute(
                    .noteIdentityRead(
                        identifier, mediator: Fixtures.mediator.slug, reason: "\(number)",
                        at: Fixtures.now))
                guard case .noted = outcome else { throw ContractBreach("\(outcome)") }
            }
            let reads = { (scope: CaseScope?) in
                try await store.identityReads(scope, identifier, below: nil, limit: 2)
            }
            let newest = try await reads(.submitter(Fixtures.association))
            try require(newest?.map(\.reason) == ["3", "2"], "newest first")
            let older = try await store.identityReads(
                nil, identifier, below: newest?.last?.number, limit: 2)
            try require(older?.map(\.reason) == ["1"], "the rest")
            try require(try await reads(.mediator)?.count == 2, "mediators")
            try require(
                try await reads(.submitter(Fixtures.otherAssociation)) == nil, "a stranger")
            let unknown = await store.execute(
                .noteIdentityRead(
                    CaseIdentifier(high: 9, low: 9), mediator: "m", reason: "r",
                    at: Fixtures.now))
            guard case .refused(.unknownCase) = unknown else { throw ContractBreach("\(unknown)") }
        },
        ContractCheck("A case that went to another platform leaves the first one's inbox") {
            store in
            let identifier = try await store.file(try Fixtures.submission(1)).identifier
            var answer = Fixtures.answer
            answer.type = .notConcerned
            answer.remedies = []
            answer.notConcernedReason = .homonym
            _ = try applied(
                await store.execute(
                    Fixtures.change(identifier, by: Fixtures.amazon, .respond(answer))))
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        identifier, by: Fixtures.association,
                        .act(.readdress(platform: "wish", reason: "C’est Wish.")))))
            let first = try await store.inbox(.platform("amazon"), after: 0, limit: 10)
            try require(first.entries.isEmpty && first.position == 1, "amazon's")
            let second = try await store.inbox(.platform("wish"), after: 0, limit: 10)
            try require(second.entries.map(\.eventKind) == [2], "wish's")
            let list = try await store.cases(
                .platform("wish"), CaseFilter(), after: nil, limit: 10)
            try require(list.cases.map(\.identifier) == [identifier], "wish's list")
        },
    ]
}
