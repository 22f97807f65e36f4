// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.RegisterWorkRequest`.
public struct RegisterWorkRequest: RecoursMessage {
    /// Field 1, `work`.
    public var work: WorkDraft? {
        get { workBox.value }
        set { workBox = Boxed(newValue) }
    }
    var workBox: Boxed<WorkDraft>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        work: WorkDraft? = nil
    ) {
        workBox = Boxed(work)
    }

    /// `recours.v1.RegisterWorkRequest`.
    public static var protoName: String { "recours.v1.RegisterWorkRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
