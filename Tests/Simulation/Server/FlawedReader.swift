// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursStore

/// A reader of the store that is wrong on purpose.
final class FlawedReader: StoreReader {
    let source: any StoreReader
    private let flaw: Flaw
    private var dice: Dice

    init(_ source: any StoreReader, _ flaw: Flaw, dice: Dice) {
        self.source = source
        self.flaw = flaw
        self.dice = dice
    }

    func caseRecord(
        _ scope: ResolvedScope, _ reference: CaseReference
    ) throws(StoreError) -> CaseRecord? {
        guard flaw == .missingScope else { return try source.caseRecord(scope, reference) }
        guard var record = try source.caseRecord(.retention, reference) else { return nil }
        // What the store asks once more before it believes its back end.
        switch scope {
        case .submitter(let number), .firm(let number, _): record.submitter = number
        case .platform(let slug): record.platform = slug
        case .mediator, .retention: break
        }
        record.checksum = record.computedChecksum
        return record
    }

    func visitInbox(
        _ inbox: PartnerNumber, after position: UInt64, _ visit: (InboxItem) -> VisitOrder
    ) throws(StoreError) {
        try source.visitInbox(inbox, after: position) { item in
            if flaw == .droppedEntries, dice.once(in: 50) { return .goOn }
            return visit(item)
        }
    }

    func eventAddress(_ name: IdempotencyName) throws(StoreError) -> EventAddress? {
        flaw == .forgottenKeys ? nil : try source.eventAddress(name)
    }

    func eventAddress(
        submitter: PartnerNumber, externalReference: String
    ) throws(StoreError) -> EventAddress? {
        flaw == .forgottenKeys
            ? nil
            : try source.eventAddress(submitter: submitter, externalReference: externalReference)
    }
}
