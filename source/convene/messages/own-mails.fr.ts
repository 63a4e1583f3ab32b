import { frenchTimeOf, type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './own-mails.en.ts'

const ahead = (people: number) =>
  plural('fr', people, {
    one: '# personne qui attend les mêmes places est devant vous',
    other: '# personnes qui attendent les mêmes places sont devant vous',
    many: '# de personnes qui attendent les mêmes places sont devant vous',
  })

export const fr = {
  names: {
    'registration-confirmed': 'Place confirmée',
    'registration-waiting': 'Sur la liste d’attente',
    'registration-requested': 'Demande reçue',
    'place-offered': 'Place proposée',
    'registration-refused': 'Demande refusée',
    'registration-cancelled': 'Inscription annulée',
    'registration-changed': 'Réponses modifiées',
    'offer-expired': 'Proposition expirée',
    'handed-on': 'Place reçue d’une ou d’un collègue',
    'handed-on-from': 'Place cédée',
    'not-handed-on': 'Place non cédée',
    'already-registered': 'Inscription déjà faite',
  },
  hello: name => `Bonjour ${name},`,
  confirmedSubject: seminar => `Vous avez une place : ${seminar}`,
  confirmed: seminar => `Votre inscription à « ${seminar} » est confirmée : vous avez une place.`,
  confirmedPage:
    'Votre code d’entrée est sur votre page personnelle. Vous pouvez aussi y corriger vos réponses, rendre la place ou la céder à une ou un collègue.',
  byDelegate:
    'Quelqu’un a rempli le formulaire pour vous. Votre page personnelle vous permet de corriger vos réponses et de dire vous-même ce que vous acceptez.',
  waitingSubject: seminar => `Liste d’attente : ${seminar}`,
  waiting: seminar =>
    `Il n’y a pas en ce moment de place libre pour vous à « ${seminar} ». Vous êtes sur la liste d’attente.`,
  rank: rank =>
    rank === 1 ? 'Vous êtes en tête de la liste.' : `Votre rang est ${number('fr', rank)} : ${ahead(rank - 1)}.`,
  waitingDirect: (moment, city) =>
    `Dès qu’une place est à vous, un courriel vous le dit ; vous n’avez rien à faire. La liste d’attente reçoit des places jusqu’au ${moment}, ${frenchTimeOf(city)}.`,
  waitingOffer: (hours, moment, city) =>
    plural('fr', hours, {
      one: `Dès qu’une place peut être à vous, elle vous est réservée pendant # heure, et un courriel vous demande si vous la prenez. La liste d’attente reçoit des places jusqu’au ${moment}, ${frenchTimeOf(city)}.`,
      other: `Dès qu’une place peut être à vous, elle vous est réservée pendant # heures, et un courriel vous demande si vous la prenez. La liste d’attente reçoit des places jusqu’au ${moment}, ${frenchTimeOf(city)}.`,
    }),
  requestedSubject: seminar => `Demande reçue : ${seminar}`,
  requested: seminar =>
    `Nous avons reçu votre demande de participer à « ${seminar} ». L’équipe d’organisation l’examine, et un courriel vous apporte sa réponse.`,
  requestedNext:
    'Vous n’avez pas encore de place. Si la demande est acceptée alors que tout est pris, votre rang sur la liste d’attente compte à partir du moment de votre demande.',
  offeredSubject: seminar => `Une place est réservée pour vous : ${seminar}`,
  offered: (seminar, moment, city) =>
    `Une place à « ${seminar} » est réservée pour vous jusqu’au ${moment}, ${frenchTimeOf(city)}.`,
  offeredDo:
    'Prenez-la sur votre page personnelle, ou dites-y que vous n’en avez pas besoin. Sans réponse, elle va à la personne suivante.',
  offerOver: seminar =>
    `Une place à « ${seminar} » était réservée pour vous. Votre page personnelle dit où en est maintenant votre inscription.`,
  answerOffer: 'Répondre à la proposition',
  refusedSubject: seminar => `Votre demande : ${seminar}`,
  refused: seminar =>
    `L’équipe d’organisation n’a pas pu accepter votre demande de participer à « ${seminar} ». Nous le regrettons.`,
  reason: text => `Ce que l’équipe a écrit :\n${text}`,
  cancelledSubject: seminar => `Inscription annulée : ${seminar}`,
  cancelledSelf: seminar =>
    `Votre inscription à « ${seminar} » est annulée, comme demandé sur votre page personnelle. Merci de laisser la place à une autre personne.`,
  cancelledOrganiser: seminar => `L’équipe d’organisation a annulé votre inscription à « ${seminar} ».`,
  changedSubject: seminar => `Vos réponses ont changé : ${seminar}`,
  changedSelf: seminar =>
    `Vos réponses pour « ${seminar} » ont été modifiées sur votre page personnelle. Voici ce que nous avons maintenant :`,
  changedOrganiser: seminar =>
    `L’équipe d’organisation a modifié vos réponses pour « ${seminar} ». Voici ce que nous avons maintenant :`,
  changedFacts: {
    name: name => `Nom : ${name}`,
    address: address => `Adresse : ${address}`,
    category: category => `Vous venez en tant que : ${category}`,
    organisation: (organisation, country) => `Organisation : ${organisation} (${country})`,
    territory: territory => `Territoire : ${territory}`,
    role: role => `Fonction : ${role}`,
    language: language => `Langue de nos courriels : ${language}`,
    languages: languages => `Langues que vous comprenez : ${languages}`,
    state: state => `Inscription : ${state}`,
    others: 'Vos besoins et vos réponses aux questions de l’équipe d’organisation sont sur votre page personnelle.',
  },
  expiredSubject: seminar => `La proposition a pris fin : ${seminar}`,
  expired: seminar =>
    `La place qui vous était réservée pour « ${seminar} » n’a pas été prise à temps : la proposition a pris fin, et votre inscription avec elle.`,
  expiredNext:
    'Si vous souhaitez toujours venir, vous pouvez vous inscrire de nouveau tant que les inscriptions sont ouvertes.',
  handedOnSubject: seminar => `Une place pour vous : ${seminar}`,
  handedOn: (giver, seminar) =>
    giver === null
      ? `Une ou un collègue vous a cédé une place à « ${seminar} ». Elle est confirmée.`
      : `${giver} vous a cédé une place à « ${seminar} ». Elle est confirmée.`,
  handedOnPage:
    'Sur votre page personnelle, vous pouvez compléter vos réponses, dire ce dont vous avez besoin et ce que vous acceptez, et trouver votre code d’entrée.',
  handedOnFromSubject: seminar => `Votre place a été cédée : ${seminar}`,
  handedOnFrom: (colleague, seminar) =>
    colleague === null
      ? `Votre place à « ${seminar} » a été cédée à une ou un collègue. Votre propre inscription a pris fin.`
      : `Votre place à « ${seminar} » a été cédée à ${colleague}. Votre propre inscription a pris fin.`,
  notHandedOnSubject: seminar => `Votre place reste à vous : ${seminar}`,
  notHandedOn: seminar =>
    `Vous vouliez céder votre place pour « ${seminar} » à une personne qui a déjà une inscription. Cette personne garde la sienne, et votre place reste à vous : vous pouvez la céder à quelqu’un d’autre.`,
  againSubject: seminar => `Vous avez déjà une inscription : ${seminar}`,
  again: seminar =>
    `Quelqu’un, sans doute vous, vient de remplir le formulaire d’inscription de « ${seminar} » avec votre nom et cette adresse. Vous aviez déjà une inscription : rien n’a changé. Votre page personnelle vous dit où elle en est.`,
  againHandOn: seminar =>
    `Une personne de votre organisation voulait vous céder sa place pour « ${seminar} ». Vous aviez déjà une inscription : rien n’a changé. Votre page personnelle vous dit où elle en est.`,
  againElse: 'Si ce n’était pas vous, il n’y a rien à faire : la page n’a rien dit de vous.',
  when: (date, hours, city) => `Quand : ${date}, ${hours} (${frenchTimeOf(city)}).`,
  where: place => `Où : ${place}.`,
  action: 'Ouvrir ma page personnelle',
  keep: 'Ce lien est à vous : ne le transmettez pas. Il montre votre inscription, et qui le connaît peut agir à votre place.',
  notYou: 'Si ce n’était pas vous, écrivez à l’équipe d’organisation.',
  notMe: address =>
    `Cette inscription ne vient pas de vous et vous n’en voulez pas ? Dites-le ici : l’inscription et vos données seront effacées.\n${address}`,
  contact: addresses => `Équipe d’organisation : ${addresses}.`,
} satisfies Messages<typeof en>
