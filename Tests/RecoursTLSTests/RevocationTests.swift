// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto
import Testing

@testable import RecoursTLS

@Suite("Revocation lists")
struct RevocationTests {
    private static func lists(
        _ files: [[UInt8]], of authority: borrowing Authority, graceSeconds: Int64 = 0,
        exempt: TLSTrust? = nil
    ) throws -> TLSRevocationLists {
        try TLSRevocationLists(
            files: files.enumerated().map { ("list \($0.offset)", $0.element) },
            trust: authority.trust(), exempt: exempt, graceSeconds: graceSeconds,
            now: authority.now)
    }

    /// A handshake of `partner` with a server that asks these lists.
    private static func shakeHands(
        _ partner: TLSIdentity, _ revocation: TLSRevocation, _ authority: borrowing Authority
    ) throws -> SessionPair {
        let pair = try SessionPair(
            client: TLSContext(clientIdentity: partner, trust: authority.trust()),
            server: TLSContext(
                serverIdentity: authority.server(), trust: authority.trust(),
                revocation: revocation))
        pair.shakeHands()
        return pair
    }

    @Test("Who is on the list is refused as revoked and named by its fingerprint; others are not")
    func revoked() throws {
        let authority = try Authority()
        let maker = try RevocationMaker(authority)
        let (revoked, other) = (try authority.partner(), try authority.partner())
        let pem = try maker.list(of: [revoked])
        for file in [pem, try maker.der(pem)] {
            let revocation = TLSRevocation(try Self.lists([file], of: authority))
            #expect(revocation.lists.count == 1)
            let refused = try Self.shakeHands(revoked, revocation, authority)
            #expect(!refused.server.isEstablished)
            #expect(refused.serverError?.alert == .certificateRevoked)
            let leaf = try #require(Certificate.readAll(pem: revoked.certificateChainPEM).first)
            #expect(
                try refused.serverError?.peerFingerprint?.bytes == SHA256.hash(of: leaf.derBytes))
            #expect(try Self.shakeHands(other, revocation, authority).server.isEstablished)
        }
    }

    @Test("A live session learns of its revocation from the lists that come later")
    func later() throws {
        let authority = try Authority()
        let maker = try RevocationMaker(authority)
        let partner = try authority.partner()
        let revocation = TLSRevocation(try Self.lists([try maker.list()], of: authority))
        let pair = try Self.shakeHands(partner, revocation, authority)
        #expect(pair.server.isEstablished && !pair.server.isPeerRevoked)
        revocation.lists = try Self.lists([try maker.list(of: [partner])], of: authority)
        #expect(pair.server.isPeerRevoked)
    }

    @Test(
        "A list that has ended lets nobody in, after its grace, and says that it isn't the peer",
        arguments: [0, 5, 7])
    func ended(graceHours: Int64) throws {
        let authority = try Authority()
        let maker = try RevocationMaker(authority)
        let (revoked, other) = (try authority.partner(), try authority.partner())
        let file = try maker.list(of: [revoked], madeHoursAgo: 30)
        let revocation = TLSRevocation(
            try Self.lists([file], of: authority, graceSeconds: graceHours * 3_600))
        let pair = try Self.shakeHands(other, revocation, authority)
        let isBelieved = graceHours > 6
        #expect(pair.server.isEstablished == isBelieved)
        #expect(pair.serverError?.alert?.description == (isBelieved ? nil : "internal_error"))
        #expect(
            try Self.shakeHands(revoked, revocation, authority).serverError?.alert
                == .certificateRevoked, "It still tells who was revoked")
        // Who was let in before stays: nothing says that it is revoked.
        #expect(!pair.server.isPeerRevoked)
    }

    @Test("Each trusted authority needs a list, but for the exempt")
    func missing() throws {
        let authority = try Authority()
        let error = tlsError { try Self.lists([], of: authority) }
        #expect(error?.code == .revocationListRefused)
        let lists = try Self.lists([], of: authority, exempt: authority.trust())
        #expect(lists.count == 0 && lists.nextUpdate == nil)
        let partner = try authority.partner()
        let pair = try Self.shakeHands(partner, TLSRevocation(lists), authority)
        #expect(pair.server.isEstablished)
    }

    @Test("Of several lists of one authority the newest counts, in any order")
    func newest() throws {
        let authority = try Authority()
        let maker = try RevocationMaker(authority)
        let partner = try authority.partner()
        let older = try maker.list(of: [partner], madeHoursAgo: 3)
        let newer = try maker.list(madeHoursAgo: 2)
        for files in [[older, newer], [newer, older], [older + newer]] {
            #expect(try Self.lists(files, of: authority).count == 0)
        }
    }

    @Test("An older list than the one in use is refused, the same one is not")
    func rollBack() throws {
        let authority = try Authority()
        let maker = try RevocationMaker(authority)
        let older = try Self.lists([try maker.list(madeHoursAgo: 3)], of: authority)
        let newer = try Self.lists([try maker.list(madeHoursAgo: 2)], of: authority)
        try newer.requireNotOlder(than: older)
        try newer.requireNotOlder(than: newer)
        #expect(
            tlsError { try older.requireNotOlder(than: newer) }?.code == .revocationListRefused)
    }

    enum Wrong: CaseIterable {
        case garbage, empty, cut, followed, foreign, weak, future, partial
    }

    @Test("A list that is not what it should be is refused whole", arguments: Wrong.allCases)
    func wrong(_ wrong: Wrong) throws {
        let authority = try Authority()
        let maker = try RevocationMaker(authority)
        let good = try maker.list()
        let file: [UInt8] =
            switch wrong {
            case .garbage: Array("noise\n".utf8)
            case .empty: []
            case .cut: Array(good.prefix(good.count / 2))
            case .followed: try maker.der(good) + [0]
            // Of the same name, by another key.
            case .foreign: try RevocationMaker(Authority()).list()
            case .weak: try maker.list(digest: "sha1")
            case .future: try maker.list(madeHoursAgo: -2)
            case .partial:
                try maker.list(extension: "issuingDistributionPoint = critical,@part")
            }
        let error = tlsError { try Self.lists([good, file], of: authority) }
        #expect(error?.code == .revocationListRefused)
        #expect(error?.message.contains("list 1") == true, "\(String(describing: error))")
        #expect(error?.remedy.isEmpty == false)
    }
}
