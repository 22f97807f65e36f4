// SPDX-License-Identifier: EUPL-1.2

import Foundation
import NIOCore
import RecoursMessages
import RecoursTransport
import RecoursWire

/// The message of the tests: a key and bytes of any size.
typealias Parcel = WireMetadataEntry

extension Parcel {
    init(_ key: String, byteCount: Int = 0) {
        self.init(key: key, value: [UInt8](repeating: 7, count: byteCount))
    }
}

/// A service with one method for each thing that can happen to a call.
struct TestMethods: Sendable {
    static let echo = read("Echo", .unary)
    /// Waits for the gate, then echoes.
    static let wait = read("Wait", .unary)
    /// Gives `n` parcels, of as many bytes as the request has.
    static let many = read("Many", .serverStreaming)
    /// Gives parcels until it cannot.
    static let flood = read("Flood", .serverStreaming)
    /// Gives parcels from a thread of its own, until no more are taken.
    static let offer = read("Offer", .serverStreaming)
    /// Gives two parcels and fails.
    static let half = read("Half", .serverStreaming)
    static let count = read("Count", .clientStreaming)
    static let chat = read("Chat", .bidirectional)
    /// Echoes at once, unless the parcel asks it to wait for the gate.
    static let prompt = read("Prompt", .unary)
    static let write = MethodDescriptor(
        fullName: "test.Service/Write", shape: .unary, repeatability: .idempotent)
    static let missing = read("Missing", .unary)

    private static func read(
        _ name: String, _ shape: MethodDescriptor.Shape
    ) -> MethodDescriptor {
        MethodDescriptor(
            fullName: "test.Service/\(name)", shape: shape, repeatability: .noSideEffects)
    }

    let gate = Gate()
    /// What became of handlers that waited, flooded or chatted.
    let ends = Journal()

    var router: MethodRouter {
        var router = MethodRouter()
        router.unary(TestMethods.echo) {
            (parcel: Parcel, _: CallContext) async throws(RPCStatus) -> Parcel in parcel
        }
        router.unaryEncoded(TestMethods.write) {
            (parcel: Parcel, _: CallContext) async throws(RPCStatus) -> EncodedMessage<Parcel> in
            EncodedMessage(parcel)
        }
        router.promptUnary(TestMethods.prompt) {
            (parcel: Parcel, call: CallContext) throws(RPCStatus) -> Reply<Parcel> in
            switch parcel.key {
            case "wait":
                return .later { () async throws(RPCStatus) in
                    guard await gate.passed() else { throw RPCStatus(.cancelled) }
                    return parcel
                }
            case "refuse": throw .notFound("There is no such parcel.")
            default: return .now(parcel)
            }
        }
        addWaiting(to: &router)
        addStreams(to: &router)
        addOffering(to: &router)
        return router
    }

    private func addWaiting(to router: inout MethodRouter) {
        router.unary(TestMethods.wait) {
            (parcel: Parcel, call: CallContext) async throws(RPCStatus) -> Parcel in
            ends.add("began")
            guard await gate.passed() else {
                ends.add("cancelled")
                throw RPCStatus(.cancelled)
            }
            ends.add(call.executor.eventLoop.inEventLoop ? "on loop" : "off loop")
            return parcel
        }
        router.serverStreaming(TestMethods.flood) {
            (parcel: Parcel, responses: OutboundMessages<Parcel>, _: CallContext)
                async throws(RPCStatus) in
            do throws(RPCStatus) {
                while true {
                    try await responses.send(parcel)
                    ends.add("sent")
                }
            } catch {
                ends.add("\(error.code)")
                throw error
            }
        }
    }

    private func addOffering(to router: inout MethodRouter) {
        router.serverStreaming(TestMethods.offer) {
            (parcel: Parcel, responses: OutboundMessages<Parcel>, _: CallContext)
                async throws(RPCStatus) in
            await withCheckedContinuation { continuation in
                Thread {
                    while (try? responses.trySend(parcel)) == true { ends.add("taken") }
                    ends.add("full")
                    continuation.resume()
                }.start()
            }
        }
    }

    private func addStreams(to router: inout MethodRouter) {
        router.serverStreaming(TestMethods.many) {
            (parcel: Parcel, responses: OutboundMessages<Parcel>, _: CallContext)
                async throws(RPCStatus) in
            for number in 0..<(Int(parcel.key) ?? 0) {
                try await responses.send(Parcel("\(number)", byteCount: parcel.value.count))
            }
        }
        router.serverStreaming(TestMethods.half) {
            (_: Parcel, responses: OutboundMessages<Parcel>, _: CallContext)
                async throws(RPCStatus) in
            try await responses.send(Parcel("1"))
            try await responses.send(Parcel("2"))
            throw RPCStatus(.aborted, "Halfway.")
        }
        router.clientStreaming(TestMethods.count) {
            (requests: InboundMessages<Parcel>, _: CallContext)
                async throws(RPCStatus) -> Parcel in
            var count = 0
            while try await requests.next() != nil { count += 1 }
            return Parcel("\(count)")
        }
        router.bidirectional(TestMethods.chat) {
            (
                requests: InboundMessages<Parcel>, responses: OutboundMessages<Parcel>,
                _: CallContext
            ) async throws(RPCStatus) in
            do throws(RPCStatus) {
                while let parcel = try await requests.next() { try await responses.send(parcel) }
                ends.add("chat over")
            } catch {
                ends.add("\(error.code)")
                throw error
            }
        }
    }
}
