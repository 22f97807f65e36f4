// SPDX-License-Identifier: EUPL-1.2

package import RecoursStore

/// A database and its files of evidence, looked at whole.
package struct ContentsExamination {
    package private(set) var findings: [StoreExamination.Finding] = []
    package private(set) var findingCount = 0
    package let counts: StoreExamination.Counts
    /// Nil if a tree is too damaged to have one.
    package let heads: TreeHeads?
    let copy: any StoreCopy
    private let examination: StoreExamination

    /// Looks at all of it.
    ///
    /// - Parameters:
    ///   - evidence: the directory of evidence.
    ///   - hashesEvidence: false where the files have been hashed already.
    ///   - goesOn: told how far it is; to give up, it throws.
    package init(
        _ copy: any StoreCopy, evidence: String, codec: StoreCodec, hashesEvidence: Bool,
        _ goesOn: (BackupProgress) throws(StoreError) -> Void
    ) throws(StoreError) {
        self.copy = copy
        var found: [StoreExamination.Finding] = []
        do throws(StoreError) {
            found += try copy.brokenStructure().map { .init("the database", $0) }
            found += try copy.danglingRows().map { .init("the database", $0) }
        } catch {
            found.append(.init("the database", error.cause ?? error.message))
        }
        var examination = StoreExamination(copy, codec: codec)
        try examination.run { done, total throws(StoreError) in
            try goesOn(BackupProgress(stage: .examination, done: done, total: total))
        }
        self.examination = examination
        counts = examination.counts
        heads = try? TreeHeads(of: copy.reader, examination.references)
        findings = found + examination.findings
        findingCount = found.count + examination.findingCount
        try lookAtFiles(evidence, hashesEvidence, goesOn)
    }

    /// Partners of whose trees, as an earlier backup has them, something is missing or another.
    package func notContinued(from earlier: TreeHeads) throws(StoreError) -> [String] {
        try earlier.notContinued(in: copy, examination.references)
    }

    package mutating func note(_ place: String, _ fault: String) {
        findingCount += 1
        findings.append(StoreExamination.Finding(place, fault))
    }

    private mutating func lookAtFiles(
        _ directory: String, _ hashes: Bool,
        _ goesOn: (BackupProgress) throws(StoreError) -> Void
    ) throws(StoreError) {
        let contents: [EvidenceContent]
        do throws(StoreError) {
            contents = try EvidenceContent.all(in: copy)
        } catch {
            // The records were looked at, and this was told of them.
            return
        }
        for (place, content) in contents.enumerated() {
            let path = "\(directory)/\(content.place)"
            do throws(StoreError) {
                try content.check(path, hashes: hashes)
            } catch {
                note("file \(content.place)", error.cause ?? error.message)
            }
            try goesOn(
                BackupProgress(
                    stage: .evidence, done: UInt64(place + 1), total: UInt64(contents.count)))
        }
    }
}

extension EvidenceContent {
    /// Those of a copy, each once: many records may name one.
    static func all(in copy: any StoreCopy) throws(StoreError) -> [EvidenceContent] {
        var seen: Set<EvidenceContent> = []
        var all: [EvidenceContent] = []
        try copy.visitEvidence { record in
            let content = EvidenceContent(sha256: record.sha256, size: record.size)
            if record.erasedAt == nil, seen.insert(content).inserted { all.append(content) }
            return .goOn
        }
        return all
    }

    /// Where it lies in a directory of evidence.
    var place: String { EvidenceDirectory.place(of: sha256) }

    /// Throws unless the file is the one that was kept.
    func check(_ path: String, hashes: Bool) throws(StoreError) {
        guard BackupFiles.isThere(path) else {
            throw StoreError(
                code: .corrupted, message: "it is not there", remedy: "Look for it in a backup.")
        }
        guard hashes else { return }
        let found = try BackupFiles.digest(of: path)
        guard found.sha256 == sha256, found.size == size else {
            throw StoreError(
                code: .corrupted, message: "its content is not what it is called by",
                remedy: "Look for it in a backup.")
        }
    }
}
