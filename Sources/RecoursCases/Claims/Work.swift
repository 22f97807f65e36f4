// SPDX-License-Identifier: EUPL-1.2

/// What a picture looks like, by the published PDQ hash.
package struct PictureFingerprint: Hashable, Sendable {
    /// 32 bytes.
    package var pdq: [UInt8]
    /// 0–100.
    package var quality: Int

    package init(pdq: [UInt8], quality: Int) {
        self.pdq = pdq
        self.quality = quality
    }
}

/// What is registered of a work: enough to know a copy of it again (`domain.md` S10).
package struct WorkDraft: Hashable, Sendable {
    /// The right holder.
    package var owner: Party?
    /// The right, and the originals.
    package var ipClaim: IPClaim?
    /// 1–500.
    package var title: String
    /// At most 200.
    package var brand: String
    /// At most 20.
    package var gtins: [String]
    /// At most 20.
    package var pictures: [PictureFingerprint]
    /// What one copy on sale is thought to cost a month.
    package var monthlyLoss: Money?

    package init(
        owner: Party? = nil, ipClaim: IPClaim? = nil, title: String = "", brand: String = "",
        gtins: [String] = [], pictures: [PictureFingerprint] = [], monthlyLoss: Money? = nil
    ) {
        self.owner = owner
        self.ipClaim = ipClaim
        self.title = title
        self.brand = brand
        self.gtins = gtins
        self.pictures = pictures
        self.monthlyLoss = monthlyLoss
    }
}

/// A registered work. It never changes: what is known of it is what its reports rest on.
package struct Work: Hashable, Sendable {
    package let identifier: WorkIdentifier
    package let registrant: PartnerReference
    /// Checked by its rules, but in what `view(for:)` makes.
    package private(set) var draft: WorkDraft
    package let createdAt: Instant

    package init(
        identifier: WorkIdentifier, registrant: PartnerReference, draft: WorkDraft,
        createdAt: Instant
    ) {
        self.identifier = identifier
        self.registrant = registrant
        self.draft = draft
        self.createdAt = createdAt
    }

    /// The work as a viewer may see it. A platform needs to know whose right it is and what the
    /// originals are; not what a copy costs its owner, nor how large the owner is.
    package func view(for viewer: Viewer) -> Work {
        guard case .platform = viewer else { return self }
        var work = self
        work.draft.monthlyLoss = nil
        work.draft.owner?.hideSize()
        work.draft.ipClaim?.owner?.hideSize()
        return work
    }
}

extension Party {
    fileprivate mutating func hideSize() {
        size = nil
        nafCode = ""
    }
}
