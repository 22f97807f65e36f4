// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// `recours mediate`.
struct MediateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mediate",
        abstract: "What mediators do: take cases, talk to the sides, close, route, join.",
        subcommands: [
            MediateQueue.self, MediateClasses.self, MediateTake.self, MediateSay.self,
            MediateAsk.self, MediateNote.self,
            MediatePropose.self, MediateClose.self, MediateExtend.self, MediateRecuse.self,
            MediateAnswerMany.self, MediateTransmit.self, MediateReject.self,
            MediateReadmit.self, MediateMerge.self, MediateSplit.self, MediateHold.self,
            MediateUnhold.self,
        ])
}
