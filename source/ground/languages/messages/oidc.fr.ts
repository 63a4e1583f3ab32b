import type { Messages } from '../say.ts'
import type { en } from './oidc.en.ts'

export const fr: Messages<typeof en> = {
  button: name => `Se connecter avec ${name}`,
  onward: name => `Vers ${name}`,
  onwardText: 'Votre navigateur continue de lui-même. Sinon, appuyez sur le bouton.',
  done: 'La connexion est ouverte.',
  unreachable: name => `${name} ne répond pas pour le moment. Utilisez le lien par courriel ou réessayez plus tard.`,
  expired:
    'Cette connexion a été commencée il y a trop longtemps ou dans un autre navigateur, ou elle a déjà servi. Recommencez.',
  givenUp: name => `${name} n’a pas ouvert de connexion. Recommencez ou utilisez le lien par courriel.`,
  refused: name =>
    `La réponse de ${name} n’était pas sûre et aucune connexion n’a été ouverte. Recommencez ou utilisez le lien par courriel.`,
  unverified: name => `${name} ne dit pas avoir vérifié votre adresse de courriel. Utilisez le lien par courriel.`,
  noAccount: name =>
    `Personne n’a de compte ici sous l’adresse que ${name} donne pour vous. Demandez un droit d’accès à l’administration.`,
  otherIdentity: name =>
    `Un autre compte de ${name} est relié ici à cette adresse de courriel. Connectez-vous par le lien reçu par courriel et déliez l’ancien dans votre compte.`,
}
