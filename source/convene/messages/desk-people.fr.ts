import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-people.en.ts'

const people = (count: number, one: string, other: string) => plural('fr', count, { one, other })

export const fr = {
  figures: {
    toExamine: 'À examiner',
    toExamineNow: count =>
      people(
        count,
        '# inscription attend votre réponse et n’a pas de place d’ici là.',
        '# inscriptions attendent votre réponse et n’ont pas de place d’ici là.',
      ),
    offered: 'Proposées',
    offeredNow: count =>
      people(
        count,
        '# place est proposée, et réservée jusqu’à la réponse ou à la fin de la proposition.',
        '# places sont proposées, et réservées jusqu’à la réponse ou à la fin des propositions.',
      ),
    taken: 'Places prises',
    waitingExplain: 'Par priorité, puis dans l’ordre d’arrivée',
    freeExplain: (capacity, taken, held) =>
      held === 0
        ? `Capacité ${number('fr', capacity)}, moins ${number('fr', taken)} prises`
        : `Capacité ${number('fr', capacity)}, moins ${number('fr', taken)} prises et ${number('fr', held)} gardées pour des invitations`,
    notReached: count =>
      people(
        count,
        'Notre dernier courriel n’est pas arrivé à # personne.',
        'Notre dernier courriel n’est pas arrivé à # personnes.',
      ),
  },
  doors: {
    parts: { page: 'Le séminaire', people: 'Les personnes', mails: 'Les courriels', team: 'Les collègues' },
    line: 'Liste d’attente',
    lineText: 'Qui attend, pourquoi, et qui est passé devant.',
    places: 'Places et invitations',
    placesText: 'Les quotas, la façon de donner les places, les codes pour les partenaires.',
    organisations: 'Organisations',
    organisationsText: 'Les noms tels qu’ils ont été écrits, à approuver ou à réunir.',
    letters: 'Lettres de participation',
    lettersText: 'Les délivrer, les numéroter, les retirer.',
    retention: 'Données conservées',
    retentionText: 'Quelles données s’effacent quand, et ce qui l’est déjà.',
  },
  list: {
    mail: 'Courriel',
    undelivered: 'courriel non arrivé',
    oneOrganisation: 'une organisation',
    choose: name => `Choisir ${name}`,
  },
  chosen: {
    title: 'Avec les personnes choisies',
    hint: 'Cochez des personnes dans la liste. Seules comptent les cases de cette page.',
    approve: 'Approuver',
    refuse: 'Refuser',
    cancel: 'Annuler l’inscription',
    nobody: 'Cochez d’abord quelqu’un dans la liste.',
  },
  ending: {
    refuseTitle: count => people(count, 'Refuser # inscription ?', 'Refuser # inscriptions ?'),
    refuseText:
      'Qui a une place la perd, et elle va à la première personne de la liste d’attente qui peut la prendre. Chaque personne le lit dans un courriel, avec votre motif.',
    cancelTitle: count => people(count, 'Annuler # inscription ?', 'Annuler # inscriptions ?'),
    cancelText:
      'Qui a une place la rend, et elle va à la première personne de la liste d’attente qui peut la prendre. Chaque personne le lit dans un courriel.',
    reason: 'Motif',
    reasonHint: 'Il part dans le courriel tel que vous l’écrivez, dans la langue où vous l’écrivez',
    refuseButton: count => people(count, 'Refuser # inscription', 'Refuser # inscriptions'),
    cancelButton: count => people(count, 'Annuler # inscription', 'Annuler # inscriptions'),
    leave: 'Ne rien changer',
    errors: {
      reasonMissing: 'Écrivez pourquoi : la personne le lit dans le courriel.',
      reasonTooLong: 'Un motif peut avoir 1 000 caractères au plus.',
    },
  },
  done: {
    approved: count => people(count, '# personne a une place.', '# personnes ont une place.'),
    approvedWaiting: count =>
      people(
        count,
        '# personne est sur la liste d’attente : un quota qui la compte est complet.',
        '# personnes sont sur la liste d’attente : un quota qui les compte est complet.',
      ),
    notRequested: count =>
      people(
        count,
        '# inscription n’était pas à examiner et reste comme elle était.',
        '# inscriptions n’étaient pas à examiner et restent comme elles étaient.',
      ),
    tooLate: count =>
      people(
        count,
        '# inscription n’a pas pu être approuvée : plus aucune place n’est donnée. Vous pouvez encore la refuser, avec un mot d’explication.',
        '# inscriptions n’ont pas pu être approuvées : plus aucune place n’est donnée. Vous pouvez encore les refuser, avec un mot d’explication.',
      ),
    gone: count => people(count, '# inscription n’existe plus.', '# inscriptions n’existent plus.'),
    refused: count => people(count, '# inscription est refusée.', '# inscriptions sont refusées.'),
    cancelled: count => people(count, '# inscription est annulée.', '# inscriptions sont annulées.'),
    ended: count =>
      people(
        count,
        '# inscription avait déjà pris fin et reste comme elle était.',
        '# inscriptions avaient déjà pris fin et restent comme elles étaient.',
      ),
  },
  priority: {
    label: 'Priorité',
    hint: 'De −100 à 100 ; 0 pour la plupart. La plus haute passe d’abord',
    save: 'Fixer la priorité',
    set: 'La priorité est fixée.',
    notWaiting: 'Une personne qui n’attend plus n’a pas de priorité : rien n’a changé pour elle.',
    error: 'Indiquez un nombre entier de −100 à 100.',
    errorOf: name => `${name} : indiquez un nombre entier de −100 à 100.`,
    stale: (theirs, yours) =>
      `Quelqu’un a fixé la priorité à ${theirs} entre-temps ; vous avez écrit ${yours}. Enregistrez de nouveau pour garder la vôtre.`,
    staleOf: (name, theirs, yours) =>
      `${name} : quelqu’un a fixé la priorité à ${theirs} entre-temps ; vous avez écrit ${yours}. Enregistrez de nouveau pour garder la vôtre.`,
  },
  one: {
    since: moment => `depuis le ${moment}`,
    rank: rank => `Rang ${number('fr', rank)} sur la liste d’attente`,
    offeredUntil: moment => `La place est réservée jusqu’au ${moment}.`,
    reason: 'Motif indiqué :',
    ended: 'Cette inscription a pris fin. La personne peut s’inscrire de nouveau.',
    undeliveredTitle: 'Notre dernier courriel n’est pas arrivé',
    undelivered: address => `L’adresse est peut-être fausse : ${address}`,
    whyWaiting: 'Pourquoi il n’y a pas encore de place',
    address: 'Adresse',
    sameOrganisation: 'Toutes les personnes de cette organisation',
    territory: 'Territoire',
    role: 'Fonction',
    language: 'Langue de nos courriels',
    languages: 'Comprend',
    invitation: 'Invitation',
    usesReserved: 'A l’une des places gardées pour elle',
    registeredOn: 'Inscription',
    origins: {
      form: 'par le formulaire',
      api: 'par un autre programme',
      desk: 'au bureau',
      import: 'par importation',
    },
    priority: 'Priorité',
    erased: 'Les données de la personne sont effacées. Il reste ce que comptent les statistiques.',
    answers: 'Réponses à vos questions',
    needs: 'Besoins',
    needsText: 'Vus par celles et ceux qui suivent les inscriptions de ce séminaire, et effacés ensuite.',
    consents: 'Consentements, avec le texte montré',
    agreed: 'accepté',
    notAgreed: 'non accepté',
    saidBySelf: moment => `indiqué par la personne, ${moment}`,
    saidByDelegate: moment => `indiqué pour elle par qui l’a inscrite, ${moment}`,
    connected: 'Inscrites ensemble, ou place cédée',
    how: {
      to: 'La place est cédée à',
      from: 'La place vient de',
      delegation: 'De la même délégation :',
    },
    mails: 'Courriels à cette personne',
    mail: 'Courriel',
    written: 'Quand',
    noMails: 'Aucun courriel pour l’instant',
    noMailsText: 'Un courriel part quand l’inscription change.',
  },
  events: {
    title: 'Ce qui est arrivé à la place',
    at: 'Quand',
    what: 'Quoi',
    by: 'Par qui',
    registered: state => `Inscription : ${state}`,
    became: (from, to) => `De « ${from} » à « ${to} »`,
    changed: (what, from, to) => `${what} : de « ${from} » à « ${to} »`,
    person: 'Nom ou adresse modifiés',
    organisation: 'Organisation modifiée',
    invitation: 'Invitation modifiée',
    unknown: 'inconnu',
    noTerritory: 'aucun',
    self: 'la personne, par son propre lien',
    team: 'l’équipe d’organisation',
    onRegistering: 'à l’inscription',
    program: 'les règles des places',
    none: 'Rien pour l’instant',
    noneText: 'Ce qui arrive à la place est noté ici.',
  },
} satisfies Messages<typeof en>
