// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The right that a counterfeit infringes.
public struct IpClaim: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: IpRightKind
    /// "FR", "EM" (EUIPO), "WO" (WIPO) or another ISO 3166-1 code.
    public var office: String
    /// 1 to 40 characters; optional for COPYRIGHT.
    public var number: String
    /// Field 4, `owner`.
    public var owner: Party? {
        get { ownerBox.value }
        set { ownerBox = Boxed(newValue) }
    }
    var ownerBox: Boxed<Party>
    /// 1 to 20 original products.
    public var originals: [Listing]
    /// Must be true: the claim is made in good faith.
    public var goodFaith: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: IpRightKind = .unspecified,
        office: String = "",
        number: String = "",
        owner: Party? = nil,
        originals: [Listing] = [],
        goodFaith: Bool = false
    ) {
        self.kind = kind
        self.office = office
        self.number = number
        ownerBox = Boxed(owner)
        self.originals = originals
        self.goodFaith = goodFaith
    }

    /// `recours.v1.IpClaim`.
    public static var protoName: String { "recours.v1.IpClaim" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
