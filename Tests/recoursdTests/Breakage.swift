// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// What can be done to a file behind everybody's back.
enum Breakage {
    /// Turns the lowest bit of one byte.
    static func flip(_ path: String, at offset: Int) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        defer { try? file.close() }
        try file.seek(toOffset: UInt64(offset))
        guard let byte = try file.read(upToCount: 1)?.first else { return }
        try file.seek(toOffset: UInt64(offset))
        try file.write(contentsOf: Data([byte ^ 1]))
    }

    /// Replaces a word by another of the same length; false if it isn't there.
    static func replace(_ word: String, by other: String, in path: String) throws -> Bool {
        let url = URL(fileURLWithPath: path)
        var data = try Data(contentsOf: url)
        guard let place = data.range(of: Data(word.utf8)) else { return false }
        data.replaceSubrange(place, with: Data(other.utf8))
        try data.write(to: url)
        return true
    }

    /// Runs SQL on a database that nobody else has open.
    static func sql(_ statements: String, on path: String) throws -> Bool {
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = [
            "python3", "-c",
            """
            import sqlite3, sys
            base = sqlite3.connect(sys.argv[1])
            base.executescript(sys.argv[2])
            base.commit()
            base.close()
            """, path, statements,
        ]
        try python.run()
        python.waitUntilExit()
        return python.terminationStatus == 0
    }
}
