// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
internal import RecoursCrypto
internal import RecoursProof
package import RecoursStore

/// Makes one backup: a directory that says by its name, and by a manifest written last, that it is
/// whole. All of it blocks.
///
/// The order is what makes it consistent. The database is of one moment; every file that a record
/// names was durable before the record; what is erased afterwards is on the list, which is taken
/// last.
package struct BackupMaker {
    /// What a backup is made of.
    package struct Source: Sendable {
        package var copying: any StoreCopying
        /// Of the evidence; nothing may be removed from it meanwhile.
        package var evidence: String
        package var receipts: ReceiptSigner
        package var software: String
        package var limits: StoreLimits

        package init(
            copying: any StoreCopying, evidence: String, receipts: ReceiptSigner,
            software: String, limits: StoreLimits
        ) {
            self.copying = copying
            self.evidence = evidence
            self.receipts = receipts
            self.software = software
            self.limits = limits
        }
    }

    /// A backup that is whole.
    package struct Made: Sendable {
        package let path: String
        /// The last part of it.
        package let name: String
        package let manifest: BackupManifest
        /// Bytes of the database.
        package let databaseBytes: UInt64
    }

    private let source: Source
    private let directory: String
    private let goesOn: (BackupProgress) throws(StoreError) -> Void

    /// - Parameters:
    ///   - directory: in which the backup gets a directory of its own.
    ///   - goesOn: told how far it is; to give up, it throws.
    package init(
        _ source: Source, into directory: String,
        _ goesOn: @escaping (BackupProgress) throws(StoreError) -> Void
    ) {
        self.source = source
        self.directory = directory
        self.goesOn = goesOn
    }

    /// Makes it. What cannot be finished is removed.
    ///
    /// Throws `corrupted`, naming the first fault, for a store that is not whole: a backup of it
    /// would be taken for a good one.
    package func make(at now: Instant) throws(StoreError) -> Made {
        try BackupFiles.makeDirectory(directory)
        try removeUnfinished()
        try checkRoom()
        let name = try name(at: now)
        let partial = "\(directory)/\(name)\(BackupManifest.partialSuffix)"
        try BackupFiles.makeDirectory(partial)
        do throws(StoreError) {
            let (manifest, bytes) = try fill(partial, at: now)
            try BackupFiles.rename(partial, to: "\(directory)/\(name)")
            return Made(
                path: "\(directory)/\(name)", name: name, manifest: manifest,
                databaseBytes: bytes)
        } catch {
            // What cannot even be removed is, before the next one is made.
            try? BackupFiles.removeAll(partial)
            throw error
        }
    }

    // MARK: Before

    /// What a killed process has left: nobody else makes backups into this directory.
    private func removeUnfinished() throws(StoreError) {
        for name in try BackupFiles.names(in: directory) where Self.isUnfinished(name) {
            try BackupFiles.removeAll("\(directory)/\(name)")
        }
    }

    /// Whether `name(at:)` made the name, and its backup was not finished: whatever else lies there
    /// is not ours to remove.
    static func isUnfinished(_ name: String) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 16, parts[0].hasSuffix("Z"),
            parts[0].filter(\.isNumber).count == 14,
            parts[1].hasSuffix(BackupManifest.partialSuffix)
        else { return false }
        let digits = parts[1].dropLast(BackupManifest.partialSuffix.count)
        return digits.count == 8 && digits.allSatisfy(\.isHexDigit)
    }

    private func checkRoom() throws(StoreError) {
        let space = try BackupFiles.freeBytes(at: directory)
        let reserve = source.limits.reserve(ofTotalBytes: space.totalBytes)
        let wanted = try source.copying.databaseBytes()
        guard space.freeBytes >= reserve + wanted else {
            throw .noSpace(freeBytes: space.freeBytes, reserveBytes: reserve + wanted)
        }
    }

    /// `20261126T215209Z-1f0c9a3e`: in the order in which they were made, and never the same twice.
    private func name(at now: Instant) throws(StoreError) -> String {
        let stamp = now.utcText.filter { $0 != "-" && $0 != ":" }
        do throws(CryptoError) {
            return "\(stamp)-\(Hexadecimal.text(of: try SecureRandom.bytes(count: 4)))"
        } catch {
            throw .internalError("OpenSSL does not work: \(error.message)")
        }
    }

    // MARK: The parts

    private func fill(
        _ partial: String, at now: Instant
    ) throws(StoreError) -> (BackupManifest, UInt64) {
        typealias File = BackupManifest.File
        let database = "\(partial)/\(File.database)"
        var bytes: UInt64 = 0
        try source.copying.copyDatabase(to: database) { done, total throws(StoreError) in
            bytes = total
            try goesOn(BackupProgress(stage: .database, done: done, total: total))
        }
        let copy = try source.copying.openCopy(database)
        var sums = try linkEvidence(of: copy, to: "\(partial)/\(File.evidence)")
        let examination = try ContentsExamination(
            copy, evidence: "\(partial)/\(File.evidence)", codec: StoreCodec(),
            hashesEvidence: false, goesOn)
        guard let heads = examination.heads, examination.findings.isEmpty else {
            throw .notWhole(examination.findings)
        }
        let erasures = try source.copying.erasureList()
        try BackupFiles.write(erasures, to: "\(partial)/\(File.erasures)")
        try BackupFiles.write(Array(heads.text.utf8), to: "\(partial)/\(File.heads)")
        try BackupFiles.write(try publicKey(), to: "\(partial)/\(File.publicKey)")
        for name in [File.database, File.erasures, File.heads, File.publicKey] {
            sums.add(name, try BackupFiles.digest(of: "\(partial)/\(name)").sha256)
        }
        try BackupFiles.write(Array(sums.text.utf8), to: "\(partial)/\(File.sums)")
        let manifest = BackupManifest(
            trustDomain: source.receipts.trustDomain, madeAt: now.utcText,
            software: source.software, copy: copy, counts: examination.counts,
            erasures: UInt64(erasures.count { $0 == UInt8(ascii: "\n") }),
            sums: try BackupFiles.digest(of: "\(partial)/\(File.sums)").sha256)
        // Durable by name before there is a manifest that says so.
        try BackupFiles.syncDirectory(partial)
        let note = try source.receipts.sign(manifest)
        try BackupFiles.write(Array(note.utf8), to: "\(partial)/\(File.manifest)")
        try BackupFiles.syncDirectory(partial)
        return (manifest, bytes)
    }

    /// Puts the files that a copy's records name beside it. Each is read once more: a file that is
    /// not what its name says must not be kept for one.
    private func linkEvidence(
        of copy: any StoreCopy, to target: String
    ) throws(StoreError) -> FileSums {
        var sums = FileSums()
        let contents = try EvidenceContent.all(in: copy)
        try BackupFiles.makeDirectory(target)
        var folders: Set<String> = []
        for (number, content) in contents.enumerated() {
            let folder = String(content.place.prefix(2))
            if folders.insert(folder).inserted {
                try BackupFiles.makeDirectory("\(target)/\(folder)")
            }
            let path = "\(target)/\(content.place)"
            try BackupFiles.link("\(source.evidence)/\(content.place)", to: path)
            do throws(StoreError) {
                try content.check(path, hashes: true)
            } catch {
                throw .notWhole([.init("file \(content.place)", error.message)])
            }
            sums.add("\(BackupManifest.File.evidence)/\(content.place)", content.sha256)
            try goesOn(
                BackupProgress(
                    stage: .evidence, done: UInt64(number + 1), total: UInt64(contents.count)))
        }
        for folder in folders { try BackupFiles.syncDirectory("\(target)/\(folder)") }
        try BackupFiles.syncDirectory(target)
        return sums
    }

    private func publicKey() throws(StoreError) -> [UInt8] {
        do throws(CryptoError) {
            return Array(try source.receipts.publicKey.pem().utf8)
        } catch {
            throw .internalError("OpenSSL does not work: \(error.message)")
        }
    }
}

extension StoreError {
    /// What was to be kept is damaged already.
    fileprivate static func notWhole(_ findings: [StoreExamination.Finding]) -> StoreError {
        StoreError(
            code: .corrupted, message: "What was to be backed up is damaged, so no backup was made",
            remedy: "Stop the server, run recoursd verify, and keep the last backup.",
            cause: findings.first?.description ?? "a partner's tree has no head")
    }
}
