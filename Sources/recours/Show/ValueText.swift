// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// Small values of a case in words. What others wrote is not made harmless here.
enum ValueText {
    static func contact(_ contact: Contact) -> String {
        [contact.name, contact.role, contact.email, contact.phone, contact.hours]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    static func verdict(_ verdict: Verdict) -> String {
        verdict.accepted
            ? CaseSentence.accepted(reason: verdict.reason).text
            : CaseSentence.refused(reason: verdict.reason).text
    }

    static func partner(_ reference: PartnerReference?) -> String {
        guard let reference else { return "" }
        guard !reference.slug.isEmpty else { return Heading.system.text }
        return kind(reference.kind) + " " + reference.slug
    }

    /// The name of a kind of partner; an unknown one as it is.
    static func kind(_ name: String) -> String {
        Labels.partners.value(of: name).map { Labels.partners.name(of: $0) } ?? name
    }

    static func remedy(_ remedy: Remedy) -> String {
        var text = Labels.remedies.name(of: remedy.kind)
        if let amount = remedy.amount { text += " \(Language.current.money(amount))" }
        if !remedy.note.isEmpty { text += " (\(remedy.note))" }
        return text
    }

    static func files(of writing: Writing) -> String {
        writing.evidenceIDs.isEmpty
            ? "" : " [\(CaseSentence.files(writing.evidenceIDs.count).text)]"
    }
}
