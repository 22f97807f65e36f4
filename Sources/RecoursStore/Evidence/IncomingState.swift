// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursCases

/// What is known of uploads under way. On the writer's thread.
struct IncomingState {
    private let directory: String
    var uploads: [EvidenceIdentifier: IncomingUpload] = [:]
    /// The number of the last stream.
    var generation: UInt64 = 0

    /// Finds the uploads that were under way when the server ended. What belongs to none is
    /// removed.
    init(directory: String) throws(StoreError) {
        self.directory = directory
        for name in try EvidenceFiles.names(in: directory) {
            let parts = name.split(separator: ".")
            guard parts.count == 2, let bytes = ContentName.bytes(parts[0], count: 16),
                let identifier = EvidenceIdentifier(bytes: bytes)
            else { continue }
            let note = UploadNote.read(notePath(identifier))
            guard let note, let owner = note.owner, let claim = note.claim else {
                try EvidenceFiles.remove("\(directory)/\(name)")
                continue
            }
            let path = parts[1] == "part" ? partPath(identifier) : notePath(identifier)
            let facts = EvidenceFiles.facts(of: path)
            let present = parts[1] == "part" ? min(facts?.size ?? 0, claim.size) : 0
            uploads[identifier] = IncomingUpload(
                owner: owner, claim: claim,
                present: max(present, uploads[identifier]?.present ?? 0),
                usedAtMilliseconds: max(
                    facts?.changedMilliseconds ?? 0,
                    uploads[identifier]?.usedAtMilliseconds ?? 0))
        }
    }

    func partPath(_ identifier: EvidenceIdentifier) -> String {
        "\(directory)/\(identifier.hexadecimal).part"
    }

    private func notePath(_ identifier: EvidenceIdentifier) -> String {
        "\(directory)/\(identifier.hexadecimal).note"
    }

    // MARK: Uploads

    mutating func announce(
        _ identifier: EvidenceIdentifier, _ owner: PartnerReference, _ claim: EvidenceClaim,
        at now: Instant
    ) throws(StoreError) {
        // Bytes of an upload whose note was lost are nobody's.
        try EvidenceFiles.remove(partPath(identifier))
        try UploadNote(owner: owner, claim).write(notePath(identifier))
        uploads[identifier] = IncomingUpload(
            owner: owner, claim: claim, present: 0,
            usedAtMilliseconds: now.millisecondsSince1970)
    }

    mutating func drop(_ identifier: EvidenceIdentifier) throws(StoreError) {
        uploads[identifier] = nil
        // The note last: without its bytes an upload begins again, without a note they are garbage.
        try EvidenceFiles.remove(partPath(identifier))
        try EvidenceFiles.remove(notePath(identifier))
    }

    /// The stream, unless a later one has taken over or the upload is gone.
    func live(_ stream: EvidenceDirectory.Stream) throws(EvidenceFault) -> IncomingStream {
        guard let upload = uploads[stream.identifier] else { throw .noSuchUpload }
        guard let incoming = upload.stream, incoming.generation == stream.generation else {
            throw .takenOver
        }
        return incoming
    }

    // MARK: Quotas

    /// Bytes announced that have not come.
    var bytesToCome: UInt64 {
        uploads.values.reduce(0) { $0 + ($1.claim.size - min($1.present, $1.claim.size)) }
    }

    func mayStream(_ owner: PartnerReference, _ options: EvidenceOptions) -> Bool {
        let streaming = uploads.values.filter { $0.stream != nil }
        return streaming.count < options.streams
            && streaming.count { $0.owner == owner } < options.streamsPerPartner
    }

    /// Ends streams that bring nothing: their places are few.
    mutating func endStalled(_ options: EvidenceOptions, at now: Instant) {
        let latest = now.millisecondsSince1970 - options.stalledMilliseconds
        for (identifier, upload) in uploads
        where upload.stream != nil && upload.usedAtMilliseconds < latest {
            uploads[identifier]?.stream = nil
        }
    }

    /// What the partner would have too much of with one more file of this size.
    func exceeded(
        by owner: PartnerReference, _ size: UInt64, _ options: EvidenceOptions
    ) -> EvidenceFault.Quota? {
        let own = uploads.values.filter { $0.owner == owner }
        if own.count >= options.announcedFiles { return .announcedFiles }
        let bytes = own.reduce(0) { $0 + $1.claim.size }
        return bytes + size > options.announcedBytes ? .announcedBytes : nil
    }

    /// The partner's idle uploads that make room for one more, the longest idle first; none if
    /// there is room.
    func whatMustGo(
        for owner: PartnerReference, _ size: UInt64, _ options: EvidenceOptions, at now: Instant
    ) -> [EvidenceIdentifier] {
        let latest = now.millisecondsSince1970 - options.idleMilliseconds
        let idle = uploads.filter {
            $0.value.owner == owner && $0.value.stream == nil
                && $0.value.usedAtMilliseconds < latest
        }.sorted { $0.value.usedAtMilliseconds < $1.value.usedAtMilliseconds }
        var rest = self
        var going: [EvidenceIdentifier] = []
        for (identifier, _) in idle where rest.exceeded(by: owner, size, options) != nil {
            rest.uploads[identifier] = nil
            going.append(identifier)
        }
        return going
    }

    /// Uploads to which nothing has come for too long.
    func stale(_ options: EvidenceOptions, at now: Instant) -> [EvidenceIdentifier] {
        let latest = now.millisecondsSince1970 - options.keptMilliseconds
        return uploads.filter { $0.value.stream == nil && $0.value.usedAtMilliseconds < latest }
            .map(\.key)
    }
}
