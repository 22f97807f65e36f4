// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
package import RecoursTLS

/// What carries the channels of servers and clients, and protects them: sockets and TLS, or what a
/// simulation has in their place.
package protocol Network: Sendable {
    /// What a server will listen with.
    func listener(_ configuration: RPCServerConfiguration) -> any NetworkListener
    /// The loop of a client's next connection.
    func clientLoop() -> any EventLoop
    /// The addresses of a host, in digits; none if they cannot be had in time.
    func addresses(of host: String, within time: Duration) async -> [String]
    /// Connects a client's channel on its loop; `initialise` puts the handlers into it before.
    func connect(
        to host: String, port: Int, timeout: TimeAmount, on eventLoop: any EventLoop,
        initialise: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) -> EventLoopFuture<any Channel>
    func serverSession(_ context: TLSContext) throws(TLSError) -> any SecureSession
    func clientSession(
        _ context: TLSContext, serverName: String
    ) throws(TLSError) -> any SecureSession
}

/// What a server listens with, and the loops of the connections that come.
package protocol NetworkListener: Sendable {
    var eventLoops: [any EventLoop] { get }
    /// Listens.
    ///
    /// - Parameters:
    ///   - admit: asked on any thread about each who comes; false cuts.
    ///   - accept: given the channel of each who was admitted on its loop, before anything is read
    ///     from it; throws if it cannot be served.
    /// - Returns: the port.
    func listen(
        admit: @escaping @Sendable (PeerAddress) -> Bool,
        accept: @escaping @Sendable (any Channel, PeerAddress) throws -> Void
    ) async throws -> Int
    /// Accepts no more.
    func close() async
    /// Ends the loops.
    func shutDown() async
}
