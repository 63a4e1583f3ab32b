import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-panel-mail.en.ts'

export const pt: Messages<typeof en> = {
  name: 'Convite para o programa',
  hello: name => `Bom dia, ${name},`,
  panelSubject: seminar => `Aceita participar de um painel? ${seminar}`,
  partSubject: seminar => `Sua participação no programa: ${seminar}`,
  reminderSubject: seminar => `Lembrete: ${seminar}`,
  askedForPanel: seminar => `A equipe organizadora de “${seminar}” propõe que você participe de um painel:`,
  askedForPart: seminar => `Seu nome está no programa de “${seminar}”:`,
  reminderPanel: seminar =>
    `A equipe organizadora de “${seminar}” propôs que você participe de um painel e ainda não tem sua resposta:`,
  reminderPart: seminar => `Lembramos sua participação em “${seminar}”:`,
  parts: {
    seat: (slot, when, region) => `painel “${slot}”, ${when} (assento: ${region})`,
    moderator: (slot, when) => `moderação de “${slot}”, ${when}`,
    speaker: (slot, when) => `intervenção em “${slot}”, ${when}`,
  },
  when: (day, hours, city) => `O seminário acontece na data seguinte: ${day}, ${hours} (hora de ${city}).`,
  where: venue => `Local: ${venue}`,
  note: text => `A equipe escreve:\n${text}`,
  answerThere: 'Em uma página só sua, você diz se virá, quem é e se seu nome pode ser mostrado.',
  until: (moment, city) => `A resposta pode ser mudada até ${moment}, hora de ${city}.`,
  answer: 'Responder agora',
  keep: 'Este link é só seu. Não o encaminhe: quem o abre responde em seu nome.',
  kept: 'O seu endereço nos foi dado pela equipe organizadora. Na mesma página é possível pedir a eliminação de tudo.',
  contact: addresses => `Dúvidas: ${addresses}`,
}
