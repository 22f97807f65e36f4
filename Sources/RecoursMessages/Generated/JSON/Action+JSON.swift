// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

extension Action {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(
            &kind, Kind.changeDraft, as: JSONPlain<CaseDraft>.self, "changeDraft", "change_draft")
        try json.read(&kind, Kind.file, as: JSONPlain<FileDraft>.self, "file")
        try json.read(&kind, Kind.restore, as: JSONPlain<Reason>.self, "restore")
        try json.read(&kind, Kind.reopen, as: JSONPlain<Writing>.self, "reopen")
        try json.read(
            &kind,
            Kind.addInformation,
            as: JSONPlain<Writing>.self,
            "addInformation",
            "add_information")
        try json.read(&kind, Kind.contest, as: JSONPlain<Writing>.self, "contest")
        try json.read(&kind, Kind.readdress, as: JSONPlain<Readdress>.self, "readdress")
        try json.read(
            &kind,
            Kind.raiseDisclosure,
            as: JSONPlain<Disclosure>.self,
            "raiseDisclosure",
            "raise_disclosure")
        try json.read(
            &kind, Kind.postMessage, as: JSONPlain<Writing>.self, "postMessage", "post_message")
        try json.read(&kind, Kind.note, as: JSONPlain<ConfidentialNote>.self, "note")
        try json.read(
            &kind,
            Kind.answerAgreement,
            as: JSONPlain<AnswerAgreement>.self,
            "answerAgreement",
            "answer_agreement")
        try json.read(
            &kind, Kind.proveRemedy, as: JSONPlain<Writing>.self, "proveRemedy", "prove_remedy")
        try json.read(&kind, Kind.transmit, as: JSONPlain<Reason>.self, "transmit")
        try json.read(
            &kind,
            Kind.declareInadmissible,
            as: JSONPlain<Inadmissibility>.self,
            "declareInadmissible",
            "declare_inadmissible")
        try json.read(&kind, Kind.readmit, as: JSONPlain<Reason>.self, "readmit")
        try json.read(&kind, Kind.merge, as: JSONPlain<MergeTarget>.self, "merge")
        try json.read(&kind, Kind.split, as: JSONPlain<Reason>.self, "split")
        try json.read(&kind, Kind.takeOver, as: JSONPlain<Reason>.self, "takeOver", "take_over")
        try json.read(
            &kind,
            Kind.requestInformation,
            as: JSONPlain<Writing>.self,
            "requestInformation",
            "request_information")
        try json.read(
            &kind,
            Kind.makeStatement,
            as: JSONPlain<Writing>.self,
            "makeStatement",
            "make_statement")
        try json.read(
            &kind,
            Kind.extendMediation,
            as: JSONPlain<Reason>.self,
            "extendMediation",
            "extend_mediation")
        try json.read(
            &kind,
            Kind.proposeAgreement,
            as: JSONPlain<Writing>.self,
            "proposeAgreement",
            "propose_agreement")
        try json.read(
            &kind,
            Kind.closeMediation,
            as: JSONPlain<MediationOutcome>.self,
            "closeMediation",
            "close_mediation")
        try json.read(&kind, Kind.recuse, as: JSONPlain<Reason>.self, "recuse")
        try json.read(
            &kind, Kind.setLegalHold, as: JSONPlain<Reason>.self, "setLegalHold", "set_legal_hold")
        try json.read(
            &kind,
            Kind.liftLegalHold,
            as: JSONPlain<Reason>.self,
            "liftLegalHold",
            "lift_legal_hold")
        try json.read(&kind, Kind.erase, as: JSONPlain<Reason>.self, "erase")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        switch kind {
        case .changeDraft(let value):
            try json.write(Optional(value), "changeDraft")
        case .file(let value):
            try json.write(Optional(value), "file")
        case .restore(let value):
            try json.write(Optional(value), "restore")
        case .reopen(let value):
            try json.write(Optional(value), "reopen")
        case .addInformation(let value):
            try json.write(Optional(value), "addInformation")
        case .contest(let value):
            try json.write(Optional(value), "contest")
        case .readdress(let value):
            try json.write(Optional(value), "readdress")
        case .raiseDisclosure(let value):
            try json.write(Optional(value), "raiseDisclosure")
        case .postMessage(let value):
            try json.write(Optional(value), "postMessage")
        case .note(let value):
            try json.write(Optional(value), "note")
        case .answerAgreement(let value):
            try json.write(Optional(value), "answerAgreement")
        case .proveRemedy(let value):
            try json.write(Optional(value), "proveRemedy")
        case .transmit(let value):
            try json.write(Optional(value), "transmit")
        case .declareInadmissible(let value):
            try json.write(Optional(value), "declareInadmissible")
        case .readmit(let value):
            try json.write(Optional(value), "readmit")
        case .merge(let value):
            try json.write(Optional(value), "merge")
        case .split(let value):
            try json.write(Optional(value), "split")
        case .takeOver(let value):
            try json.write(Optional(value), "takeOver")
        case .requestInformation(let value):
            try json.write(Optional(value), "requestInformation")
        case .makeStatement(let value):
            try json.write(Optional(value), "makeStatement")
        case .extendMediation(let value):
            try json.write(Optional(value), "extendMediation")
        case .proposeAgreement(let value):
            try json.write(Optional(value), "proposeAgreement")
        case .closeMediation(let value):
            try json.write(Optional(value), "closeMediation")
        case .recuse(let value):
            try json.write(Optional(value), "recuse")
        case .setLegalHold(let value):
            try json.write(Optional(value), "setLegalHold")
        case .liftLegalHold(let value):
            try json.write(Optional(value), "liftLegalHold")
        case .erase(let value):
            try json.write(Optional(value), "erase")
        case nil: break
        }
    }
}
