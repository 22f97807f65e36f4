// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursMessages
import RecoursTransport
import RecoursWire

/// One call for what is somebody else's.
///
/// Unchecked because the process has one thread.
final class Intrusion: @unchecked Sendable {
    private let partner: Partner
    private let connection: ClientConnection
    private var dice: Dice

    init(partner: Partner, connection: ClientConnection, dice: Dice) {
        self.partner = partner
        self.connection = connection
        self.dice = dice
    }

    private var world: World { partner.world }

    /// An identifier of another's case, or one that is nobody's.
    private func stolenCase() -> Command.Done? {
        dice.pick(others.compactMap(\.done))
    }

    private var others: [Command] {
        world.ledger.commands.filter { $0.kind == .filing && $0.owner.name != partner.name }
    }

    private func stolenCursor() -> [UInt8] {
        let cursors = world.partners.compactMap(\.inbox?.cursor).filter { !$0.isEmpty }
        return dice.pick(cursors) ?? dice.bytes(32)
    }

    func run() async {
        let stolen = stolenCase()
        let id = stolen?.caseID ?? dice.bytes(16)
        let writing = Writing(text: "{a:0} by an intruder.")
        switch dice.below(12) {
        case 0:
            await refused(
                CaseServiceMethods.getCase, GetCaseRequest(withEvents: true, reference: .id(id)),
                GetCaseResponse.self)
        case 1:
            await refused(
                CaseServiceMethods.getCase,
                GetCaseRequest(reference: .publicNumber(stolen?.publicNumber ?? "RC-1")),
                GetCaseResponse.self)
        case 2:
            await refused(
                InboxServiceMethods.pullCases, PullCasesRequest(cursor: stolenCursor()),
                PullCasesResponse.self)
        case 3:
            await refused(
                ActionServiceMethods.act,
                ActRequest(caseID: id, action: Action(kind: .addInformation(writing))),
                ActResponse.self)
        case 4:
            await refused(
                CaseServiceMethods.withdrawCase, WithdrawCaseRequest(caseID: id, reason: "{a:0}"),
                WithdrawCaseResponse.self)
        case 5:
            await refused(
                ResponseServiceMethods.respond,
                RespondRequest(
                    caseID: id,
                    response: PlatformResponse(
                        responseID: dice.bytes(16), type: .infoNeeded, text: "{a:0} What?")),
                RespondResponse.self)
        case 6:
            await refused(
                MediationServiceMethods.listQueue, ListQueueRequest(), ListQueueResponse.self)
        case 7:
            await refused(
                PartnerServiceMethods.listPartners, ListPartnersRequest(),
                ListPartnersResponse.self)
        case 8: await watch(id)
        case 9:
            // Its own list is its own to read, and empty.
            _ = await call(
                CaseServiceMethods.listCases, ListCasesRequest(), ListCasesResponse.self)
        case 10:
            await refused(
                ProofServiceMethods.getReceipt, GetReceiptRequest(reference: .id(id)),
                GetReceiptResponse.self)
        default: await useStolenKey()
        }
    }

    /// A call that must not be answered.
    private func refused<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor, _ request: Request, _ response: Response.Type
    ) async {
        if await call(method, request, response) != nil {
            world.fail("\(partner.name) was answered by \(method.fullName)")
        }
    }

    private func call<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor, _ request: Request, _: Response.Type, key: [UInt8]? = nil
    ) async -> Response? {
        do throws(CallFailure) {
            let response: Response = try await connection.unary(
                method, request,
                CallOptions(timeout: .seconds(5), idempotencyKey: key ?? dice.bytes(16)))
            world.ledger.look(response, partner.player, method.fullName)
            return response
        } catch {
            world.trace.note("\(partner.name): \(method.fullName) \(error.status.code)")
            world.ledger.look(error.status.message.utf8, partner.player, method.fullName)
            for detail in error.status.details {
                world.ledger.look(detail, partner.player, method.fullName)
            }
            return nil
        }
    }

    private func watch(_ id: [UInt8]) async {
        do throws(CallFailure) {
            let call: StreamingCall<WatchCaseRequest, WatchCaseResponse> =
                try await connection.streaming(
                    WatchServiceMethods.watchCase, CallOptions(timeout: .seconds(2)))
            try await call.send(WatchCaseRequest(caseID: id))
            call.finishSending()
            for try await response in call.responses {
                world.ledger.look(response, partner.player, "a watch")
                world.fail("\(partner.name) watches another's case")
            }
        } catch {
            world.trace.note("\(partner.name): watch \(error.status.code)")
        }
    }

    /// Somebody else's key is a new key when it is used by another, for the first time.
    private func useStolenKey() async {
        guard !partner.player.isPlatform, let command = dice.pick(others),
            !world.ledger.commands.contains(where: {
                $0.owner.name == partner.name && $0.keyBytes == command.keyBytes
            })
        else { return }
        let number = world.ledger.nextNumber
        let key = command.key
        let draft = Drafts.draft(number, by: partner.player, &dice)
        world.ledger.keep(
            Ledger.Secret(
                owner: partner.player, siren: partner.player.siren,
                platforms: [draft.platformID], isIdentified: draft.disclosure == .identified),
            of: number)
        let own = Command(number, by: partner.player, .filing, key: key, "filing") {
            _, _ async throws(RecoursError) in
            throw RecoursError(code: .cancelled, message: "not sent again")
        }
        world.ledger.add(own)
        let response = await call(
            CaseServiceMethods.submitCase, SubmitCaseRequest(draft: draft),
            SubmitCaseResponse.self, key: key.bytes)
        guard let receipt = response?.receipt else { return }
        world.check(
            receipt.caseID != command.done?.caseID,
            "\(partner.name) got another's case for its key")
        own.acknowledge(Command.Done(receipt))
    }
}
