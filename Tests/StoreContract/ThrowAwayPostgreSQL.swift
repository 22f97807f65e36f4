// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import Synchronization

/// A PostgreSQL of a test's own, gone when the process is, however that ends.
package final class ThrowAwayPostgreSQL: Sendable {
    package let port: Int
    /// The script ends when this is closed.
    private let life: Mutex<FileHandle>
    private let script: Mutex<Process>

    /// - Parameter primary: the port of the one whose streaming standby it shall be; nil: it stands
    ///   for itself.
    package init(standbyOf primary: Int? = nil) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        process.arguments =
            [tests.appendingPathComponent("RecoursStorePostgreSQLTests/cluster.sh").path]
            + (primary.map { ["\($0)"] } ?? [])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw ContractBreach("PostgreSQL did not start: “\(line)”")
        }
        self.port = port
        life = Mutex(input.fileHandleForWriting)
        script = Mutex(process)
    }

    /// Of the database that it begins with.
    package var address: String {
        "host=127.0.0.1 port=\(port) user=recours dbname=postgres sslmode=disable"
    }

    deinit { stop() }

    /// Ends it at once, as if it had been killed.
    package func stop() {
        life.withLock { try? $0.close() }
        script.withLock { $0.waitUntilExit() }
    }
}
