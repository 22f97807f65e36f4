// SPDX-License-Identifier: EUPL-1.2

package import RecoursStore

/// Makes the directory of a store out of a backup that was verified. All of it blocks.
package struct BackupRestorer {
    private typealias File = BackupManifest.File
    /// Far above any list of erased cases.
    private static let largestList = 256 << 20

    private let backup: String
    private let renew: (String) throws(StoreError) -> Void

    /// - Parameter renew: makes another store of a copy, so that nothing that was handed out since
    ///   is taken for its own.
    package init(_ backup: String, renew: @escaping (String) throws(StoreError) -> Void) {
        self.backup = backup
        self.renew = renew
    }

    /// The list of erased cases that belongs into the store: the newest there is.
    ///
    /// Throws `corrupted` if the one given is not a later state of the backup's own: it would bring
    /// back what was erased before.
    package func erasures(newest path: String?) throws(StoreError) -> [UInt8] {
        let own = try list("\(backup)/\(File.erasures)")
        guard let path else { return own }
        let newest = try list(path)
        guard newest.starts(with: own) else {
            throw StoreError(
                code: .corrupted, message: "\(path) does not continue the backup's own list",
                remedy: "Give the newest erasures.log of the same store.")
        }
        return newest
    }

    /// Fills the target, which appears under its name once it is whole.
    ///
    /// - Parameters:
    ///   - target: missing, or an empty directory.
    ///   - goesOn: told how many files are there.
    package func run(
        to target: String, erasures: [UInt8],
        _ goesOn: (BackupProgress) throws(StoreError) -> Void
    ) throws(StoreError) {
        let partial = target + BackupManifest.partialSuffix
        guard !BackupFiles.isThere(partial) else {
            throw StoreError(
                code: .storageFailed, message: "\(partial) is there",
                remedy: "If a restore that was broken off has left it, remove it.")
        }
        try BackupFiles.makeDirectory(partial)
        do throws(StoreError) {
            try fill(partial, erasures, goesOn)
            // An empty directory gives way to one that is renamed to its name.
            try BackupFiles.rename(partial, to: target)
        } catch {
            try? BackupFiles.removeAll(partial)
            throw error
        }
    }

    private func fill(
        _ partial: String, _ erasures: [UInt8],
        _ goesOn: (BackupProgress) throws(StoreError) -> Void
    ) throws(StoreError) {
        let database = "\(partial)/\(File.database)"
        try BackupFiles.copy("\(backup)/\(File.database)", to: database)
        try renew(database)
        if !erasures.isEmpty {
            try BackupFiles.write(erasures, to: "\(partial)/\(File.erasures)")
        }
        let (source, evidence) = ("\(backup)/\(File.evidence)", "\(partial)/\(File.evidence)")
        try BackupFiles.makeDirectory(evidence)
        let files = try BackupFiles.filesBelow(source)
        var folders: Set<String> = []
        for (number, name) in files.enumerated() {
            let folder = String(name.prefix(2))
            if folders.insert(folder).inserted {
                try BackupFiles.makeDirectory("\(evidence)/\(folder)")
            }
            // Copies: what is served must not share its bytes with what it would be mended from.
            try BackupFiles.copy("\(source)/\(name)", to: "\(evidence)/\(name)")
            try goesOn(
                BackupProgress(
                    stage: .evidence, done: UInt64(number + 1), total: UInt64(files.count)))
        }
        for folder in folders { try BackupFiles.syncDirectory("\(evidence)/\(folder)") }
        try BackupFiles.syncDirectory(evidence)
        try BackupFiles.syncDirectory(partial)
    }

    private func list(_ path: String) throws(StoreError) -> [UInt8] {
        guard let bytes = try BackupFiles.read(path, limit: Self.largestList) else {
            throw StoreError(
                code: .storageFailed, message: "\(path) is not there", remedy: "Give another path.")
        }
        return bytes
    }
}
