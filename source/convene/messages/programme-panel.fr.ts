import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-panel.en.ts'

const people = (count: number) =>
  plural('fr', count, { one: '# personne', other: '# personnes', many: '# de personnes' })

export const fr: Messages<typeof en> = {
  title: 'Panels et invitations',
  lead: 'Qui siège à un panel, anime ou intervient : qui vous avez invité, et les réponses reçues.',
  doorText: 'Inviter des personnes aux panels, voir leurs réponses et ce qu’elles disent d’elles.',
  mayNot: 'Seules les personnes qui peuvent modifier ce séminaire voient cette page.',
  mayNotWrite: 'Pour écrire aux personnes de ce séminaire, il faut le droit de s’occuper d’elles.',
  figures: {
    confirmed: 'Sièges confirmés',
    invited: 'Sans réponse',
    declined: 'Déclinés',
    open: 'Pas encore d’invitation',
    declinedExplain: 'Donnez ces sièges à quelqu’un d’autre, ou laissez-les.',
  },
  card: (confirmed, invited, declined) =>
    `Panels : ${plural('fr', confirmed, { one: '# siège confirmé', other: '# sièges confirmés', many: '# de sièges confirmés' })}, ${plural('fr', invited, { one: '# sans réponse', other: '# sans réponse' })}, ${plural('fr', declined, { one: '# décliné', other: '# déclinés' })}`,
  noneTitle: 'Aucune personne n’est encore nommée au programme',
  none: 'Ajoutez des personnes, puis donnez-leur un siège, une modération ou une intervention dans un créneau.',
  toPeople: 'Aller aux personnes',
  toProgramme: 'Aller aux créneaux',
  columns: {
    seat: 'Siège',
    organisation: 'Organisation',
    person: 'Personne',
    state: 'Réponse',
    invited: 'Invitation',
    answered: 'Réponse du',
    mail: 'Dernier courriel',
    does: 'Au programme',
  },
  openSeats: count => plural('fr', count, { one: '# siège à pourvoir', other: '# sièges à pourvoir' }),
  nobody: 'personne encore',
  seatsOf: slot => `Sièges : ${slot}`,
  changeSeats: 'Modifier ces sièges',
  states: {
    open: 'pas encore d’invitation',
    invited: 'sans réponse pour l’instant',
    confirmed: 'confirmé',
    declined: 'décliné',
  },
  stillOn: 'a décliné un siège, mais anime ou intervient encore',
  others: 'Modération et interventions',
  othersLead: 'Le courriel leur demande si elles viendront, et qui elles sont.',
  cannot: {
    title: count =>
      plural('fr', count, {
        one: '# modération ou intervention déclinée',
        other: '# modérations ou interventions déclinées',
      }),
    text: 'Qui décline ne figure pas dans ce que vous publiez. La version que tout le monde voit peut encore nommer la personne jusqu’à votre prochaine publication.',
  },
  roles: { moderator: slot => `anime « ${slot} »`, speaker: slot => `intervient dans « ${slot} »` },
  mail: {
    never: 'aucun',
    on: moment => `le ${moment}`,
    times: count => plural('fr', count, { one: '# courriel', other: '# courriels', many: '# de courriels' }),
  },
  waiting: {
    title: 'Textes qui attendent une traduction',
    lead: language =>
      `Des personnes les ont écrits elles-mêmes dans une autre langue. Ils entrent dans le programme dès que le texte existe en ${language}.`,
    fields: { role: 'Fonction', about: 'Présentation' },
    write: 'Écrire la traduction',
  },
  unreachable: {
    title: count =>
      plural('fr', count, {
        one: '# personne à qui l’on ne peut pas écrire',
        other: '# personnes à qui l’on ne peut pas écrire',
        many: '# de personnes à qui l’on ne peut pas écrire',
      }),
    text: 'Il n’y a pas d’adresse de courriel. Ajoutez-la, puis envoyez l’invitation.',
  },
  invite: {
    title: 'Inviter des personnes',
    choose: 'Qui invitez-vous ?',
    look: 'Voir le courriel',
    none: 'Toutes les personnes du programme ont reçu une invitation.',
  },
  remind: {
    title: 'Relancer',
    choose: 'Qui relancez-vous ?',
    look: 'Voir le rappel',
    last: moment => `dernier courriel le ${moment}`,
    noMail: 'invitation faite sans courriel d’ici',
    laterTitle: count =>
      plural('fr', count, {
        one: '# personne que l’on ne peut pas relancer maintenant',
        other: '# personnes que l’on ne peut pas relancer maintenant',
        many: '# de personnes que l’on ne peut pas relancer maintenant',
      }),
    pause: (days, most) =>
      `Entre deux courriels à la même personne, il y a ${plural('fr', days, { one: '# jour', other: '# jours', many: '# de jours' })}, et personne ne reçoit plus de ${plural('fr', most, { one: '# rappel', other: '# rappels', many: '# de rappels' })}.`,
    from: (name, moment) => `${name} : de nouveau à partir du ${moment}`,
    never: name => `${name} : a reçu tous les rappels`,
  },
  errors: { people: 'Choisissez au moins une personne.', note: 'Écrivez 1 000 caractères au plus.' },
  lookTitle: { invite: 'Le courriel d’invitation', remind: 'Le rappel' },
  lookLead: count => `Il part à ${people(count)}, un courriel par personne, dans sa langue. Rien n’est encore parti.`,
  note: language => `Une phrase de vous (${language})`,
  noteHint: 'Figure dans le courriel comme ce que l’équipe écrit',
  preview: (language, count, name) => `En ${language}, à ${people(count)} ; ici tel que ${name} le reçoit`,
  again: 'Le montrer avec ma phrase',
  send: count => `Envoyer à ${people(count)}`,
  goBack: 'Choisir d’autres personnes',
  sent: count =>
    plural('fr', count, {
      one: 'Le courriel à # personne part.',
      other: 'Les courriels à # personnes partent.',
      many: 'Les courriels à # de personnes partent.',
    }),
  left: count =>
    plural('fr', count, {
      one: '# personne a été laissée de côté : on lui a écrit ou elle a répondu entre-temps, ou elle n’a pas d’adresse.',
      other:
        '# personnes ont été laissées de côté : on leur a écrit ou elles ont répondu entre-temps, ou elles n’ont pas d’adresse.',
    }),
  nobodyLeft:
    'Aucun courriel n’est parti : toutes ces personnes en ont reçu un il y a peu, ou ont répondu entre-temps.',
  closed: {
    begun: 'Le séminaire a commencé : on ne peut plus inviter personne.',
    cancelled: 'Le séminaire est annulé : on ne peut inviter personne.',
    postponed: 'Le séminaire n’a pas encore de nouvelle date : on ne peut inviter personne d’ici là.',
  },
  log: {
    slot_person: 'Modération ou intervention',
    slot_seat: 'Siège au panel',
    programme_person: 'Personne au programme',
    state: 'Réponse',
    named: 'Nom affiché pour tout le monde',
    invited: count => `Invitations envoyées pour le programme : ${count}`,
    reminded: count => `Rappels envoyés pour le programme : ${count}`,
  },
}
