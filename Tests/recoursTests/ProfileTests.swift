// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import recours

@Suite("Settings come from flag, environment and profile, in this order")
struct ProfileTests {
    private let place: TemporaryPlace
    private let store: ProfileStore

    init() throws {
        place = try TemporaryPlace()
        store = ProfileStore(environment: ["XDG_CONFIG_HOME": place.path])
        for name in ["one", "two"] {
            let directory = "\(store.profilesDirectory)/\(name)"
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true)
            let text = """
                {"endpoint": "\(name):7443", "certificate": "c.pem", "key": "k.pem",
                 "trust": "/etc/trust.pem"}
                """
            try Data(text.utf8).write(to: URL(fileURLWithPath: directory + "/profile.json"))
        }
    }

    private func settings(
        _ flags: ConnectionFlags = ConnectionFlags(), _ environment: [String: String] = [:]
    ) throws -> ConnectionSettings {
        try ConnectionSettings(flags: flags, environment: environment, store: store)
    }

    @Test("Each step of the order overrules the next")
    func precedence() throws {
        try store.select("one")
        #expect(try settings().endpoint.value == "one:7443")
        let environment = ["RECOURS_PROFILE": "two"]
        #expect(try settings(.init(), environment).endpoint.value == "two:7443")
        #expect(
            try settings(ConnectionFlags(profile: "one"), environment).endpoint.value
                == "one:7443")
        let both = ["RECOURS_PROFILE": "two", "RECOURS_ENDPOINT": "env:1"]
        let fromEnvironment = try settings(.init(), both)
        #expect(fromEnvironment.endpoint.value == "env:1")
        #expect(fromEnvironment.endpoint.origin == .environment("RECOURS_ENDPOINT"))
        #expect(fromEnvironment.key.value == "\(store.profilesDirectory)/two/k.pem")
        let fromFlag = try settings(ConnectionFlags(endpoint: "flag:1"), both)
        #expect(fromFlag.endpoint.value == "flag:1")
        #expect(fromFlag.endpoint.origin == .flag("--endpoint"))
    }

    @Test("Paths count from the profile's directory, absolute ones stay")
    func paths() throws {
        let settings = try settings(ConnectionFlags(profile: "one"))
        #expect(settings.certificate.value == "\(store.profilesDirectory)/one/c.pem")
        #expect(settings.trust.value == "/etc/trust.pem")
    }

    @Test("An empty variable is none")
    func emptyVariable() throws {
        let settings = try settings(
            ConnectionFlags(profile: "one"), ["RECOURS_ENDPOINT": "", "RECOURS_PROFILE": ""])
        #expect(settings.endpoint.value == "one:7443")
    }

    @Test("A directory serves as a profile too, by its path")
    func directory() throws {
        let path = "\(store.profilesDirectory)/two"
        #expect(try settings(ConnectionFlags(profile: path)).endpoint.value == "two:7443")
        try store.select(path)
        #expect(store.selected == path)
    }

    @Test("Without a profile the error says how to get one")
    func none() {
        let error = #expect(throws: CommandError.self) { try settings() }
        #expect(error?.status == .configuration)
        #expect(error?.remedy.contains("recours profile use") == true)
    }

    @Test("Without a profile, flags alone are enough")
    func flagsAlone() throws {
        let flags = ConnectionFlags(endpoint: "e", trust: "t", certificate: "c", key: "k")
        #expect(try settings(flags).all.map(\.value) == ["e", "c", "k", "t"])
    }

    @Test("A profile that is not there is told with those that are")
    func unknown() {
        let error = #expect(throws: CommandError.self) {
            try settings(ConnectionFlags(profile: "three"))
        }
        #expect(error?.remedy.contains("one, two") == true)
        #expect(error?.status == .configuration)
    }

    @Test("A profile that is not JSON is told with its file")
    func broken() throws {
        _ = try place.file("profile.json", "endpoint = x")
        let error = #expect(throws: CommandError.self) {
            try settings(ConnectionFlags(profile: place.path))
        }
        #expect(error?.message.contains("profile.json") == true)
        #expect(error?.status == .configuration)
    }
}
