// SPDX-License-Identifier: EUPL-1.2

/// What is changed.
package enum TermsChangeKind: Int32, CaseIterable, Hashable, Sendable {
    case terms = 1
    case fees = 2
}

/// A change of terms or fees. Regulation (EU) 2019/1150, article 3(2), asks for 15 days' notice.
package struct TermsChange: Hashable, Sendable {
    package var announcedOn: CalendarDate?
    package var effectiveOn: CalendarDate?
    /// Announced on a durable medium.
    package var durableMedium: Bool
    /// Empty or an absolute http(s) address.
    package var documentURL: String
    package var kind: TermsChangeKind?

    package init(
        announcedOn: CalendarDate? = nil, effectiveOn: CalendarDate? = nil,
        durableMedium: Bool = false, documentURL: String = "", kind: TermsChangeKind? = nil
    ) {
        self.announcedOn = announcedOn
        self.effectiveOn = effectiveOn
        self.durableMedium = durableMedium
        self.documentURL = documentURL
        self.kind = kind
    }

    /// Notice that the regulation asks for, in days.
    package static let requiredNoticeDays = 15

    /// Days from announcement to effect (negative: announced afterwards); nil without both dates.
    package var noticeDays: Int? {
        guard let announcedOn, let effectiveOn else { return nil }
        return announcedOn.days(until: effectiveOn)
    }

    /// Whether less than the required notice was given; nil without both dates.
    package var isBelowRequiredNotice: Bool? {
        noticeDays.map { $0 < TermsChange.requiredNoticeDays }
    }
}
