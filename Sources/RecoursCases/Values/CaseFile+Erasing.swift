// SPDX-License-Identifier: EUPL-1.2

extension CaseFile {
    /// Destroys what could tell who it was about. What stays counts: category, platform, dates,
    /// outcome, size class, activity and department (`domain.md` §7).
    mutating func erasePersonalData() {
        draft = draft.withoutPersonalData
        platformContact = nil
        responses = responses.map(\.withoutPersonalData)
        verdicts = verdicts.map {
            Verdict(accepted: $0.accepted, reason: "", givenAt: $0.givenAt)
        }
        exchanges = []
        if var emptied = mediation {
            emptied.notes = []
            emptied.agreement = nil
            emptied.outcome = emptied.outcome.map {
                MediationOutcome(result: $0.result, reasons: "", nextSteps: [])
            }
            mediation = emptied
        }
        inadmissibility?.text = ""
        mergedInto?.reason = ""
        readdressings = readdressings.map {
            Readdressing(
                fromPlatform: $0.fromPlatform, toPlatform: $0.toPlatform, reason: "", at: $0.at)
        }
        stateReason = ""
        // Only a case that came back from a backup can be held here.
        legalHold = ""
    }
}

extension CaseDraft {
    fileprivate var withoutPersonalData: CaseDraft {
        var kept = CaseDraft(
            complainant: Party(
                kind: complainant.kind, size: complainant.size, nafCode: complainant.nafCode),
            platformSlug: platformSlug, category: category, extraCategories: extraCategories,
            desiredRemedies: desiredRemedies, incidentOn: incidentOn, discoveredOn: discoveredOn,
            noticeReceivedOn: noticeReceivedOn, country: country, language: language,
            disclosure: disclosure, urgency: urgency, decisionOn: decisionOn,
            campaignIdentifier: campaignIdentifier)
        // The department of a French postcode: its first two digits.
        if let postcode = complainant.address?.postcode, postcode.utf8.count == 5 {
            kept.complainant.address = Address(
                postcode: String(postcode.prefix(2)), country: complainant.address?.country ?? "")
        }
        return kept
    }
}

extension PlatformResponse {
    fileprivate var withoutPersonalData: PlatformResponse {
        var reasons = statementOfReasons
        reasons?.legalOrTermsReference = ""
        reasons?.clauseURL = ""
        reasons?.redress = nil
        reasons?.facts = ""
        reasons?.explanation = ""
        return PlatformResponse(
            identifier: identifier, type: type,
            remedies: remedies.map { Remedy(kind: $0.kind) }, statementOfReasons: reasons,
            dueOn: dueOn, notConcernedReason: notConcernedReason, givenAt: givenAt,
            platformSlug: platformSlug)
    }
}
