import type { Messages } from '#ground/languages/say.ts'
import type { en } from './as-known.en.ts'

export const fr = {
  hint: 'Avec la précision que vous avez : 12/06/2004, juin 2004, 2004, vers 2004',
  hintOrUnknown: 'Avec la précision que vous avez : 12/06/2004, juin 2004, 2004, vers 2004, ou « inconnue »',
  signedOn: 'Signé le',
  signedOnHint:
    'Avec la précision que vous avez : 12/06/2004, juin 2004, 2004, ou « inconnue ». Laissez vide s’il n’est pas encore signé.',
  duringHint:
    'Avec la précision que vous avez : 1998, vers 2004, depuis juin 2011, 2004–2010. Laissez vide si personne ne le sait.',
  withWhom: 'Avec qui',
  calculated: (day, known) => `Calculé au ${day} : on sait seulement « ${known} ».`,
  errors: {
    asKnown: 'Cette date n’a pas pu être lue. Écrivez par exemple 12/06/2004, juin 2004, 2004 ou vers 2004.',
    whenNeeded: 'Donnez au moins une année : la période de l’accord se compte à partir de là.',
    signedLast: 'La première période ne peut pas finir avant la signature.',
  },
} satisfies Messages<typeof en>
