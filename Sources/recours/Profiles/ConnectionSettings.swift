// SPDX-License-Identifier: EUPL-1.2

/// Where a setting came from; the first of these that has one decides.
enum SettingOrigin: Equatable, Sendable {
    case flag(String)
    case environment(String)
    /// The directory of the profile.
    case profile(String)

    var sentence: ProfileSentence {
        switch self {
        case .flag(let name): .flag(name)
        case .environment(let name): .environment(name)
        case .profile(let directory): .profile(directory)
        }
    }
}

/// One setting and where it came from.
struct Setting: Equatable, Sendable {
    let name: String
    let value: String
    let origin: SettingOrigin
}

/// What the command line says of the connection; nil where it says nothing.
struct ConnectionFlags: Equatable, Sendable {
    var profile: String?
    var endpoint: String?
    var trust: String?
    var certificate: String?
    var key: String?
}

/// How to reach the server: flags before environment before the profile that flag, environment or
/// `recours profile use` choose.
struct ConnectionSettings: Equatable, Sendable {
    let endpoint: Setting
    let certificate: Setting
    let key: Setting
    let trust: Setting

    var all: [Setting] { [endpoint, certificate, key, trust] }

    /// Throws `CommandError` with `configuration` that says how to get a profile.
    init(
        flags: ConnectionFlags, environment: [String: String], store: ProfileStore
    ) throws(CommandError) {
        func variable(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        let name = flags.profile ?? variable("RECOURS_PROFILE") ?? store.selected
        var directory = ""
        var profile = Profile()
        if let name {
            directory = try store.directory(of: name)
            profile = try Profile.read(directory: directory)
        }
        func setting(
            _ name: String, _ flag: String, _ flagValue: String?, _ variableName: String,
            _ profileValue: String?
        ) throws(CommandError) -> Setting {
            if let flagValue {
                return Setting(name: name, value: flagValue, origin: .flag(flag))
            }
            if let value = variable(variableName) {
                return Setting(name: name, value: value, origin: .environment(variableName))
            }
            if let profileValue {
                return Setting(name: name, value: profileValue, origin: .profile(directory))
            }
            throw ConnectionSettings.missing(name, flag, variableName, directory: directory)
        }
        endpoint = try setting(
            "endpoint", "--endpoint", flags.endpoint, "RECOURS_ENDPOINT", profile.endpoint)
        certificate = try setting(
            "certificate", "--cert", flags.certificate, "RECOURS_CERT", profile.certificate)
        key = try setting("key", "--key", flags.key, "RECOURS_KEY", profile.key)
        trust = try setting("trust", "--cacert", flags.trust, "RECOURS_CACERT", profile.trust)
    }

    private static func missing(
        _ name: String, _ flag: String, _ variable: String, directory: String
    ) -> CommandError {
        guard directory.isEmpty else {
            return CommandError(
                .configuration, ProfileSentence.lacks(name, directory: directory),
                remedy: ProfileSentence.add(file: "\(directory)/\(Profile.fileName)", flag: flag))
        }
        return CommandError(
            .configuration, ProfileSentence.noneChosen(setting: name),
            remedy: ProfileSentence.getOne(variable: variable))
    }
}
