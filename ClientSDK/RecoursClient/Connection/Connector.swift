// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursTLS
internal import RecoursTransport
internal import RecoursWire

/// Makes connections to one endpoint as one partner.
struct Connector: Sendable {
    private let endpoint: Endpoint
    private let tls: TLSContext
    private let configuration: RecoursConfiguration

    /// Reads and checks identity and trust. Throws `invalidArgument` with what is wrong with which.
    init(
        endpoint: Endpoint, identity: RecoursIdentity, trust: RecoursTrust,
        configuration: RecoursConfiguration
    ) throws(RecoursError) {
        do throws(TLSError) {
            tls = try TLSContext(
                clientIdentity: TLSIdentity(identity), trust: TLSTrust(trust))
        } catch {
            throw RecoursError(
                code: .invalidArgument, message: error.message, remedy: error.remedy)
        }
        self.endpoint = endpoint
        self.configuration = configuration
    }

    private init(_ endpoint: Endpoint, _ tls: TLSContext, _ configuration: RecoursConfiguration) {
        self.endpoint = endpoint
        self.tls = tls
        self.configuration = configuration
    }

    /// To the same endpoint as the same partner.
    func with(_ configuration: RecoursConfiguration) -> Connector {
        Connector(endpoint, tls, configuration)
    }

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

    /// One attempt to connect; throws the true cause.
    func connect() async throws(CallFailure) -> ClientConnection {
        let logger = configuration.logger
        do throws(CallFailure) {
            let connection = try await ClientConnection.connect(
                host: endpoint.host, port: endpoint.port, tls: tls, limits: limits,
                timeout: configuration.connectTimeout, over: configuration.network)
            logger.debug("connected", metadata: ["endpoint": "\(endpoint.host):\(endpoint.port)"])
            return connection
        } catch {
            logger.info(
                "cannot connect",
                metadata: [
                    "endpoint": "\(endpoint.host):\(endpoint.port)",
                    "why": "\(error.status.message)",
                ])
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
