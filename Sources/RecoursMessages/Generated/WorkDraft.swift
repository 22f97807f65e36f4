// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

/// What is registered of a work: enough to know a copy of it again.
public struct WorkDraft: RecoursMessage {
    /// The right holder: a business itself, or a firm for which the association has a mandate.
    public var owner: Party? {
        get { ownerBox.value }
        set { ownerBox = Boxed(newValue) }
    }
    var ownerBox: Boxed<Party>
    /// The right, and the originals. good_faith must be true.
    public var ipClaim: IpClaim?
    /// 1 to 500 characters: what the product is called where it is sold.
    public var title: String
    /// At most 200 characters.
    public var brand: String
    /// At most 20, each a GTIN with a valid check digit, all different.
    public var gtins: [String]
    /// At most 20.
    public var pictures: [PictureFingerprint]
    /// What one copy on sale is thought to cost the owner a month.
    public var monthlyLoss: Money?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        owner: Party? = nil,
        ipClaim: IpClaim? = nil,
        title: String = "",
        brand: String = "",
        gtins: [String] = [],
        pictures: [PictureFingerprint] = [],
        monthlyLoss: Money? = nil
    ) {
        ownerBox = Boxed(owner)
        self.ipClaim = ipClaim
        self.title = title
        self.brand = brand
        self.gtins = gtins
        self.pictures = pictures
        self.monthlyLoss = monthlyLoss
    }

    /// `recours.v1.WorkDraft`.
    public static var protoName: String { "recours.v1.WorkDraft" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
