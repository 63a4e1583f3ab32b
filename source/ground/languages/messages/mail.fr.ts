import { type Messages, number, plural } from '../say.ts'
import type { en } from './mail.en.ts'

const count = (n: number, one: string, other: string, many: string) => plural('fr', n, { one, other, many })

export const fr = {
  frame: {
    because: host =>
      `Vous recevez ce courriel parce que votre adresse a été donnée sur ${host}. C’est un envoi automatique.`,
    privacy: 'Ce qui est conservé à votre sujet',
    openAddress: 'Si le bouton ne fonctionne pas, ouvrez cette adresse\u00a0:',
  },
  menu: 'Courriels à envoyer',
  list: {
    title: 'Courriels à envoyer',
    lead: 'Ce que Perenne écrit aux personnes\u00a0: ce qui est parti, ce qui attend, ce qui a été refusé.',
    notSent:
      'Cette installation n’a pas de serveur de courriel (SMTP_URL n’est pas renseigné)\u00a0: aucun courriel ne part. C’est ici qu’on les lit.',
    caption: 'Courriels',
    to: 'Destinataire',
    what: 'Courriel',
    state: 'État',
    written: 'Écrit le (UTC)',
    writtenIn: city => `Écrit le (heure de ${city})`,
    tries: 'Essais',
    error: 'Motif',
    allStates: 'Tous les états',
    who: 'Nom ou adresse',
    erased: 'Personne effacée',
    empty: 'Aucun courriel',
    emptyText:
      'Un courriel s’écrit ici dès que quelque chose concerne quelqu’un\u00a0: une inscription, une connexion, un droit d’accès.',
    nothingFound: 'Aucun courriel de ce genre',
    nothingFoundText: 'Choisissez un autre état, ou affichez tout.',
  },
  states: {
    to_send: 'à envoyer',
    sending: 'en train de partir',
    waiting_retry: 'sera tenté à nouveau',
    sent: 'envoyé',
    failed: 'non envoyé',
    cancelled: 'annulé',
  },
  alarm: {
    title: 'Des courriels ne partent pas',
    waiting: (n, since) =>
      count(
        n,
        `Un courriel aurait dû partir. Il attend depuis le ${since}.`,
        `${number('fr', n)} courriels auraient dû partir. Le plus ancien attend depuis le ${since}.`,
        `${number('fr', n)} de courriels auraient dû partir. Le plus ancien attend depuis le ${since}.`,
      ),
    failed: n =>
      count(
        n,
        'Un courriel n’a pas été envoyé et ne sera plus tenté de lui-même.',
        `${number('fr', n)} courriels n’ont pas été envoyés et ne seront plus tentés d’eux-mêmes.`,
        `${number('fr', n)} de courriels n’ont pas été envoyés et ne seront plus tentés d’eux-mêmes.`,
      ),
    advice: 'Le motif figure à côté de chaque courriel. Une fois la cause corrigée, tentez à nouveau ou annulez.',
  },
  one: {
    kicker: 'Courriel à envoyer',
    to: 'À',
    from: 'De',
    language: 'Langue',
    written: 'Écrit',
    due: 'Part à compter du',
    nextTry: 'Prochain essai',
    sent: 'Envoyé',
    tries: 'Essais',
    reason: 'Motif',
    identifier: 'Numéro du message',
    attachments: 'Pièces jointes',
    words: 'Ce qu’il dit',
    html: 'Ouvrir comme son destinataire le voit',
    wordless: 'Il n’y a plus rien à dire',
    wordlessText: 'Ce dont parlait ce courriel n’existe plus, ou ne vous est pas ouvert.',
    broken: 'Ce courriel n’a pas pu être composé',
    brokenText: 'La panne a été notée. Le courriel sera tenté à nouveau plus tard.',
    utc: moment => `${moment} UTC`,
  },
  actions: {
    retry: 'Tenter maintenant',
    cancel: 'Annuler ce courriel',
    again: 'Envoyer à nouveau',
    retried: 'Le courriel est tenté à nouveau.',
    cancelled: 'Le courriel est annulé. Il ne partira pas.',
    sentAgain: 'Un nouveau courriel de même contenu est à envoyer.',
    tooLate: 'L’état de ce courriel a changé entre-temps. Regardez-le avant de recommencer.',
    erased: 'Les données de cette personne ont été effacées\u00a0: on ne peut plus rien lui envoyer.',
  },
  reasons: {
    'no-answer': 'Le serveur de courriel n’a pas répondu à temps.',
    unreachable: 'Le serveur de courriel ne peut pas être joint.',
    'sign-in-refused': 'Le serveur de courriel a refusé notre identification. L’adresse dans SMTP_URL est à vérifier.',
    'refused-for-now': 'Le serveur de courriel l’a refusé pour le moment.',
    'refused-for-good': 'Le serveur de courriel l’a refusé définitivement.',
    interrupted: 'L’envoi a été interrompu. Le courriel est peut-être parti.',
    'recipient-erased': 'Les données de cette personne ont été effacées.',
    'nothing-to-say': 'Ce dont parlait ce courriel n’existe plus.',
    'no-template': 'Ce programme ne connaît pas ce genre de courriel.',
    'not-put-together': 'Le courriel n’a pas pu être composé.',
    'by-hand': 'Annulé à la main.',
    other: 'L’envoi a échoué.',
  },
} satisfies Messages<typeof en>
