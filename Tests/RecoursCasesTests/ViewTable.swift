// SPDX-License-Identifier: EUPL-1.2

import RecoursCases

/// Who sees what of a case: the one table from which the tests of views are made, and the place to
/// read it up (`domain.md` §7).
///
/// A datum's canary is its name between section signs; `MaximalCase` has one in every text.
enum ViewTable {
    /// Those who look. Each has a letter in the table.
    enum Role: Character, CaseIterable, Sendable {
        /// The firm, and its association.
        case complainant = "C"
        /// The platform addressed: the case is IDENTIFIED.
        case identified = "I"
        /// The same: PSEUDONYM.
        case pseudonym = "P"
        /// The same: AGGREGATE, and released.
        case aggregate = "A"
        case mediator = "M"
        /// A mediator who asked for the identity.
        case mediatorWithIdentity = "N"
        /// A mediator in conflict of interest, who asks for the identity all the same.
        case recused = "R"
        /// The platform that was addressed before.
        case formerPlatform = "F"
    }

    struct Row: Sendable, CustomStringConvertible {
        let datum: String
        let seers: Set<Role>

        init(_ datum: String, _ letters: String) {
            self.datum = datum
            seers = Set(letters.compactMap(Role.init(rawValue:)))
        }

        var canary: String { "§\(datum)§" }
        var description: String { datum }
    }

    /// Texts of a case as it stands.
    static let data: [Row] = [
        // The facts, for whoever has to do with the case.
        Row("title", "CIPAMNR"),
        Row("facts", "CIPAMNR"),
        Row("naf", "CIPAMNR"),
        Row("country", "CIPAMNR"),
        Row("language", "CIPAMNR"),
        // Who it is.
        Row("legal name", "CIN"),
        Row("trade name", "CIN"),
        Row("siren", "CIN"),
        Row("siret", "CIN"),
        Row("vat", "CIN"),
        Row("register", "CIN"),
        Row("firm contact", "CIN"),
        Row("street", "CIN"),
        Row("city", "CIN"),
        Row("account", "CIN"),
        Row("external reference", "CIN"),
        Row("submitter", "CIMNR"),
        // Facts that would single out one account among the platform's own.
        Row("decision reference", "CIMNR"),
        Row("funds currency", "CIMNR"),
        Row("loss currency", "CIMNR"),
        Row("terms document", "CIMNR"),
        Row("listing", "CIMNR"),
        Row("listing address", "CIMNR"),
        Row("listing title", "CIMNR"),
        Row("seller", "CIN"),
        Row("right", "CIMNR"),
        Row("right owner", "CIN"),
        Row("original", "CIMNR"),
        Row("evidence", "CIMNR"),
        Row("campaign", "CIMNR"),
        // The platform's own word, and who speaks for it.
        Row("platform contact", "CIPAMNR"),
        Row("answer", "CIPAMNR"),
        Row("statement", "CIPAMNR"),
        Row("verdict", "CIPAMNR"),
        Row("reason of the state", "CIPAMNR"),
        // What was said openly, with whose files.
        Row("message of the firm", "CIPAMNR"),
        Row("evidence of a message", "CIMNR"),
        Row("message of the platform", "CIPAMNR"),
        Row("message of the mediator", "CIPAMNR"),
        Row("contest", "CMNR"),
        // What another platform said, and that there was one.
        Row("former answer", "CMNR"),
        Row("former message", "CMNR"),
        Row("former verdict", "CMNR"),
        Row("former platform", "CMNR"),
        Row("readdressing", "CMNR"),
        // The confidential channels, and what leaves them.
        Row("note of the firm", "CMN"),
        Row("note of the platform", "IPAMN"),
        Row("note of the former platform", "MN"),
        Row("agreement", "CIPAMN"),
        Row("mediator in charge", "CIPAMNR"),
        Row("mediator in conflict", "MNR"),
        Row("outcome", "CIPAMNR"),
        Row("next step", "CIPAMNR"),
        // What is between complainant, mediator and law.
        Row("inadmissibility", "CMNR"),
        Row("merge", "CIPAMNR"),
        Row("legal hold", "MNR"),
    ]

    /// What events say, by kind. A kind that may be seen and says nothing has its row too.
    static let events: [Row] = [
        Row("submitted", "CIPAMNR"),
        Row("draftSaved", "C"),
        Row("transmitted", "CIPAMNR"),
        Row("routedOutOfScope", "CMNR"),
        Row("routedToMediation", "CIPAMNR"),
        Row("acknowledged", "CIPAMNR"),
        Row("responded", "CIPAMNR"),
        Row("answerAccepted", "CIPAMNR"),
        Row("answerRefused", "CIPAMNR"),
        Row("withdrawn", "CIPAMNR"),
        Row("restored", "CIPAMNR"),
        Row("declaredInadmissible", "CMNR"),
        Row("inadmissibilityContested", "CMNR"),
        Row("readmitted", "CMNR"),
        Row("merged", "CIPAMNR"),
        Row("split", "CIPAMNR"),
        Row("readdressed", "CMNR"),
        Row("informationRequested", "CIPAMNR"),
        Row("informationProvided", "CIPAMNR"),
        Row("messagePosted", "CIPAMNR"),
        Row("takenOver", "CIPAMNR"),
        Row("reopened", "CIPAMNR"),
        Row("remedyProved", "CIPAMNR"),
        Row("reminded of the platform's clock", "CIPAMNR"),
        Row("reminded of the firm's clock", "CMNR"),
        Row("reminded of the mediator's clock", "CMNR"),
        Row("missed by the platform", "CIPAMNR"),
        Row("missed by the firm", "CIPAMNR"),
        Row("missed by the mediator", "CMNR"),
        Row("mediatorAssigned", "CIPAMNR"),
        Row("mediatorRecused", "MNR"),
        Row("mediatorStatement", "CIPAMNR"),
        Row("mediationExtended", "CIPAMNR"),
        Row("note by the firm", "CMN"),
        Row("note by the platform", "IPAMN"),
        Row("note to the firm", "CMN"),
        Row("note to the platform", "IPAMN"),
        Row("agreementProposed", "CIPAMN"),
        Row("accepted by the firm", "CMN"),
        Row("accepted by the platform", "IPAMN"),
        Row("declined by the firm", "CMN"),
        Row("declined by the platform", "IPAMN"),
        Row("mediationClosed", "CIPAMNR"),
        Row("disclosureRaised", "CIPAMNR"),
        Row("flagged", "CMNR"),
        Row("legalHoldSet", "MNR"),
        Row("legalHoldLifted", "MNR"),
        Row("erased", "CMNR"),
        Row("answer of the former platform", "CMNR"),
        Row("message to the former platform", "CMNR"),
    ]
}
