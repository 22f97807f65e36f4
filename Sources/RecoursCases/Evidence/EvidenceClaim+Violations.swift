// SPDX-License-Identifier: EUPL-1.2

extension EvidenceClaim {
    /// All rules that the claim breaks. Pass what was found wrong while reading it.
    package func violations(now: Instant, startingWith found: [Violation] = []) -> [Violation] {
        var found = Violations(startingWith: found)
        found.check(FileNameRule.breach(name), at: { "name" })
        if size == 0 {
            found.add(.required, at: { "size" })
        } else if size > UInt64(CaseLimits.evidenceFileBytes) {
            found.add(
                .tooLarge, limit: CaseLimits.evidenceFileBytes, actual: Int(clamping: size),
                at: { "size" })
        }
        if sha256.count != 32 {
            let code: ViolationCode = sha256.isEmpty ? .required : .identifierForm
            found.add(code, limit: 32, actual: sha256.count, at: { "sha256" })
        }
        if media == nil { found.add(.required, at: { "media" }) }
        if visibility == nil { found.add(.required, at: { "visibility" }) }
        found.check(
            DateRule.breach(
                ofFact: capturedAt?.dateInParis, required: false, today: now.dateInParis),
            at: { "captured_at_ms" })
        found.checkCode(
            sourceURL, WebAddressRule.breach, required: false, at: { "source_url" })
        return found.found
    }
}
