// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/health_service.proto.

/// The message `recours.v1.HealthCheckResponse`.
public struct HealthCheckResponse: RecoursMessage {
    /// Field 1, `state`.
    public var state: ServingState
    /// A server for tests, whose time can be moved.
    public var sandbox: Bool
    /// The machine's clock has leapt and is not followed: the operator must look at it.
    public var clockHeld: Bool
    /// Told to operators: the lists of revoked certificates in use are not the newest.
    public var revocationStale: Bool
    /// Something that is stored is damaged and no longer shown: the operator must look at it.
    public var damaged: Bool
    /// Told to operators: configuration and certificates were to be read again, and could not be
    /// taken up.
    public var reloadFailed: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        state: ServingState = .unspecified,
        sandbox: Bool = false,
        clockHeld: Bool = false,
        revocationStale: Bool = false,
        damaged: Bool = false,
        reloadFailed: Bool = false
    ) {
        self.state = state
        self.sandbox = sandbox
        self.clockHeld = clockHeld
        self.revocationStale = revocationStale
        self.damaged = damaged
        self.reloadFailed = reloadFailed
    }

    /// `recours.v1.HealthCheckResponse`.
    public static var protoName: String { "recours.v1.HealthCheckResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
