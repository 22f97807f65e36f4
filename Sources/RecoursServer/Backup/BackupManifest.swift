// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
internal import RecoursProof
package import RecoursStore

/// What stands at the head of a backup: which store, of when, how much, and the hash of the list
/// of its files. A signed note, written last, so that a backup with one is whole.
///
/// Its first line names what it is, as that of every note of ours does: nobody can take it for a
/// tree head, though the same key signs both.
package struct BackupManifest: Sendable, Hashable {
    /// Names within a backup.
    package enum File {
        package static let manifest = "MANIFEST"
        package static let sums = "SHA256SUMS"
        package static let heads = "HEADS"
        package static let database = "store.sqlite"
        package static let evidence = "evidence"
        package static let erasures = "erasures.log"
        package static let publicKey = "public.pem"
    }

    /// What a backup that is not finished ends in.
    package static let partialSuffix = ".partial"

    private static let format = "1"
    private static let originSuffix = "/backup"

    package var trustDomain: String
    /// RFC 3339 in UTC.
    package var madeAt: String
    package var software: String
    package var epoch: [UInt8]
    package var schema: String
    package var counts: StoreExamination.Counts
    /// Cases on the list of erased ones.
    package var erasures: UInt64
    /// SHA-256 of the list of files, 32 bytes.
    package var sums: [UInt8]

    /// The lines that are signed.
    var text: String {
        let lines = [
            trustDomain + Self.originSuffix, "format \(Self.format)", "made \(madeAt)",
            "software \(software)", "epoch \(Hexadecimal.text(of: epoch))", "schema \(schema)",
            "cases \(counts.cases)", "erased \(counts.erased)", "events \(counts.events)",
            "partners \(counts.partners)", "files \(counts.files)", "erasures \(erasures)",
            "sums \(Hexadecimal.text(of: sums))",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads what `text` wrote; nil for anything else.
    init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        guard let origin = lines.first, origin.hasSuffix(Self.originSuffix) else { return nil }
        var values: [Substring: Substring] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, values.updateValue(parts[1], forKey: parts[0]) == nil else {
                return nil
            }
        }
        func number(_ name: Substring) -> UInt64? { values[name].flatMap { UInt64($0) } }
        func bytes(_ name: Substring) -> [UInt8]? {
            values[name].flatMap { Hexadecimal.bytes(of: String($0)) }
        }
        guard values["format"] ?? "" == Self.format, let madeAt = values["made"],
            let software = values["software"], let epoch = bytes("epoch"),
            let schema = values["schema"], let cases = number("cases"),
            let erased = number("erased"), let events = number("events"),
            let partners = number("partners"), let files = number("files"),
            let erasures = number("erasures"), let sums = bytes("sums")
        else { return nil }
        trustDomain = String(origin.dropLast(Self.originSuffix.count))
        self.madeAt = String(madeAt)
        self.software = String(software)
        self.epoch = epoch
        self.schema = String(schema)
        counts = StoreExamination.Counts()
        counts.cases = cases
        counts.erased = erased
        counts.events = events
        counts.partners = partners
        counts.files = files
        self.erasures = erasures
        self.sums = sums
        guard self.text == text else { return nil }
    }

    init(
        trustDomain: String, madeAt: String, software: String, copy: any StoreCopy,
        counts: StoreExamination.Counts, erasures: UInt64, sums: [UInt8]
    ) {
        self.trustDomain = trustDomain
        self.madeAt = madeAt
        self.software = software
        epoch = copy.identity.epoch
        schema = copy.schema
        self.counts = counts
        self.erasures = erasures
        self.sums = sums
    }
}
