// SPDX-License-Identifier: EUPL-1.2

package import RecoursCrypto
internal import RecoursProof
package import RecoursStore

/// Holds a backup to its manifest: every file, then everything in them. Changes nothing, and needs
/// no server.
package struct BackupVerifier {
    /// What the database of a backup is opened by.
    package struct Database: Sendable {
        package let schema: @Sendable (String) throws(StoreError) -> String
        package let currentSchema: String
        package let open: @Sendable (String) throws(StoreError) -> any StoreCopy

        package init(
            currentSchema: String,
            schema: @escaping @Sendable (String) throws(StoreError) -> String,
            open: @escaping @Sendable (String) throws(StoreError) -> any StoreCopy
        ) {
            self.currentSchema = currentSchema
            self.schema = schema
            self.open = open
        }
    }

    /// What was found, in the order in which it was looked for.
    package struct Report {
        package fileprivate(set) var manifest: BackupManifest?
        package fileprivate(set) var findings: [StoreExamination.Finding] = []
        package fileprivate(set) var findingCount = 0
        /// False for an older schema: its files were looked at, and not what is in them.
        package fileprivate(set) var looksInside = true

        mutating func note(_ place: String, _ fault: String) {
            findings.append(StoreExamination.Finding(place, fault))
            findingCount += 1
        }
    }

    private typealias File = BackupManifest.File
    /// Far above any manifest, and above a list of a million files.
    private static let largestManifest = 65_536
    private static let largestList = 256 << 20

    private let path: String
    private let key: PublicKey?
    private let database: Database
    private let goesOn: (BackupProgress) throws(StoreError) -> Void

    /// - Parameter key: whose signature the manifest must have; nil: that of the key in the backup,
    ///   which shows that nothing was damaged, and not who made it.
    package init(
        _ path: String, key: PublicKey?, database: Database,
        _ goesOn: @escaping (BackupProgress) throws(StoreError) -> Void
    ) {
        self.path = path
        self.key = key
        self.database = database
        self.goesOn = goesOn
    }

    /// Whether a directory claims to be a backup.
    package static func isBackup(_ path: String) -> Bool {
        BackupFiles.isThere("\(path)/\(BackupManifest.File.manifest)")
            || path.hasSuffix(BackupManifest.partialSuffix)
            || BackupFiles.isThere("\(path)/\(BackupManifest.File.sums)")
    }

    /// Looks at all of it.
    ///
    /// - Parameter earlier: the directory of an earlier backup, whose trees this one must continue.
    package func run(against earlier: String? = nil) throws(StoreError) -> Report {
        var report = Report()
        guard let manifest = try manifest(&report) else { return report }
        report.manifest = manifest
        try lookAtFiles(manifest, &report)
        let file = "\(path)/\(File.database)"
        do throws(StoreError) {
            let schema = try database.schema(file)
            if schema != manifest.schema {
                report.note(File.database, "its schema is not the one of the manifest")
            }
            guard schema == database.currentSchema else {
                report.looksInside = false
                return report
            }
            try lookInside(try database.open(file), manifest, earlier, &report)
        } catch {
            report.note(File.database, error.cause ?? error.message)
        }
        return report
    }

    // MARK: Manifest and files

    private func manifest(_ report: inout Report) throws(StoreError) -> BackupManifest? {
        guard
            let bytes = try BackupFiles.read(
                "\(path)/\(File.manifest)", limit: Self.largestManifest)
        else {
            report.note(File.manifest, "it is not there: the backup was not finished")
            return nil
        }
        do throws(ProofError) {
            let note = try SignedNote(String(decoding: bytes, as: UTF8.self))
            guard Array(note.encoded.utf8) == bytes, let manifest = BackupManifest(text: note.text)
            else {
                report.note(File.manifest, "it cannot be read")
                return nil
            }
            guard let key = try publicKey(&report) else { return nil }
            guard try note.verify(key) == manifest.trustDomain else {
                report.note(File.manifest, "another than \(manifest.trustDomain) has signed it")
                return nil
            }
            return manifest
        } catch {
            report.note(File.manifest, error.message)
            return nil
        }
    }

    private func publicKey(_ report: inout Report) throws(ProofError) -> PublicKey? {
        if let key { return key }
        let file = "\(path)/\(File.publicKey)"
        let bytes = (try? BackupFiles.read(file, limit: Self.largestManifest)) ?? nil
        guard let bytes, let key = try? PublicKey(pem: bytes) else {
            report.note(File.publicKey, "it is no key, so nobody can tell who signed the manifest")
            return nil
        }
        return key
    }

    private func lookAtFiles(
        _ manifest: BackupManifest, _ report: inout Report
    ) throws(StoreError) {
        let list = "\(path)/\(File.sums)"
        guard let bytes = try BackupFiles.read(list, limit: Self.largestList),
            try BackupFiles.digest(of: list).sha256 == manifest.sums,
            let sums = FileSums(text: String(decoding: bytes, as: UTF8.self))
        else {
            report.note(File.sums, "it is not the list of the manifest")
            return
        }
        let listed = sums.hashes.sorted { $0.key < $1.key }
        for (number, (name, hash)) in listed.enumerated() {
            if !BackupFiles.isThere("\(path)/\(name)") {
                report.note(name, "it is not there")
            } else if try BackupFiles.digest(of: "\(path)/\(name)").sha256 != hash {
                report.note(name, "its content is not that of the list")
            }
            try goesOn(
                BackupProgress(
                    stage: .hashing, done: UInt64(number + 1), total: UInt64(listed.count)))
        }
        let known = Set(sums.hashes.keys).union([File.sums, File.manifest])
        for name in try BackupFiles.filesBelow(path).sorted() where !known.contains(name) {
            report.note(name, "it is not on the list")
        }
    }

    // MARK: Contents

    private func lookInside(
        _ copy: any StoreCopy, _ manifest: BackupManifest, _ earlier: String?,
        _ report: inout Report
    ) throws(StoreError) {
        var contents = try ContentsExamination(
            copy, evidence: "\(path)/\(File.evidence)", codec: StoreCodec(),
            hashesEvidence: false, goesOn)
        if copy.identity.epoch != manifest.epoch {
            contents.note(File.database, "it is of another store than the manifest says")
        }
        if contents.counts != manifest.counts {
            contents.note(File.database, "it holds another number of things than the manifest says")
        }
        if let heads = contents.heads {
            let listed = Self.heads(of: path)
            for partner in listed.map(heads.differences) ?? [] {
                contents.note("the tree of \(partner)", "its head is not the one of the list")
            }
            if listed == nil { contents.note(File.heads, "it cannot be read") }
        }
        if let earlier { try contents.compare(with: earlier) }
        report.findings += contents.findings
        report.findingCount += contents.findingCount
    }

    static func heads(of path: String) -> TreeHeads? {
        let file = "\(path)/\(File.heads)"
        let bytes = (try? BackupFiles.read(file, limit: largestList)) ?? nil
        return bytes.flatMap { TreeHeads(text: String(decoding: $0, as: UTF8.self)) }
    }
}

extension ContentsExamination {
    /// Notes what is not as it was when an earlier backup was made: a store only adds to its trees,
    /// so whatever was changed, left out or dated back since then shows here.
    package mutating func compare(with backup: String) throws(StoreError) {
        guard let heads = BackupVerifier.heads(of: backup) else {
            note("\(backup)/HEADS", "it cannot be read")
            return
        }
        for partner in try notContinued(from: heads) {
            note("the tree of \(partner)", "it does not continue the one of \(backup)")
        }
    }
}
