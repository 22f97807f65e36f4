// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore
internal import Testing

@testable import recoursd

@Suite("Settings")
struct SettingsTests {
    private func read(_ json: String) throws(DaemonError) -> Settings {
        var settings = Settings()
        try settings.read(
            file: JSONValue.parse(Array(json.utf8), path: "test.json"), path: "test.json")
        return settings
    }

    @Test("A flag wins over the environment, that over the file, and that over the default")
    func precedence() throws {
        #expect(Settings().text("listen") == "127.0.0.1:7443")
        var settings = try read(#"{"listen": "a:1", "log": {"level": "debug"}}"#)
        #expect(settings.text("listen") == "a:1")
        #expect(settings.origin("listen") == .file("test.json"))
        try settings.read(environment: ["RECOURS_LISTEN": "b:2", "RECOURS_PROFILE": "other"])
        #expect(settings.text("listen") == "b:2")
        try settings.read(flag: "--listen", for: "listen", text: "c:3")
        #expect(settings.text("listen") == "c:3")
        #expect(settings.origin("listen") == .flag("--listen"))
        #expect(settings.text("log.level") == "debug")
    }

    @Test(
        "A setting's environment name is its path in capitals",
        arguments: [
            ("listen", "RECOURS_LISTEN"), ("log.level", "RECOURS_LOG_LEVEL"),
            ("limits.callsPerPartner", "RECOURS_LIMITS_CALLS_PER_PARTNER"),
        ])
    func environmentNames(name: String, expected: String) {
        #expect(Setting.all.first { $0.name == name }?.environmentName == expected)
    }

    @Test(
        "A wrong file is refused with the place, what is wrong and the nearest name",
        arguments: [
            (#"{"lisen": "a:1"}"#, "lisen", "Did you mean listen?"),
            (#"{"log": {"lvl": "info"}}"#, "log.lvl", "Did you mean log.level?"),
            (#"{"log": {"level": "loud"}}"#, "none of trace, debug", ""),
            (#"{"drainSeconds": 601}"#, "not between 0 and 600", ""),
            (#"{"drainSeconds": "soon"}"#, "not a whole number", ""),
            (#"{"listen": 7443}"#, "not a text", ""),
            (#"{"listen": ["a:1"]}"#, "not a text", ""),
            (#"{"listen": null}"#, "no text, whole number", ""),
            (#"{"clock": {"sandbox": "yes"}}"#, "neither true nor false", ""),
            (#"{"notify": {"command": "/bin/true"}}"#, "not a list of texts", ""),
            (#"[]"#, "not a JSON object", ""),
            (#"{"listen": }"#, "not JSON", ""),
        ])
    func wrongFiles(json: String, words: String, remedy: String) throws {
        let error = #expect(throws: DaemonError.self) { try read(json) }
        #expect(error?.code == .configuration)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("test.json") == true)
        if !remedy.isEmpty { #expect(error?.remedy == remedy) }
    }

    @Test("Limits of all and of kinds of partners are read; a wrong one is named with its form")
    func quotas() throws {
        func table(_ lines: String) throws -> QuotaTable {
            let settings = try read(
                #"{"quotas": {"casesPerDay": 7, "bytesPerDay": 0, "ofKind": [\#(lines)]}}"#)
            return try Configuration(settings, directory: "/d").quotas()
        }
        let found = try table(#""platform.cases_per_day=9", "platform.writes_per_second=0""#)
        let expected: [(PartnerKind, Quota, UInt64?)] = [
            (.association, .casesPerDay, 7), (.platform, .casesPerDay, 9),
            (.platform, .writesPerSecond, nil), (.platform, .bytesPerDay, nil),
        ]
        for (kind, quota, limit) in expected {
            let partner = PartnerRecord(
                number: PartnerNumber(1), reference: PartnerReference(kind: kind, slug: "a"),
                name: "A", siren: "", keys: [], createdAt: Instant(millisecondsSince1970: 0))
            #expect(found.limit(quota, of: partner) == limit, "\(kind) \(quota)")
        }
        for line in ["platform", "platform.cases_per_day", "nobody.cases_per_day=1", "a=1"] {
            let error = #expect(throws: DaemonError.self) { try table("\"\(line)\"") }
            #expect(error?.message.contains(line) == true)
        }
    }

    @Test("A wrong variable is named in the error")
    func wrongVariable() throws {
        var settings = Settings()
        let error = #expect(throws: DaemonError.self) {
            try settings.read(environment: ["RECOURS_DRAIN_SECONDS": "x"])
        }
        #expect(error?.message.contains("RECOURS_DRAIN_SECONDS") == true)
    }

    @Test(
        "An address is host:port, IPv6 in brackets",
        arguments: [
            ("127.0.0.1:7443", "127.0.0.1", 7443), ("[::1]:0", "::1", 0),
            ("localhost:65535", "localhost", 65535),
        ])
    func addresses(text: String, host: String, port: Int) throws {
        var settings = Settings()
        try settings.read(flag: "--listen", for: "listen", text: text)
        let configuration = try Configuration(settings, directory: "/d")
        #expect(configuration.listen == .init(host: host, port: port))
        #expect(configuration.key == "/d/server/key.pem")
    }

    @Test(
        "What is no address is refused",
        arguments: ["", "7443", ":7443", "::1:7443", "host:65536", "host:", "host:-1"])
    func wrongAddresses(text: String) throws {
        var settings = Settings()
        try settings.read(flag: "--listen", for: "listen", text: text)
        #expect(throws: DaemonError.self) { try Configuration(settings, directory: "/d") }
    }

    @Test("Distances count letters added, dropped and changed")
    func distances() {
        #expect(editDistance("", "abc") == 3)
        #expect(editDistance("listen", "lisen") == 1)
        #expect(editDistance("kitten", "sitting") == 3)
    }
}

@Suite("The documentation of settings")
struct SettingDocumentationTests {
    @Test("The README's table has every setting with its default and meaning")
    func table() throws {
        let here = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = "/\(here)/Sources/recoursd/README.md"
        let text = String(decoding: try ServerFiles.read(path, setting: "README"), as: UTF8.self)
        for setting in Setting.all {
            let standard = setting.standard.description
            let shown = standard.isEmpty ? "empty" : "`\(standard)`"
            let row = "| `\(setting.name)` | \(shown) | \(setting.meaning) |"
            #expect(text.contains(row), "\(row)")
        }
    }
}
