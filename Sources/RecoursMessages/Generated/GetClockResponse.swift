// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

/// The message `recours.v1.GetClockResponse`.
public struct GetClockResponse: RecoursMessage {
    /// The time that is written into cases.
    public var nowMs: Int64
    /// The machine's clock.
    public var machineMs: Int64
    /// A server for tests, whose time can be moved.
    public var sandbox: Bool
    /// The machine's clock has leapt and is not followed.
    public var held: Bool
    /// The next instant at which the clock has something to do with a case; 0: never. If it has
    /// passed, the oldest case that waits.
    public var nextAlarmMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        nowMs: Int64 = 0,
        machineMs: Int64 = 0,
        sandbox: Bool = false,
        held: Bool = false,
        nextAlarmMs: Int64 = 0
    ) {
        self.nowMs = nowMs
        self.machineMs = machineMs
        self.sandbox = sandbox
        self.held = held
        self.nextAlarmMs = nextAlarmMs
    }

    /// `recours.v1.GetClockResponse`.
    public static var protoName: String { "recours.v1.GetClockResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
