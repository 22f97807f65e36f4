// SPDX-License-Identifier: EUPL-1.2

extension CaseDraft {
    /// The bytes whose hash is the fingerprint of a submission. Take them of a normalised draft
    /// (`ValidDraft`), so that a space more in a SIRET is not other content.
    package var canonicalBytes: [UInt8] {
        var out = CanonicalBytes(naming: "recours.v1.CaseDraft", capacity: 2048)
        write(to: &out)
        return out.bytes
    }

    func write(to out: inout CanonicalBytes) {
        out.write(1, complainant) { $0.write(to: &$1) }
        out.write(2, platformSlug)
        out.write(3, platformAccountReference)
        out.write(4, category)
        for extra in extraCategories { out.write(5, extra) }
        out.write(6, title)
        out.write(7, facts)
        for remedy in desiredRemedies { out.write(8, remedy) }
        out.write(9, incidentOn)
        out.write(10, discoveredOn)
        out.write(11, noticeReceivedOn)
        out.write(12, country)
        out.write(13, language)
        for listing in listings { out.write(14, listing) { $0.write(to: &$1) } }
        out.write(15, funds) { $0.write(to: &$1) }
        out.write(16, loss) { $0.write(to: &$1) }
        out.write(17, termsChange) { $0.write(to: &$1) }
        out.write(18, ipClaim) { $0.write(to: &$1) }
        out.write(19, disclosure)
        out.write(20, urgency)
        out.write(21, externalReference)
        out.write(22, decisionReference)
        out.write(23, decisionOn)
        out.write(24, campaignIdentifier)
        for identifier in evidenceIdentifiers { out.write(25, identifier) }
        out.write(26, standingClaimIdentifier)
    }
}
