import { type Messages, spanishOn } from '#ground/languages/say.ts'
import type { en } from './programme-panel-mail.en.ts'

export const es: Messages<typeof en> = {
  name: 'Invitación al programa',
  hello: name => `Buen día, ${name}:`,
  panelSubject: seminar => `¿Puede integrar un panel? ${seminar}`,
  partSubject: seminar => `Su participación en el programa: ${seminar}`,
  reminderSubject: seminar => `Recordatorio: ${seminar}`,
  askedForPanel: seminar => `El equipo organizador de “${seminar}” le propone integrar un panel:`,
  askedForPart: seminar => `Usted figura en el programa de “${seminar}”:`,
  reminderPanel: seminar =>
    `El equipo organizador de “${seminar}” le propuso integrar un panel y todavía no tiene su respuesta:`,
  reminderPart: seminar => `Le recordamos su participación en “${seminar}”:`,
  parts: {
    seat: (slot, when, region) => `panel “${slot}”, ${when} (asiento: ${region})`,
    moderator: (slot, when) => `usted modera “${slot}”, ${when}`,
    speaker: (slot, when) => `usted interviene en “${slot}”, ${when}`,
  },
  when: (day, hours, city) => `El seminario es ${spanishOn(day)}, ${hours} (hora de ${city}).`,
  where: venue => `Sede: ${venue}`,
  note: text => `El equipo le escribe:\n${text}`,
  answerThere: 'En una página propia usted dice si vendrá, quién es y si su nombre puede mostrarse.',
  until: (moment, city) => `Puede cambiar su respuesta hasta el ${moment}, hora de ${city}.`,
  answer: 'Responder',
  keep: 'Este enlace es solo suyo. No lo reenvíe: quien lo abre responde en su nombre.',
  kept: 'Su dirección nos la dio el equipo organizador. En la misma página puede pedir que se suprima todo lo suyo.',
  contact: addresses => `Consultas: ${addresses}`,
}
