// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import RecoursWire

@Suite("Server's call state")
struct ServerCallStateTests {
    typealias State = ServerCallState

    static let all: [State] = State.Requests.allCases.flatMap { requests in
        State.Answer.allCases.flatMap { answer in
            [false, true].map { State(requests: requests, answer: answer, handlerEnded: $0) }
        }
    }

    @Test(
        "DATA after END is a violation; else it is delivered while the call is answerable",
        arguments: all, [false, true])
    func data(start: State, end: Bool) {
        var state = start
        let action = state.receiveData(end: end)
        var expected = start
        if start.requests == .ended {
            #expect(action == .violation)
        } else {
            expected.requests = end ? .ended : .receiving
            let answerable = [.open, .started].contains(start.answer) && !start.handlerEnded
            #expect(action == (answerable ? .deliver : .ignore))
        }
        #expect(state == expected)
    }

    @Test("CANCEL cancels the handler, or ends the call if that is done", arguments: all)
    func cancel(start: State) {
        var state = start
        let action = state.receiveCancel()
        var expected = start
        if [.cancelled, .over].contains(start.answer) {
            #expect(action == .ignore)
        } else {
            expected.answer = start.handlerEnded ? .over : .cancelled
            #expect(action == (start.handlerEnded ? .endNow : .cancelHandler))
        }
        #expect(state == expected)
    }

    @Test("HEAD goes once, before anything else", arguments: all)
    func head(start: State) {
        var state = start
        let goes = state.sendHead()
        #expect(goes == (start.answer == .open && !start.handlerEnded))
        var expected = start
        expected.answer = goes ? .started : start.answer
        #expect(state == expected)
    }

    @Test("A refusal goes only when nothing else went", arguments: all)
    func refuse(start: State) {
        var state = start
        let goes = state.refuse()
        #expect(goes == (start.answer == .open && !start.handlerEnded))
        var expected = start
        expected.answer = goes ? .over : start.answer
        #expect(state == expected)
    }

    @Test(
        "A message taken starts the answer, the last one closes it", arguments: all, [false, true])
    func message(start: State, last: Bool) {
        var state = start
        state.messageTaken(last: last)
        var expected = start
        if start.maySend {
            expected.answer = last ? .closing : .started
        }
        #expect(state == expected)
    }

    @Test(
        "The last frame ends the call; it is done with once the handler has ended", arguments: all)
    func lastFrame(start: State) {
        var state = start
        #expect(state.lastFrameWritten() == start.handlerEnded)
        #expect(state.answer == .over)
    }

    @Test("A handler's end asks for exactly what is missing", arguments: all)
    func handlerEnd(start: State) {
        var state = start
        let action = state.handlerDidEnd()
        var expected = start
        expected.handlerEnded = true
        let wanted: State.OnEnded
        switch (start.handlerEnded, start.answer) {
        case (true, _): wanted = .keep
        case (false, .open), (false, .started):
            wanted = .sendInternalAndRemove
            expected.answer = .over
        case (false, .closing): wanted = .keep
        case (false, .cancelled):
            wanted = .sendCancelledAndRemove
            expected.answer = .over
        case (false, .over): wanted = .remove
        }
        #expect(action == wanted)
        #expect(state == expected)
    }

    @Test("A status of the connection's own goes unless there is a last frame", arguments: all)
    func abort(start: State) {
        var state = start
        let action = state.abort()
        var expected = start
        if [.cancelled, .over].contains(start.answer) {
            #expect(action == .ignore)
        } else {
            expected.answer = .over
            #expect(action == (start.handlerEnded ? .answerAndRemove : .answerAndCancelHandler))
        }
        #expect(state == expected)
    }
}

@Suite("Client's call state")
struct ClientCallStateTests {
    typealias State = ClientCallState

    static let all: [State] = State.Requests.allCases.flatMap { requests in
        State.Answer.allCases.map { State(requests: requests, answer: $0) }
    }

    @Test("HEAD comes once and first", arguments: all)
    func head(start: State) {
        var state = start
        let action = state.receiveHead()
        var expected = start
        switch start.answer {
        case .awaited:
            #expect(action == .deliver)
            expected.answer = .headed
        case .headed, .streaming: #expect(action == .violation)
        case .abandoned: #expect(action == .ignore)
        }
        #expect(state == expected)
    }

    @Test("DATA commits the call unless it was given up", arguments: all)
    func data(start: State) {
        var state = start
        let action = state.receiveData()
        var expected = start
        if start.answer == .abandoned {
            #expect(action == .ignore)
        } else {
            #expect(action == .deliver)
            expected.answer = .streaming
        }
        #expect(state == expected)
    }

    @Test("A refusal after an answer is a violation", arguments: all)
    func refusal(start: State) {
        switch start.answer {
        case .awaited: #expect(start.receiveRefusal() == .deliver)
        case .headed, .streaming: #expect(start.receiveRefusal() == .violation)
        case .abandoned: #expect(start.receiveRefusal() == .ignore)
        }
        #expect(start.receiveLast() == (start.answer == .abandoned ? .ignore : .deliver))
    }

    @Test("Giving up works once, and nothing can be sent after it or after END", arguments: all)
    func abandon(start: State) {
        var state = start
        #expect(state.abandon() == (start.answer != .abandoned))
        #expect(state.answer == .abandoned && !state.maySend && !state.takesResponses)
        var ending = start
        ending.messageTaken(last: false)
        #expect(ending == start)
        ending.messageTaken(last: true)
        #expect(ending.requests == .ended && !ending.maySend)
        #expect(ending.lastFrameWritten() == false)
    }
}
