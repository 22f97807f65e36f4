// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import RecoursCrypto
import Testing

@testable import RecoursTLS

@Suite("Handshake")
struct HandshakeTests {
    @Test(
        "It completes however the bytes are cut", arguments: [1, 2, 3, 7, 64, 500, 1_400, 65_536])
    func chunks(chunk: Int) throws {
        let authority = try Authority()
        let pair = try SessionPair(
            client: TLSContext(clientIdentity: authority.partner(), trust: authority.trust()),
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()),
            chunk: chunk)
        pair.shakeHands()
        #expect(pair.clientError == nil && pair.serverError == nil)
        #expect(pair.client.isEstablished && pair.server.isEstablished)
        #expect(pair.server.pendingCiphertextBytes == 0, "No ticket is sent")
        let leaf = try #require(pair.server.peer)
        let certificate = try Certificate(derBytes: leaf.derBytes)
        #expect(try PartnerIdentity(certificate: certificate).slug == "acme")
        #expect(pair.client.peer != nil)
    }

    @Test(
        "The server's certificate may be asked for by name or by address",
        arguments: ["recours.example", "RECOURS.example", "127.0.0.1"])
    func rightNames(name: String) throws {
        let authority = try Authority()
        let pair = try SessionPair(
            client: TLSContext(clientIdentity: authority.partner(), trust: authority.trust()),
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()),
            name: name)
        pair.shakeHands()
        #expect(pair.client.isEstablished && pair.server.isEstablished)
    }

    @Test("Another address is refused by the client", arguments: ["127.0.0.2", "::1"])
    func wrongAddresses(name: String) throws {
        let authority = try Authority()
        let pair = try SessionPair(
            client: TLSContext(clientIdentity: authority.partner(), trust: authority.trust()),
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()),
            name: name)
        pair.shakeHands()
        #expect(pair.clientError?.code == .serverNameMismatch)
        #expect(!pair.server.isEstablished)
        #expect(pair.serverError?.alert == .badCertificate)
    }

    @Test("Another name is refused by the client, were the server to accept it")
    func wrongNameAccepted() throws {
        let authority = try Authority()
        var profile = TLSProfile.recours
        profile.refusesForeignServerNames = false
        let pair = try SessionPair(
            client: TLSContext(clientIdentity: authority.partner(), trust: authority.trust()),
            server: TLSContext(
                role: .server, identity: authority.server(), trust: authority.trust(),
                limits: TLSLimits(), profile: profile),
            name: "other.example")
        pair.shakeHands()
        #expect(pair.clientError?.code == .serverNameMismatch)
        #expect(pair.clientError?.alert == .badCertificate)
        #expect(!pair.client.isEstablished && !pair.server.isEstablished)
    }

    @Test("Another name is refused by the server already, as one that it doesn't have")
    func wrongName() throws {
        let authority = try Authority()
        let pair = try SessionPair(
            client: TLSContext(clientIdentity: authority.partner(), trust: authority.trust()),
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()),
            name: "other.example")
        pair.shakeHands()
        #expect(pair.clientError?.code == .serverNameMismatch)
        #expect(pair.clientError?.alert == .unrecognizedName)
        #expect(pair.serverError != nil)
    }

    @Test(
        "What is no name is refused before anything is sent",
        arguments: ["", "a b", "a\0b", "é.example", "recours.example\n"])
    func invalidNames(name: String) throws {
        let authority = try Authority()
        let context = try TLSContext(clientIdentity: nil, trust: authority.trust())
        let error = tlsError { try TLSSession(client: context, serverName: name) }
        #expect(error?.code == .invalidServerName)
    }

    @Test("A server of another authority is refused by the client")
    func foreignServer() throws {
        let authority = try Authority()
        let foreign = try Authority()
        let pair = try SessionPair(
            client: TLSContext(clientIdentity: authority.partner(), trust: authority.trust()),
            server: TLSContext(serverIdentity: foreign.server(), trust: authority.trust()))
        pair.shakeHands()
        #expect(pair.clientError?.code == .peerCertificateRefused)
        #expect(pair.serverError?.code == .certificateRefusedByPeer)
        #expect(pair.serverError?.alert == .unknownAuthority)
        #expect(pair.serverError?.isPermanent == true)
    }

    enum Client: CaseIterable {
        case none, foreign, expired, notYetValid, server, authority
    }

    @Test("A client's certificate is refused with the alert that fits", arguments: Client.allCases)
    func refusedClients(client: Client) throws {
        let authority = try Authority()
        let foreign = try Authority()
        let (identity, expected): (TLSIdentity?, TLSAlert) =
            switch client {
            case .none: (nil, .certificateRequired)
            case .foreign: (try foreign.partner(), .unknownAuthority)
            case .expired: (try authority.partner(madeDaysAgo: 100), .certificateExpired)
            case .notYetValid:
                (try authority.partner(madeDaysAgo: -10), .badCertificate)
            case .server: (try authority.server(), .unsupportedCertificate)
            case .authority: (try authority.itself(), .unsupportedCertificate)
            }
        let pair = try SessionPair(
            client: TLSContext(clientIdentity: identity, trust: authority.trust()),
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()))
        pair.shakeHands()
        #expect(pair.serverError?.code == .peerCertificateRefused)
        #expect(!pair.server.isEstablished && pair.server.peer == nil)
        // TLS 1.3: the client believes itself connected until it reads.
        #expect(pair.client.isEstablished && pair.clientError == nil)
        var buffer = ByteBuffer()
        let error = tlsError { try pair.client.readPlaintext(into: &buffer, atMost: 100) }
        #expect(error?.code == .certificateRefusedByPeer)
        #expect(error?.isPermanent == true)
        #expect(error?.alert == expected)
        #expect(pair.serverError?.alert == expected)
        #expect(buffer.readableBytes == 0)
        // An error is final.
        #expect(tlsError { try pair.client.readPlaintext(into: &buffer, atMost: 100) } == error)
        #expect(tlsError { try pair.server.handshake() } == pair.serverError)
    }

    @Test(
        "A client without ALPN, or with another protocol, is refused with no_application_protocol",
        arguments: [nil, "h2", "recours/2", "recours/1x"])
    func applicationProtocols(name: String?) throws {
        let authority = try Authority()
        var profile = TLSProfile.recours
        profile.applicationProtocol = name.map { Array($0.utf8) }
        let pair = try SessionPair(
            client: TLSContext(
                role: .client, identity: authority.partner(), trust: authority.trust(),
                limits: TLSLimits(), profile: profile),
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()))
        pair.shakeHands()
        #expect(pair.clientError?.code == .applicationProtocolRefused)
        #expect(pair.clientError?.alert == .noApplicationProtocol)
        #expect(pair.serverError?.code == .applicationProtocolRefused)
        #expect(!pair.server.isEstablished && !pair.client.isEstablished)
    }

    @Test("A client of TLS 1.2 is refused with protocol_version")
    func oldVersion() throws {
        let authority = try Authority()
        var profile = TLSProfile.recours
        profile.lowestVersion = 0x0303
        profile.highestVersion = 0x0303
        let pair = try SessionPair(
            client: TLSContext(
                role: .client, identity: authority.partner(), trust: authority.trust(),
                limits: TLSLimits(), profile: profile),
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()))
        pair.shakeHands()
        #expect(pair.clientError?.code == .refusedByPeer)
        #expect(pair.clientError?.alert == .protocolVersion)
        #expect(pair.serverError?.code == .protocolViolation)
        #expect(pair.serverError?.alert == .protocolVersion)
    }

    @Test(
        "What is no TLS is an error, and harms nothing",
        arguments: [
            "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "SSH-2.0-OpenSSH_9.2p1\r\n",
            "\u{16}\u{3}\u{1}\u{0}\u{5}hello", String(repeating: "\0", count: 300),
        ])
    func noTLS(text: String) throws {
        let authority = try Authority()
        let server = try TLSSession(
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()))
        var bytes = ByteBuffer(string: text)
        server.receive(ciphertext: &bytes, atNanoseconds: 0)
        #expect(tlsError { try server.handshake() }?.code == .protocolViolation)
    }

    @Test("A handshake of more than 64 KiB is cut")
    func tooLarge() throws {
        let authority = try Authority()
        let server = try TLSSession(
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()))
        // One ClientHello of 100,000 bytes in records of 16 KiB: only its length is read.
        var error: TLSError?
        for record in 0..<8 where error == nil {
            var bytes = ByteBuffer(bytes: [22, 3, 1, 0x40, 0])
            let header: [UInt8] = record == 0 ? [1, 0x01, 0x86, 0xA0] : []
            bytes.writeBytes(header)
            bytes.writeRepeatingByte(0, count: 16_384 - header.count)
            server.receive(ciphertext: &bytes, atNanoseconds: 0)
            error = tlsError { try server.handshake() }
            if record < 3 { #expect(error == nil) }
        }
        #expect(error?.code == .handshakeTooLarge)
    }

    @Test("The stream's end during the handshake is a truncation")
    func ended() throws {
        let authority = try Authority()
        let server = try TLSSession(
            server: TLSContext(serverIdentity: authority.server(), trust: authority.trust()))
        server.receiveEnd()
        #expect(tlsError { try server.handshake() }?.code == .truncated)
    }

    @Test("Each end wants its own context")
    func roles() throws {
        let authority = try Authority()
        let server = try TLSContext(serverIdentity: authority.server(), trust: authority.trust())
        let client = try TLSContext(clientIdentity: nil, trust: authority.trust())
        #expect(tlsError { try TLSSession(server: client) }?.code == .wrongState)
        #expect(tlsError { try TLSSession(client: server, serverName: "a") }?.code == .wrongState)
    }
}

/// The error that `body` throws; nil if it throws none.
func tlsError<Value>(_ body: () throws -> Value) -> TLSError? {
    do {
        _ = try body()
        return nil
    } catch let error as TLSError {
        return error
    } catch {
        Issue.record("Another error: \(error)")
        return nil
    }
}
