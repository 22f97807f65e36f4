// SPDX-License-Identifier: EUPL-1.2

internal import CProtobufC

/// The C side of a message: what the generated `X+Coding.swift` files add to each type.
protocol CMessage: RecoursMessage {
    /// protoc-c's struct for the message. It begins with a `ProtobufCMessage`.
    associatedtype CLayout

    /// protoc-c's description of the struct; constant.
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> { get }

    /// Copies everything out of a struct. Never throws: failures are gathered by the reader, so
    /// that the generated initializers are straight lines.
    init(_ c: UnsafePointer<CLayout>, _ reader: inout MessageReader)

    /// Fills a struct that protobuf-c has initialised.
    func write(to c: UnsafeMutablePointer<CLayout>, _ tree: MessageTree)
}
