import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-list.en.ts'

const people = (count: number, one: string, other: string) => plural('es', count, { one, other })

export const es = {
  filters: {
    language: 'Idioma de nuestros correos',
    quota: 'Contadas por la cuota',
    invitation: 'Invitación',
    guestList: 'Lista de personas',
    priority: 'Prioridad',
    prioritised: 'con una prioridad propia',
    needs: 'Necesidades',
    withNeeds: 'necesitan algo',
    size: 'En cada página',
    perPage: count => people(count, '# persona', '# personas'),
  },
  priorityIs: priority => `prioridad ${number('es', priority)}`,
  writeToTicked: 'Escribirles',
  all: {
    title: count => people(count, 'Con la única persona que corresponde', 'Con las # personas que corresponden'),
    hint: 'Todas las personas que corresponden a lo elegido encima de la lista, en todas las páginas. La página siguiente dice a cuántas afecta, antes de que se haga algo.',
    approve: 'Aprobar todas',
    refuse: 'Rechazar todas',
    cancel: 'Cancelar todas',
    write: 'Escribir a todas',
    tooManyToWrite: most =>
      `Con lo elegido solo se puede escribir a personas elegidas por su nombre, ${number('es', most)} como máximo: reduzca la lista, o elija en el envío por estado, categoría, región o idioma.`,
  },
  sure: {
    approveTitle: count => people(count, '¿Aprobar # inscripción?', '¿Aprobar # inscripciones?'),
    approveText:
      'Cada persona para la que queda un cupo lo recibe, en el orden de la lista; las demás pasan a la lista de espera. Un correo se lo dice a cada una.',
    approveButton: count => people(count, 'Aprobar # inscripción', 'Aprobar # inscripciones'),
    ofThese: (matching, possible) =>
      matching === possible
        ? people(matching, 'Afecta a la única persona que corresponde.', 'Afecta a las # personas que corresponden.')
        : people(
            possible,
            `De ${number('es', matching)} personas que corresponden, afecta a #; para las demás no cambia nada.`,
            `De ${number('es', matching)} personas que corresponden, afecta a #; para las demás no cambia nada.`,
          ),
    most: most =>
      `Se tratan ${number('es', most)} como máximo a la vez, las primeras primero. Vuelva después a la lista para el resto.`,
    who: 'A quiénes afecta',
    state: 'Estado',
    people: 'Personas',
    changed: 'La lista cambió mientras tanto, y todavía no se hizo nada. Mire los números nuevos.',
    none: {
      approve: 'Ninguna de las personas que corresponden espera ser examinada.',
      refuse: 'Ninguna de las personas que corresponden puede ser rechazada: una inscripción confirmada se cancela.',
      cancel: 'Ninguna de las personas que corresponden tiene una inscripción que cancelar.',
    },
  },
  hasPlace: count =>
    people(
      count,
      '# inscripción está confirmada: ya no puede rechazarse, solo cancelarse.',
      '# inscripciones están confirmadas: ya no pueden rechazarse, solo cancelarse.',
    ),
} satisfies Messages<typeof en>
