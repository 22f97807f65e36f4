// SPDX-License-Identifier: EUPL-1.2

/// Writes `recoursd.json` with every setting in it, so that what may be set can be seen.
enum ConfigurationFile {
    /// The file's text: defaults, but for the settings named.
    static func text(changing changes: [String: SettingValue] = [:]) -> String {
        // Groups in the order of their first setting; a name has one dot at most.
        var groups: [(name: String, lines: [String])] = []
        for setting in Setting.all {
            let parts = setting.name.split(separator: ".")
            let value = changes[setting.name] ?? setting.standard
            let line = "\"\(parts.last ?? "")\": \(json(value))"
            let group = parts.count == 2 ? String(parts[0]) : ""
            if !group.isEmpty, let place = groups.firstIndex(where: { $0.name == group }) {
                groups[place].lines.append(line)
            } else {
                groups.append((group, [line]))
            }
        }
        let members = groups.map { group in
            if group.name.isEmpty { return "  " + group.lines.joined() }
            let lines = group.lines.map { "    " + $0 }.joined(separator: ",\n")
            return "  \"\(group.name)\": {\n\(lines)\n  }"
        }
        return "{\n" + members.joined(separator: ",\n") + "\n}\n"
    }

    private static func json(_ value: SettingValue) -> String {
        switch value {
        case .text(let text): JSONValue.quoted(text)
        case .number(let number): String(number)
        case .flag(let flag): String(flag)
        case .list(let list): "[" + list.map(JSONValue.quoted).joined(separator: ", ") + "]"
        }
    }
}
