// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// A whole case for somebody to read from top to bottom: what it is, what happens next, what
/// happened.
struct CasePage {
    /// Longer lines tire the eye, however wide the terminal.
    static let widest = 100

    let message: RecoursMessages.Case
    let events: [Event]
    let viewer: Viewer
    let now: Instant
    let width: Int
    let ink: Ink

    init(
        _ message: RecoursMessages.Case, events: [Event], for viewer: Viewer, now: Instant,
        width: Int?, ink: Ink
    ) {
        self.message = message
        self.events = events
        self.viewer = viewer
        self.now = now
        self.width = min(width ?? CasePage.widest, CasePage.widest)
        self.ink = ink
    }

    var draft: RecoursMessages.CaseDraft { message.draft ?? CaseDraft() }
    var language: Language { Language.current }

    func lines() -> [String] {
        var lines = headLines() + [""] + factLines()
        lines += section(.next, nextLines())
        lines += section(.facts, Paragraph.lines(draft.facts, indent: 2, width: width))
        lines += section(.timeline, Timeline(events).lines(width: width, ink: ink))
        lines += section(.answers, message.responses.flatMap(answerLines))
        lines += section(.mediation, mediationLines())
        lines += section(.outcomeSection, outcomeLines())
        if !message.missedDeadlines.isEmpty {
            let clocks = message.missedDeadlines.map { Labels.clocks.name(of: $0) }
            lines += section(
                .missedClocks,
                Paragraph.lines(
                    CaseSentence.missed(clocks: clocks.joined(separator: ", ")).text, indent: 2,
                    width: width
                ).map { ink.paint($0, .red) })
        }
        return lines
    }

    /// As much as a screen holds: the case, what happens next, and the latest of what happened.
    func brief(height: Int) -> [String] {
        let top =
            headLines() + section(.next, nextLines()) + [
                "", ink.paint(Heading.timeline.text, .bold),
            ]
        let timeline = Timeline(events).lines(width: width, ink: ink)
        return top + timeline.suffix(max(3, height - top.count))
    }

    /// A titled part, with a line between it and what stands above; nothing if it is empty.
    func section(_ title: Heading, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", ink.paint(title.text, .bold)] + lines
    }

    func labelled(_ heading: Heading, _ text: String, indent: Int = 2) -> [String] {
        guard !text.isEmpty else { return [] }
        return Paragraph.labelled(
            heading.text, SafeText.line(text), indent: indent, labelWidth: 13, width: width)
    }

    // MARK: Parts

    private func headLines() -> [String] {
        let title = CaseSentence.title(number: SafeText.line(message.publicNumber)).text
        let state = Labels.states.name(of: message.state).uppercased()
        let gap = max(2, width - DisplayWidth.of(title) - DisplayWidth.of(state))
        return [
            ink.paint(title, .bold) + String(repeating: " ", count: gap)
                + ink.paint(state, stateColour)
        ] + Paragraph.lines(SafeText.line(draft.title), indent: 0, width: width)
    }

    private var stateColour: Ink.Colour? {
        switch message.state {
        case .resolved: .green
        case .noAgreement, .inadmissible, .withdrawn, .duplicate, .erased: .dim
        case .inMediation: .cyan
        default: .bold
        }
    }

    private func factLines() -> [String] {
        let filed = CaseSentence.filed(
            by: ValueText.partner(message.submitter),
            on: language.date(milliseconds: message.createdAtMs)
        ).text
        var category = [draft.category] + draft.extraCategories
        category.removeAll { $0 == .unspecified }
        var lines = labelled(.firm, firmText)
        lines += labelled(.addressee, platformText)
        lines += labelled(
            .kind, category.map { Labels.categories.name(of: $0) }.joined(separator: ", "))
        if draft.urgency == .urgent {
            lines += labelled(.urgency, Labels.urgencies.name(of: draft.urgency))
        }
        lines += labelled(.submitter, String(filed))
        lines += labelled(.reference, draft.externalRef)
        lines += labelled(.incident, language.date(iso: draft.incidentOn))
        lines += moneyLines()
        lines += labelled(
            .desired,
            draft.desiredRemedies.map { Labels.remedies.name(of: $0) }.joined(separator: ", "))
        if !draft.listings.isEmpty {
            lines += labelled(.listings, listingText)
        }
        if let terms = message.terms { lines += labelled(.campaign, campaignText(terms)) }
        if message.disclosure != .identified, message.disclosure != .unspecified {
            lines += labelled(.disclosure, Labels.disclosures.name(of: message.disclosure))
        }
        for flag in message.flags {
            lines += labelled(
                .flag,
                CaseSentence.retaliation(cases: flag.linkedCases.joined(separator: ", ")).text
            ).map { ink.paint($0, .yellow) }
        }
        if let contact = message.platformContact {
            lines += labelled(.contact, ValueText.contact(contact))
        }
        if !message.legalHold.isEmpty { lines += labelled(.hold, message.legalHold) }
        return lines + labelled(.identifier, CaseReference.text(of: message.id))
    }

    private var firmText: String {
        guard let firm = draft.complainant else { return "" }
        var parts = [firm.legalName]
        if firm.size != .unspecified { parts.append(Labels.sizes.name(of: firm.size)) }
        if !firm.siren.isEmpty { parts.append("SIREN \(firm.siren)") }
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private var platformText: String {
        let platform = message.platformID.isEmpty ? draft.platformID : message.platformID
        guard !draft.platformAccountRef.isEmpty else { return platform }
        return "\(platform) (\(draft.platformAccountRef))"
    }

    private func moneyLines() -> [String] {
        var lines: [String] = []
        if let funds = draft.funds, let amount = funds.amount {
            var text = language.money(amount)
            if !funds.heldSince.isEmpty { text += ", \(language.date(iso: funds.heldSince))" }
            if !funds.releaseOn.isEmpty { text += " → \(language.date(iso: funds.releaseOn))" }
            lines += labelled(.funds, text)
        }
        if let loss = draft.loss { lines += labelled(.loss, language.money(loss)) }
        if let change = draft.termsChange { lines += labelled(.terms, termsText(change)) }
        return lines
    }

    /// Regulation (EU) 2019/1150, article 3(2): 15 days between announcement and effect.
    private func termsText(_ change: RecoursMessages.TermsChange) -> String {
        let dates =
            "\(language.date(iso: change.announcedOn)) → \(language.date(iso: change.effectiveOn))"
        guard let days = change.noticeDays else { return dates }
        return dates + ", " + CaseSentence.notice(days: Int(days), least: 15).text
    }

    private var listingText: String {
        var counts: [RecoursMessages.ListingState: Int] = [:]
        for listing in draft.listings { counts[listing.state, default: 0] += 1 }
        let states = counts.filter { $0.key != .unspecified }
            .sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value) \(Labels.listings.name(of: $0.key))" }
        let total = CaseSentence.listings(draft.listings.count).text
        return states.isEmpty ? total : "\(total) (\(states.joined(separator: ", ")))"
    }

    private func campaignText(_ terms: RecoursMessages.CampaignTerms) -> String {
        CaseSentence.campaign(
            CaseReference.text(of: terms.campaignID),
            resolveBy: language.date(iso: terms.resolveBy)
        ).text
    }

    private func nextLines() -> [String] {
        let next = NextStepText(message, for: viewer, now: now)
        var lines: [String] = []
        for (place, group) in next.paragraphs().enumerated() {
            let text = group.joined(separator: " ")
            let isOwn = place == 0 && next.whoActs == Heading.you.text
            let colour = isOwn ? ink.colour(daysLeft: next.daysLeft ?? 99) ?? .bold : nil
            lines += Paragraph.lines(text, indent: 2, width: width).map { ink.paint($0, colour) }
        }
        if let choices = next.choices() {
            lines.append("  " + choices.title)
            lines += choices.commands.map { "    " + ink.paint(SafeText.line($0), .cyan) }
        }
        return lines
    }
}
