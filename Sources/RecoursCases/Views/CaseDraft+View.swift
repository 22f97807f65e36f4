// SPDX-License-Identifier: EUPL-1.2

extension CaseDraft {
    /// The draft with the complainant hidden so far.
    func covered(_ cover: IdentityCover) -> CaseDraft {
        switch cover {
        case .none: self
        case .identity: withoutIdentity
        case .pseudonym: pseudonymous
        }
    }

    /// Every fact, and nothing of who it is. A listing's seller may be the firm itself.
    private var withoutIdentity: CaseDraft {
        var view = self
        view.complainant = complainant.statistical
        view.platformAccountReference = ""
        view.externalReference = ""
        view.listings = listings.map(\.withoutSeller)
        view.ipClaim?.owner = nil
        view.ipClaim?.originals = ipClaim?.originals.map(\.withoutSeller) ?? []
        return view
    }

    /// What `domain.md` §7 lets a platform see of a pseudonym: category, words, size class,
    /// activity and department, and what is wished for. Dates, amounts, rights and listings would
    /// single out one account among the platform's own.
    private var pseudonymous: CaseDraft {
        var terms = termsChange
        terms?.documentURL = ""
        return CaseDraft(
            complainant: complainant.statistical, platformSlug: platformSlug, category: category,
            extraCategories: extraCategories, title: title, facts: facts,
            desiredRemedies: desiredRemedies, country: country, language: language,
            // The platform's own announcement, the same for all who sell there.
            termsChange: terms, disclosure: disclosure, urgency: urgency)
    }
}

extension Party {
    /// What is left of a firm that is only counted: kind, size class, activity and department.
    var statistical: Party {
        var kept = Party(kind: kind, size: size, nafCode: nafCode)
        // The department of a French postcode: its first two digits; of an erased case they are all
        // that is left.
        if let postcode = address?.postcode, [2, 5].contains(postcode.utf8.count),
            postcode.utf8.allSatisfy(\.isDigit)
        {
            kept.address = Address(
                postcode: String(postcode.prefix(2)), country: address?.country ?? "")
        }
        return kept
    }
}

extension Listing {
    fileprivate var withoutSeller: Listing {
        var view = self
        view.sellerName = ""
        view.sellerIdentifier = ""
        return view
    }
}
