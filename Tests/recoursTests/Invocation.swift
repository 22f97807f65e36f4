// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Runs the `recours` that was built beside these tests, to its end.
struct Invocation {
    let status: Int32
    let output: String
    let errors: String

    /// All that somebody in front of a terminal reads.
    var said: String { output + errors }

    init(_ arguments: [String], environment: [String: String]) throws {
        let process = Process()
        let pipes = (output: Pipe(), errors: Pipe())
        process.executableURL = Invocation.program
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipes.output
        process.standardError = pipes.errors
        try process.run()
        // Little is said, so neither pipe fills while the other is read.
        output = Invocation.text(pipes.output)
        errors = Invocation.text(pipes.errors)
        process.waitUntilExit()
        status = process.terminationStatus
    }

    private static func text(_ pipe: Pipe) -> String {
        let data = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    /// The bundle's program lies in it on some systems, beside the products on others.
    static var program: URL {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.path != "/" {
            let program = folder.appendingPathComponent("recours")
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(
                atPath: program.path, isDirectory: &isFolder)
            if isThere, !isFolder.boolValue { return program }
            folder.deleteLastPathComponent()
        }
        return URL(fileURLWithPath: "/nonexistent/recours")
    }
}
