// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// The message `recours.v1.GetCaseResponse`.
public struct GetCaseResponse: RecoursMessage {
    /// Field 1, `case_file`.
    public var caseFile: Case? {
        get { caseFileBox.value }
        set { caseFileBox = Boxed(newValue) }
    }
    var caseFileBox: Boxed<Case>
    /// Oldest first; only if asked for.
    public var events: [Event]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseFile: Case? = nil,
        events: [Event] = []
    ) {
        caseFileBox = Boxed(caseFile)
        self.events = events
    }

    /// `recours.v1.GetCaseResponse`.
    public static var protoName: String { "recours.v1.GetCaseResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
