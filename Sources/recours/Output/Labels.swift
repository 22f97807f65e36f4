// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// The names of what the protocol enumerates, in the language of the command that runs: shown in
/// tables, and read, in either language, from files and options. JSON has the protocol's own names.
enum Labels {
    /// Names of one enumeration's values.
    struct Table<Value: RecoursEnumeration>: Sendable {
        private let names: [Language: [Value: String]]
        /// What may be written for each value, in plain letters.
        private let values: [String: Value]

        init(french: [(Value, String)], english: [(Value, String)]) {
            names = [
                .french: Dictionary(french) { first, _ in first },
                .english: Dictionary(english) { first, _ in first },
            ]
            // Read once for each line of a file, so looked up rather than searched.
            var values: [String: Value] = [:]
            for (value, name) in english + french { values[Labels.plain(name)] = value }
            for value in Value.allCases {
                if let own = value.name { values[Labels.plain(own)] = value }
            }
            self.values = values
        }

        /// The value's name; the protocol's if it has none here.
        func name(of value: Value, in language: Language = .current) -> String {
            names[language]?[value] ?? value.name ?? "\(value.rawValue)"
        }

        /// Reads the protocol's name or one of ours, whatever its case, accents and dashes.
        func value(of text: String) -> Value? {
            values[Labels.plain(text)]
        }

        /// What to write instead; without the text itself, which may be anybody's name.
        func advice(for text: String) -> ValueSentence {
            let known = Value.allCases.filter { names[.french]?[$0] != nil }.compactMap(\.name)
            return .known(known, meant: Nearest.name(to: Labels.upper(text), among: known))
        }
    }

    static let states = Table<CaseState>(french: French.states, english: English.states)
    static let categories = Table<CaseCategory>(
        french: French.categories, english: English.categories)
    static let parties = Table<PartyKind>(french: French.parties, english: English.parties)
    static let partners = Table<PartnerKind>(french: French.partners, english: English.partners)
    static let sides = Table<PartySide>(french: French.sides, english: English.sides)
    static let clocks = Table<DeadlineKind>(french: French.clocks, english: English.clocks)
    static let reminders = Table<ReminderStage>(
        french: French.reminders, english: English.reminders)
    static let events = Table<EventKind>(french: French.events, english: English.events)
    static let exchanges = Table<ExchangeKind>(french: French.exchanges, english: English.exchanges)
    static let results = Table<MediationResult>(french: French.results, english: English.results)
    static let inadmissibilities = Table<InadmissibilityReason>(
        french: French.inadmissibilities, english: English.inadmissibilities)
    static let flags = Table<CaseFlagKind>(french: French.flags, english: English.flags)
    static let disclosures = Table<Disclosure>(
        french: French.disclosures, english: English.disclosures)
    static let urgencies = Table<Urgency>(french: French.urgencies, english: English.urgencies)
    static let sizes = Table<CompanySize>(french: French.sizes, english: English.sizes)
    static let servings = Table<ServingState>(french: French.servings, english: English.servings)
    static let evidenceMedia = Table<EvidenceMedia>(
        french: French.evidenceMedia, english: English.evidenceMedia)
    static let evidenceVisibilities = Table<EvidenceVisibility>(
        french: French.evidenceVisibilities, english: English.evidenceVisibilities)
    static let evidenceScans = Table<EvidenceScan>(
        french: French.evidenceScans, english: English.evidenceScans)
    static let queueReasons = Table<QueueReason>(
        french: French.queueReasons, english: English.queueReasons)
    static let answers = Table<ResponseType>(french: French.answers, english: English.answers)
    static let remedies = Table<RemedyKind>(french: French.remedies, english: English.remedies)
    static let notConcernedReasons = Table<NotConcernedReason>(
        french: French.notConcernedReasons, english: English.notConcernedReasons)
    static let listingAnswers = Table<ListingAnswerKind>(
        french: French.listingAnswers, english: English.listingAnswers)
    static let listings = Table<ListingState>(french: French.listings, english: English.listings)
    static let rights = Table<IpRightKind>(french: French.rights, english: English.rights)
    static let claimStates = Table<ClaimState>(
        french: French.claimStates, english: English.claimStates)
    static let listingRefusals = Table<ListingRefusalReason>(
        french: French.listingRefusals, english: English.listingRefusals)
    static let listingAdditions = Table<ListingAddition>(
        french: French.listingAdditions, english: English.listingAdditions)
    static let listingReplies = Table<ListingReplyOutcome>(
        french: French.listingReplies, english: English.listingReplies)
    static let matchOutcomes = Table<MatchOutcome>(
        french: French.matchOutcomes, english: English.matchOutcomes)
    static let matchVerdicts = Table<MatchVerdict>(
        french: French.matchVerdicts, english: English.matchVerdicts)
    static let termsChanges = Table<TermsChangeKind>(
        french: French.termsChanges, english: English.termsChanges)
    static let visibilityDecisions = Table<VisibilityDecision>(
        french: French.visibilityDecisions, english: English.visibilityDecisions)
    static let monetaryDecisions = Table<MonetaryDecision>(
        french: French.monetaryDecisions, english: English.monetaryDecisions)
    static let provisionDecisions = Table<ProvisionDecision>(
        french: French.provisionDecisions, english: English.provisionDecisions)
    static let accountDecisions = Table<AccountDecision>(
        french: French.accountDecisions, english: English.accountDecisions)
    static let grounds = Table<DecisionGround>(french: French.grounds, english: English.grounds)
    static let sources = Table<DecisionSource>(french: French.sources, english: English.sources)
    static let automations = Table<AutomatedDecision>(
        french: French.automations, english: English.automations)

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
