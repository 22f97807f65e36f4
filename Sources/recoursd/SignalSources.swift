// SPDX-License-Identifier: EUPL-1.2

internal import Dispatch
internal import Glibc

/// Turns signals into values of a stream.
///
/// One by one, instead of through a group of services: the second SIGTERM must act while the first
/// still drains.
///
/// Whoever iterates keeps this value alive: with it the sources go.
final class SignalSources {
    /// The signals as they come, by number.
    let signals: AsyncStream<Int32>
    private let sources: [any DispatchSourceSignal]

    /// Takes these signals over from the system's defaults, from this moment on.
    init(_ numbers: [Int32]) {
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        signals = stream
        let queue = DispatchQueue(label: "recoursd.signals")
        sources = numbers.map { number in
            // The source sees a signal also when its default action is off, and only then alone.
            _ = signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { continuation.yield(number) }
            source.resume()
            return source
        }
    }
}
