// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What is said of the server's state and of the way to it.
enum ServerSentence: Sentence {
    case connected(String, milliseconds: String)
    case call(Int, milliseconds: String)
    case calls(Int, least: String, median: String, most: String)
    case sandbox
    case clockHeld
    case revocationStale
    case damaged
    case reloadFailed
    case leftOut(Int)
    case version(String, speaks: String)

    var french: String {
        switch self {
        case .connected(let endpoint, let milliseconds):
            "\(endpoint) : connexion et réponse en \(milliseconds)"
        case .call(let number, let milliseconds): "appel \(number) : \(milliseconds)"
        case .calls(let count, let least, let median, let most):
            Language.french.count(count, "appel", "appels")
                + " : au moins \(least), la moitié en \(median), au plus \(most)"
        case .sandbox: "C’est un serveur d’essai, dont l’heure peut être avancée."
        case .clockHeld:
            "L’horloge du serveur a sauté et n’est pas suivie ; l’opérateur doit s’en occuper."
        case .revocationStale:
            "Les listes de certificats révoqués ne sont pas à jour : voyez le journal du serveur."
        case .damaged:
            "Des données du serveur sont abîmées et ne sont plus montrées ; "
                + "l’opérateur doit s’en occuper."
        case .reloadFailed:
            "La configuration ou les certificats du serveur n’ont pu être relus : "
                + "voyez son journal."
        case .leftOut(let count):
            Language.french.count(count, "dossier manque", "dossiers manquent")
                + " ici : ce que le serveur en garde est abîmé, l’opérateur en est averti."
        case .version(let number, let speaks): "recours \(number) (protocole \(speaks))"
        }
    }

    var english: String {
        switch self {
        case .connected(let endpoint, let milliseconds):
            "\(endpoint): connected and answered in \(milliseconds)"
        case .call(let number, let milliseconds): "call \(number): \(milliseconds)"
        case .calls(let count, let least, let median, let most):
            "\(count) calls: at least \(least), half within \(median), at most \(most)"
        case .sandbox: "It is a sandbox: a server for tests, whose time can be moved."
        case .clockHeld:
            "The server's clock has leapt and is not followed; its operator must look at it."
        case .revocationStale:
            "The lists of revoked certificates are not up to date: see the server's log."
        case .damaged:
            "Some of the server's data is damaged and not shown; its operator must look at it."
        case .reloadFailed:
            "The server's configuration or certificates could not be read again: see its log."
        case .leftOut(let count):
            Language.english.count(count, "case is", "cases are")
                + " left out: what the server keeps of them is damaged; its operator has been told."
        case .version(let number, let speaks): "recours \(number) (protocol \(speaks))"
        }
    }

    /// What is out of the ordinary.
    static func remarks(on health: HealthCheckResponse) -> [ServerSentence] {
        (health.sandbox ? [.sandbox] : []) + (health.clockHeld ? [.clockHeld] : [])
            + (health.revocationStale ? [.revocationStale] : [])
            + (health.damaged ? [.damaged] : []) + (health.reloadFailed ? [.reloadFailed] : [])
    }
}
