// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

/// Runs the `recoursd` that was built beside these tests.
struct Daemon {
    struct Ended {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The products' directory: where the test bundle itself lies.
    private static var program: URL {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        // The bundle's program lies in it on some systems, beside the products on others.
        while folder.path != "/" {
            let program = folder.appendingPathComponent("recoursd")
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
            folder.deleteLastPathComponent()
        }
        return URL(fileURLWithPath: "/nonexistent/recoursd")
    }

    let process = Process()
    private let output = Pipe()
    private let errors: URL

    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        errors = FileManager.default.temporaryDirectory
            .appendingPathComponent("recoursd-errors-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
    }

    /// The next line on standard output, or nil if the program has ended.
    func nextLine() -> String? {
        var bytes: [UInt8] = []
        while let next = try? output.fileHandleForReading.read(upToCount: 1), let byte = next.first
        {
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The port in the line that says that the server listens.
    func port() throws -> Int {
        let said = nextLine()
        let line = try #require(said, "ended instead of listening: \(errorText)")
        let port = try #require(Int(line.split(separator: ":").last ?? ""), "\(line)")
        #expect(line.hasPrefix("listening on "))
        return port
    }

    func signal(_ number: Int32) {
        kill(process.processIdentifier, number)
    }

    /// Waits for the end.
    func ended() -> Ended {
        let rest = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        let text = errorText
        try? FileManager.default.removeItem(at: errors)
        // As a shell has it: a signal's number and 128.
        let status = process.terminationStatus
        let isSignal = process.terminationReason == .uncaughtSignal
        return Ended(
            status: isSignal ? 128 + status : status,
            output: String(decoding: rest, as: UTF8.self), errors: text)
    }

    var errorText: String {
        (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
    }

    /// Runs to the end.
    static func run(
        _ arguments: String..., environment: [String: String] = [:]
    ) throws -> Ended {
        try Daemon(arguments, environment: environment).ended()
    }

    /// A directory that `init` has made, removed when the value goes.
    final class Directory {
        let path: String

        init(_ options: String...) throws {
            path =
                FileManager.default.temporaryDirectory
                .appendingPathComponent("recoursd-\(UUID().uuidString)").path
            let made = try Daemon(["init", path] + options).ended()
            #expect(made.status == 0, "\(made.errors)")
        }

        deinit {
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
