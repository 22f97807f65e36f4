// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

/// The case as it is now, and what happened to it since the last change told.
public struct CaseUpdate: RecoursMessage {
    /// Absent only while more events follow.
    public var caseFile: Case? {
        get { caseFileBox.value }
        set { caseFileBox = Boxed(newValue) }
    }
    var caseFileBox: Boxed<Case>
    /// Those that the caller may see, oldest first; none in a first answer to which there is
    /// nothing new.
    public var events: [Event]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseFile: Case? = nil,
        events: [Event] = []
    ) {
        caseFileBox = Boxed(caseFile)
        self.events = events
    }

    /// `recours.v1.CaseUpdate`.
    public static var protoName: String { "recours.v1.CaseUpdate" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
