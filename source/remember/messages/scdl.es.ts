import type { Messages } from '#ground/languages/say.ts'
import type { en } from './scdl.en.ts'

export const es = {
  toPublish: 'Lo que falta para que el archivo de datos abiertos sea válido',
  hint: 'Según el esquema francés de datos abiertos SCDL Délibérations. Aquí nada le impide seguir.',
  nothingMissing: 'No falta nada para publicar esta decisión.',
  allThere: 'Todas las decisiones públicas se pueden publicar como están.',
  some: (n, of) =>
    `${n} de ${of} ${of === 1 ? 'decisión pública' : 'decisiones públicas'} ${n === 1 ? 'sería rechazada' : 'serían rechazadas'}:`,
  lacks: {
    siret: 'El número SIRET de la institución: agréguelo al territorio, o a esta decisión si la tomó otra.',
    'siret-sum': 'El número SIRET no es válido: sus cifras no cuadran.',
    subject: 'La materia, de la nomenclatura ACTES.',
    'subject-unknown': 'Una materia que exista en la nomenclatura ACTES: de 1.1 a 9.4.',
    object: 'El objeto de la decisión.',
    votes: 'Los votos a favor y en contra y las abstenciones deben sumar el número de votos.',
  },
  short: {
    siret: 'número SIRET',
    'siret-sum': 'número SIRET erróneo',
    subject: 'materia',
    'subject-unknown': 'materia desconocida',
    object: 'objeto',
    votes: 'votos que no cuadran',
  },
} satisfies Messages<typeof en>
