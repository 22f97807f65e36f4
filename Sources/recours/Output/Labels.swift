// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// The French names of what the protocol enumerates: read in CSV files, shown in tables. JSON has
/// the protocol's own names.
enum Labels {
    /// Names of one enumeration's values.
    struct Table<Value: RecoursEnumeration>: Sendable {
        private let names: [Value: String]
        /// What may be written for each value, in plain letters.
        private let values: [String: Value]

        init(names: [(Value, String)]) {
            self.names = Dictionary(names) { first, _ in first }
            // Read once for each line of a file, so looked up rather than searched.
            var values: [String: Value] = [:]
            for (value, name) in names {
                values[Labels.plain(name)] = value
                if let own = value.name { values[Labels.plain(own)] = value }
            }
            self.values = values
        }

        /// The value's French name; the protocol's if it has none here.
        func name(of value: Value) -> String {
            names[value] ?? value.name ?? "\(value.rawValue)"
        }

        /// Reads the protocol's name or the French one, whatever its case, accents and dashes.
        func value(of text: String) -> Value? {
            values[Labels.plain(text)]
        }

        /// What to write instead; without the text itself, which may be anybody's name.
        func advice(for text: String) -> String {
            let known = Value.allCases.filter { names[$0] != nil }.compactMap(\.name)
            let guess = Nearest.name(to: Labels.upper(text), among: known)
            let hint = guess.map { "did you mean \($0)? " } ?? ""
            return hint + "known are " + known.joined(separator: ", ")
        }
    }

    static let categories = Table<CaseCategory>(names: [
        (.delisting, "déréférencement"),
        (.listingSuppressed, "annonce supprimée"),
        (.accountSuspended, "compte suspendu"),
        (.accountTerminated, "compte résilié"),
        (.noHumanContact, "aucun interlocuteur"),
        (.counterfeit, "contrefaçon"),
        (.otherIp, "autre propriété intellectuelle"),
        (.unfairTerms, "conditions abusives"),
        (.termsChange, "changement de conditions"),
        (.feeChange, "changement de tarif"),
        (.ranking, "classement"),
        (.selfPreference, "auto-préférence"),
        (.parityClause, "clause de parité"),
        (.fundsWithheld, "fonds bloqués"),
        (.chargebackOrRefundAbuse, "remboursement abusif"),
        (.falseReviews, "faux avis"),
        (.dataAccess, "accès aux données"),
        (.accountHijacked, "compte piraté"),
        (.unexplainedDecision, "décision inexpliquée"),
        (.taxQuestion, "question fiscale"),
        (.other, "autre"),
    ])

    static let remedies = Table<RemedyKind>(names: [
        (.relisted, "remise en ligne"),
        (.accountReinstated, "compte rétabli"),
        (.fundsReleased, "fonds débloqués"),
        (.feeRefunded, "frais remboursés"),
        (.listingsRemoved, "annonces retirées"),
        (.sellerSanctioned, "vendeur sanctionné"),
        (.stayDownEnabled, "retrait durable"),
        (.humanContact, "interlocuteur humain"),
        (.termsNoticeGiven, "préavis donné"),
        (.termsWithdrawn, "conditions retirées"),
        (.rankingExplained, "classement expliqué"),
        (.dataProvided, "données fournies"),
        (.reviewCorrected, "avis corrigé"),
        (.compensation, "indemnisation"),
    ])

    static let rights = Table<IpRightKind>(names: [
        (.trademark, "marque"),
        (.design, "dessin ou modèle"),
        (.patent, "brevet"),
        (.utilityModel, "certificat d'utilité"),
        (.copyright, "droit d'auteur"),
        (.geographicalIndication, "indication géographique"),
    ])

    static let urgencies = Table<Urgency>(names: [
        (.standard, "normale"),
        (.urgent, "urgente"),
    ])

    static let states = Table<CaseState>(names: [
        (.draft, "brouillon"),
        (.submitted, "déposé"),
        (.transmitted, "transmis"),
        (.acknowledged, "pris en compte"),
        (.inProgress, "en cours"),
        (.infoRequested, "complément demandé"),
        (.answered, "répondu"),
        (.remedyPending, "remède attendu"),
        (.inMediation, "en médiation"),
        (.resolved, "résolu"),
        (.noAgreement, "sans accord"),
        (.inadmissible, "irrecevable"),
        (.duplicate, "doublon"),
        (.withdrawn, "retiré"),
        (.erased, "effacé"),
    ])

    static let answers = Table<ResponseType>(names: [
        (.remedyDone, "remède apporté"),
        (.remedyPromised, "remède promis"),
        (.explanation, "explication"),
        (.decisionUpheld, "décision maintenue"),
        (.notConcerned, "non concerné"),
        (.infoNeeded, "complément demandé"),
        (.inProgress, "en cours"),
        (.duplicateOf, "doublon"),
        (.alreadySettled, "déjà réglé"),
    ])

    static let parties = Table<PartyKind>(names: [
        (.business, "entreprise"),
        (.association, "association"),
        (.platform, "plateforme"),
        (.mediator, "médiateur"),
    ])

    static let clocks = Table<DeadlineKind>(names: [
        (.route, "acheminement"),
        (.acknowledge, "prise en compte"),
        (.answer, "réponse"),
        (.finalAnswer, "réponse définitive"),
        (.information, "complément"),
        (.verdict, "avis du plaignant"),
        (.remedy, "remède"),
        (.remedyConfirmation, "confirmation du remède"),
        (.mediatorFirstWord, "premier mot du médiateur"),
        (.mediationEnd, "fin de médiation"),
        (.draftIdle, "brouillon délaissé"),
    ])

    static let events = Table<EventKind>(names: [
        (.submitted, "déposé"),
        (.transmitted, "transmis à la plateforme"),
        (.routedOutOfScope, "hors du champ"),
        (.routedToMediation, "confié à la médiation"),
        (.acknowledged, "pris en compte"),
        (.responded, "réponse de la plateforme"),
        (.answerAccepted, "réponse acceptée"),
        (.answerRefused, "réponse refusée"),
        (.withdrawn, "retiré"),
        (.draftSaved, "brouillon enregistré"),
        (.restored, "rétabli"),
        (.declaredInadmissible, "déclaré irrecevable"),
        (.inadmissibilityContested, "irrecevabilité contestée"),
        (.readmitted, "admis de nouveau"),
        (.merged, "joint à un autre"),
        (.split, "séparé"),
        (.readdressed, "réadressé"),
        (.informationRequested, "complément demandé"),
        (.informationProvided, "complément fourni"),
        (.messagePosted, "message"),
        (.takenOver, "pris en médiation"),
        (.reopened, "rouvert"),
        (.remedyProved, "preuve du remède"),
        (.reminded, "rappel"),
        (.deadlineMissed, "délai dépassé"),
        (.mediatorAssigned, "médiateur désigné"),
        (.mediatorRecused, "médiateur récusé"),
        (.mediatorStatement, "mot du médiateur"),
        (.mediationExtended, "médiation prolongée"),
        (.confidentialNote, "note confidentielle"),
        (.agreementProposed, "accord proposé"),
        (.agreementAccepted, "accord accepté"),
        (.agreementDeclined, "accord refusé"),
        (.mediationClosed, "médiation close"),
        (.disclosureRaised, "identité dévoilée"),
        (.flagged, "signalé"),
        (.legalHoldSet, "conservation ordonnée"),
        (.legalHoldLifted, "conservation levée"),
        (.erased, "effacé"),
    ])

    static let partners = Table<PartnerKind>(names: [
        (.association, "association"),
        (.business, "entreprise"),
        (.platform, "plateforme"),
        (.mediator, "médiateur"),
        (.operator, "opérateur"),
    ])

    /// Letters and digits only, in lower case without accents: what differs between spellings of
    /// one name.
    static func plain(_ text: String) -> String {
        var plain = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": plain.unicodeScalars.append(scalar)
            case "à", "â", "ä": plain.append("a")
            case "é", "è", "ê", "ë": plain.append("e")
            case "î", "ï": plain.append("i")
            case "ô", "ö": plain.append("o")
            case "ù", "û", "ü": plain.append("u")
            case "ç": plain.append("c")
            case "œ": plain.append("oe")
            case "æ": plain.append("ae")
            default: break
            }
        }
        return plain
    }

    fileprivate static func upper(_ text: String) -> String {
        String(text.uppercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    }
}
