// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursStore
import StoreContract

@testable import RecoursStorePostgreSQL
@testable import RecoursStoreSQLite

/// A store in a file and an empty database, to move one into the other.
final class MovedStore {
    let directory: String
    let options: PostgreSQLStoreOptions
    let codec = RegistryCodec()

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("recours-move-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        directory = folder.path
        options = try PostgreSQLCluster.shared.get().database()
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// A file that is not there yet.
    var another: String { "\(directory)/another" }

    func file(_ path: String? = nil) throws -> CaseStore {
        let backend = try SQLiteBackend(directory: path ?? directory, codec: codec)
        return try CaseStore(backend: backend, codec: codec) { _ in }
    }

    func database() throws -> CaseStore {
        try CaseStore(backend: try PostgreSQLBackend(options), codec: codec) { _ in }
    }

    /// Fills the file, by parts, with something of every kind that matters to the tests here.
    func fill(cases: UInt64) async throws {
        let store = try file()
        defer { store.close() }
        try await store.registerFixtures()
        for number in 1...cases {
            store.enqueue(.submit(try Fixtures.submission(number))) { _ in }
        }
        _ = try await store.file(try Fixtures.submission(cases + 1))
        let erased = try await store.fileAndWithdraw(try Fixtures.submission(cases + 2))
        try await store.erase(erased.identifier)
    }

    func toDatabase() throws -> StoreTransfer {
        transfer(
            try SQLiteTables(directory: directory), try PostgreSQLTableTarget(options))
    }

    func toFile() throws -> StoreTransfer {
        transfer(try PostgreSQLTables(options), try SQLiteTableTarget(directory: another))
    }

    private func transfer(
        _ source: any TableSource, _ target: any TableTarget
    ) -> StoreTransfer {
        StoreTransfer(from: source, to: target) { reader throws(StoreError) in
            var heads: [String: String] = [:]
            for partner in try reader.partners(kind: nil, after: nil, limit: 1_000) {
                let tree = try StoredTree(partner.number, in: reader)
                let leaves = try reader.treeNodes(
                    partner.number, level: 0, from: 0, count: Int(tree.size))
                heads[partner.reference.label] = "\(tree.size) \(leaves.last ?? [])"
            }
            return heads
        }
    }

    /// A session that can change the database's rows.
    func session() throws -> PGConnection {
        try PostgreSQLCluster.shared.get().session(options.database)
    }
}

extension StoreError {
    /// What stands for the end of the process.
    static let brokenOff = StoreError(code: .closed, message: "Broken off", remedy: "")
}
