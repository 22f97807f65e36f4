// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// Which inboxes hear of an event.
///
/// Nobody hears of what they did themselves: a submitter is told of the platform's words, a
/// platform of the submitter's. A platform hears nothing of a case that never came to it.
enum InboxRouting {
    enum Recipient: Hashable {
        case submitter
        case platform
        case mediators
    }

    static func recipients(of event: CaseEvent, caseAfter: CaseFile) -> [Recipient] {
        let platform: [Recipient] = caseAfter.transmittedAt == nil ? [] : [.platform]
        switch event.kind {
        case .submitted: return []
        case .transmitted: return [.platform]
        case .routedOutOfScope: return [.submitter]
        case .routedToMediation: return [.submitter, .mediators]
        case .acknowledged, .responded: return [.submitter]
        case .answerAccepted: return platform
        case .answerRefused:
            return event.stateAfter == .inMediation ? platform + [.mediators] : platform
        case .withdrawn:
            return event.stateBefore == .inMediation ? platform + [.mediators] : platform
        }
    }
}
