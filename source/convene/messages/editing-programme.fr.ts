import { frenchTimeOf, type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './editing-programme.en.ts'

const n = (value: number) => number('fr', value)

export const fr = {
  uses: {
    title: 'Dans le brouillon du programme',
    column: 'Au programme',
    name: 'Nom',
    moderator: 'modération',
    speaker: 'intervention',
    seat: state => `siège au panel, ${state}`,
    slot: (slot, what) => `${slot} : ${what}`,
    noRoom: 'Aucun créneau ne se tient encore dans cette salle.',
    noPerson: 'Cette personne n’est encore dans aucun créneau.',
  },
  states: { open: 'libre', invited: 'invitation envoyée', confirmed: 'confirmé', declined: 'décliné' },
  regions: { 'latin-america': 'Amérique latine', europe: 'Europe', other: 'Une autre région' },
  room: {
    holds: count => plural('fr', count, { one: '# personne', other: '# personnes', many: '# de personnes' }),
    removal: count =>
      plural('fr', count, {
        one: '# créneau s’y tient. Il reste, sans salle : il s’adresse alors à tout le monde.',
        other: '# créneaux s’y tiennent. Ils restent, sans salle : ils s’adressent alors à tout le monde.',
        many: '# de créneaux s’y tiennent. Ils restent, sans salle : ils s’adressent alors à tout le monde.',
      }),
  },
  person: {
    column: 'Fonction et organisation',
    removal: count =>
      plural('fr', count, {
        one: '# créneau la nomme. Il reste, sans elle ; son siège à un panel reste aussi, libre.',
        other: '# créneaux la nomment. Ils restent, sans elle ; ses sièges aux panels restent aussi, libres.',
        many: '# de créneaux la nomment. Ils restent, sans elle ; ses sièges aux panels restent aussi, libres.',
      }),
    asked: count =>
      plural('fr', count, {
        one: 'Elle a été invitée pour # siège : écrivez-lui d’abord. Ensuite nous n’avons plus son adresse, et le lien qu’elle a reçu ne mène nulle part.',
        other:
          'Elle a été invitée pour # sièges : écrivez-lui d’abord. Ensuite nous n’avons plus son adresse, et le lien qu’elle a reçu ne mène nulle part.',
        many: 'Elle a été invitée pour # de sièges : écrivez-lui d’abord. Ensuite nous n’avons plus son adresse, et le lien qu’elle a reçu ne mène nulle part.',
      }),
    onPanel: count =>
      plural('fr', count, {
        one: 'Cette personne a été invitée pour # siège et peut changer elle-même ce qui figure ici par son lien. Le dernier enregistrement vaut.',
        other:
          'Cette personne a été invitée pour # sièges et peut changer elle-même ce qui figure ici par son lien. Le dernier enregistrement vaut.',
        many: 'Cette personne a été invitée pour # de sièges et peut changer elle-même ce qui figure ici par son lien. Le dernier enregistrement vaut.',
      }),
    gone: 'Cette personne a été retirée du programme entre-temps, et ses données sont effacées. Ce que vous avez écrit figure ci-dessous. Si elle a demandé cet effacement, quittez la page sans enregistrer ; sinon, enregistrer l’ajoute de nouveau, sans les créneaux où elle figurait.',
    sameAddress: name =>
      `${name} a aussi cette adresse. Indiquez ci-dessous que les deux la lisent, ou donnez-en une autre.`,
    shared: 'Deux personnes pour une adresse',
    sharedHint: 'Qui lit cette boîte peut répondre pour les deux.',
    sharedChoice: 'Les deux lisent cette adresse',
    who: before => `Est-ce toujours ${before} ? Indiquez ci-dessous s’il s’agit de quelqu’un d’autre.`,
    whoLabel: 'Qui est-ce maintenant ?',
    whoAnother: 'Quelqu’un d’autre',
    whoAnotherHint:
      'Les données de la personne précédente sont effacées, y compris des versions publiées. La nouvelle figure sur les mêmes créneaux ; son nom est masqué tant que vous n’indiquez pas son accord, et ses sièges sont de nouveau ouverts.',
    whoSame: 'La même personne, corrigée',
    whoSameHint: 'Son accord et ses réponses restent les siens.',
  },
  days: {
    lead: 'Les journées qui suivent la première, chacune avec les heures annoncées.',
    first: (day, hours) => `Première journée : ${day}, ${hours}.`,
    toFirst: 'Modifier la première journée',
    none: 'Le programme tient en une journée. Ajoutez-en une s’il continue.',
    day: position => `Journée ${n(position)}`,
    timeHint: city => `Sur 24 heures, par exemple 9:00 ; ${frenchTimeOf(city)}`,
    standing: count =>
      plural('fr', count, {
        one: '# créneau commence ce jour-là. Avec une autre date, il suit.',
        other: '# créneaux commencent ce jour-là. Avec une autre date, ils suivent.',
        many: '# de créneaux commencent ce jour-là. Avec une autre date, ils suivent.',
      }),
    add: 'Ajouter une journée',
    remove: position => `Retirer la journée ${n(position)}`,
    order: 'Journées',
    field: (day, field) => `${day} : ${field}`,
    moved: count =>
      plural('fr', count, {
        one: 'C’est enregistré. # créneau a suivi sa journée.',
        other: 'C’est enregistré. # créneaux ont suivi leur journée.',
        many: 'C’est enregistré. # de créneaux ont suivi leur journée.',
      }),
    errors: {
      standing: slots =>
        `La journée reste : des créneaux y commencent, ${slots}. Déplacez-les ou retirez-les, puis retirez la journée.`,
      beforeFirst: 'Ce jour précède la première journée du séminaire. Choisissez-en un plus tard.',
      slot: (slot, sentence) => `« ${slot} » suit cette journée. ${sentence}`,
    },
  },
  panel: {
    title: 'Panel',
    titleOf: slot => `Panel de « ${slot} »`,
    lead: 'Chaque siège est réservé à une région. Indiquez qui est invité, et la réponse ; celles qui viennent par lien s’inscrivent d’elles-mêmes.',
    invitations: 'Inviter, et suivre les réponses',
    slot: 'Le créneau',
    confirmed: (region, confirmed, all) =>
      plural('fr', confirmed, {
        one: `${region} : # confirmé sur ${n(all)}`,
        other: `${region} : # confirmés sur ${n(all)}`,
        many: `${region} : # de confirmés sur ${n(all)}`,
      }),
    waiting: count => plural('fr', count, { one: '# sans réponse', other: '# sans réponse', many: '# sans réponse' }),
    declined: count => plural('fr', count, { one: '# décliné', other: '# déclinés', many: '# de déclinés' }),
    sums: 'Sièges par région',
    empty: 'Pas encore de siège. Commencez par trois pour chaque région, ou ajoutez-les un à un.',
    three: 'Trois pour l’Amérique latine, trois pour l’Europe',
    seat: position => `Siège ${n(position)}`,
    seatOf: (position, region) => `Siège ${n(position)}, ${region}`,
    field: (seat, field) => `${seat} : ${field}`,
    region: 'Région',
    organisation: 'Organisation',
    person: 'Personne',
    state: 'État',
    people: 'Ajouter une personne à la liste',
    organisations: 'Ajouter une organisation',
    add: 'Ajouter un siège',
    up: position => `Monter le siège ${n(position)}`,
    down: position => `Descendre le siège ${n(position)}`,
    remove: position => `Retirer le siège ${n(position)}`,
    order: 'Sièges et leur ordre',
    reopened: names =>
      `C’est enregistré. La réponse venait de quelqu’un qui n’y siège plus. De nouveau libre : ${names}.`,
    leaving: 'Sièges de personnes invitées',
    leavingHint: (count, names) => `Sièges retirés (${n(count)}) : ${names}. Aucun courriel ne part.`,
    leavingChoice: 'Les retirer',
    slotGone: 'Quelqu’un a retiré ce créneau entre-temps, et son panel avec lui. Voici ce que vous avez écrit :',
    toProgramme: 'Aller aux créneaux',
    errors: {
      region: 'Choisissez la région à laquelle le siège est réservé.',
      twice: name => `${name} a déjà un siège à ce panel.`,
      nobody: 'Nommez une personne ou une organisation, ou laissez le siège libre.',
      person: 'Cette personne n’est plus dans la liste. Choisissez de nouveau.',
      organisation: 'Cette organisation n’est plus dans le séminaire. Choisissez de nouveau.',
      state: 'Choisissez un état dans la liste.',
      leaving: 'Quelqu’un a été invité pour un siège qui n’est plus ici. Indiquez ci-dessous qu’il peut être retiré.',
    },
  },
} satisfies Messages<typeof en>
