// SPDX-License-Identifier: EUPL-1.2

/// Short names of things: columns, labels, titles of sections.
enum Heading: String, CaseIterable, Sendable {
    case number, state, whoActs, left, platform, complainant, title, sequence, when, who, what
    case detail, category, lastEvent, outcome, reference, firm, addressee, kind, name, reason
    case deadline, contact, answer, verdict, identifier, campaign, disclosure, urgency, incident
    case loss, funds, desired, listings, terms, right, flag, submitter, hold, whereItStands, next
    case facts, timeline, answers, mediation, agreement, agreed, outcomeSection, nextSteps
    case missedClocks, notes, remedies, proof, decision, ground, explanation, redress, suggested
    case factsStated, dueOn, duplicateOf, territories, system, mediatorInCharge, why, open
    case waiting, clause, inbox, queue, you, nobody
    // Operators
    case identity, subject, issuer, serial, validFrom, until, keyHash, setting, value, origin
    case from, association, siren, slug, keys, nameOfPartner, kindOfPartner, serverTime
    case machineTime, nextAlarm, sandbox

    /// In the language of the command that runs.
    var text: String { Language.current.heading(self) }

    /// As the title of a column.
    var column: String { text.uppercased() }
}
