// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore
import RecoursStorePostgreSQL
import RecoursStoreSQLite
import StoreContract
import Synchronization

// How many cases a second a store files, by the size of its batches: SQLite and PostgreSQL in one
// run, through the same code. The codec is the contract's, so that nothing else is measured. Then
// how long the last of the files takes to move into an empty database.

/// Lets so many be under way, and waits for the last.
final class Window: Sendable {
    private let room: DispatchSemaphore
    private let size: Int
    private let failures = Atomic(0)

    init(_ size: Int) {
        self.size = size
        room = DispatchSemaphore(value: size)
    }

    func begin() { room.wait() }

    func end(_ outcome: CaseOutcome) {
        if case .applied = outcome {} else { failures.add(1, ordering: .relaxed) }
        room.signal()
    }

    func finish() -> Int {
        for _ in 0..<size { room.wait() }
        for _ in 0..<size { room.signal() }
        return failures.load(ordering: .relaxed)
    }
}

struct Measurement {
    let batch: Int
    let cases: Int

    func run(_ backend: any StoreBackend) async throws -> Double {
        var limits = StoreLimits()
        limits.batchCommands = batch
        limits.queueTarget = nil
        limits.queuePatience = nil
        let store = try CaseStore(backend: backend, codec: RegistryCodec(), limits: limits) {
            print("The store stopped: \($0)")
        }
        defer { store.close() }
        try await store.registerFixtures()
        let submissions = try (0..<UInt64(cases)).map { try Fixtures.submission($0 + 1) }
        // Twice as many as a batch: one queues while the other is written.
        let window = Window(2 * batch)
        let begun = ContinuousClock.now
        for submission in submissions {
            window.begin()
            store.enqueue(.submit(submission)) { window.end($0) }
        }
        let failures = window.finish()
        let took = begun.duration(to: .now)
        guard failures == 0 else { throw ContractBreach("\(failures) were not filed") }
        return Double(cases) / (Double(took / .milliseconds(1)) / 1_000)
    }
}

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first, let connection = arguments.dropFirst().first else {
    print("store-benchmark FOLDER CONNECTION: fills a folder and a database of its own per line")
    exit(64)
}
let measurements = [
    Measurement(batch: 1, cases: 2_000), Measurement(batch: 64, cases: 20_000),
    Measurement(batch: 1_000, cases: 100_000),
]
print("batch      SQLite  PostgreSQL   cases a second")
for (place, measurement) in measurements.enumerated() {
    let path = "\(folder)/\(place)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let sqlite = try await measurement.run(
        try SQLiteBackend(directory: path, codec: RegistryCodec()))
    let options = PostgreSQLStoreOptions(connection: "\(connection) dbname=store\(place)")
    let postgres = try await measurement.run(try PostgreSQLBackend(options))
    let columns = [
        (String(measurement.batch), 5), (String(Int(sqlite)), 12), (String(Int(postgres)), 12),
    ]
    print(
        columns.map { text, width in
            String(repeating: " ", count: max(0, width - text.count)) + text
        }.joined())
}

let moved = PostgreSQLStoreOptions(connection: "\(connection) dbname=moved")
let begun = ContinuousClock.now
var comparing = begun
let transfer = StoreTransfer(
    from: try SQLiteTables(directory: "\(folder)/\(measurements.count - 1)"),
    to: try PostgreSQLTableTarget(moved), heads: { _ in [:] })
let report = try transfer.run { progress in
    if progress.stage == .copying { comparing = .now }
}
let rows = report.tables.map(\.source.rows).reduce(0, +)
guard report.isEqual else { throw ContractBreach("The copy differs") }
let copied = Double(begun.duration(to: comparing) / .milliseconds(1)) / 1_000
let compared = Double(comparing.duration(to: .now) / .milliseconds(1)) / 1_000
print(
    "moved: \(rows) rows copied in \(copied) s (\(Int(Double(rows) / copied)) a second), "
        + "compared in \(compared) s")
