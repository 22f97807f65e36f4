// SPDX-License-Identifier: EUPL-1.2

import StoreContract
import Synchronization

@testable import RecoursStorePostgreSQL

/// A PostgreSQL of the tests' own, gone when the process is, however that ends.
final class PostgreSQLCluster: Sendable {
    /// That of all tests which leave its settings alone.
    static let shared = Result { try PostgreSQLCluster() }

    private let server: ThrowAwayPostgreSQL
    private let databases = Atomic(0)

    /// - Parameter primary: whose streaming standby it shall be; nil: it stands for itself.
    init(standbyOf primary: PostgreSQLCluster? = nil) throws {
        server = try ThrowAwayPostgreSQL(standbyOf: primary?.port)
    }

    var port: Int { server.port }

    /// Ends it at once, as if it had been killed.
    func stop() { server.stop() }

    /// A session beside the store's.
    func session(_ database: String = "postgres") throws -> PGConnection {
        try PGSession.connect(PostgreSQLStoreOptions(connection: address(database)))
    }

    /// The same of a standby, which takes no writes.
    func readingSession(_ database: String) throws -> PGConnection {
        var options = PostgreSQLStoreOptions(connection: address(database))
        options.isReplica = true
        return try PGSession.connect(options)
    }

    /// A new database.
    func database() throws -> PostgreSQLStoreOptions {
        let number = databases.add(1, ordering: .relaxed).newValue
        try session().script("CREATE DATABASE t\(number)")
        return PostgreSQLStoreOptions(connection: address("t\(number)"))
    }

    /// A new schema, which is made sooner than a database. The store's lock is common to all.
    func schema() throws -> PostgreSQLStoreOptions {
        let number = databases.add(1, ordering: .relaxed).newValue
        try session().script("CREATE SCHEMA s\(number)")
        let place = "\(address("postgres")) options='-c search_path=s\(number)'"
        return PostgreSQLStoreOptions(connection: place)
    }

    func address(_ database: String, port: Int? = nil) -> String {
        "host=127.0.0.1 port=\(port ?? self.port) user=recours dbname=\(database) sslmode=disable"
    }

    /// Gives a setting another value, for everybody at once.
    func set(_ name: String, to value: String) throws {
        let session = try session()
        try session.script("ALTER SYSTEM SET \(name) = '\(value)'")
        try session.script("SELECT pg_reload_conf()")
    }
}

extension PostgreSQLStoreOptions {
    /// The database's name, as the tests give them.
    var database: String {
        connection.split(separator: " ").first { $0.hasPrefix("dbname=") }
            .map { String($0.dropFirst("dbname=".count)) } ?? ""
    }
}
