// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import GRPCCore
internal import GRPCNIOTransportHTTP2Posix
internal import NIOPosix

/// The health call over grpc-swift with its NIO transport: one event loop, TLS 1.3, no client
/// certificates, as the peer in C++ has it.
///
///     GRPCSwiftHealth CERTIFICATE KEY      prints "listening on PORT" and serves until killed
///
/// The two messages are coded by hand, which costs less than what a generator for Swift would make.
@main
struct GRPCSwiftHealth: RegistrableRPCService {
    /// `recours.v1.HealthCheckResponse` with the state SERVING.
    private static let serving: [UInt8] = [0x08, 0x01]

    static func main() async throws {
        let files = CommandLine.arguments.dropFirst()
        guard files.count == 2, let certificate = files.first, let key = files.last else {
            FileHandle.standardError.write(Data("GRPCSwiftHealth CERTIFICATE KEY\n".utf8))
            exit(64)
        }
        let transport = HTTP2ServerTransport.Posix(
            address: .ipv4(host: "127.0.0.1", port: 0),
            transportSecurity: .tls(
                certificateChain: [.file(path: certificate, format: .pem)],
                privateKey: .file(path: key, format: .pem)),
            config: .defaults { $0.http2.maxConcurrentStreams = 1_024 },
            eventLoopGroup: MultiThreadedEventLoopGroup(numberOfThreads: 1))
        let server = GRPCServer(transport: transport, services: [Self()])
        async let served: Void = server.serve()
        if let port = try await transport.listeningAddress.ipv4?.port {
            print("listening on \(port)")
            fflush(nil)
        }
        try await served
    }

    func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
        router.registerHandler(
            forMethod: MethodDescriptor(
                fullyQualifiedService: "recours.v1.HealthService", method: "Check"),
            deserializer: Coding(), serializer: Coding()
        ) { request, _ in
            _ = try await ServerRequest(stream: request)
            return StreamingServerResponse(single: ServerResponse(message: Self.serving))
        }
    }

    /// Messages as they are on the wire.
    private struct Coding: MessageSerializer, MessageDeserializer {
        func serialize<Bytes: GRPCContiguousBytes>(_ message: [UInt8]) -> Bytes { Bytes(message) }

        func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) -> [UInt8] {
            bytes.withUnsafeBytes(Array.init)
        }
    }
}
