// SPDX-License-Identifier: EUPL-1.2

/// Every setting's value, and where each came from: flag over environment over file over default.
struct Settings: Sendable {
    /// Who set a value; named in errors, so that the operator looks in the right place.
    enum Origin: Sendable, Equatable {
        case standard
        case file(String)
        case environment(String)
        case flag(String)

        var words: String {
            switch self {
            case .standard: "the default"
            case .file(let path): path
            case .environment(let name): "the environment variable \(name)"
            case .flag(let name): "the flag \(name)"
            }
        }
    }

    private var values: [String: (value: SettingValue, origin: Origin)] = [:]

    /// The defaults.
    init() {
        for setting in Setting.all {
            values[setting.name] = (setting.standard, .standard)
        }
    }

    /// The value of a setting as text; "" for a name that isn't in the table.
    func text(_ name: String) -> String {
        values[name]?.value.description ?? ""
    }

    /// The value of a numeric setting.
    func number(_ name: String) -> Int {
        if case .number(let number)? = values[name]?.value { return number }
        return 0
    }

    /// The value of a setting that is on or off.
    func flag(_ name: String) -> Bool {
        if case .flag(let flag)? = values[name]?.value { return flag }
        return false
    }

    /// The value of a setting that is a list.
    func list(_ name: String) -> [String] {
        if case .list(let list)? = values[name]?.value { return list }
        return []
    }

    /// Takes one setting over as others have it.
    mutating func take(_ name: String, from other: Settings) {
        values[name] = other.values[name]
    }

    func origin(_ name: String) -> Origin {
        values[name]?.origin ?? .standard
    }

    /// Takes what the file says; a key that isn't in the table is an error, for it is a typing slip
    /// whose effect the operator would otherwise miss.
    mutating func read(file: JSONValue, path: String) throws(DaemonError) {
        guard case .object(let members) = file else {
            throw .configuration("\(path) is not a JSON object", remedy: "Begin it with {.")
        }
        try read(members: members, prefix: "", path: path)
    }

    private mutating func read(
        members: [String: JSONValue], prefix: String, path: String
    ) throws(DaemonError) {
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            let name = prefix + key
            switch value {
            case .object(let inner) where Setting.all.contains { $0.name.hasPrefix(name + ".") }:
                try read(members: inner, prefix: name + ".", path: path)
            case .text(let text):
                try set(name, .text(text), origin: .file(path))
            case .number(let number):
                try set(name, .number(number), origin: .file(path))
            case .flag(let flag):
                try set(name, .flag(flag), origin: .file(path))
            case .list(let list):
                try set(name, .list(list), origin: .file(path))
            case .object, .other:
                _ = try setting(named: name, origin: .file(path))
                throw .configuration(
                    "\(name) in \(path) is no text, whole number, true, false or list of texts",
                    remedy: "See Sources/recoursd/README.md for what it takes.")
            }
        }
    }

    /// Takes every `RECOURS_…` variable that names a setting; others are left alone, for the client
    /// has variables of its own under the same prefix.
    mutating func read(environment: [String: String]) throws(DaemonError) {
        for setting in Setting.all {
            guard let text = environment[setting.environmentName] else { continue }
            try set(
                setting.name, Settings.value(text, for: setting),
                origin: .environment(setting.environmentName))
        }
    }

    /// Takes a flag of the command line.
    mutating func read(flag: String, for name: String, text: String) throws(DaemonError) {
        let setting = try setting(named: name, origin: .flag(flag))
        try set(name, Settings.value(text, for: setting), origin: .flag(flag))
    }

    // MARK: Checks

    private static func value(_ text: String, for setting: Setting) -> SettingValue {
        switch setting.kind {
        case .number:
            if let number = Int(text) { return .number(number) }
        case .flag:
            if let flag = Bool(text) { return .flag(flag) }
        case .list:
            // As in the file, for a list; a program alone needs no brackets.
            if text.isEmpty { return .list([]) }
            let json = try? JSONValue.parse(Array(text.utf8), path: setting.name)
            if case .list(let list)? = json { return .list(list) }
            if !text.hasPrefix("[") { return .list([text]) }
        case .text, .path, .choice: break
        }
        return .text(text)
    }

    private func setting(named name: String, origin: Origin) throws(DaemonError) -> Setting {
        if let found = Setting.all.first(where: { $0.name == name }) { return found }
        let nearest = Setting.all.map(\.name).min {
            editDistance($0, name) < editDistance($1, name)
        }
        throw .configuration(
            "\(origin.words) sets \(name), which is no setting",
            remedy: nearest.map { "Did you mean \($0)?" } ?? "")
    }

    private mutating func set(
        _ name: String, _ value: SettingValue, origin: Origin
    ) throws(DaemonError) {
        let setting = try setting(named: name, origin: origin)
        let wrong: String
        switch (setting.kind, value) {
        case (.text, .text), (.path, .text), (.flag, .flag), (.list, .list):
            values[name] = (value, origin)
            return
        case (.number(let bounds), .number(let number)):
            if bounds.contains(number) {
                values[name] = (value, origin)
                return
            }
            wrong = "\(number) is not between \(bounds.lowerBound) and \(bounds.upperBound)"
        case (.choice(let choices), .text(let text)):
            if choices.contains(text) {
                values[name] = (value, origin)
                return
            }
            wrong = "\"\(text)\" is none of \(choices.joined(separator: ", "))"
        case (.number, .text(let text)):
            wrong = "\"\(text)\" is not a whole number"
        case (.flag, _):
            wrong = "\(value) is neither true nor false"
        case (.list, _):
            wrong = "\(value) is not a list of texts, like [\"/usr/local/bin/notify\"]"
        case (.number, _):
            wrong = "\(value) is not a whole number"
        case (.text, _), (.path, _), (.choice, _):
            wrong = "\(value) is not a text"
        }
        throw .configuration("\(name), set by \(origin.words): \(wrong)", remedy: setting.meaning)
    }
}

/// How many letters must be added, dropped or changed to make one word of the other (Levenshtein).
func editDistance(_ first: String, _ second: String) -> Int {
    let first = Array(first.utf8)
    let second = Array(second.utf8)
    var previous = Array(0...second.count)
    for (row, letter) in first.enumerated() {
        var current = [row + 1]
        for (column, other) in second.enumerated() {
            let changed = previous[column] + (letter == other ? 0 : 1)
            current.append(min(changed, previous[column + 1] + 1, current[column] + 1))
        }
        previous = current
    }
    return previous[second.count]
}
