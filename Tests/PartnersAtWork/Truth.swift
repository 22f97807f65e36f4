// SPDX-License-Identifier: EUPL-1.2

package import RecoursClient

/// What the server has, read over a path without faults and held against what was promised.
package struct Truth {
    /// Cases whose events are counted one by one.
    static let histories = 5_000

    let association: RecoursClient
    let platform: RecoursClient

    package init(association: RecoursClient, platform: RecoursClient) {
        self.association = association
        self.platform = platform
    }

    package struct Report: Encodable {
        var filed = 0
        var answered = 0
        var watched = 0
        /// Acknowledged, and not there.
        var lost: [String] = []
        /// There more than once, or done more than once.
        var doubled: [String] = []
        /// There, and never filed.
        var invented: [String] = []
        /// Where the watch went another way than the inbox.
        var misread: [String] = []
        var errors: [String] = []
        var milliseconds: [String: Latencies] = [:]
    }

    package struct Latencies: Encodable {
        let calls: Int
        let p50, p99, p999, longest: Double

        init(_ sample: [Double]) {
            let sorted = sample.sorted()
            func quantile(_ share: Double) -> Double {
                let place = Int((Double(sorted.count - 1) * share).rounded())
                return (sorted[place] * 10).rounded() / 10
            }
            calls = sorted.count
            p50 = quantile(0.5)
            p99 = quantile(0.99)
            p999 = quantile(0.999)
            longest = quantile(1)
        }
    }

    package func judge(_ ledger: Ledger) async throws -> Report {
        let promised = ledger.contents
        var report = Report(
            filed: promised.filed.count, answered: promised.answered.count,
            watched: promised.watched.count, errors: promised.errors)
        report.milliseconds = promised.latencies.mapValues(Latencies.init)
        try await count(promised, &report)
        try await follow(promised, &report)
        try await countEvents(promised, &report)
        return report
    }

    private func count(_ promised: Ledger.Entries, _ report: inout Report) async throws {
        var there: [String: [[UInt8]]] = [:]
        for try await one in association.cases.list() {
            there[one.draft?.title ?? "", default: []].append(one.id)
        }
        for (title, id) in promised.filed where there[title]?.contains(id) != true {
            report.lost.append(title)
        }
        report.doubled += there.filter { $0.value.count > 1 }.keys
        report.invented = there.keys.filter { !promised.tried.contains($0) }
    }

    private func follow(_ promised: Ledger.Entries, _ report: inout Report) async throws {
        var inbox: [Sight] = []
        var cursor: [UInt8] = []
        var more = true
        while more {
            let page = try await platform.inbox.pull(after: cursor, max: 1_000)
            inbox += page.entries.map(Sight.init)
            cursor = page.cursor
            more = page.more
        }
        if promised.watched.count > inbox.count {
            report.misread.append("more was watched than there is")
        }
        for (place, pair) in zip(promised.watched, inbox).enumerated() where pair.0 != pair.1 {
            report.misread.append("entry \(place) of the watch is not the inbox's")
            return
        }
    }

    private func countEvents(_ promised: Ledger.Entries, _ report: inout Report) async throws {
        for id in promised.answered.prefix(Self.histories) {
            let events = try await association.cases.history(id: id).events
            let kinds = Dictionary(events.map { ($0.kind, 1) }, uniquingKeysWith: +)
            for kind in [EventKind.acknowledged, .responded] where kinds[kind] != 1 {
                let title = promised.filed.first { $0.value == id }?.key ?? "a case"
                let verdict = "\(title): \(kind) \(kinds[kind] ?? 0) times"
                if kinds[kind] == nil {
                    report.lost.append(verdict)
                } else {
                    report.doubled.append(verdict)
                }
            }
        }
    }
}
