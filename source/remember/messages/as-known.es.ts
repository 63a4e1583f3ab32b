import type { Messages } from '#ground/languages/say.ts'
import type { en } from './as-known.en.ts'

export const es = {
  hint: 'Con la precisión que tenga: 12/06/2004, junio de 2004, 2004, hacia 2004',
  hintOrUnknown: 'Con la precisión que tenga: 12/06/2004, junio de 2004, 2004, hacia 2004, o “desconocida”',
  signedOn: 'Firmado el',
  signedOnHint:
    'Con la precisión que tenga: 12/06/2004, junio de 2004, 2004, o “desconocida”. Deje vacío si todavía no está firmado.',
  duringHint:
    'Con la precisión que tenga: 1998, hacia 2004, desde junio de 2011, 2004–2010. Deje vacío si nadie lo sabe.',
  withWhom: 'Con quién',
  calculated: (day, known) => `Calculado al ${day}: solo se sabe “${known}”.`,
  errors: {
    asKnown: 'No se pudo leer esta fecha. Escriba por ejemplo 12/06/2004, junio de 2004, 2004 o hacia 2004.',
    whenNeeded: 'Indique al menos un año: a partir de él se cuenta el período del acuerdo.',
    signedLast: 'El primer período no puede terminar antes de la firma.',
  },
} satisfies Messages<typeof en>
