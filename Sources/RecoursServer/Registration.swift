// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursStore

/// Registers a partner in a store that nobody serves yet: the first operator, and partners' tests.
package enum Registration {
    /// Registers a partner with one key; done again, it changes nothing. Returns once it is on
    /// disk.
    ///
    /// - Throws: ``StoreError``; `internalError` with the refusal if the key is another's.
    package static func register(
        _ reference: PartnerReference, name: String, siren: String = "", key: BoundKey,
        at now: Instant, in store: CaseStore
    ) async throws(StoreError) {
        try await execute(.putPartner(reference, name: name, siren: siren, at: now), in: store)
        try await execute(.bindKey(reference, key), in: store)
    }

    /// Registers mandates, all or none. Returns once they are on disk.
    package static func register(
        _ mandates: [Mandate], in store: CaseStore
    ) async throws(StoreError) {
        try await execute(.putMandates(mandates), in: store)
    }

    private static func execute(
        _ order: AdministrativeOrder, in store: CaseStore
    ) async throws(StoreError) {
        switch await store.execute(order) {
        case .partner, .mandates, .campaign, .profile, .commitment, .claim, .settled, .marked,
            .noted:
            return
        case .failed(let error): throw error
        case .refused(let refusal): throw .internalError("The store refused: \(refusal)")
        }
    }
}
