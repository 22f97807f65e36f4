// SPDX-License-Identifier: EUPL-1.2

@testable import recoursd

extension FuzzTarget {
    /// The server's configuration: what is accepted can be written, and says the same again.
    static let configuration = FuzzTarget(
        name: "configuration", largestInput: 4_096,
        seeds: {
            let changed = ConfigurationFile.text(changing: [
                "listen": .text("[::]:7443"), "clock.sandbox": .flag(true),
                "notify.command": .list(["/bin/true", "é\n\"\\\u{1F}"]), "drainSeconds": .number(0),
            ])
            let texts = [ConfigurationFile.text(), changed, #"{"log":{"level":"info"}}"#, "{}"]
            return texts.map { Array($0.utf8) }
        }
    ) { bytes in
        guard let settings = try? read(bytes) else { return }
        _ = try? Configuration(settings, directory: "/")
        var values: [String: SettingValue] = [:]
        for setting in Setting.all {
            values[setting.name] =
                switch setting.kind {
                case .number: .number(settings.number(setting.name))
                case .flag: .flag(settings.flag(setting.name))
                case .list: .list(settings.list(setting.name))
                case .text, .path, .choice: .text(settings.text(setting.name))
                }
        }
        let again = try read(Array(ConfigurationFile.text(changing: values).utf8))
        for setting in Setting.all {
            try law(
                again.text(setting.name) == settings.text(setting.name)
                    && again.list(setting.name) == settings.list(setting.name),
                "\(setting.name) comes back different")
        }
    }

    private static func read(_ bytes: [UInt8]) throws(DaemonError) -> Settings {
        var settings = Settings()
        try settings.read(file: JSONValue.parse(bytes, path: "f"), path: "f")
        return settings
    }
}
