// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore

/// Stops accepting for a second when it fails, as it does without descriptors left: the socket
/// stays readable, and would be tried again at once, and again.
///
/// NIO's `AcceptBackoffHandler` holds back the next read only. The failed one stays pending, and
/// the loop goes round with it (swift-nio 2.101).
final class AcceptPause: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private static let pause = TimeAmount.seconds(1)

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let options = NIOLoopBound(context.channel.syncOptions, eventLoop: context.eventLoop)
        // A listener that is closing has no options any more, and nothing to pause.
        try? options.value?.setOption(.autoRead, value: false)
        context.eventLoop.scheduleTask(in: AcceptPause.pause) {
            try? options.value?.setOption(.autoRead, value: true)
        }
        context.fireErrorCaught(error)
    }
}
