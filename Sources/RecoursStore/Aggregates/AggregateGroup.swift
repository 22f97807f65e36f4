// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// Cases of disclosure AGGREGATE about the same matter at the same platform: none is shown before
/// five firms have filed one (`domain.md` §7).
package struct AggregateGroup: Sendable, Hashable {
    /// So many distinct firms hide each of them.
    package static let leastFirms = 5

    /// Slug of the platform addressed.
    package var platform: String
    package var category: CaseCategory

    package init(platform: String, category: CaseCategory) {
        self.platform = platform
        self.category = category
    }
}

/// One firm of a group. Firms without a SIREN are all taken for one, so that nobody hides behind
/// firms that may be the same.
package struct AggregateFirm: Sendable, Hashable {
    package var group: AggregateGroup
    package var siren: UInt32

    package init(group: AggregateGroup, siren: UInt32) {
        self.group = group
        self.siren = siren
    }
}

/// What one batch changes of groups: the numbers as they then are.
package struct AggregateWrites: Sendable {
    package var firms: [AggregateGroup: Int] = [:]
    package var cases: [AggregateFirm: Int] = [:]
    /// The rows that wait, by group; true for those that now do, false for those that no longer do.
    package var held: [AggregateGroup: [UInt64: Bool]] = [:]

    package var isEmpty: Bool { firms.isEmpty && cases.isEmpty && held.isEmpty }
}

/// The rows of groups that deciding a command needs. Every number is kept, none is counted.
package protocol AggregateLookup: AnyObject {
    /// Distinct firms of a group.
    func firms(of group: AggregateGroup) throws(StoreError) -> Int
    /// A firm's cases in its group.
    func cases(of firm: AggregateFirm) throws(StoreError) -> Int
    /// Rows of cases that wait, the oldest first.
    func heldCases(of group: AggregateGroup, limit: Int) throws(StoreError) -> [UInt64]
    /// Groups of enough firms in which cases still wait.
    func releasableGroups(limit: Int) throws(StoreError) -> [AggregateGroup]
}
