import { frenchOn, frenchTimeOf, type Messages } from '#ground/languages/say.ts'
import type { en } from './programme-panel-mail.en.ts'

export const fr: Messages<typeof en> = {
  name: 'Invitation au programme',
  hello: name => `Bonjour ${name},`,
  panelSubject: seminar => `Siégerez-vous à un panel ? ${seminar}`,
  partSubject: seminar => `Votre place dans le programme : ${seminar}`,
  reminderSubject: seminar => `Rappel : ${seminar}`,
  askedForPanel: seminar => `L’équipe d’organisation de « ${seminar} » vous propose de siéger à un panel :`,
  askedForPart: seminar => `Vous figurez au programme de « ${seminar} » :`,
  reminderPanel: seminar =>
    `L’équipe d’organisation de « ${seminar} » vous a proposé de siéger à un panel et n’a pas encore votre réponse :`,
  reminderPart: seminar => `Pour rappel, voici votre place dans « ${seminar} » :`,
  parts: {
    seat: (slot, when, region) => `panel « ${slot} », ${when} (siège : ${region})`,
    moderator: (slot, when) => `vous animez « ${slot} », ${when}`,
    speaker: (slot, when) => `vous intervenez dans « ${slot} », ${when}`,
  },
  when: (day, hours, city) => `Le séminaire a lieu ${frenchOn(day)}, ${hours} (${frenchTimeOf(city)}).`,
  where: venue => `Lieu : ${venue}`,
  note: text => `L’équipe vous écrit :\n${text}`,
  answerThere:
    'Sur une page qui est la vôtre, vous dites si vous viendrez, qui vous êtes, et si votre nom peut être affiché.',
  until: (moment, city) => `Vous pouvez changer de réponse jusqu’au ${moment}, ${frenchTimeOf(city)}.`,
  answer: 'Répondre',
  keep: 'Ce lien n’est qu’à vous. Ne le transmettez pas : qui l’ouvre répond en votre nom.',
  kept: 'Votre adresse nous vient de l’équipe d’organisation. Sur la même page, vous pouvez faire effacer tout ce qui vous concerne.',
  contact: addresses => `Questions : ${addresses}`,
}
