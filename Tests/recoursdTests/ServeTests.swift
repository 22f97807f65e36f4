// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursMessages
import RecoursTLS
import RecoursTransport
import Testing

@testable import recoursd

@Suite("recoursd serve", .timeLimit(.minutes(1)))
struct ServeTests {
    private func serve(
        _ directory: Daemon.Directory, _ more: String..., environment: [String: String] = [:]
    ) throws -> Daemon {
        try Daemon(
            ["serve", "--config", directory.path, "--listen", "127.0.0.1:0"] + more,
            environment: environment)
    }

    private func connect(_ directory: Daemon.Directory, port: Int) async throws -> ClientConnection
    {
        let folder = "\(directory.path)/operator"
        let tls = try TLSContext(
            clientIdentity: TLSIdentity(
                certificateChainPath: "\(folder)/certificate.pem",
                privateKeyPath: "\(folder)/key.pem"),
            trust: TLSTrust(path: "\(folder)/trust.pem"))
        return try await ClientConnection.connect(
            host: "127.0.0.1", port: port, tls: tls, timeout: .seconds(5))
    }

    private func health(_ connection: ClientConnection) async throws -> ServingState {
        let answer: HealthCheckResponse = try await connection.unary(
            HealthServiceMethods.check, HealthCheckRequest(),
            CallOptions(timeout: .seconds(5)))
        return answer.state
    }

    @Test("It serves the operator that init made, and ends with 0 at SIGTERM and SIGINT")
    func life() async throws {
        let directory = try Daemon.Directory()
        for signal in [SIGTERM, SIGINT] {
            let ready = "\(directory.path)/ready"
            let daemon = try serve(directory, "--ready-file", ready, "--log-format", "json")
            let port = try daemon.port()
            #expect(
                try String(contentsOfFile: ready, encoding: .utf8) == "127.0.0.1:\(port)\n")
            let connection = try await connect(directory, port: port)
            #expect(try await health(connection) == .serving)
            let me: WhoAmIResponse = try await connection.unary(
                PartnerServiceMethods.whoAmI, WhoAmIRequest(), CallOptions(timeout: .seconds(5)))
            #expect(me.partner?.slug == "operator")
            #expect(me.partner?.kind == .operator)
            daemon.signal(signal)
            let ended = daemon.ended()
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(!FileManager.default.fileExists(atPath: ready))
            for line in ended.errors.split(separator: "\n") {
                let value = try JSONValue.parse(Array(line.utf8), path: "log")
                guard case .object = value else {
                    Issue.record("not a JSON line: \(line)")
                    continue
                }
            }
        }
    }

    @Test(
        "A second signal ends it at once, though a call is in flight", arguments: [SIGTERM, SIGINT])
    func second(signal: Int32) async throws {
        let directory = try Daemon.Directory()
        let daemon = try serve(directory)
        let connection = try await connect(directory, port: daemon.port())
        // Mandates that never end hold the drain up.
        let call: StreamingCall<Mandate, ImportMandatesResponse> = try await connection.streaming(
            PartnerServiceMethods.importMandates, CallOptions(timeout: .seconds(30)))
        try await call.send(Mandate())
        #expect(try await health(connection) == .serving)
        daemon.signal(SIGTERM)
        while !daemon.errorText.contains("draining") { try await Task.sleep(for: .milliseconds(5)) }
        daemon.signal(signal)
        #expect(daemon.ended().status == 128 + signal)
        call.cancel()
    }

    @Test("A port in use ends with 69, a store in use with 75, and each says by what")
    func inUse() throws {
        let directory = try Daemon.Directory()
        let first = try serve(directory)
        let port = try first.port()
        let other = try Daemon.Directory()
        let second = try Daemon.run(
            "serve", "--config", other.path, "--listen", "127.0.0.1:\(port)")
        #expect(second.status == 69)
        #expect(second.errors.contains("127.0.0.1:\(port)"), "\(second.errors)")
        let third = try Daemon.run("serve", "--config", directory.path, "--listen", "127.0.0.1:0")
        #expect(third.status == 75)
        #expect(
            third.errors.contains("\(first.process.processIdentifier)"), "\(third.errors)")
        let checked = try Daemon.run("serve", "--config", directory.path, "--check")
        #expect(checked.status == 0)
        first.signal(SIGTERM)
        #expect(first.ended().status == 0)
    }

    @Test("A store of a newer schema ends with 65 and is left alone")
    func newerSchema() throws {
        let directory = try Daemon.Directory()
        let file = "\(directory.path)/store/store.sqlite"
        let raised = Process()
        raised.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        raised.arguments = [
            "python3", "-c",
            """
            import sqlite3, sys
            base = sqlite3.connect(sys.argv[1])
            base.execute("INSERT INTO grdb_migrations VALUES ('99-of-tomorrow')")
            base.commit()
            """, file,
        ]
        try raised.run()
        raised.waitUntilExit()
        try #require(raised.terminationStatus == 0)
        let served = try Daemon.run("serve", "--config", directory.path)
        #expect(served.status == 65, "\(served.errors)")
    }

    @Test("SIGHUP takes new certificates; wrong ones leave the old in use")
    func reload() async throws {
        let directory = try Daemon.Directory()
        let daemon = try serve(directory)
        let port = try daemon.port()
        let path = "\(directory.path)/server/certificate.pem"
        let good = try ServerFiles.read(path, setting: "")
        try FileManager.default.removeItem(atPath: path)
        try ServerFiles.write("torn", to: path)
        daemon.signal(SIGHUP)
        while !daemon.errorText.contains("not reloaded") {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(try await health(connect(directory, port: port)) == .serving)
        try FileManager.default.removeItem(atPath: path)
        try ServerFiles.write(good, to: path, secrecy: .everyone)
        daemon.signal(SIGHUP)
        while !daemon.errorText.contains("certificates reloaded") {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(try await health(connect(directory, port: port)) == .serving)
        daemon.signal(SIGTERM)
        #expect(daemon.ended().status == 0)
    }

    @Test("The service manager hears of readiness and of the end")
    func notices() throws {
        let directory = try Daemon.Directory()
        let path = "\(directory.path)/notify"
        let listener = try NotifySocket(path: path)
        let daemon = try serve(directory, environment: ["NOTIFY_SOCKET": path])
        _ = try daemon.port()
        #expect(listener.next() == "READY=1")
        daemon.signal(SIGHUP)
        #expect(listener.next()?.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") == true)
        #expect(listener.next() == "READY=1")
        daemon.signal(SIGTERM)
        #expect(listener.next() == "STOPPING=1")
        #expect(daemon.ended().status == 0)
    }
}

/// What systemd has at its end of NOTIFY_SOCKET.
private final class NotifySocket {
    private let file: Int32

    init(path: String) throws {
        file = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(file, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        // A notice that never comes fails the test instead of holding it.
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(
            file, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    func next() -> String? {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = recv(file, &bytes, bytes.count, 0)
        return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
    }

    deinit {
        close(file)
    }
}
