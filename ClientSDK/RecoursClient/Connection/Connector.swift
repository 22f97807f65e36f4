// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursTLS
internal import RecoursTransport
internal import RecoursWire

/// Makes connections to servers as one partner.
struct Connector: Sendable {
    let endpoints: [Endpoint]
    private let tls: TLSContext
    private let configuration: RecoursConfiguration

    /// Reads and checks identity and trust. Throws `invalidArgument` with what is wrong with which.
    init(
        endpoints: [Endpoint], identity: RecoursIdentity, trust: RecoursTrust,
        configuration: RecoursConfiguration
    ) throws(RecoursError) {
        do throws(TLSError) {
            tls = try TLSContext(
                clientIdentity: TLSIdentity(identity), trust: TLSTrust(trust))
        } catch {
            throw RecoursError(
                code: .invalidArgument, message: error.message, remedy: error.remedy)
        }
        self.endpoints = endpoints
        self.configuration = configuration
    }

    private init(
        _ endpoints: [Endpoint], _ tls: TLSContext, _ configuration: RecoursConfiguration
    ) {
        self.endpoints = endpoints
        self.tls = tls
        self.configuration = configuration
    }

    /// To the same servers as the same partner.
    func with(_ configuration: RecoursConfiguration) -> Connector {
        Connector(endpoints, tls, configuration)
    }

    var connectTimeout: Duration { configuration.connectTimeout }

    private var limits: ConnectionLimits {
        var limits = ConnectionLimits()
        limits.software = configuration.software
        // A path may fall silent while TCP says that all is well. Calls that wait must learn of it
        // early enough to be made again within the usual deadline of 30 s, and a connection without
        // calls before the next one is made on it.
        limits.keepaliveMilliseconds = 10_000
        limits.idleKeepaliveMilliseconds = 30_000
        limits.pingTimeoutMilliseconds = 10_000
        return limits
    }

    /// The addresses that the endpoints' names have now. A name that cannot be looked up in time
    /// keeps those it had.
    func lookUp(_ known: [ServerAddress]) async -> [ServerAddress] {
        let time = max(connectTimeout / 4, .seconds(1))
        return await withTaskGroup(of: (Int, [ServerAddress]).self) { group in
            for (number, endpoint) in endpoints.enumerated() {
                group.addTask {
                    let found = await configuration.network.addresses(
                        of: endpoint.host, within: time)
                    var servers = found.map { ServerAddress(endpoint: endpoint, address: $0) }
                    if servers.isEmpty { servers = known.filter { $0.endpoint == endpoint } }
                    if servers.isEmpty { servers = [ServerAddress(endpoint: endpoint)] }
                    return (number, servers)
                }
            }
            var servers: [(Int, [ServerAddress])] = []
            for await found in group { servers.append(found) }
            return servers.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    /// One attempt to connect; throws the true cause.
    func connect(
        to server: ServerAddress, within timeout: Duration
    ) async throws(CallFailure) -> ClientConnection {
        let logger = configuration.logger
        do throws(CallFailure) {
            let connection = try await ClientConnection.connect(
                host: server.address ?? server.endpoint.host, port: server.endpoint.port,
                serverName: server.endpoint.host, tls: tls, limits: limits,
                timeout: timeout, over: configuration.network)
            logger.debug("connected", metadata: ["server": "\(server)"])
            return connection
        } catch {
            logger.info(
                "cannot connect",
                metadata: ["server": "\(server)", "why": "\(error.status.message)"])
            throw error
        }
    }
}

extension TLSIdentity {
    fileprivate init(_ identity: RecoursIdentity) throws(TLSError) {
        switch identity {
        case .pem(let certificate, let key):
            try self.init(certificateChainPath: certificate, privateKeyPath: key)
        case .pemBytes(let certificate, let key):
            self.init(certificateChainPEM: certificate, privateKeyPEM: key)
        }
    }
}

extension TLSTrust {
    fileprivate init(_ trust: RecoursTrust) throws(TLSError) {
        switch trust {
        case .pem(let path): try self.init(path: path)
        case .pemBytes(let bytes): self.init(certificatesPEM: bytes)
        }
    }
}
