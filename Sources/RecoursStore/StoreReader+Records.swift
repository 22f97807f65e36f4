// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

// What readers of every database do alike.
extension StoreReader {
    /// The case that is meant, if the scope may see it.
    package func lookUp(
        _ reference: CaseReference, in scope: ResolvedScope, numbers cipher: PublicNumberCipher
    ) throws(StoreError) -> CaseRecord? {
        let record: CaseRecord?
        switch reference {
        case .identifier(let identifier): record = try caseRecord(identifier)
        case .publicNumber(let number):
            // A number is made of its row's, so it needs no index to be found by.
            let found = try caseRecord(row: cipher.counter(of: number) &+ 1)
            record = found?.number == number ? found : nil
        case .externalReference(let text):
            guard let submitter = scope.submitter,
                let event = try eventAddress(submitter: submitter, externalReference: text)
            else { return nil }
            record = try caseRecord(row: event.caseRow)
        }
        guard let record, record.isVisible(in: scope) else { return nil }
        return record
    }

    /// Looks at a file's record for a scrub: itself, and that it is found by its case and content.
    package func look(
        at record: EvidenceRecord, _ slice: inout ScrubSlice
    ) throws(StoreError) {
        guard record.isIntact else { throw .damaged(record) }
        if let caseRow = record.caseRow, try !evidence(caseRow: caseRow).contains(record) {
            throw .corrupted("The index of files by case, for row \(caseRow),")
        }
        guard record.erasedAt == nil else { return }
        guard try namesContent(record.sha256) else {
            throw .corrupted("The index of files by content")
        }
        slice.contents.append(EvidenceContent(sha256: record.sha256, size: record.size))
    }
}
