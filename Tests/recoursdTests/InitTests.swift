// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import recoursd

@Suite("recoursd init")
struct InitTests {
    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("It makes all that a first run needs, secrets for their owner alone")
    func contents() throws {
        let directory = try Daemon.Directory("--host", "recours.example.org", "--listen", "[::]:9")
        let root = directory.path
        #expect(try mode(root) == 0o700)
        for secret in [
            "authority/key.pem", "server/key.pem", "operator/key.pem", "keys/tokens.key",
            "proof/key.pem",
        ] {
            #expect(try mode("\(root)/\(secret)") == 0o600, "\(secret)")
        }
        for part in [
            "authority/certificate.pem", "server/certificate.pem", "store/store.sqlite",
            "proof/public.pem",
        ] {
            #expect(FileManager.default.fileExists(atPath: "\(root)/\(part)"), "\(part)")
        }
        let profile = try Data(contentsOf: URL(fileURLWithPath: "\(root)/operator/profile.json"))
        let members = try JSONDecoder().decode([String: String].self, from: profile)
        #expect(
            members == [
                "endpoint": "recours.example.org:9", "certificate": "certificate.pem",
                "key": "key.pem", "trust": "trust.pem",
            ])
    }

    @Test("What it writes is a configuration with every setting, which the check accepts")
    func configuration() throws {
        let directory = try Daemon.Directory("--trust-domain", "recours.test")
        let path = "\(directory.path)/recoursd.json"
        let text = try ServerFiles.read(path, setting: "")
        var settings = Settings()
        try settings.read(file: JSONValue.parse(text, path: path), path: path)
        for setting in Setting.all {
            #expect(settings.origin(setting.name) == .file(path), "\(setting.name)")
        }
        #expect(settings.text("trustDomain") == "recours.test")
        let checked = try Daemon.run("serve", "--config", directory.path, "--check")
        #expect(checked.status == 0, "\(checked.errors)")
        #expect(checked.errors.isEmpty)
    }

    @Test("A directory that isn't empty is refused and left alone")
    func notEmpty() throws {
        let directory = try Daemon.Directory()
        let before = try ServerFiles.read("\(directory.path)/authority/key.pem", setting: "")
        let again = try Daemon.run("init", directory.path)
        #expect(again.status == 73)
        #expect(again.errors.contains("not empty"))
        let after = try ServerFiles.read("\(directory.path)/authority/key.pem", setting: "")
        #expect(before == after)
    }

    @Test(
        "Names that can't stand in a certificate are refused",
        arguments: [["--trust-domain", "Not A Domain"], ["--host", "two words"]])
    func wrongNames(options: [String]) throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("recoursd-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let made = try Daemon(["init", path] + options).ended()
        #expect(made.status == 78)
        #expect(!FileManager.default.fileExists(atPath: "\(path)/recoursd.json"))
    }
}

@Suite("recoursd serve --check")
struct CheckTests {
    private func check(_ directory: Daemon.Directory) throws -> Daemon.Ended {
        try Daemon.run("serve", "--config", directory.path, "--check")
    }

    @Test("A key that others may read ends with 78 and says how to mend it")
    func exposedKey() throws {
        for key in ["server/key.pem", "keys/tokens.key", "authority/key.pem"] {
            let directory = try Daemon.Directory()
            let path = "\(directory.path)/\(key)"
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            let checked = try check(directory)
            #expect(checked.status == 78)
            #expect(checked.errors.contains("chmod 600 \(path)"), "\(checked.errors)")
        }
    }

    @Test("A key that is missing, torn or another's ends with 78 and names the file")
    func wrongKeys() throws {
        let directory = try Daemon.Directory()
        let path = "\(directory.path)/server/key.pem"
        let other = try ServerFiles.read("\(directory.path)/operator/key.pem", setting: "")
        for replacement in [other, Array(other.prefix(40)), nil] {
            try FileManager.default.removeItem(atPath: path)
            if let replacement {
                try ServerFiles.write(replacement, to: path, secrecy: .owner)
            }
            let checked = try check(directory)
            #expect(checked.status == 78)
            #expect(checked.errors.contains(path), "\(checked.errors)")
            if replacement == nil { break }
        }
    }

    @Test("A missing store ends with 78, and none is made")
    func missingStore() throws {
        let directory = try Daemon.Directory()
        try FileManager.default.removeItem(atPath: "\(directory.path)/store")
        let checked = try check(directory)
        #expect(checked.status == 78)
        #expect(!FileManager.default.fileExists(atPath: "\(directory.path)/store"))
    }

    @Test("Configuration errors end with 78: a variable, a flag, a missing file")
    func configuration() throws {
        let directory = try Daemon.Directory()
        let variable = try Daemon.run(
            "serve", "--config", directory.path, "--check",
            environment: ["RECOURS_DRAIN_SECONDS": "soon"])
        #expect(variable.status == 78)
        #expect(variable.errors.contains("RECOURS_DRAIN_SECONDS"))
        let flag = try Daemon.run(
            "serve", "--config", directory.path, "--check", "--listen", "nowhere")
        #expect(flag.status == 78)
        #expect(flag.errors.contains("--listen"))
        let file = try Daemon.run("serve", "--config", "/nonexistent/recoursd.json", "--check")
        #expect(file.status == 78)
        let usage = try Daemon.run("serve", "--check")
        #expect(usage.status == 64)
    }
}
