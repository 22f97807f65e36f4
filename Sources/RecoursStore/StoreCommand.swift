// SPDX-License-Identifier: EUPL-1.2

/// A command with whoever waits for it.
package struct StoreCommand: Sendable {
    package enum Order: Sendable {
        case caseOrder(CaseOrder, completion: @Sendable (CaseOutcome) -> Void)
        case administrative(
            AdministrativeOrder, completion: @Sendable (AdministrativeOutcome) -> Void)
        case evidence(EvidenceOrder, completion: @Sendable (EvidenceOutcome) -> Void)
    }

    package var order: Order
    /// One of many that its sender does not wait for one by one.
    package var isBulk = false
    /// Where the completion runs; nil: on the writer's thread.
    package var sink: (any CompletionSink)?

    /// The closure that tells of a failure.
    func failing(_ error: StoreError) -> @Sendable () -> Void {
        switch order {
        case .caseOrder(_, let completion): { completion(.failed(error)) }
        case .administrative(_, let completion): { completion(.failed(error)) }
        case .evidence(_, let completion): { completion(.failed(error)) }
        }
    }
}
