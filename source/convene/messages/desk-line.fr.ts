import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-line.en.ts'

const of = (taken: number, capacity: number) => `${number('fr', taken)} sur ${number('fr', capacity)}`

export const fr = {
  title: 'Liste d’attente',
  lead: 'Toutes les personnes qui attendent, dans leur ordre, avec ce qui leur manque.',
  nobodyTitle: 'Personne n’attend',
  nobody:
    'Les personnes qui n’ont pas trouvé de place figurent ici, et en reçoivent une dès que chacun de leurs quotas a de la place.',
  waitsFor: 'Comptées par le quota',
  rank: 'Rang',
  place: place => `n° ${number('fr', place)} de toute la liste`,
  since: 'Attend depuis',
  whyNotYet: 'Pourquoi pas encore',
  passedOver: 'Qui est passé devant',
  priority: 'Priorité',
  priorityOf: name => `Priorité : ${name}`,
  savePriorities: 'Fixer les priorités',
  priorityHint: 'De −100 à 100 ; la plus haute passe d’abord. Une priorité ne donne pas une place qui n’est pas libre.',
  prioritiesSet: count => plural('fr', count, { one: '# priorité est fixée.', other: '# priorités sont fixées.' }),
  noneChanged: 'Aucune priorité n’a changé.',
  nothingFull: 'Rien n’est complet pour elle : la prochaine place est la sienne.',
  lineEnded: moment => `La liste d’attente a reçu des places jusqu’au ${moment}. Elle n’en reçoit plus.`,
  neverPassed: 'personne',
  because: full => `Complet alors pour cette personne : ${full}.`,
  fullThen: (name, taken, capacity) => `${name} (${of(taken, capacity)})`,
  becauseOther:
    'Aucun quota d’aujourd’hui ne dit pourquoi : c’était la limite de son organisation, son invitation, ou un quota modifié depuis.',
  passedMore: count => plural('fr', count, { one: 'et # fois avant', other: 'et # fois avant' }),
  obstacles: {
    all: capacity => `Toutes les places sont prises ou gardées : ${of(capacity, capacity)}.`,
    allOver: (taken, capacity) =>
      `Plus de places sont prises qu’il n’y en a : ${of(taken, capacity)}. Aucune n’est donnée tant que ${number('fr', capacity)} ou plus sont prises.`,
    quota: (name, taken, capacity) => `« ${name} » est complet : ${of(taken, capacity)}.`,
    quotaOver: (name, taken, capacity) =>
      `« ${name} » dépasse sa capacité : ${of(taken, capacity)}. Ce quota ne donne aucune place tant que ${number('fr', capacity)} ou plus sont prises.`,
    organisation: capacity =>
      plural('fr', capacity, { one: 'Son organisation a sa # place.', other: 'Son organisation a ses # places.' }),
    organisationOver: (taken, capacity) => `Son organisation a plus de places que permis : ${of(taken, capacity)}.`,
    invitation: (code, taken, capacity) => `L’invitation ${code} est épuisée : ${of(taken, capacity)}.`,
  },
  how: {
    title: 'Comment avance la liste',
    order: 'La priorité la plus haute passe d’abord ; à égalité, la première inscription.',
    passing:
      'Les quotas se recouvrent. Une place va à la première personne pour qui chaque quota qui la compte a de la place. Une personne dépassée garde son rang. Une nouvelle personne dont tous les quotas ont de la place en reçoit une aussitôt, même si d’autres attendent un quota complet.',
    rank: 'Le rang compte la personne et celles qui, devant elle, attendent le même quota complet. Celles qui attendent autre chose ne la gênent pas.',
    direct: 'La personne dont le tour vient a la place aussitôt, et un courriel le lui dit.',
    offer: hours =>
      plural('fr', hours, {
        one: 'La personne dont le tour vient reçoit une proposition, réservée # heure ; puis la place va à la suivante.',
        other:
          'La personne dont le tour vient reçoit une proposition, réservée # heures ; puis la place va à la suivante.',
      }),
    until: moment => `La liste ne reçoit plus de places après le ${moment}.`,
  },
} satisfies Messages<typeof en>
