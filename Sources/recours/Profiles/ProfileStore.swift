// SPDX-License-Identifier: EUPL-1.2

internal import FoundationEssentials

/// The profiles of this user: `$XDG_CONFIG_HOME/recours/profiles/NAME/`, and which one is in use.
struct ProfileStore: Sendable {
    /// `…/recours`.
    let directory: String

    /// By the XDG base directory rules: a relative path counts as none.
    init(environment: [String: String]) {
        let configured = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = environment["HOME"] ?? "/"
        directory = (configured ?? "\(home)/.config") + "/recours"
    }

    var profilesDirectory: String { "\(directory)/profiles" }

    private var selectionPath: String { "\(directory)/selected" }

    /// Names of the profiles, sorted.
    var names: [String] {
        let found = try? FileManager.default.contentsOfDirectory(atPath: profilesDirectory)
        return (found ?? []).filter { exists("\(profilesDirectory)/\($0)/\(Profile.fileName)") }
            .sorted()
    }

    /// The one chosen by `recours profile use`; nil if there is none.
    var selected: String? {
        guard let bytes = try? InputFile.contents(selectionPath, atMost: 4096) else { return nil }
        let name = Trimming.trimmed(String(decoding: bytes, as: UTF8.self))
        return name.isEmpty ? nil : name
    }

    /// Chooses a profile for later commands.
    func select(_ name: String) throws(CommandError) {
        let directory = try self.directory(of: name)
        _ = try Profile.read(directory: directory)
        try makeDirectories()
        let isStored = directory == "\(profilesDirectory)/\(name)"
        let chosen = isStored ? name : ProfileStore.absolute(directory)
        try OutputFile(selectionPath, .replace).write(chosen + "\n")
    }

    /// Where a profile is: a name of ours, or the path of any directory that holds one.
    ///
    /// Throws `CommandError` with `configuration`, naming the profiles there are.
    func directory(of name: String) throws(CommandError) -> String {
        let stored = "\(profilesDirectory)/\(name)"
        if !name.contains("/"), !name.hasPrefix("."), exists("\(stored)/\(Profile.fileName)") {
            return stored
        }
        if exists("\(name)/\(Profile.fileName)") { return name }
        throw CommandError(
            .configuration, ProfileSentence.unknown(name),
            remedy: ProfileSentence.giveName(
                of: names, directory: profilesDirectory, file: Profile.fileName))
    }

    func makeDirectories() throws(CommandError) {
        do {
            try FileManager.default.createDirectory(
                atPath: profilesDirectory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandError(
                .cannotCreate,
                FileSentence.cannotMake(profilesDirectory, why: ForeignWords(error).text))
        }
    }

    static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }
}
