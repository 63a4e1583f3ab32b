import type { Messages } from '#ground/languages/say.ts'
import { frenchTimeOf } from '#ground/languages/say.ts'
import type { en } from './life-mails.en.ts'

export const fr = {
  names: {
    'seminar-cancelled': 'Séminaire annulé',
    'seminar-postponed': 'Séminaire reporté',
    'seminar-moved': 'Nouvelle date du séminaire',
    'seminar-held-again': 'Séminaire finalement maintenu',
  },
  cancelledSubject: seminar => `Annulé : ${seminar}`,
  cancelled: (seminar, day) => `« ${seminar} », annoncé pour le ${day}, est annulé. Il n’aura pas lieu.`,
  cancelledNext:
    'Vous n’avez rien à faire. Votre page personnelle reste ouverte : elle montre ce que nous avons de vous, et vous pouvez l’y faire effacer.',
  postponedSubject: seminar => `Reporté : ${seminar}`,
  postponed: (seminar, day) =>
    `« ${seminar} » est reporté : il n’aura pas lieu le ${day}. La nouvelle date n’est pas encore connue. Nous vous écrirons dès qu’elle le sera.`,
  keeps: {
    confirmed: 'Vous gardez votre place.',
    waiting: 'Vous gardez votre rang sur la liste d’attente.',
    requested: 'Votre demande reste auprès de l’équipe d’organisation.',
    offered: 'La place vous reste réservée, et le délai pour répondre est suspendu.',
  },
  postponedNext:
    'Vous n’avez rien à faire. Si vous savez déjà que vous ne viendrez pas, dites-le sur votre page personnelle.',
  movedSubject: seminar => `Nouvelle date : ${seminar}`,
  moved: (seminar, before, day) => `« ${seminar} » était annoncé pour le ${before}. Il aura lieu le ${day}.`,
  heldAgainSubject: seminar => `Il a lieu : ${seminar}`,
  heldAgain: (seminar, day) => `« ${seminar} » a finalement lieu, le ${day}.`,
  offeredUntil: (moment, city) => `Une place est réservée pour vous jusqu’au ${moment}, ${frenchTimeOf(city)}.`,
  askConfirmed:
    'Pouvez-vous venir ? Alors vous n’avez rien à faire. Sinon, merci de rendre votre place sur votre page personnelle, pour qu’une autre personne puisse l’avoir.',
  askOffered: 'Prenez-la sur votre page personnelle, ou dites-y que vous n’en avez pas besoin.',
  ask: 'Si vous ne pouvez pas venir, merci de le dire sur votre page personnelle.',
  calendarOut: 'Le fichier joint retire le séminaire de votre agenda.',
  calendarNew: 'L’événement joint remplace celui de votre agenda.',
  reason: text => `Ce que l’équipe d’organisation écrit :\n${text}`,
  reasonIn: (language, text) => `Ce que l’équipe d’organisation écrit (en ${language}) :\n${text}`,
} satisfies Messages<typeof en>
