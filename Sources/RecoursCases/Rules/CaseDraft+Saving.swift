// SPDX-License-Identifier: EUPL-1.2

extension CaseDraft {
    /// What is wrong with a draft that is only kept: everything but what is not there yet.
    func violationsAsSaved(today: CalendarDate) -> [Violation] {
        violations(today: today).filter { violation in
            switch violation.code {
            case .required, .tooShort, .tooFew, .goodFaithRequired: false
            default: true
            }
        }
    }
}
