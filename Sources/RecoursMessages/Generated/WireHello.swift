// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

/// HELLO, the first frame of both sides, on call 0. Its known fields never change meaning or type.
package struct WireHello: RecoursMessage {
    /// Minor revision of `recours/1` the sender speaks; both sides use the lower of the two.
    package var minorRevision: UInt32
    /// Optional abilities, one bit each; none is defined in revision 0. A side uses a feature only
    /// when both have announced it.
    package var features: UInt64
    /// Largest frame payload the sender accepts, header excluded: 16,384 to 65,536 bytes.
    package var maxFrameBytes: UInt32
    /// Largest message, all fragments together, that the sender accepts.
    package var maxMessageBytes: UInt32
    /// Bytes of DATA payload the peer may send on each new call before CREDIT; never below
    /// max_message_bytes, or a fragmented message could not complete.
    package var callCreditBytes: UInt32
    /// Bytes of DATA payload the peer may send on the whole connection before CREDIT.
    package var connectionCreditBytes: UInt32
    /// Calls the sender lets run at once; 0 from a client, which accepts none.
    package var maxCalls: UInt32
    /// Shortest interval between PINGs that the sender tolerates.
    package var minPingIntervalMs: UInt32
    /// Name and version of the software, for logs: at most 100 bytes.
    package var software: String
    /// First 16 bytes of SHA-256 over the schema's descriptor set; informative.
    package var schemaHash: [UInt8]

    /// A message of these values; what is left out is absent or has its default.
    package init(
        minorRevision: UInt32 = 0,
        features: UInt64 = 0,
        maxFrameBytes: UInt32 = 0,
        maxMessageBytes: UInt32 = 0,
        callCreditBytes: UInt32 = 0,
        connectionCreditBytes: UInt32 = 0,
        maxCalls: UInt32 = 0,
        minPingIntervalMs: UInt32 = 0,
        software: String = "",
        schemaHash: [UInt8] = []
    ) {
        self.minorRevision = minorRevision
        self.features = features
        self.maxFrameBytes = maxFrameBytes
        self.maxMessageBytes = maxMessageBytes
        self.callCreditBytes = callCreditBytes
        self.connectionCreditBytes = connectionCreditBytes
        self.maxCalls = maxCalls
        self.minPingIntervalMs = minPingIntervalMs
        self.software = software
        self.schemaHash = schemaHash
    }

    /// `recours.wire.v1.Hello`.
    package static var protoName: String { "recours.wire.v1.Hello" }

    /// How the message is encoded and decoded.
    package static var coding: MessageCoding<Self> { MessageCoding() }
}
