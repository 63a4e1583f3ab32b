import type { Messages } from '#ground/languages/say.ts'
import type { en } from './publishing.en.ts'

export const es = {
  title: 'Lo que leería todo el mundo',
  lead: 'Una vez pública, cualquier persona podrá leer, sin iniciar sesión:',
  always: 'su nombre, su tipo y sus fechas',
  texts: { reason: 'su motivo', narrative: 'su relato' },
  agreement: 'con sus fechas, sus etapas y sus vencimientos',
  fees: n => (n === 1 ? '1 cuota, con su monto' : `${n} cuotas, con sus montos`),
  seats: n => (n === 1 ? '1 asiento' : `${n} asientos`),
  hidden:
    'Estos socios seguirían ocultos: su ficha es interna (hágalos públicos en su página), o su línea aquí está reservada a menos personas.',
  nobody: 'No hay ningún socio anotado: la página no diría con quién.',
  asCitizen: 'Como la lee la ciudadanía',
  seenAs: 'Así lee esta página quien no pertenece a este equipo.',
  back: 'Volver a la página como usted la ve',
} satisfies Messages<typeof en>
