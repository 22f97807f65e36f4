// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursClient
@testable import RecoursTransport

@Suite("Whom a client tries next")
struct AddressBookTests {
    private let start = ContinuousClock.now
    private let lost = CallFailure.lost("scripted")
    private var chance = SystemRandomNumberGenerator()

    private func servers(_ count: Int) throws -> [ServerAddress] {
        try (1...count).map { ServerAddress(endpoint: try Endpoint("192.0.2.\($0)")) }
    }

    @Test("Each server is first of its share of clients")
    mutating func spread() throws {
        let servers = try servers(3)
        var firsts: [ServerAddress: Int] = [:]
        for _ in 0..<3_000 {
            let book = AddressBook(servers, using: &chance)
            #expect(Set(book.servers) == Set(servers))
            firsts[book.servers[0], default: 0] += 1
        }
        #expect(servers.allSatisfy { (800...1_200).contains(firsts[$0] ?? 0) })
    }

    @Test("Who fails goes behind those who did not, and another is tried at once")
    mutating func behind() throws {
        var book = AddressBook(try servers(3), using: &chance)
        let order = book.servers
        book.failed(order[0], lost, at: start, using: &chance)
        #expect(book.servers == [order[1], order[2], order[0]])
        #expect(book.next(at: start) == order[1])
        #expect(book.pause(at: start) == nil)
        // Also when its pause is over.
        #expect(book.next(at: start + .seconds(60)) == order[1])
        #expect(book.next(at: start, besides: [order[1], order[2]]) == nil)
    }

    @Test("Pauses are drawn from nothing up to a limit that doubles to ten seconds")
    mutating func pauses() throws {
        var longest = [Duration](repeating: .zero, count: 12)
        for _ in 0..<400 {
            var book = AddressBook(try servers(1), using: &chance)
            for failure in longest.indices {
                book.failed(book.servers[0], lost, at: start, using: &chance)
                let pause = (book.pause(at: start) ?? start) - start
                longest[failure] = max(longest[failure], pause)
                // A clock counts nanoseconds: who sleeps for less would wake too early, for ever.
                #expect(pause.components.attoseconds % 1_000_000_000 == 0)
            }
        }
        for (failure, found) in longest.enumerated() {
            let limit = min(Duration.milliseconds(100) * (1 << failure), .seconds(10))
            #expect(found <= limit)
            #expect(found > limit * 0.8)
        }
    }

    @Test("A pause that a server asks for is kept, within reason")
    mutating func pauseAskedFor() throws {
        var book = AddressBook(try servers(1), using: &chance)
        let server = book.servers[0]
        book.failed(server, lost, at: start, pause: .seconds(3), using: &chance)
        #expect(book.pause(at: start) == start + .seconds(3))
        #expect(book.next(at: start) == nil)
        #expect(book.next(at: start + .seconds(3)) == server)
        book.failed(server, lost, at: start, pause: .seconds(86_400), using: &chance)
        #expect(book.pause(at: start) == start + .seconds(60))
    }

    @Test("A server that served for long starts afresh, one that is lost again and again does not")
    mutating func afresh() throws {
        var book = AddressBook(try servers(1), using: &chance)
        let server = book.servers[0]
        var now = start
        for _ in 0..<20 {
            book.connected(to: server, at: now)
            #expect(book.pause(at: now) == nil)
            book.failed(server, lost, at: now + .seconds(1), using: &chance)
            now += .seconds(20)
        }
        // Most pauses are long by then.
        let pauses = (0..<50).map { _ in
            var book = book
            book.failed(server, lost, at: now, using: &chance)
            return (book.pause(at: now) ?? now) - now
        }
        #expect(pauses.contains { $0 > .seconds(5) })
        book.connected(to: server, at: now)
        book.failed(server, lost, at: now + .seconds(10), using: &chance)
        #expect((book.pause(at: now) ?? now) - now <= .seconds(10) + .milliseconds(100))
    }

    @Test("A connection that ended in good order makes others come first, without a pause")
    mutating func left() throws {
        var book = AddressBook(try servers(2), using: &chance)
        let order = book.servers
        book.connected(to: order[0], at: start)
        book.left(order[0])
        #expect(book.servers == [order[1], order[0]])
        book.left(order[1])
        #expect(book.next(at: start) == order[0])
    }

    @Test("One of several has a share of the time, more after it failed, and one alone has all")
    mutating func patience() throws {
        var book = AddressBook(try servers(4), using: &chance)
        let server = book.servers[0]
        #expect(book.patience(with: server, within: .seconds(20)) == .seconds(5))
        book.failed(server, lost, at: start, using: &chance)
        book.failed(server, lost, at: start, using: &chance)
        #expect(book.patience(with: server, within: .seconds(20)) == .seconds(10))
        #expect(book.patience(with: server, within: .zero) == .seconds(1))
        let alone = AddressBook(try servers(1), using: &chance)
        #expect(alone.patience(with: alone.servers[0], within: .seconds(20)) == .seconds(20))
    }

    @Test("What names mean now is taken over; who is still there keeps what is known of it")
    mutating func update() throws {
        var book = AddressBook(try servers(3), using: &chance)
        let order = book.servers
        book.failed(order[0], lost, at: start, pause: .seconds(1), using: &chance)
        let new = ServerAddress(endpoint: try Endpoint("192.0.2.9"))
        book.update([order[0], order[1], new], using: &chance)
        #expect(Set(book.servers) == [order[0], order[1], new])
        #expect(book.servers.last == order[0])
        #expect(book.next(at: start, besides: [order[1], new]) == nil)
    }

    @Test("The failure of many names each, and may pass if one of them may")
    mutating func failure() throws {
        var book = AddressBook(try servers(2), using: &chance)
        let order = book.servers
        book.failed(order[0], .clientClosed, at: start, using: &chance)
        #expect(RecoursError(unsent: book.failure, attempts: 0).code == .cancelled)
        book.failed(order[1], lost, at: start, using: &chance)
        let error = RecoursError(unsent: book.failure, attempts: 0)
        #expect(error.code == .unavailable)
        #expect(order.allSatisfy { error.message.contains("\($0)") })
    }

    @Test("A server must say that it serves if there is a choice, or it could not when last asked")
    mutating func asking() throws {
        let several = AddressBook(try servers(2), using: &chance)
        #expect(several.mustBeAsked(several.servers[0]))
        var book = AddressBook(try servers(1), using: &chance)
        #expect(!book.mustBeAsked(book.servers[0]))
        book.failed(book.servers[0], lost, at: start, isUnfit: true, using: &chance)
        #expect(book.mustBeAsked(book.servers[0]))
        book.connected(to: book.servers[0], at: start)
        #expect(!book.mustBeAsked(book.servers[0]))
    }
}
