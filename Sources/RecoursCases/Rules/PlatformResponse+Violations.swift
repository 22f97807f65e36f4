// SPDX-License-Identifier: EUPL-1.2

extension PlatformResponse {
    /// All rules this answer breaks, at most 50; empty if it may be given to this case.
    /// Without a case, what depends on it is left out: that is what a client can check.
    package func violations(
        today: CalendarDate, answering caseFile: CaseFile?, startingWith found: [Violation] = []
    ) -> [Violation] {
        Violations(startingWith: found).found
    }

    /// What the platform may want to mend before others read it. Never a refusal.
    package func warnings() -> [Violation] {
        []
    }
}
