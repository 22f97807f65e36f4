// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// Ways to contest a decision: Regulation (EU) 2019/1150, articles 11 and 12; DSA articles 20 and
/// 21.
public struct Redress: RecoursMessage {
    /// How to use the internal complaint system; 1 to 500 characters.
    public var internalComplaint: String
    /// At least one mediator's name, each 1 to 200 characters, at most 10.
    public var mediators: [String]
    /// Certified out-of-court dispute settlement body, at most 200 characters.
    public var outOfCourtBody: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        internalComplaint: String = "",
        mediators: [String] = [],
        outOfCourtBody: String = ""
    ) {
        self.internalComplaint = internalComplaint
        self.mediators = mediators
        self.outOfCourtBody = outOfCourtBody
    }

    /// `recours.v1.Redress`.
    public static var protoName: String { "recours.v1.Redress" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
