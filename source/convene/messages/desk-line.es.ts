import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-line.en.ts'

const of = (taken: number, capacity: number) => `${number('es', taken)} de ${number('es', capacity)}`

export const es = {
  title: 'Lista de espera',
  lead: 'Todas las personas que esperan, en su orden, con lo que les falta.',
  nobodyTitle: 'Nadie espera',
  nobody: 'Quienes no encontraron cupo figuran aquí, y reciben uno en cuanto hay sitio en cada una de sus cuotas.',
  waitsFor: 'Contadas por la cuota',
  rank: 'Posición',
  place: place => `n.º ${number('es', place)} de toda la lista`,
  since: 'Espera desde',
  whyNotYet: 'Por qué todavía no',
  passedOver: 'Quién pasó antes',
  priority: 'Prioridad',
  priorityOf: name => `Prioridad de ${name}`,
  savePriorities: 'Fijar las prioridades',
  priorityHint: 'De −100 a 100; la más alta va primero. Una prioridad no da un cupo que no está libre.',
  prioritiesSet: count =>
    plural('es', count, { one: '# prioridad está fijada.', other: '# prioridades están fijadas.' }),
  noneChanged: 'Ninguna prioridad cambió.',
  nothingFull: 'Nada está completo para ella: el próximo cupo es suyo.',
  lineEnded: moment => `La lista de espera recibió cupos hasta el ${moment}. Ya no recibe más.`,
  neverPassed: 'nadie',
  because: full => `Completo entonces para esta persona: ${full}.`,
  fullThen: (name, taken, capacity) => `${name} (${of(taken, capacity)})`,
  becauseOther:
    'Ninguna cuota de hoy dice por qué: fue el límite de su organización, su invitación, o una cuota que cambió después.',
  passedMore: count => plural('es', count, { one: 'y # vez antes', other: 'y # veces antes' }),
  obstacles: {
    all: capacity => `Todos los cupos están ocupados o guardados: ${of(capacity, capacity)}.`,
    allOver: (taken, capacity) =>
      `Hay más cupos ocupados que los que existen: ${of(taken, capacity)}. No se da ninguno hasta que haya menos de ${number('es', capacity)} ocupados.`,
    quota: (name, taken, capacity) => `“${name}” está completa: ${of(taken, capacity)}.`,
    quotaOver: (name, taken, capacity) =>
      `“${name}” tiene más de lo que puede: ${of(taken, capacity)}. No da cupos hasta que haya menos de ${number('es', capacity)} ocupados.`,
    organisation: capacity =>
      plural('es', capacity, { one: 'Su organización tiene su # cupo.', other: 'Su organización tiene sus # cupos.' }),
    organisationOver: (taken, capacity) => `Su organización tiene más cupos de los que puede: ${of(taken, capacity)}.`,
    invitation: (code, taken, capacity) => `La invitación ${code} está agotada: ${of(taken, capacity)}.`,
  },
  how: {
    title: 'Cómo avanza la lista',
    order: 'Primero va la prioridad más alta; a igual prioridad, quien se inscribió antes.',
    passing:
      'Las cuotas se superponen. Un cupo pasa a la primera persona para quien hay sitio en cada cuota que la cuenta. Quien no puede tomarlo conserva su posición. Una persona nueva con sitio en todas sus cuotas recibe un cupo de inmediato, aunque otras esperen una cuota completa.',
    rank: 'La posición cuenta a la persona y a quienes están antes y esperan la misma cuota completa. Quien espera otra cosa no le hace perder nada.',
    direct: 'La persona a la que le toca recibe el cupo de inmediato, y un correo le avisa.',
    offer: hours =>
      plural('es', hours, {
        one: 'La persona a la que le toca recibe una oferta, guardada # hora; después pasa a la siguiente.',
        other: 'La persona a la que le toca recibe una oferta, guardada # horas; después pasa a la siguiente.',
      }),
    until: moment => `Después del ${moment} la lista ya no recibe cupos.`,
  },
} satisfies Messages<typeof en>
