// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore
internal import RecoursStorePostgreSQL
internal import RecoursStoreSQLite

/// Where a store is, as an operator writes it.
enum StoreLocation: Equatable {
    /// The directory of a store.
    case sqlite(String)
    /// A connection string or URI.
    case postgres(String)

    private static let schemes = ["postgres://", "postgresql://"]

    /// Reads `sqlite:PATH`, `postgres:CONNINFO`, or a URI of PostgreSQL's.
    ///
    /// - Parameters:
    ///   - option: the option's name, for words about what is wrong.
    ///   - environment: has what `postgres:` alone stands for.
    init(
        _ text: String, option: String, environment: [String: String]
    ) throws(DaemonError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts.count == 2 ? String(parts[1]) : ""
        if Self.schemes.contains(where: text.hasPrefix) {
            self = .postgres(text)
        } else if parts[0] == "postgres" {
            let connection = place.isEmpty ? environment["RECOURS_POSTGRES"] : place
            guard let connection else {
                throw .configuration(
                    "\(option): there is no RECOURS_POSTGRES",
                    remedy: "Set it, or write postgres: and a connection string.")
            }
            self = .postgres(connection)
        } else if parts[0] == "sqlite", !place.isEmpty {
            self = .sqlite(
                place.count > 1 && place.hasSuffix("/") ? String(place.dropLast()) : place)
        } else {
            throw .configuration(
                "\(option): \"\(text)\" names no store",
                remedy: "Write sqlite:DIRECTORY, or postgres: and a connection string.")
        }
    }

    /// Opens the store to be read, which nobody serves.
    func source() throws(DaemonError) -> any TableSource {
        switch self {
        case .sqlite(let path):
            let directory = try Self.storeDirectory(path)
            return try DaemonError.translating { () throws(StoreError) in
                try SQLiteTables(directory: directory)
            }
        case .postgres(let connection):
            return try DaemonError.translating { () throws(StoreError) in
                try PostgreSQLTables(PostgreSQLStoreOptions(connection: connection))
            }
        }
    }

    /// Opens the store to be filled, which nobody serves.
    func target() throws(DaemonError) -> any TableTarget {
        try DaemonError.translating { () throws(StoreError) in
            switch self {
            case .sqlite(let path): try SQLiteTableTarget(directory: path)
            case .postgres(let connection):
                try PostgreSQLTableTarget(PostgreSQLStoreOptions(connection: connection))
            }
        }
    }

    /// The store's directory itself, or the one that a server's directory names.
    static func storeDirectory(_ path: String) throws(DaemonError) -> String {
        if FilePath.isThere("\(path)/store.sqlite") { return path }
        guard FilePath.isThere("\(path)/recoursd.json") else {
            throw .configuration(
                "there is no store at \(path)",
                remedy: "Give a directory with a store.sqlite or a recoursd.json.")
        }
        let store = try Configuration.load(
            path: path, flags: [], environment: ProcessSetup.environment()
        ).store
        guard FilePath.isThere("\(store)/store.sqlite") else {
            throw .configuration("there is no store at \(store)")
        }
        return store
    }
}
