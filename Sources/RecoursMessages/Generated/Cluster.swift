// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// A class of like cases.
public struct Cluster: RecoursMessage {
    /// Field 1, `key`.
    public var key: ClusterKey?
    /// Cases not closed.
    public var open: UInt64
    /// Those among them that wait for a mediator: ListQueue gives them.
    public var waiting: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        key: ClusterKey? = nil,
        open: UInt64 = 0,
        waiting: UInt64 = 0
    ) {
        self.key = key
        self.open = open
        self.waiting = waiting
    }

    /// `recours.v1.Cluster`.
    public static var protoName: String { "recours.v1.Cluster" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
