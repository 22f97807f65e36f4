// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMatching

/// What must be known of a claim to hold a listing against it. Whether it takes anything now, and
/// reports by itself, the store says.
struct HeldClaim: Sendable {
    let identifier: StandingClaimIdentifier
    let registrant: PartnerReference
    let platforms: [String]
    /// A match of less is not stored.
    let leastReviewed: Int
}

/// A claim as it was read, with its work.
struct ReadClaim: Sendable {
    let held: HeldClaim
    let isWithdrawn: Bool
    let work: RegisteredWork

    init(_ claim: RecoursCases.StandingClaim, _ work: RecoursCases.Work) {
        held = HeldClaim(
            identifier: claim.identifier, registrant: claim.registrant,
            platforms: claim.plan.platforms, leastReviewed: claim.plan.leastReviewed)
        isWithdrawn = claim.state == .withdrawn
        self.work = RegisteredWork(work)
    }
}

/// The claims that listings are held against, by their works.
struct HeldClaims: Sendable {
    struct Holding: Sendable {
        var claims: [HeldClaim]
        let hasCodes: Bool
    }

    /// What an index has to do to follow.
    struct Change: Sendable {
        var adding: [RegisteredWork] = []
        var removing: [RecoursMatching.WorkIdentifier] = []
    }

    private var works: [RecoursMatching.WorkIdentifier: Holding] = [:]
    /// The index's numbers of platforms.
    private var numbers: [String: Int] = [:]

    subscript(_ work: RecoursMatching.WorkIdentifier) -> Holding? { works[work] }

    /// The index's number of a platform; nil if no claim was ever held against it.
    func number(of platform: String) -> Int? { numbers[platform] }

    func holds(_ claim: ReadClaim) -> Bool {
        works[claim.work.identifier]?.claims.contains {
            $0.identifier == claim.held.identifier
        } ?? false
    }

    /// Takes claims in, and withdrawn ones out; the oldest first.
    mutating func take(_ all: [ReadClaim]) -> Change {
        var changed: [RecoursMatching.WorkIdentifier: RegisteredWork] = [:]
        var order: [RecoursMatching.WorkIdentifier] = []
        // What a claim asks for never changes: it is there or not.
        for claim in all where holds(claim) == claim.isWithdrawn {
            let work = claim.work
            var holding =
                works[work.identifier] ?? Holding(claims: [], hasCodes: !work.codes.isEmpty)
            if claim.isWithdrawn {
                holding.claims.removeAll { $0.identifier == claim.held.identifier }
            } else {
                holding.claims.append(claim.held)
            }
            works[work.identifier] = holding.claims.isEmpty ? nil : holding
            if changed.updateValue(work, forKey: work.identifier) == nil {
                order.append(work.identifier)
            }
        }
        return change(order.compactMap { changed[$0] })
    }

    private mutating func change(_ changed: [RegisteredWork]) -> Change {
        var change = Change()
        for var work in changed {
            guard let holding = works[work.identifier] else {
                change.removing.append(work.identifier)
                continue
            }
            let platforms = holding.claims.flatMap(\.platforms)
            work.platforms = PlatformSet(platforms.map { number($0) })
            change.adding.append(work)
        }
        return change
    }

    private mutating func number(_ platform: String) -> Int {
        if let known = numbers[platform] { return known }
        numbers[platform] = numbers.count
        return numbers.count - 1
    }
}
