// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// What a batch has counted, and the removals among it.
extension WriteSet {
    private static let countInsert = PGInsert(
        "figure_count",
        [
            "platform": .text, "category": .int8, "campaign": .bytea, "counter": .int8,
            "month": .int8, "n": .int8,
        ],
        """
        ON CONFLICT (platform, category, campaign, counter, month) DO UPDATE
        SET n = figure_count.n + excluded.n
        """)
    private static let timeInsert = PGInsert(
        "figure_time",
        [
            "platform": .text, "category": .int8, "campaign": .bytea, "time": .int8,
            "month": .int8, "minutes": .int8, "n": .int8,
        ],
        """
        ON CONFLICT (platform, category, campaign, time, month, minutes) DO UPDATE
        SET n = figure_time.n + excluded.n
        """)
    private static let removalInsert = PGInsert(
        "removal",
        [
            "submitter": .int8, "case_row": .int8, "month": .int8, "minutes": .int8, "n": .int8,
            "platform": .text,
        ],
        """
        ON CONFLICT (submitter, case_row, platform, month, minutes) DO UPDATE
        SET n = removal.n + excluded.n
        """)

    func appendFigures(to requests: inout [PGRequest]) {
        let counts = figures.counts.flatMap { key, cells in
            cells.filter { $0.value != 0 }.map { (key: key, cell: $0.key, n: $0.value) }
        }
        if !counts.isEmpty {
            requests.append(
                Self.countInsert(
                    Self.columns(counts.map(\.key)) + [
                        .integers(counts.map { Int64($0.cell.counter.rawValue) }),
                        .integers(counts.map { Int64($0.cell.month?.number ?? 0) }),
                        .integers(counts.map(\.n)),
                    ]))
        }
        let times = figures.times.flatMap { key, cells in
            cells.map { (key: key, cell: $0.key, n: $0.value) }
        }
        if !times.isEmpty {
            requests.append(
                Self.timeInsert(
                    Self.columns(times.map(\.key)) + [
                        .integers(times.map { Int64($0.cell.time.rawValue) }),
                        .integers(times.map { Int64($0.cell.month?.number ?? 0) }),
                        .integers(times.map { Int64($0.cell.minutes) }),
                        .integers(times.map(\.n)),
                    ]))
        }
        if !removals.isEmpty { requests.append(insertRemovals()) }
    }

    private static func columns(_ keys: [FigureKey]) -> [PGValue] {
        [
            .texts(keys.map(\.platform)), .integers(keys.map { Int64($0.category?.rawValue ?? 0) }),
            .blobs(keys.map(\.campaign)),
        ]
    }

    private func insertRemovals() -> PGRequest {
        let rows = Array(Dictionary(removals.map { ($0, Int64(1)) }, uniquingKeysWith: +))
        return Self.removalInsert([
            .integers(rows.map { Int64($0.key.submitter.value) }),
            .integers(rows.map { Int64(bitPattern: $0.key.caseRow) }),
            .integers(rows.map { Int64($0.key.removal.month.number) }),
            .integers(rows.map { Int64($0.key.removal.minutes) }), .integers(rows.map(\.value)),
            .texts(rows.map(\.key.removal.platform)),
        ])
    }
}
