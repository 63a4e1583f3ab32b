import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './mail-words.en.ts'

export const es = {
  title: 'Texto de los correos',
  lead: 'Cada correo que sale por sí solo tiene su texto habitual en cuatro idiomas. Donde usted escribe el suyo, las personas reciben el de usted en ese idioma.',
  caption: 'Los correos de este seminario',
  mayNot: 'El texto de los correos corresponde a quienes pueden cambiar este seminario.',
  mail: 'Correo',
  states: {
    usual: 'el habitual',
    own: 'el suyo',
    missing: 'falta',
    stale: 'desactualizado',
    wrong: 'por corregir',
  },
  explain: {
    missing: 'Usted escribió este correo en otro idioma y no en este: aquí se recibe el texto habitual.',
    stale: 'El texto es anterior al cambio del original: se recibe tal como está.',
    wrong:
      'Una palabra entre llaves es desconocida o no está cerrada: se recibe el texto habitual hasta que se corrija.',
  },
  missingCount: count =>
    plural('es', count, {
      one: 'En # lugar su texto falta, está desactualizado o debe corregirse.',
      other: 'En # lugares su texto falta, está desactualizado o debe corregirse.',
    }),
  editLead:
    'Su asunto y su texto reemplazan los nuestros. Lo que hay que saber y hacer queda, escriba usted lo que escriba.',
  stays:
    'Quedan: el saludo, el día y la sede, una posición, un plazo o un motivo, el botón hacia la página personal, la manera de decir “no fui yo”, la cita de calendario y a quién escribir.',
  in: language => `En ${language}`,
  subject: 'Asunto',
  body: 'Texto',
  subjectHint: 'Vacío: el asunto habitual.',
  bodyHint: 'Vacío: el texto habitual. Una línea vacía comienza un párrafo.',
  begin: 'Partir del texto habitual',
  begun: 'Este es el texto habitual. Cambie lo que quiera y guarde; mientras no haya guardado, nada cambia.',
  usual: 'El texto habitual',
  usualNone: 'Todo lo que dice este correo queda; su texto va antes.',
  save: 'Guardar y ver el correo',
  saved: 'El texto está guardado.',
  takeBack: 'Volver al texto habitual',
  takeBackTitle: '¿Volver al texto habitual?',
  takeBackText:
    'Su texto para este correo se retira en todos los idiomas. Los correos que aún no han salido llevarán el texto habitual.',
  takenBack: 'El texto habitual está de vuelta.',
  preview: 'Lo que se lee',
  previewText: 'Con una persona que no existe.',
  textOf: { subject: 'Asunto de un correo', body: 'Texto propio de un correo' },
} satisfies Messages<typeof en>
