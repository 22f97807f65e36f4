// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

extension QueueItem {
    /// The case as the queue shows it: nothing here says who its complainant is.
    init(_ caseFile: CaseFile) {
        let task = caseFile.mediatorTask
        let likeness =
            caseFile.caseClass
            ?? CaseClass(
                platform: caseFile.addressee, category: caseFile.draft.category, clause: "")
        self.init(
            caseID: caseFile.identifier.bytes,
            publicNumber: caseFile.publicNumber.description,
            version: caseFile.version,
            state: .init(rawValue: caseFile.state.rawValue),
            reason: .init(rawValue: task?.reason.rawValue ?? 0),
            dueAtMs: task?.dueAt.millisecondsSince1970,
            like: ClusterKey(likeness),
            mediator: task?.mediator ?? "",
            title: caseFile.draft.title,
            urgency: .init(rawValue: caseFile.draft.urgency?.rawValue ?? 0),
            createdAtMs: caseFile.createdAt.millisecondsSince1970,
            flags: caseFile.flags.map { .init(rawValue: $0.kind.rawValue) })
    }
}

extension ClusterKey {
    init(_ likeness: CaseClass) {
        self.init(
            platformID: likeness.platform,
            category: .init(rawValue: likeness.category?.rawValue ?? 0), clause: likeness.clause)
    }
}
