// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore

/// Changes bytes of a small store's database one by one. Whatever is then read is as it was, or is
/// refused; and what is not as it was, a start or a scrub finds.
struct FlipCheck {
    private let directory: String
    /// Counted from 1; all, if there is none.
    private let pages: Set<Int>
    private var database: String { directory + "/store.sqlite" }

    init(directory: String, pages: Set<Int>) {
        self.directory = directory
        self.pages = pages
    }

    /// False if damage was served, or was not found.
    func run(stride step: Int) async throws -> Bool {
        let right = try await readAll(CheckedStore(directory))
        let whole = try Data(contentsOf: URL(fileURLWithPath: database))
        var tally: [String: Int] = [:]
        var isRight = true
        for place in stride(from: 0, to: whole.count, by: step) where !isUnused(place, in: whole) {
            guard pages.isEmpty || pages.contains(place / 4_096 + 1) else { continue }
            var damaged = whole
            damaged[place] ^= UInt8.random(in: 1...255)
            try restore(damaged)
            let outcome = try await outcome(right)
            tally[outcome, default: 0] += 1
            if outcome.hasPrefix("WRONG") { isRight = false }
            // Harmless is for a reader to judge.
            if outcome.hasPrefix("WRONG") || outcome == "harmless" {
                print("byte \(place) of page \(place / 4_096 + 1): \(outcome)")
            }
        }
        try restore(whole)
        let lines = tally.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        print("\(tally.values.reduce(0, +)) bytes: " + lines.joined(separator: ", "))
        return isRight
    }

    /// Within a run of zeros: pages are overwritten with them where nothing lies any more.
    private func isUnused(_ place: Int, in bytes: Data) -> Bool {
        guard place >= 8, place + 8 < bytes.count else { return false }
        return bytes[place - 8...place + 8].allSatisfy { $0 == 0 }
    }

    private func restore(_ bytes: Data) throws {
        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database + end) }
        try bytes.write(to: URL(fileURLWithPath: database))
    }

    private func outcome(_ right: [String: String]) async throws -> String {
        let opened: CheckedStore
        do throws(StoreError) {
            opened = try await CheckedStore(directory)
        } catch {
            return "refused at the start"
        }
        let read = await readAll(opened, closing: false)
        let damage: [StoreError]
        do throws(StoreError) {
            damage = try await opened.scrub()
        } catch {
            damage = [error]
        }
        opened.close()
        for (name, value) in read where value != "refused" && !isPart(value, of: right[name]) {
            return "WRONG: served \(name)"
        }
        if !damage.isEmpty { return "found by the scrub" }
        return read == right ? "harmless" : "WRONG: not found"
    }

    /// A list may leave out what is damaged.
    private func isPart(_ value: String, of right: String?) -> Bool {
        guard let right else { return false }
        if value == right { return true }
        let whole = Set(right.split(separator: "\n"))
        return right.contains("\n") && value.split(separator: "\n").allSatisfy(whole.contains)
    }

    private func readAll(_ opened: CheckedStore) async throws -> [String: String] {
        defer { opened.close() }
        return await readAll(opened, closing: true)
    }

    /// Everything that a reader can ask for: each answer by its name, or "refused".
    private func readAll(_ opened: CheckedStore, closing: Bool) async -> [String: String] {
        let store = opened.store
        var found: [String: String] = [:]
        func read(_ name: String, _ body: () async throws(StoreError) -> String) async {
            do throws(StoreError) {
                found[name] = try await body()
            } catch {
                found[name] = "refused"
            }
        }
        let filer = PartnerReference(kind: .association, slug: "filer")
        await read("list") { () throws(StoreError) in
            try await store.cases(.retention, CaseFilter(), after: nil, limit: 1_000).cases
                .map(line).joined(separator: "\n") + "\n"
        }
        for (name, scope) in [
            ("filer", CaseScope.submitter(filer)), ("wish", .platform("wish")),
            ("mediators", .mediator),
        ] {
            await read("inbox of \(name)") { () throws(StoreError) in
                try await store.inbox(scope, after: 0, limit: 1_000).entries
                    .map {
                        "\($0.position) \($0.eventKind) \($0.eventSequence) \(line($0.caseFile))"
                    }
                    .joined(separator: "\n") + "\n"
            }
        }
        for (number, identifier) in await identifiers(store).enumerated() {
            await read("case \(number)") { () throws(StoreError) in
                let history = try await store.history(.retention, .identifier(identifier))
                let events = (history?.events ?? []).map { "\($0.sequence) \($0.bytes)" }
                return history.map { line($0.caseFile) + events.joined() } ?? "refused"
            }
            await read("files \(number)") { () throws(StoreError) in
                let files = try await store.evidence(filer, of: identifier) ?? []
                return files.map { "\($0.record)" }.joined(separator: "\n") + "\n"
            }
        }
        await read("partners") { () throws(StoreError) in
            "\(try await store.partners(kind: nil, after: nil, limit: 1_000))"
        }
        await read("mandates") { () throws(StoreError) in
            "\(try await store.mandates(association: "filer", after: nil, limit: 1_000))"
        }
        return found
    }

    private func line(_ stored: StoredCase) -> String {
        "\(stored.identifier) \(stored.state) \(stored.version) \(stored.snapshot)"
    }

    /// In the order of filing, from the undamaged store.
    private func identifiers(_ store: CaseStore) async -> [CaseIdentifier] {
        await Self.known.identifiers {
            let page = try? await store.cases(.retention, CaseFilter(), after: nil, limit: 1_000)
            return page?.cases.map(\.identifier).reversed() ?? []
        }
    }

    private static let known = KnownIdentifiers()
}

/// What the first reading has found.
private actor KnownIdentifiers {
    private var found: [CaseIdentifier]?

    func identifiers(_ read: @Sendable () async -> [CaseIdentifier]) async -> [CaseIdentifier] {
        if let found { return found }
        let first = await read()
        found = first
        return first
    }
}
