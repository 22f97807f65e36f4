// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A row of the mediators' queue: one a case that waits for them.
package struct QueueRecord: Sendable, Hashable {
    package var caseRow: UInt64
    package var reason: MediatorTask.Reason
    package var dueAtMilliseconds: Int64
    /// Empty: nobody is in charge.
    package var mediator: String
    package var caseClass: CaseClass

    package init(
        caseRow: UInt64, reason: MediatorTask.Reason, dueAtMilliseconds: Int64, mediator: String,
        caseClass: CaseClass
    ) {
        self.caseRow = caseRow
        self.reason = reason
        self.dueAtMilliseconds = dueAtMilliseconds
        self.mediator = mediator
        self.caseClass = caseClass
    }

    package var position: QueuePosition {
        QueuePosition(dueAtMilliseconds: dueAtMilliseconds, caseRow: caseRow)
    }
}

/// A place in the queue: by due date, then by row.
package struct QueuePosition: Sendable, Hashable, Comparable {
    package var dueAtMilliseconds: Int64
    package var caseRow: UInt64

    package init(dueAtMilliseconds: Int64, caseRow: UInt64) {
        self.dueAtMilliseconds = dueAtMilliseconds
        self.caseRow = caseRow
    }

    /// Before every row of a queue.
    package static let beginning = QueuePosition(dueAtMilliseconds: .min, caseRow: 0)

    package static func < (left: QueuePosition, right: QueuePosition) -> Bool {
        (left.dueAtMilliseconds, left.caseRow) < (right.dueAtMilliseconds, right.caseRow)
    }
}

/// Which of the waiting cases to show; what is nil or empty does not filter.
package struct QueueFilter: Sendable, Hashable {
    /// Slug of the mediator in charge; empty: nobody is.
    package var mediator: String?
    package var platform: String?
    package var category: CaseCategory?
    package var caseClass: CaseClass?
    package var reasons: Set<MediatorTask.Reason> = []
    package var complainant = ComplainantFilter()

    package init() {}

    /// Whether the row is to be shown, as far as it says; of the complainant its case does.
    package func admits(_ record: QueueRecord) -> Bool {
        if let mediator, record.mediator != mediator { return false }
        if let platform, record.caseClass.platform != platform { return false }
        if let category, record.caseClass.category != category { return false }
        if let caseClass, record.caseClass != caseClass { return false }
        return reasons.isEmpty || reasons.contains(record.reason)
    }
}

/// A page of the queue, the most urgent first.
package struct QueuePage: Sendable, Hashable {
    package let entries: [QueueEntry]
    /// Where the next page begins; nil on the last. A page may be short, or empty, and have a next.
    package let next: QueuePosition?
    /// What was left out because it is damaged.
    package let damage: [StoreError]
}

/// A waiting case as a reader gets it.
package struct QueueEntry: Sendable, Hashable {
    package let record: QueueRecord
    package let caseFile: StoredCase
}

/// A class of like cases, counted.
package struct ClassRecord: Sendable, Hashable {
    /// Names the class in this store.
    package var number: UInt64
    package var caseClass: CaseClass
    /// Cases not closed, and those among them that wait for a mediator.
    package var open: Int64
    package var waiting: Int64

    package init(number: UInt64, caseClass: CaseClass, open: Int64, waiting: Int64) {
        self.number = number
        self.caseClass = caseClass
        self.open = open
        self.waiting = waiting
    }
}

/// By how much a batch changes a class.
package struct ClassChange: Sendable, Hashable {
    package var open: Int64 = 0
    package var waiting: Int64 = 0
}

/// A place among the classes: the larger first, then by number.
package struct ClassPosition: Sendable, Hashable {
    package var open: Int64
    package var number: UInt64

    package init(open: Int64, number: UInt64) {
        self.open = open
        self.number = number
    }
}

/// Which classes to show.
package struct ClassFilter: Sendable, Hashable {
    package var platform: String?
    package var category: CaseCategory?
    /// Smaller classes are not shown; 1 or more.
    package var least: Int64 = 2

    package init() {}

    /// Whether the class is to be shown.
    package func admits(_ record: ClassRecord) -> Bool {
        if let platform, record.caseClass.platform != platform { return false }
        if let category, record.caseClass.category != category { return false }
        return record.open >= least
    }
}

/// A page of classes.
package struct ClassPage: Sendable, Hashable {
    package let classes: [ClassRecord]
    /// Where the next page begins; nil on the last.
    package let next: ClassPosition?
}

/// That a mediator has read who the complainant of a case is.
package struct IdentityRead: Sendable, Hashable {
    /// Counted over the store; 0 before it is stored.
    package var number: UInt64
    package var caseRow: UInt64
    package var atMilliseconds: Int64
    /// The mediator's slug.
    package var mediator: String
    package var reason: String

    package init(
        number: UInt64 = 0, caseRow: UInt64, atMilliseconds: Int64, mediator: String,
        reason: String
    ) {
        self.number = number
        self.caseRow = caseRow
        self.atMilliseconds = atMilliseconds
        self.mediator = mediator
        self.reason = reason
    }
}
