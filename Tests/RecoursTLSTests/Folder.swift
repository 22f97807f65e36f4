// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

/// A directory that is gone after the test.
struct Folder: ~Copyable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "recours-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func keep(_ bytes: [UInt8], as name: String, mode: Int) throws -> String {
        let path = url.appending(path: name).path
        let isMade = FileManager.default.createFile(
            atPath: path, contents: Data(bytes), attributes: [.posixPermissions: mode])
        #expect(isMade)
        return path
    }

    /// Runs the `openssl` command there; it must succeed.
    func openssl(_ arguments: String...) throws {
        try openssl(list: arguments)
    }

    func openssl(list arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = arguments.joined(separator: " ")
        #expect(process.terminationStatus == 0, "openssl \(text)")
    }
}
