// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The message `recours.v1.CaseFlag`.
public struct CaseFlag: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: CaseFlagKind
    /// Public numbers of the cases it points to.
    public var linkedCases: [String]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: CaseFlagKind = .unspecified,
        linkedCases: [String] = []
    ) {
        self.kind = kind
        self.linkedCases = linkedCases
    }

    /// `recours.v1.CaseFlag`.
    public static var protoName: String { "recours.v1.CaseFlag" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
