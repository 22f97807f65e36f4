// SPDX-License-Identifier: EUPL-1.2

/// What works, claims, listings and matches have, as labels and titles of columns.
enum ClaimWord: Sentence, Hashable, CaseIterable {
    case work, claim, listing, listings, identifier, title, brand, gtins, pictures, owner, right
    case originals, monthlyLoss, registered, registrant, platform, platforms, state
    case why, autoReport, reviewFrom, reportFrom, opened, throttled, reviewed, decided, excluded
    case automatic, seller, price, score, evidence, reported, removed, refused
    case waiting, reappeared, broken, seenToReported, reportedToRemoved, slowest
    case beforeClaim, sinceToBefore, unknown
    case reportedOn, removedOn, yes, no

    /// As the title of a column.
    var column: String { text.uppercased() }

    var french: String { Self.names[self]?.french ?? "" }

    var english: String { Self.names[self]?.english ?? "" }

    private static let names: [ClaimWord: (french: String, english: String)] = [
        .work: ("œuvre", "work"),
        .claim: ("demande", "claim"),
        .listing: ("annonce", "listing"),
        .listings: ("annonces", "listings"),
        .identifier: ("identifiant", "identifier"),
        .title: ("titre", "title"),
        .brand: ("marque", "brand"),
        .gtins: ("GTIN", "GTIN"),
        .pictures: ("images", "pictures"),
        .owner: ("titulaire", "owner"),
        .right: ("droit", "right"),
        .originals: ("originaux", "originals"),
        .monthlyLoss: ("perte par mois", "loss a month"),
        .registered: ("enregistrée", "registered"),
        .registrant: ("déposée par", "registered by"),
        .platform: ("plateforme", "platform"),
        .platforms: ("plateformes", "platforms"),
        .state: ("état", "state"),
        .why: ("motif", "reason"),
        .autoReport: ("signale d’office", "reports by itself"),
        .reviewFrom: ("à vérifier dès", "looked at from"),
        .reportFrom: ("signalée dès", "reported from"),
        .opened: ("ouverte", "opened"),
        .throttled: ("freinée depuis", "throttled since"),
        .reviewed: ("vérifiées", "looked at"),
        .decided: ("tranchées", "decided"),
        .excluded: ("écartées", "passed over"),
        .automatic: ("d’office", "by itself"),
        .seller: ("vendeur", "seller"),
        .price: ("prix", "price"),
        .score: ("score", "score"),
        .evidence: ("indices", "evidence"),
        .reported: ("signalées", "reported"),
        .removed: ("retirées", "removed"),
        .refused: ("refusées", "refused"),
        .waiting: ("en attente", "waiting"),
        .reappeared: ("réapparues", "reappeared"),
        .broken: ("promesses rompues", "promises broken"),
        .seenToReported: ("vue → signalée", "seen → reported"),
        .reportedToRemoved: ("signalée → retirée", "reported → removed"),
        .slowest: ("95 % en", "95% within"),
        .beforeClaim: ("avant la demande", "before the claim"),
        .sinceToBefore: ("depuis / avant", "since / before"),
        .unknown: ("inconnu", "unknown"),
        .reportedOn: ("signalée le", "reported on"),
        .removedOn: ("retirée le", "removed on"),
        .yes: ("oui", "yes"),
        .no: ("non", "no"),
    ]
}
