// SPDX-License-Identifier: EUPL-1.2

extension WorkDraft {
    /// All rules this draft breaks, at most 50; empty if the work may be registered. Paths begin
    /// with `work.`; `today` is the date in Paris.
    package func violations(
        today: CalendarDate, startingWith found: [Violation] = []
    ) -> [Violation] {
        var found = Violations(startingWith: found)
        if let owner {
            found.checkComplainant(owner, at: { "work.owner" })
        } else {
            found.add(.required, at: { "work.owner" })
        }
        if let ipClaim {
            found.checkClaim(ipClaim, today: today, at: { "work.ip_claim" })
        } else {
            found.add(.required, at: { "work.ip_claim" })
        }
        found.check(TextRule.breach(title, atMost: ClaimLimits.title), at: { "work.title" })
        found.check(
            TextRule.breach(brand, required: false, atMost: ClaimLimits.brand),
            at: { "work.brand" })
        checkProducts(&found)
        if let monthlyLoss { found.checkMoney(monthlyLoss, at: { "work.monthly_loss" }) }
        return found.found
    }

    private func checkProducts(_ found: inout Violations) {
        found.checkCount(gtins.count, within: 0...ClaimLimits.gtins, at: { "work.gtins" })
        for (place, gtin) in gtins.prefix(ClaimLimits.gtins).enumerated() {
            let path = { "work.gtins[\(place)]" }
            found.checkCode(gtin, ProductCodeRule.breach(gtin:), required: true, at: path)
            if gtins[..<place].contains(gtin) { found.add(.duplicate, at: path) }
        }
        found.checkPictures(pictures, atMost: ClaimLimits.pictures, at: { "work.pictures" })
    }

    /// The same draft as it is stored.
    package func normalised() -> WorkDraft {
        var draft = self
        draft.owner = owner?.normalised()
        draft.ipClaim?.owner = ipClaim?.owner?.normalised()
        draft.gtins = gtins.map { Compacting.compacted($0) }
        return draft
    }
}

extension Violations {
    mutating func checkPictures(
        _ pictures: [PictureFingerprint], atMost limit: Int, at path: () -> String
    ) {
        checkCount(pictures.count, within: 0...limit, at: path)
        for (place, picture) in pictures.prefix(limit).enumerated() {
            if picture.pdq.count != ClaimLimits.pdqBytes {
                add(
                    .identifierForm, limit: ClaimLimits.pdqBytes, actual: picture.pdq.count,
                    at: { path() + "[\(place)].pdq" })
            }
            checkRange(picture.quality, ClaimLimits.pictureQuality) {
                path() + "[\(place)].quality"
            }
        }
    }
}
