// SPDX-License-Identifier: EUPL-1.2

/// Kinds of intellectual property that a copy may infringe.
package enum IPRightKind: Int32, CaseIterable, Hashable, Sendable {
    case trademark = 1
    case design = 2
    case patent = 3
    case utilityModel = 4
    case copyright = 5
    case geographicalIndication = 6
}

/// The right that a counterfeit infringes.
package struct IPClaim: Hashable, Sendable {
    package var kind: IPRightKind?
    /// "FR", "EM" (EUIPO), "WO" (WIPO), … or an ISO 3166-1 code; optional for a copyright.
    package var office: String
    /// 1–40; optional for a copyright, which no office registers.
    package var number: String
    package var owner: Party?
    /// 1–20 original products.
    package var originals: [Listing]
    /// Must be true.
    package var goodFaith: Bool

    package init(
        kind: IPRightKind? = nil, office: String = "", number: String = "", owner: Party? = nil,
        originals: [Listing] = [], goodFaith: Bool = false
    ) {
        self.kind = kind
        self.office = office
        self.number = number
        self.owner = owner
        self.originals = originals
        self.goodFaith = goodFaith
    }
}
