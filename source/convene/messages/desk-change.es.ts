import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-change.en.ts'

export const es = {
  title: 'Corregir una inscripción',
  link: 'Corregir las respuestas',
  lead: 'Corrija lo que no sea correcto: un nombre, la dirección, la categoría, la organización. El cupo, o la posición, se conserva mientras las nuevas respuestas lo permitan.',
  address:
    'Si cambia la dirección, el primer correo se envía de nuevo, a la nueva; el enlace personal que se envió a la anterior deja de abrir.',
  save: 'Guardar las correcciones',
  saved: 'Las correcciones están guardadas, y un correo avisa a la persona.',
  unchanged: 'Nada cambió: son las respuestas que ya estaban.',
  tooLate: 'El seminario terminó o se canceló: sus inscripciones quedan como están. No se cambió nada.',
  ended: 'Esta inscripción terminó: sus respuestas quedan como están.',
  taken: 'Ya hay otra inscripción con este nombre y esta dirección. No se cambió nada.',
  noRoom: full => `No se cambió nada: con estas respuestas no hay cupo. Lo que está completo – ${full}.`,
  obstacles: {
    organisation: (taken, capacity) => `La organización: ${number('es', taken)} de ${number('es', capacity)} ocupados`,
    invitation: (taken, capacity) => `La invitación: ${number('es', taken)} de ${number('es', capacity)} ocupados`,
  },
  refuseHint: 'La solicitud o la espera termina; la persona lee su motivo en un correo.',
  cancelHint: 'El cupo pasa a la primera persona de la lista que pueda tomarlo; un correo avisa a la persona.',
  cancelHintWaiting: 'La inscripción termina sin que usted la juzgue; un correo avisa a la persona.',
  meanwhile: (name, before, now) =>
    `Mientras tanto, ${name} pasó de “${before}” a “${now}”: no se hizo nada con esta inscripción.`,
  meanwhileMore: count =>
    plural('es', count, {
      one: '# más cambió mientras tanto y queda como está.',
      other: '# más cambiaron mientras tanto y quedan como están.',
    }),
  writtenTo: language => `Correos en ${language}`,
  passed: (moment, name, category) => `${moment}: ${name} (${category})`,
  examined: moment => `examinada el ${moment}`,
} satisfies Messages<typeof en>
