// SPDX-License-Identifier: EUPL-1.2

internal import Logging
@_exported public import RecoursMessages
@_exported public import RecoursPictures
internal import RecoursTransport

/// A client of Recours: of one server, or of several that serve the same.
///
/// It connects when first used, keeps one connection and remakes it, so there is nothing to run.
/// Share one value; all its parts may be used from any task at once.
///
///     let client = try RecoursClient(
///         endpoint: "recours.example.org:7443",
///         identity: .pem(certificate: "association.pem", key: "association.key"),
///         trust: .pem("trust.pem"))
///     let receipt = try await client.cases.submit(draft)
public final class RecoursClient: Sendable {
    /// Default port of a Recours server.
    public static let defaultPort = 7443

    let configuration: RecoursConfiguration
    private let connector: Connector
    let keeper: ConnectionKeeper
    let caller: RetryingCaller

    /// Checks the identity's files at once; connects later.
    ///
    /// - Parameters:
    ///   - endpoint: `host`, `host:port` or `[address]:port`; several servers with commas between.
    ///     A name with several addresses stands for as many servers.
    ///   - configure: changes the defaults.
    /// - Throws: `RecoursError` with `invalidArgument` for an endpoint that is none, or for a key
    ///   or certificate that cannot be read or do not belong together.
    public convenience init(
        endpoint: String, identity: RecoursIdentity, trust: RecoursTrust,
        configure: (inout RecoursConfiguration) -> Void = { _ in }
    ) throws(RecoursError) {
        var configuration = RecoursConfiguration()
        configure(&configuration)
        let endpoints = try Endpoint.list(endpoint)
        self.init(
            try Connector(
                endpoints: endpoints, identity: identity, trust: trust,
                configuration: configuration),
            configuration)
    }

    /// The same with each server by itself.
    public convenience init(
        endpoints: [String], identity: RecoursIdentity, trust: RecoursTrust,
        configure: (inout RecoursConfiguration) -> Void = { _ in }
    ) throws(RecoursError) {
        try self.init(
            endpoint: endpoints.joined(separator: ","), identity: identity, trust: trust,
            configure: configure)
    }

    /// The same partner's client anew, as after a restart of its program.
    package convenience init(
        like other: RecoursClient, configure: (inout RecoursConfiguration) -> Void
    ) {
        var configuration = RecoursConfiguration()
        configure(&configuration)
        self.init(other.connector.with(configuration), configuration)
    }

    private init(_ connector: Connector, _ configuration: RecoursConfiguration) {
        self.configuration = configuration
        self.connector = connector
        keeper = ConnectionKeeper(
            connector, readiness: configuration.readiness, logger: configuration.logger)
        caller = RetryingCaller(
            keeper: keeper, policy: configuration.retry,
            budget: RetryBudget(tokens: configuration.retry.budget),
            defaultDeadline: configuration.defaultDeadline)
    }

    /// Filing and querying cases.
    public var cases: CaseCalls { CaseCalls(client: self) }
    /// What came for this partner, in order.
    public var inbox: InboxCalls { InboxCalls(client: self) }
    /// A platform's answers.
    public var responses: ResponseCalls { ResponseCalls(client: self) }
    /// Files that prove what a case says.
    public var evidence: EvidenceCalls { EvidenceCalls(client: self) }
    /// Partners, certificates and mandates; for operators, but for `whoAmI`.
    public var partners: PartnerCalls { PartnerCalls(client: self) }
    /// Campaigns and what comes of them.
    public var campaigns: CampaignCalls { CampaignCalls(client: self) }
    /// How platforms can be reached.
    public var platforms: PlatformCalls { PlatformCalls(client: self) }
    /// What platforms have promised.
    public var commitments: CommitmentCalls { CommitmentCalls(client: self) }
    /// Works, the claims held for them, and what becomes of each copy.
    public var claims: ClaimCalls { ClaimCalls(client: self) }
    /// What is seen on platforms, held against all works.
    public var feed: FeedCalls { FeedCalls(client: self) }
    /// How many cases, how fast, with what end: for each platform and category.
    public var figures: FigureCalls { FigureCalls(client: self) }
    /// Proof of what was recorded.
    public var proofs: ProofCalls { ProofCalls(client: self) }
    /// The server's own time, and a sandbox's way through it; for operators.
    public var `operator`: OperatorCalls { OperatorCalls(client: self) }
    /// What mediators do.
    public var mediation: MediationCalls { MediationCalls(client: self) }
    /// Any action on a case, and many at once.
    public var actions: ActionCalls { ActionCalls(client: self) }
    /// Erasing what is kept no longer; for operators and mediators.
    public var retention: RetentionCalls { RetentionCalls(client: self) }
    /// All that is stored of one firm.
    public var exports: ExportCalls { ExportCalls(client: self) }
    /// Whether the server serves.
    public var health: HealthCalls { HealthCalls(client: self) }

    /// The server that calls go to now: its endpoint, and its address if that is a name. Nil while
    /// there is no connection.
    public var server: String? { keeper.server?.description }

    /// Lets calls in flight finish, for so long at most, then closes. Later calls fail.
    public func drain(within duration: Duration = .seconds(10)) async {
        await keeper.drain(within: duration)
    }
}
