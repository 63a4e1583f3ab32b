import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './life.en.ts'

export const es = {
  lives: {
    draft: 'borrador',
    announced: 'anunciado',
    open: 'abierto',
    full: 'completo',
    closed: 'inscripción cerrada',
    'under-way': 'en curso',
    over: 'terminado',
    postponed: 'pospuesto',
    cancelled: 'cancelado',
  },
  notice: {
    cancelledTitle: 'Este seminario está cancelado',
    cancelled: day => `No se realizará el ${day}.`,
    postponedTitle: 'Este seminario está pospuesto',
    postponed: day => `No se realizará el ${day}. Esta página indicará la nueva fecha en cuanto se conozca.`,
    movedTitle: 'Este seminario tiene una nueva fecha',
    moved: (before, day) => `Estaba anunciado para el ${before}. Se realizará el ${day}.`,
    heldAgainTitle: 'Este seminario finalmente se realizará',
    heldAgain: day => `Se realizará el ${day}.`,
    reason: 'Lo que escribe el equipo organizador',
  },
  page: {
    kickerPostponed: place => `Seminario · pospuesto · ${place}`,
    kickerCancelled: (day, place) => `Seminario · cancelado · ${day} · ${place}`,
    whenPostponed: day => `Pospuesto: todavía no se conoce la nueva fecha. Estaba anunciado para el ${day}.`,
    calendarOut: 'Quitarlo de mi calendario',
    cardPostponed: 'El seminario está pospuesto. La inscripción espera su nueva fecha.',
  },
  list: {
    postponed: day => `pospuesto · estaba anunciado para el ${day}`,
    cancelled: day => `${day} · cancelado`,
    moved: day => `${day} · nueva fecha`,
  },
  shut: {
    postponedTitle: 'El seminario está pospuesto',
    postponed: 'La inscripción espera su nueva fecha. La página del seminario la indicará.',
  },
  api: {
    postponed: 'El seminario está pospuesto, y la inscripción espera su nueva fecha.',
  },
  own: {
    postponed:
      'Su inscripción queda como está, y le escribiremos en cuanto haya una nueva fecha. Si ya sabe que no vendrá, puede devolver aquí abajo lo que tiene.',
    movedAsk: 'Si no puede venir en la nueva fecha, dígalo aquí abajo, para que otra persona pueda tener el cupo.',
    held: 'Hay un cupo reservado para usted. Mientras el seminario no tenga fecha, no hay nada que decidir.',
    heldUntilCancelled: 'Había un cupo reservado para usted. El seminario está cancelado.',
    line: 'Usted está en la lista de espera, que no avanza mientras el seminario no tenga una nueva fecha.',
    lineCancelled: 'Usted estaba en la lista de espera. El seminario está cancelado.',
    rests:
      'El seminario está pospuesto: las respuestas podrán cambiarse de nuevo cuando se conozca su nueva fecha. No se cambió nada.',
    ended: 'El seminario está cancelado: las respuestas quedan como están.',
    offerRests:
      'Mientras el seminario no tenga fecha, una oferta ni se toma ni se pierde. El cupo le queda reservado, y un correo le dirá cuándo responder.',
  },
  letters: {
    postponedTitle: 'El seminario está pospuesto',
    postponed:
      'Las cartas dicen que las personas participaron. Podrán emitirse cuando el seminario tenga una nueva fecha, desde ese día.',
  },
  retentionRests: 'Todavía no se cuenta: el seminario no tiene fecha.',
  approvalRests: people =>
    plural('es', people, {
      one: '# solicitud quedó como estaba: el seminario no tiene fecha, y mientras tanto no se asignan cupos.',
      other: '# solicitudes quedaron como estaban: el seminario no tiene fecha, y mientras tanto no se asignan cupos.',
    }),
} satisfies Messages<typeof en>
