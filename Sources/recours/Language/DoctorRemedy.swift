// SPDX-License-Identifier: EUPL-1.2

/// What to do about what the doctor finds.
enum DoctorRemedy: Sentence {
    case putKey
    case protectKey(String)
    case useSigned
    case takeBoth
    case setClockOrWait
    case request
    case requestNow
    case takeTrust
    case askForTrust
    case checkSpelling
    case checkServer
    case setClock
    case askOperator
    /// What was already put into words.
    case said(String)

    var french: String {
        switch self {
        case .putKey: "Mettez-y la clé privée du partenaire."
        case .protectKey(let path): "Lancez : chmod 600 \(path)"
        case .useSigned: "Utilisez le certificat que l’opérateur du serveur a signé."
        case .takeBoth: "Prenez les deux dans le même répertoire de profil."
        case .setClockOrWait: "Réglez l’horloge de cette machine, ou attendez."
        case .request: "Envoyez une demande à l’opérateur : recours certificate request."
        case .requestNow:
            "Envoyez dès maintenant une demande à l’opérateur : recours certificate request."
        case .takeTrust: "Prenez trust.pem dans le répertoire de profil."
        case .askForTrust: "Demandez à l’opérateur le nouveau trust.pem."
        case .checkSpelling:
            "Vérifiez l’adresse du serveur et les serveurs de noms de cette machine."
        case .checkServer: "Vérifiez que recoursd y tourne, et les pare-feu entre les deux."
        case .setClock: "Réglez l’horloge de cette machine (timedatectl set-ntp true)."
        case .askOperator: "Demandez à l’opérateur si le serveur est en service."
        case .said(let text): text
        }
    }

    var english: String {
        switch self {
        case .putKey: "Put the partner's private key there."
        case .protectKey(let path): "Run: chmod 600 \(path)"
        case .useSigned: "Use the certificate that the operator of the server signed."
        case .takeBoth: "Take both from the same profile directory."
        case .setClockOrWait: "Set this machine's clock, or wait."
        case .request: "Send the operator a request: recours certificate request."
        case .requestNow: "Send the operator a request now: recours certificate request."
        case .takeTrust: "Take trust.pem from the profile directory."
        case .askForTrust: "Ask the operator for the new trust.pem."
        case .checkSpelling: "Check the spelling of the endpoint and this machine's name servers."
        case .checkServer: "Check that recoursd runs there, and firewalls between."
        case .setClock: "Set this machine's clock (timedatectl set-ntp true)."
        case .askOperator: "Ask the operator whether the server serves."
        case .said(let text): text
        }
    }
}
