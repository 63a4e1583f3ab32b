import { number, plural } from '#ground/languages/say.ts'

const ahead = (people: number) =>
  plural('en', people, {
    one: '# person who waits for the same places is ahead of you',
    other: '# people who wait for the same places are ahead of you',
  })

export const en = {
  names: {
    'registration-confirmed': 'Place confirmed',
    'registration-waiting': 'On the waiting list',
    'registration-requested': 'Request received',
    'place-offered': 'Place offered',
    'registration-refused': 'Request refused',
    'registration-cancelled': 'Registration cancelled',
    'registration-changed': 'Answers changed',
    'offer-expired': 'Offer ended',
    'handed-on': 'Place received from a colleague',
    'handed-on-from': 'Place handed on',
    'not-handed-on': 'Place not handed on',
    'already-registered': 'Already registered',
  },
  hello: (name: string) => `Dear ${name},`,
  confirmedSubject: (seminar: string) => `You have a place: ${seminar}`,
  confirmed: (seminar: string) => `Your registration for “${seminar}” is confirmed: you have a place.`,
  confirmedPage:
    'Your personal page has your entry code. There you can also correct your answers, give the place back, or hand it to a colleague.',
  byDelegate:
    'Somebody filled in the form for you. On your personal page you can correct your answers and say for yourself what you agree to.',
  waitingSubject: (seminar: string) => `Waiting list: ${seminar}`,
  waiting: (seminar: string) =>
    `At the moment there is no free place for you at “${seminar}”. You are on the waiting list.`,
  rank: (rank: number) =>
    rank === 1 ? 'You are the first in line.' : `Your rank is ${number('en', rank)}: ${ahead(rank - 1)}.`,
  waitingDirect: (moment: string, city: string) =>
    `As soon as a place is yours, a mail tells you; there is nothing you need to do. Places go to the waiting list until ${moment}, ${city} time.`,
  waitingOffer: (hours: number, moment: string, city: string) =>
    plural('en', hours, {
      one: `As soon as a place is free for you, it is held for # hour, and a mail asks whether you want it. Places go to the waiting list until ${moment}, ${city} time.`,
      other: `As soon as a place is free for you, it is held for # hours, and a mail asks whether you want it. Places go to the waiting list until ${moment}, ${city} time.`,
    }),
  requestedSubject: (seminar: string) => `Request received: ${seminar}`,
  requested: (seminar: string) =>
    `We have received your request to take part in “${seminar}”. The organising team will examine it and answer you by mail.`,
  requestedNext:
    'You do not have a place yet. If the request is accepted when all places are taken, your rank on the waiting list counts from the moment of your request.',
  offeredSubject: (seminar: string) => `A place is held for you: ${seminar}`,
  offered: (seminar: string, moment: string, city: string) =>
    `A place at “${seminar}” is held for you until ${moment}, ${city} time.`,
  offeredDo:
    'Take it on your personal page, or say there that you do not need it. Without an answer it goes to the next person.',
  offerOver: (seminar: string) =>
    `A place at “${seminar}” was held for you. Your personal page says where your registration stands now.`,
  answerOffer: 'Answer the offer',
  refusedSubject: (seminar: string) => `Your request for ${seminar}`,
  refused: (seminar: string) =>
    `The organising team could not accept your request to take part in “${seminar}”. We are sorry.`,
  reason: (text: string) => `What the team wrote:\n${text}`,
  cancelledSubject: (seminar: string) => `Registration cancelled: ${seminar}`,
  cancelledSelf: (seminar: string) =>
    `Your registration for “${seminar}” is cancelled, as requested on your personal page. Thank you for letting someone else come.`,
  cancelledOrganiser: (seminar: string) => `The organising team has cancelled your registration for “${seminar}”.`,
  changedSubject: (seminar: string) => `Your answers have changed: ${seminar}`,
  changedSelf: (seminar: string) =>
    `Your answers for “${seminar}” were changed on your personal page. This is what we now hold:`,
  changedOrganiser: (seminar: string) =>
    `The organising team has changed your answers for “${seminar}”. This is what we now hold:`,
  changedFacts: {
    name: (name: string) => `Name: ${name}`,
    address: (address: string) => `Address: ${address}`,
    category: (category: string) => `You are taking part as: ${category}`,
    organisation: (organisation: string, country: string) => `Organisation: ${organisation} (${country})`,
    territory: (territory: string) => `Territory: ${territory}`,
    role: (role: string) => `Role: ${role}`,
    language: (language: string) => `Language of our mails: ${language}`,
    languages: (languages: string) => `Languages you understand: ${languages}`,
    state: (state: string) => `Registration: ${state}`,
    others: 'What you need, and your answers to the organising team’s questions, are on your personal page.',
  },
  expiredSubject: (seminar: string) => `The offer has ended: ${seminar}`,
  expired: (seminar: string) =>
    `The place at “${seminar}” that was held for you was not taken in time: the offer has ended, and your registration with it.`,
  expiredNext: 'If you still want to come, you can register again as long as registration is open.',
  handedOnSubject: (seminar: string) => `A place for you: ${seminar}`,
  handedOn: (giver: string | null, seminar: string) =>
    giver === null
      ? `A colleague has handed you a place at “${seminar}”. It is confirmed.`
      : `${giver} has handed you a place at “${seminar}”. It is confirmed.`,
  handedOnPage:
    'On your personal page you can complete your answers, say what you need and what you agree to, and find your entry code.',
  handedOnFromSubject: (seminar: string) => `Your place was handed on: ${seminar}`,
  handedOnFrom: (colleague: string | null, seminar: string) =>
    colleague === null
      ? `Your place at “${seminar}” was handed to a colleague. Your own registration has ended.`
      : `Your place at “${seminar}” was handed to ${colleague}. Your own registration has ended.`,
  notHandedOnSubject: (seminar: string) => `Your place is still yours: ${seminar}`,
  notHandedOn: (seminar: string) =>
    `You wanted to hand your place at “${seminar}” to someone who is already registered. They keep their own registration, and your place is still yours: you can hand it to someone else.`,
  againSubject: (seminar: string) => `You are already registered: ${seminar}`,
  again: (seminar: string) =>
    `Someone, probably you, has just filled in the registration form for “${seminar}” with your name and this address. You were already registered: nothing has changed. Your personal page tells you where your registration stands.`,
  againHandOn: (seminar: string) =>
    `A colleague wanted to hand you their place at “${seminar}”. You were already registered: nothing has changed. Your personal page tells you where your registration stands.`,
  againElse: 'If it was not you, there is nothing to do: the page told them nothing about you.',
  when: (date: string, hours: string, city: string) => `When: ${date}, ${hours} (${city} time).`,
  where: (place: string) => `Where: ${place}.`,
  action: 'Open my personal page',
  keep: 'This link is yours: please do not pass it on. It shows your registration, and whoever has it can act for you.',
  notYou: 'If it was not you, write to the organising team.',
  notMe: (address: string) =>
    `You did not register and do not want this? Say so here, and the registration and your data are erased:\n${address}`,
  contact: (addresses: string) => `Organising team: ${addresses}.`,
}
