// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// What is said of receipts and of tree heads.
enum ProofSentence: Sentence {
    case right(signer: String)
    case caseNumber(String)
    case event(UInt64, what: String)
    case erased(UInt64)
    case by(String)
    case at(String)
    case content(String)
    case recorded(index: UInt64, size: UInt64, tree: String)
    case signed(String)
    case anchored
    case notAnchored
    case binding
    case kept(path: String, event: UInt64, number: String)
    case grown(earlier: UInt64, added: UInt64)

    var french: String {
        switch self {
        case .right(let signer): "Le reçu est exact : \(signer) a signé ceci et rien d’autre."
        case .caseNumber(let number): "  dossier      \(number)"
        case .event(let sequence, let what): "  événement    \(sequence) : \(what)"
        case .erased(let sequence):
            "  événement    \(sequence) : effacé, seule son empreinte a été gardée"
        case .by(let who): "  par          \(who)"
        case .at(let when): "  le           \(when)"
        case .content(let text): "  contenu      \(text)"
        case .recorded(let index, let size, let tree):
            "  enregistré   à la place \(index) sur \(size) de \(tree)"
        case .signed(let time): "  signé        \(time)"
        case .anchored: "  commun       sous le registre commun à tous les partenaires"
        case .notAnchored: "  commun       pas encore sous le registre commun : à redemander"
        case .binding:
            "L’histoire du dossier jusque-là ne peut plus changer sans démentir ce reçu."
        case .kept(let path, let event, let number):
            "\(path) : reçu de l’événement \(event) de \(number)"
        case .grown(let earlier, let added):
            "les \(earlier) événements de l’état antérieur sont inchangés ; \(added) ajoutés"
        }
    }

    var english: String {
        switch self {
        case .right(let signer): "The receipt is right: \(signer) signed this and nothing else."
        case .caseNumber(let number): "  case       \(number)"
        case .event(let sequence, let what): "  event      \(sequence): \(what)"
        case .erased(let sequence): "  event      \(sequence): erased, only its hash was kept"
        case .by(let who): "  by         \(who)"
        case .at(let when): "  at         \(when)"
        case .content(let text): "  content    \(text)"
        case .recorded(let index, let size, let tree):
            "  recorded   at place \(index) of \(size) in \(tree)"
        case .signed(let time): "  signed     \(time)"
        case .anchored: "  common     under the checkpoint common to all partners"
        case .notAnchored: "  common     not yet under the common checkpoint: fetch it again later"
        case .binding:
            "The case's history up to this event cannot change without belying this receipt."
        case .kept(let path, let event, let number):
            "\(path): receipt of event \(event) of \(number)"
        case .grown(let earlier, let added):
            "the \(earlier) events of the earlier head are unchanged; \(added) were added"
        }
    }
}
