// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// On whose account something waits, and in which class: what has a lane of its own in a queue.
struct Claim: Hashable {
    /// In the order in which a batch takes of them.
    enum Class: Int, CaseIterable {
        /// Somebody waits for the answer.
        case interactive
        /// The server's own: nobody waits, and yet it must not come late.
        case clock
        /// What can wait: a command whose sender goes on meanwhile, a list, an export.
        case bulk

        /// The eighths of a batch that the class has before the others take more.
        var eighths: Int {
            switch self {
            case .interactive: 5
            case .clock: 1
            case .bulk: 2
            }
        }
    }

    let actor: Actor
    let `class`: Class

    /// Of queues that need no fairness: all have one lane.
    static let common = Claim(actor: .system, class: .interactive)
    /// The server's own.
    static let own = Claim(actor: .system, class: .clock)
}

extension Claim {
    init(actor: Actor, isBulk: Bool) {
        let `class`: Class = actor == .system ? .clock : isBulk ? .bulk : .interactive
        self.init(actor: actor, class: `class`)
    }
}

extension Actor {
    /// All operators, and those whose orders do not say whose they are.
    fileprivate static let `operator` = Actor.partner(
        PartnerReference(kind: .operator, slug: ""))
}

extension StoreCommand {
    /// Whose turn it takes at the writer.
    var claim: Claim { Claim(actor: actor, isBulk: isBulk) }

    private var actor: Actor {
        switch order {
        case .caseOrder(.submit(let submission), _): .partner(submission.submitter)
        case .caseOrder(.change(let change), _): change.actor
        case .administrative(let order, _): order.actor
        case .evidence(.keep(_, let owner, _, _, _), _): .partner(owner)
        case .evidence(.dropUnattached, _), .evidence(.remove, _), .evidence(.judge, _): .system
        }
    }
}

extension AdministrativeOrder {
    fileprivate var actor: Actor {
        switch self {
        case .raiseMarks, .releaseAggregates, .eraseAgain, .commitment(.settleOverdue): .system
        case .noteIdentityRead(_, let mediator, _, _):
            .partner(PartnerReference(kind: .mediator, slug: mediator))
        case .setProfile(let platform, _, _): .partner(platform)
        case .commitment(.settle(_, _, let actor, _, _)): actor
        case .claim(let order): .partner(order.partner)
        case .putPartner, .bindKey, .unbindKey, .setQuotas, .putMandates, .eraseEvidence, .campaign,
            .commitment(.make):
            .operator
        }
    }
}
