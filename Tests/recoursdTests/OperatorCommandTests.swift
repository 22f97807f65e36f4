// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import recoursd

@Suite("The command that notifies", .timeLimit(.minutes(1)))
struct OperatorCommandTests {
    init() {
        ProcessSetup.ignoreBrokenPipes()
    }

    private func run(
        _ script: String, _ input: String = "{}\n", limit: Duration = .seconds(20)
    ) throws -> OperatorCommand.Outcome {
        let command = try OperatorCommand(
            ["/bin/sh", "-c", script], setting: "notify.command", limit: limit)
        return try #require(command).run(Array(input.utf8))
    }

    @Test("It gets the whole text on its standard input, with no shell between")
    func input() throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("notify-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        // Larger than a pipe holds.
        let text = String(repeating: "é$(id)`\"\n", count: 40_000)
        let command = try OperatorCommand(
            ["/bin/dd", "status=none", "of=\(file.path)"], setting: "notify.command",
            limit: .seconds(20))
        #expect(try #require(command).run(Array(text.utf8)) == .done)
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    @Test("Its end says what came of it, with the first line of its complaint")
    func endings() throws {
        #expect(try run("cat > /dev/null") == .done)
        #expect(try run("exit 0", String(repeating: "x", count: 1_000_000)) == .done)
        #expect(
            try run("printf 'no route\\tto host\\nmore' >&2; exit 75")
                == .failed(status: 75, words: "no route to host"))
        #expect(try run("kill -9 $$") == .killed(signal: 9))
    }

    @Test(
        "One that hangs is killed with all that it started, and so is one that never stops talking")
    func hanging() throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("notify-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let start = ContinuousClock.now
        let slow = "(sleep 2; touch \(file.path)) & sleep 60"
        #expect(try run(slow, limit: .milliseconds(300)) == .timedOut)
        #expect(try run("yes >&2", limit: .milliseconds(300)) == .timedOut)
        #expect(ContinuousClock.now - start < .seconds(20))
        Thread.sleep(forTimeInterval: 2.5)
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test("It has three files open, an environment of its own and the signals a program expects")
    func surroundings() throws {
        let held = Pipe()
        defer { withExtendedLifetime(held) {} }
        // `ls` has the directory itself open beside them.
        #expect(try run("test $(ls /proc/self/fd | wc -l) -le 4") == .done)
        #expect(try run("test -z \"$RECOURS_TEST$HOME$NOTIFY_SOCKET\"") == .done)
        #expect(try run("test \"$LANG\" = C.UTF-8") == .done)
        // SIGPIPE, which the server ignores, is bit 12 of the mask.
        let ignored = "0x$(awk '/SigIgn/ {print $2}' /proc/self/status)"
        #expect(try run("test $(( \(ignored) & 0x1000 )) = 0") == .done)
    }

    @Test("Twenty at once keep to their own pipes")
    func many() async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try run("test \"$(cat)\" = \(number)", "\(number)") == .done
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test(
        "A command that cannot be run is found at the start",
        arguments: ["notify", "./notify", "/nonexistent/notify", "/etc", "/proc/version"])
    func wrongCommands(program: String) throws {
        let error = #expect(throws: DaemonError.self) {
            try OperatorCommand([program], setting: "notify.command", limit: .seconds(1))
        }
        #expect(error?.code == .configuration)
        #expect(error?.message.contains(program) == true)
        #expect(error?.remedy.isEmpty == false)
    }

    @Test("None set is none, and one that vanishes is not started")
    func absence() throws {
        #expect(try OperatorCommand([], setting: "notify.command", limit: .seconds(1)) == nil)
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("notify-\(UUID().uuidString)")
        try "#!/bin/sh\n".write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: file.path)
        let command = try #require(
            try OperatorCommand([file.path], setting: "notify.command", limit: .seconds(5)))
        try FileManager.default.removeItem(at: file)
        guard case .notStarted = command.run([]) else {
            Issue.record("started what is not there")
            return
        }
    }
}
