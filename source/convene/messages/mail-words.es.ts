import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './mail-words.en.ts'

export const es = {
  title: 'Palabras de los correos',
  lead: 'Cada correo que sale por sí solo tiene sus palabras habituales en cuatro idiomas. Donde usted escribe las suyas, las personas reciben las suyas en ese idioma.',
  caption: 'Los correos de este seminario',
  mayNot: 'Las palabras de los correos corresponden a quienes pueden cambiar este seminario.',
  mail: 'Correo',
  states: {
    usual: 'habituales',
    own: 'propias',
    missing: 'faltan',
    stale: 'desactualizadas',
    wrong: 'por corregir',
  },
  explain: {
    missing: 'Usted escribió este correo en otro idioma y no en este: aquí se reciben las palabras habituales.',
    stale: 'Las palabras son anteriores al cambio del original: se reciben tal como están.',
    wrong:
      'Una palabra entre llaves es desconocida o no está cerrada: se reciben las palabras habituales hasta que se corrija.',
  },
  missingCount: count =>
    plural('es', count, {
      one: 'En # lugar sus palabras faltan, están desactualizadas o deben corregirse.',
      other: 'En # lugares sus palabras faltan, están desactualizadas o deben corregirse.',
    }),
  editLead:
    'Su asunto y sus palabras toman el lugar de los nuestros. Lo que hay que saber y hacer queda, escriba usted lo que escriba.',
  stays:
    'Quedan: el saludo, el día y el lugar, una posición, un plazo o una razón, el botón hacia la página personal, la manera de decir “no fui yo”, la entrada de calendario y a quién escribir.',
  in: language => `En ${language}`,
  subject: 'Asunto',
  body: 'Palabras',
  subjectHint: 'Vacío: el asunto habitual.',
  bodyHint: 'Vacío: las palabras habituales. Una línea vacía comienza un párrafo.',
  begin: 'Partir de las palabras habituales',
  begun: 'Estas son las palabras habituales. Cambie lo que quiera y guarde; mientras no haya guardado, nada cambia.',
  usual: 'Las palabras habituales',
  usualNone: 'Todo lo que dice este correo queda; sus palabras van antes.',
  save: 'Guardar y ver el correo',
  saved: 'Las palabras están guardadas.',
  takeBack: 'Volver a las palabras habituales',
  takeBackTitle: '¿Volver a las palabras habituales?',
  takeBackText:
    'Sus palabras para este correo se retiran en todos los idiomas. Los correos que aún no han salido reciben las palabras habituales.',
  takenBack: 'Las palabras habituales están de vuelta.',
  preview: 'Lo que se lee',
  previewText: 'Con una persona que no existe.',
  textOf: { subject: 'Asunto de un correo', body: 'Palabras propias de un correo' },
} satisfies Messages<typeof en>
