import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './retention.en.ts'

export const es = {
  title: 'Datos conservados',
  lead: 'Lo que las personas indican al inscribirse se borra automáticamente, cada cosa en su día. Nadie tiene que acordarse, y nada lo recupera.',
  doorText: 'Qué se borra y cuándo, y qué se ha borrado.',
  mayNot: 'Solo ven esta página quienes se ocupan de las inscripciones de este seminario.',
  planCaption: 'Qué se borra, y cuándo',
  columns: {
    what: 'Datos',
    until: 'Se conservan hasta el',
    after: 'Después',
    kept: 'Inscripciones con estos datos',
  },
  what: {
    needs: 'Necesidades',
    answers: 'Respuestas',
    persons: 'Identidad',
  },
  contents: {
    needs: 'accesibilidad, alimentación y la nota que las acompaña',
    answers: 'respuestas a sus preguntas, función, idiomas, motivo de un rechazo o de una cancelación',
    persons: 'nombres y direcciones, y el nombre de la organización tal como se escribió',
  },
  until: (day, days) =>
    plural('es', days, {
      one: `${day} (# día después del seminario)`,
      other: `${day} (# días después del seminario)`,
    }),
  untilTheDay: day => `${day} (día del seminario)`,
  willBe: day => `se borran el ${day}`,
  dueNow: 'se borran en la próxima hora',
  nothingLeft: 'no queda nada por borrar',
  personsDueNow: 'se borran en la próxima hora, salvo los nombres y direcciones que se indican abajo',
  stays:
    'Para las estadísticas quedan el estado de cada inscripción, su categoría, su país, su región y su fecha. No nombran a nadie.',
  exceptions:
    'Quedan los nombres y direcciones de quienes tienen aquí una cuenta o un derecho de acceso, y los de quienes también tienen una inscripción en un seminario cuyo día no ha llegado.',
  change: 'Estos plazos se fijan en el archivo del seminario, en “retention”.',
  logTitle: 'Lo que se ha borrado',
  log: { at: 'Cuándo', what: 'Datos', registrations: 'Inscripciones' },
  emptyTitle: 'Todavía no se ha borrado nada',
  empty: 'Cada vez que se borran datos, una línea indica aquí cuáles, cuándo y de cuántas inscripciones.',
} satisfies Messages<typeof en>
