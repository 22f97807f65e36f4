// SPDX-License-Identifier: EUPL-1.2

/// A draft that broke no rule on the day it came. There is no other way to get one than the rules,
/// so whatever takes a `ValidDraft` need not look again.
package struct ValidDraft: Hashable, Sendable {
    /// Normalised: see `CaseDraft.normalised()`.
    package var draft: CaseDraft { shared.value }
    package let shared: SharedDraft

    /// Normalises and checks a draft. `today` is the date in Paris; `found` what was already found
    /// wrong while reading it; `encode`, the store's codec, to have it written by whoever files it.
    /// Throws `Refusal.Code.invalid` with all violations, at most 50.
    package init(
        _ draft: CaseDraft, today: CalendarDate, startingWith found: [Violation] = [],
        encodedBy encode: ((CaseDraft) -> [UInt8])? = nil
    ) throws(Refusal) {
        let draft = draft.normalised()
        let violations = draft.violations(today: today, startingWith: found)
        guard violations.isEmpty else { throw Refusal(.invalid(violations)) }
        shared = SharedDraft(draft, encodedBy: encode)
    }
}
