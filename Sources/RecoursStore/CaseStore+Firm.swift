// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

extension CaseStore {
    /// All mandates of a firm, of every day and to every association.
    package func mandates(siren: String) async throws(StoreError) -> [Mandate] {
        let portion = limits.pageItems
        return try await list { reader throws(StoreError) in
            var found: [Mandate] = []
            var after: PartnerReference?
            while true {
                let page = try reader.partners(kind: .association, after: after, limit: portion)
                for association in page {
                    found += try reader.mandates(association: association.number, siren: siren)
                }
                guard page.count == portion else { return found }
                after = page.last?.reference
            }
        }
    }
}
