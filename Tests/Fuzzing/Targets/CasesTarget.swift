// SPDX-License-Identifier: EUPL-1.2

import RecoursCaseCoding
import RecoursCases
import RecoursMessages

extension FuzzTarget {
    /// What a partner asks, read from its message and held to the rules; and what the store keeps.
    static let cases = FuzzTarget(
        name: "cases", largestInput: 4_096,
        seeds: {
            CaseReading.all.enumerated().map { place, reading in
                [UInt8(place)] + MessageSeeds.encoding(of: reading.type)
            } + [[0] + CaseSeeds.draft.serializedBytes()]
        }
    ) { bytes in
        var input = FuzzInput(bytes)
        let reading = CaseReading.all[input.below(CaseReading.all.count)]
        try reading.read(Array(input.rest))
    }
}

/// One way from a message to the rules.
private struct CaseReading: Sendable {
    let type: any RecoursMessage.Type
    let read: @Sendable ([UInt8]) throws -> Void

    /// A reading of messages; bytes that are none of that type have nothing to do with it.
    private init<Message: RecoursMessage>(
        _ type: Message.Type, _ read: @escaping @Sendable (Message) throws -> Void
    ) {
        self.type = type
        self.read = { bytes in
            if let message = try? Message(serializedBytes: bytes) { try read(message) }
        }
    }

    static let all = [
        CaseReading(RecoursMessages.CaseDraft.self, draft),
        CaseReading(RecoursMessages.PlatformResponse.self, response),
        CaseReading(RecoursMessages.Action.self) { message in
            var reader = MessageReader(from: .partner)
            _ = reader.action(message, mergeTarget: nil)
            _ = reader.violations.map(\.description)
        },
        CaseReading(RecoursMessages.PlatformProfile.self) { message in
            var reader = MessageReader(from: .partner)
            let profile = reader.profile(message).normalised()
            _ = profile.violations(today: today, startingWith: reader.violations)
            try law(profile.normalised() == profile, "a profile is normalised twice")
        },
        CaseReading(RecoursMessages.CampaignPlan.self) { message in
            var reader = MessageReader(from: .partner)
            let plan = reader.plan(message)
            _ = plan.violations(startingWith: reader.violations).map(\.description)
        },
        CaseReading(RecoursMessages.Case.self) { message in
            let codec = CaseSnapshotCodec()
            guard let kept = try? codec.decode(message.serializedBytes()) else { return }
            let encoding = codec.encode(kept)
            try law(codec.decode(encoding) == kept, "a kept case comes back different")
            try law(codec.encode(codec.decode(encoding)) == encoding, "a case has two encodings")
        },
        CaseReading(RecoursMessages.Event.self) { message in
            let codec = CaseSnapshotCodec()
            guard let kept = try? codec.decodeEvent(message.serializedBytes()) else { return }
            let encoding = codec.encode(kept)
            try law(codec.decodeEvent(encoding) == kept, "a kept event comes back different")
        },
    ]

    private static let today = CalendarDate(clampingDayNumber: 17_865)

    private static func draft(_ message: RecoursMessages.CaseDraft) throws {
        var reader = MessageReader(from: .partner)
        let draft = reader.draft(message).normalised()
        let violations = draft.violations(today: today, startingWith: reader.violations)
        _ = violations.map(\.description)
        try law(violations.count <= MessageReader.maximumViolations, "too many violations")
        try law(draft.normalised() == draft, "a draft is normalised twice")
        guard violations.isEmpty else { return }
        var store = MessageReader(from: .store)
        let again = store.draft(RecoursMessages.CaseDraft(draft))
        try law(store.violations.isEmpty && again == draft, "a draft comes back different")
        try law(again.canonicalBytes == draft.canonicalBytes, "a draft has two fingerprints")
    }

    private static func response(_ message: RecoursMessages.PlatformResponse) throws {
        var reader = MessageReader(from: .partner)
        let response = reader.response(message).normalised()
        let violations = response.violations(
            today: today, answering: nil, startingWith: reader.violations)
        _ = violations.map(\.description)
        try law(response.normalised() == response, "a response is normalised twice")
        guard violations.isEmpty else { return }
        var store = MessageReader(from: .store)
        let again = store.response(RecoursMessages.PlatformResponse(response))
        try law(store.violations.isEmpty && again == response, "a response comes back different")
    }
}
