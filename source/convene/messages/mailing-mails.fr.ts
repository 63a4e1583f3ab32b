import { frenchOn, frenchTimeOf, type Messages } from '#ground/languages/say.ts'
import type { en } from './mailing-mails.en.ts'

export const fr = {
  names: { mailing: 'Message de l’équipe d’organisation', reminder: 'Rappel' },
  samplePerson: { givenName: 'Camille', familyName: 'Martin', organisation: 'Ville de Clairvaux-sur-Aube' },
  sampleReason: 'Ici figure la raison que vous donnez.',
  sample: 'Ceci est un exemple : la personne n’existe pas, et les liens personnels ne mènent nulle part.',
  testSubject: subject => `[Essai] ${subject}`,
  testNote:
    'Ceci est un essai, envoyé à vous seulement. Les personnes à qui il s’adresse trouveront ici leur propre nom, et le lien vers leur propre page.',
  onlyIn: language => `Nous n’avons pas encore ce message en français. Le voici en ${language}.`,
  why: seminar => `Vous recevez ce courriel parce que vous avez une inscription à « ${seminar} ».`,
  alsoFor: name => `Ce courriel s’adresse aussi à ${name}, dont l’inscription porte la même adresse.`,
  alsoForPage: (name, page) =>
    `Ce courriel s’adresse aussi à ${name}, dont l’inscription porte la même adresse et a sa propre page :\n${page}`,
  ownPageHidden: '(lien personnel)',
  inZone: (moment, city) => `${moment}, ${frenchTimeOf(city)}`,
  reminderSubject: (seminar, date) => `Rappel : ${seminar}, ${date}`,
  reminder: (seminar, date) =>
    `« ${seminar} » a lieu ${frenchOn(date)}. Vous avez une place. Voici ce qu’il vous faut pour venir.`,
  reminderOffered: (seminar, date, moment, city) =>
    `« ${seminar} » a lieu ${frenchOn(date)}. Une place est réservée pour vous jusqu’au ${moment}, ${frenchTimeOf(city)} : elle n’est à vous que si vous la prenez sur votre page personnelle.`,
  access: lines => `Pour venir :\n${lines}`,
  programme: address => `Programme : ${address}`,
  cannotCome: 'Si vous ne pouvez pas venir, rendez votre place sur votre page personnelle.',
  cannotComeWaited:
    'Si vous ne pouvez pas venir, rendez votre place sur votre page personnelle : d’autres personnes en attendent une.',
} satisfies Messages<typeof en>
