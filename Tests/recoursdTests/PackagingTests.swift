// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@Suite("The unit for systemd")
struct PackagingTests {
    private static let analyzer = "/usr/bin/systemd-analyze"
    private static let hasAnalyzer = FileManager.default.isExecutableFile(atPath: analyzer)
    private static let unit =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        + "/Sources/recoursd/Packaging/recoursd.service"

    private func analyze(_ arguments: String...) throws -> (status: Int32, text: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: Self.analyzer)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(
            decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    @Test(
        "It exposes at most 1.5 of 10",
        .enabled(if: hasAnalyzer, "systemd-analyze is not here: Debian's package systemd has it"))
    func exposure() throws {
        // In tenths; the tool's own verdict on a copy that is laxer shows that it would say so.
        let held = try analyze(
            "security", "--offline=true", "--no-pager", "--threshold=15", Self.unit)
        #expect(held.status == 0, "\(held.text)")
        let lax = FileManager.default.temporaryDirectory
            .appendingPathComponent("lax-\(UUID().uuidString).service")
        defer { try? FileManager.default.removeItem(at: lax) }
        try String(contentsOfFile: Self.unit, encoding: .utf8)
            .replacingOccurrences(of: "PrivateDevices=yes\n", with: "")
            .replacingOccurrences(of: "PrivateUsers=yes\n", with: "")
            .replacingOccurrences(of: "ProtectSystem=strict\n", with: "")
            .write(to: lax, atomically: true, encoding: .utf8)
        let found = try analyze(
            "security", "--offline=true", "--no-pager", "--threshold=15", lax.path)
        #expect(found.status != 0, "\(found.text)")
    }

    @Test("It dumps no core, and lets nothing but the server's own directory be written")
    func promises() throws {
        let lines = Set(
            try String(contentsOfFile: Self.unit, encoding: .utf8).split(separator: "\n"))
        for line in [
            "LimitCORE=0", "ProtectSystem=strict", "StateDirectory=recours", "NoNewPrivileges=yes",
            "CapabilityBoundingSet=", "UMask=0077",
        ] { #expect(lines.contains(Substring(line)), "\(line)") }
    }
}
