// SPDX-License-Identifier: EUPL-1.2

package import RecoursClient
internal import Synchronization

/// An association that files, asks and files in bulk, and a platform that watches and answers.
package final class Load: Sendable {
    static let filers = 8
    static let askers = 8
    static let bulkItems = 40

    /// The association's programs, which take turns.
    let associations: [RecoursClient]
    let platform: RecoursClient
    /// How often a filing that failed is tried again, each time under another key.
    let attempts: Int
    /// Between two calls of one filer or asker.
    let rest: Duration
    package let ledger: Ledger
    private let isOver = Atomic(false)

    package init(
        associations: [RecoursClient], platform: RecoursClient, attempts: Int = 1,
        rest: Duration = .milliseconds(5), ledger: Ledger = Ledger()
    ) {
        self.associations = associations
        self.platform = platform
        self.attempts = attempts
        self.rest = rest
        self.ledger = ledger
    }

    /// Works until the task is over that says when, then lets the platform answer what is left, for
    /// two minutes at most.
    package func run(until end: Task<Void, Never>) async {
        let watching = Task { await watch() }
        let answering = Task { await answer() }
        let working = Task {
            await withTaskGroup(of: Void.self) { group in
                for place in 0..<Self.filers { group.addTask { await self.file(place) } }
                for place in 0..<Self.askers { group.addTask { await self.ask(place) } }
                group.addTask { await self.fileManyTimes() }
            }
        }
        await end.value
        isOver.store(true, ordering: .relaxed)
        await working.value
        let patience = ContinuousClock.now + .seconds(120)
        while ContinuousClock.now < patience, !allSettled { await pause(.milliseconds(100)) }
        watching.cancel()
        answering.cancel()
        await watching.value
        await answering.value
        for association in associations { await association.drain(within: .seconds(1)) }
        await platform.drain(within: .seconds(1))
    }

    private var allSettled: Bool {
        let entries = ledger.contents
        let seen = Set(entries.watched.map(\.caseID))
        return entries.filed.values.allSatisfy {
            entries.answered.contains($0) && seen.contains($0)
        }
    }

    private var goesOn: Bool { !isOver.load(ordering: .relaxed) }

    private func program(_ place: Int) -> RecoursClient {
        associations[place % associations.count]
    }

    private func file(_ place: Int) async {
        var number = 0
        while goesOn {
            await file("Perte \(place).\(number)", program(place))
            number += 1
            await pause(rest)
        }
    }

    private func file(_ title: String, _ association: RecoursClient) async {
        ledger.note { $0.tried.insert(title) }
        for _ in 0..<attempts {
            let receipt = await ledger.time("submit", by: association) {
                () async throws(RecoursError) in
                try await association.cases.submit(Self.draft(title))
            }
            guard let receipt else { continue }
            ledger.note { $0.filed[title] = receipt.caseID }
            return
        }
    }

    private func fileManyTimes() async {
        var number = 0
        while goesOn {
            let titles = (0..<Self.bulkItems).map { "Envoi \(number).\($0)" }
            let association = program(number)
            number += 1
            ledger.note { $0.tried.formUnion(titles) }
            let count = titles.count
            _ = await ledger.time("bulk of \(count)", by: association) {
                () async throws(RecoursError) in
                for try await result in association.cases.submitAll(titles.map(Self.draft)) {
                    let receipt = try result.outcome.get()
                    ledger.note { $0.filed[titles[result.place]] = receipt.caseID }
                }
            }
            // Forty times as much as one filing.
            if rest > .milliseconds(5) { await pause(rest * 40) }
        }
    }

    private func ask(_ place: Int) async {
        while goesOn {
            guard let one = ledger.contents.filed.randomElement() else {
                await pause(.milliseconds(50))
                continue
            }
            let found = await ledger.time("query", by: program(place)) {
                () async throws(RecoursError) in
                try await program(place).cases.get(id: one.value)
            }
            if let found, found.draft?.title != one.key {
                ledger.noteFailure("query: \(one.key) is another case")
            }
            await pause(rest)
        }
    }

    private func watch() async {
        _ = await ledger.time("watch", by: platform) { () async throws(RecoursError) in
            for try await entry in platform.inbox.watch() {
                ledger.note { $0.watched.append(Sight(entry)) }
            }
        }
    }

    /// Takes note of each case and answers it, a page at a time.
    private func answer() async {
        var cursor: [UInt8] = []
        while !Task.isCancelled {
            let place = cursor
            let page = await ledger.time("pull", by: platform) { () async throws(RecoursError) in
                try await platform.inbox.pull(after: place, max: 50, wait: .seconds(1))
            }
            guard let page else { continue }
            cursor = page.cursor
            await answer(page.entries.compactMap(\.caseFile?.id))
        }
    }

    private func answer(_ cases: [[UInt8]]) async {
        guard !cases.isEmpty else { return }
        let notes = await ledger.time("acknowledge", by: platform) {
            () async throws(RecoursError) in
            try await platform.inbox.acknowledge(cases, contact: Self.desk)
        }
        for case .refusal(let status) in (notes ?? []).map(\.outcome) {
            ledger.noteFailure("acknowledge: \(status.message)")
        }
        await withTaskGroup(of: Void.self) { group in
            for id in cases {
                group.addTask {
                    let done = await self.ledger.time("respond", by: self.platform) {
                        () async throws(RecoursError) in
                        try await self.platform.responses.respond(to: id, Self.explanation)
                    }
                    if done != nil { self.ledger.note { $0.answered.insert(id) } }
                }
            }
        }
    }

    /// A cancelled sleep ends early, which is all that is wanted of it.
    private func pause(_ duration: Duration) async { try? await Task.sleep(for: duration) }

    private static let desk = Contact(name: "Vendor desk", email: "desk@amazon.example")
    private static let explanation = PlatformResponse(
        type: .remedyDone, remedies: [Remedy(kind: .relisted)],
        text: "Les annonces sont de nouveau en ligne.")

    /// With another reference each time: only the key keeps this from being filed twice.
    private static func draft(_ title: String) -> CaseDraft {
        CaseDraft(
            complainant: Party(
                kind: .business, legalName: "Bijoux de l’Atelier", siren: "732829320",
                size: .micro, contact: Contact(name: "Camille", email: "camille@example.org")),
            platformID: "amazon", platformAccountRef: "A1B2C3", category: .delisting,
            title: title,
            facts: "Toutes nos annonces ont disparu le 28 novembre, sans message ni motif.",
            desiredRemedies: [.relisted], incidentOn: "2018-11-28", country: "FR",
            language: "fr", disclosure: .identified, urgency: .standard,
            externalRef: "\(UInt64.random(in: 0 ... .max))")
    }
}
