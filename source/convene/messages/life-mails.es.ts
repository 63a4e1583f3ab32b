import type { Messages } from '#ground/languages/say.ts'
import type { en } from './life-mails.en.ts'

export const es = {
  names: {
    'seminar-cancelled': 'Seminario cancelado',
    'seminar-postponed': 'Seminario pospuesto',
    'seminar-moved': 'Nueva fecha del seminario',
    'seminar-held-again': 'Seminario que finalmente se realiza',
  },
  cancelledSubject: seminar => `Cancelado: ${seminar}`,
  cancelled: (seminar, day) => `“${seminar}”, anunciado para el ${day}, está cancelado. No se realizará.`,
  cancelledNext:
    'No tiene que hacer nada. Su página personal sigue abierta: muestra lo que guardamos de usted, y allí puede pedir que se suprima.',
  postponedSubject: seminar => `Pospuesto: ${seminar}`,
  postponed: (seminar, day) =>
    `“${seminar}” está pospuesto: no se realizará el ${day}. Todavía no se conoce la nueva fecha. Le escribiremos en cuanto se conozca.`,
  keeps: {
    confirmed: 'Usted conserva su cupo.',
    waiting: 'Usted conserva su posición en la lista de espera.',
    requested: 'Su solicitud sigue con el equipo organizador.',
    offered: 'El cupo le queda reservado, y el plazo para responder está suspendido.',
  },
  postponedNext: 'No tiene que hacer nada. Si ya sabe que no vendrá, dígalo en su página personal.',
  movedSubject: seminar => `Nueva fecha: ${seminar}`,
  moved: (seminar, before, day) => `“${seminar}” estaba anunciado para el ${before}. Se realizará el ${day}.`,
  heldAgainSubject: seminar => `Se realiza: ${seminar}`,
  heldAgain: (seminar, day) => `“${seminar}” finalmente se realizará, el ${day}.`,
  offeredUntil: (moment, city) => `Hay un cupo reservado para usted hasta el ${moment}, hora de ${city}.`,
  askConfirmed:
    '¿Puede venir? Entonces no tiene que hacer nada. Si no puede, le agradecemos que devuelva su cupo en su página personal, para que otra persona pueda tenerlo.',
  askOffered: 'Tómelo en su página personal, o diga allí que no lo necesita.',
  ask: 'Si no puede venir, le agradecemos que lo diga en su página personal.',
  calendarOut: 'El archivo adjunto quita el seminario de su calendario.',
  calendarNew: 'La cita adjunta reemplaza la de su calendario.',
  reason: text => `Lo que escribe el equipo organizador:\n${text}`,
  reasonIn: (language, text) => `Lo que escribe el equipo organizador (en ${language}):\n${text}`,
} satisfies Messages<typeof en>
