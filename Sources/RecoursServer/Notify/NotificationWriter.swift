// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto

/// Makes of an event what people are told of it, and who is.
struct NotificationWriter: Sendable {
    /// Marks this store's notifications, so that no other's have the same identifier.
    let prefix: String

    init(epoch: [UInt8]) {
        prefix = Hexadecimal.text(of: epoch.prefix(4))
    }

    /// What is to be told; nothing if it no longer matters. `caseFile` is the case as it is now.
    func notifications(
        of event: CaseEvent, in caseFile: CaseFile, at position: UInt64
    ) -> [Notification] {
        var letter = Letter(
            prefix: "\(prefix)-\(position)", number: caseFile.publicNumber.description,
            event: event, caseFile: caseFile)
        let isNewMediation =
            event.stateAfter == .inMediation && event.stateBefore != .inMediation
        switch event.kind {
        case .reminded(let kind, let stage): letter.remind(kind, stage)
        case .deadlineMissed(let kind): letter.miss(kind, isNewMediation: isNewMediation)
        case .flagged: letter.add(.flagged, to: letter.mediator, saying: NotificationTexts.flagged)
        default: break
        }
        if isNewMediation {
            letter.add(.newMediation, to: letter.mediator, saying: NotificationTexts.newMediation)
        }
        return letter.notifications
    }
}

/// The notifications of one event, as they are gathered.
private struct Letter {
    let prefix: String
    let number: String
    let event: CaseEvent
    let caseFile: CaseFile
    var notifications: [Notification] = []

    mutating func remind(_ kind: DeadlineKind, _ stage: ReminderStage) {
        // Who has acted meanwhile has nothing to be reminded of.
        guard let deadline = caseFile.deadlines.first(where: { $0.kind == kind }),
            deadline.startedAt <= event.at
        else { return }
        add(.reminder, to: party(of: kind), kind, stage, due: deadline.dueAt) {
            NotificationTexts.reminder($0, kind, until: deadline.dueAt)
        }
    }

    mutating func miss(_ kind: DeadlineKind, isNewMediation: Bool) {
        let late = party(of: kind)
        add(.deadlineMissed, to: late, kind) {
            NotificationTexts.missed($0, kind, isMediated: isNewMediation)
        }
        if isNewMediation, let submitter, late != submitter {
            add(.escalated, to: submitter, kind) { NotificationTexts.escalated($0, kind) }
        }
        if isNewMediation, let platform, late != platform {
            add(.escalated, to: platform, kind) { NotificationTexts.escalated($0, kind) }
        }
        if kind == .acknowledge {
            add(.flagged, to: mediator, kind, saying: NotificationTexts.unacknowledged)
        }
        if late?.kind == "mediator" {
            add(.mediatorOverdue, to: .init(kind: "operator", slug: ""), kind) {
                NotificationTexts.mediatorOverdue($0, kind)
            }
        }
    }

    mutating func add(
        _ kind: Notification.Kind, to recipient: Notification.Recipient?,
        _ deadline: DeadlineKind? = nil, _ stage: ReminderStage? = nil, due: Instant? = nil,
        saying text: (String) -> NotificationTexts.Pair
    ) {
        guard let recipient else { return }
        let words = text(number)
        notifications.append(
            Notification(
                identifier: "\(prefix)-\(notifications.count + 1)", kind: kind,
                recipient: recipient, caseNumber: number, state: event.stateAfter.name,
                deadline: deadline?.name, stage: stage?.name,
                dueAtMilliseconds: due?.millisecondsSince1970,
                atMilliseconds: event.at.millisecondsSince1970, textFrench: words.french,
                textEnglish: words.english))
    }

    // MARK: Recipients

    private func party(of kind: DeadlineKind) -> Notification.Recipient? {
        switch kind {
        case .acknowledge, .answer, .finalAnswer, .remedy: platform
        case .information, .verdict, .remedyConfirmation, .draftIdle: submitter
        case .route, .mediatorFirstWord, .mediationEnd: mediator
        }
    }

    private var submitter: Notification.Recipient? {
        .init(kind: caseFile.submitter.kind.name, slug: caseFile.submitter.slug)
    }

    /// The platform addressed when the event happened; nil if the case has come to none.
    private var platform: Notification.Recipient? {
        let later = caseFile.readdressings.first { $0.at > event.at }
        guard caseFile.transmittedAt != nil || later != nil else { return nil }
        return .init(kind: "platform", slug: later?.fromPlatform ?? caseFile.addressee)
    }

    /// The mediator in charge, or all of them.
    var mediator: Notification.Recipient {
        .init(kind: "mediator", slug: caseFile.mediation?.mediator ?? "")
    }
}

extension DeadlineKind {
    /// The protocol's name.
    fileprivate var name: String {
        switch self {
        case .route: "ROUTE"
        case .acknowledge: "ACKNOWLEDGE"
        case .answer: "ANSWER"
        case .finalAnswer: "FINAL_ANSWER"
        case .information: "INFORMATION"
        case .verdict: "VERDICT"
        case .remedy: "REMEDY"
        case .remedyConfirmation: "REMEDY_CONFIRMATION"
        case .mediatorFirstWord: "MEDIATOR_FIRST_WORD"
        case .mediationEnd: "MEDIATION_END"
        case .draftIdle: "DRAFT_IDLE"
        }
    }
}

extension ReminderStage {
    /// The protocol's name.
    fileprivate var name: String {
        switch self {
        case .half: "HALF"
        case .fourFifths: "FOUR_FIFTHS"
        case .lastDay: "LAST_DAY"
        }
    }
}
