import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './sheets-look.en.ts'

const n = (value: number) => number('es', value)

export const es: Messages<typeof en> = {
  changes: {
    title: 'Lo que cambia en las fichas conocidas',
    lead: 'De cada campo: lo que se conoce → lo que quedará.',
    who: 'Quién lo ve',
    nothing: 'nada',
    before: 'Antes:',
    after: 'Después:',
    ofAgreement: name => `Acuerdo: ${name}`,
    newAgreement: 'acuerdo nuevo',
    publicTitle: 'Una parte es pública',
    publicText: count =>
      plural('es', count, {
        one: '# ficha es pública, o pasa a serlo: cualquiera lee lo que la importación escribe en ella.',
        other: '# fichas son públicas, o pasan a serlo: cualquiera lee lo que la importación escribe en ellas.',
        many: '# de fichas son públicas, o pasan a serlo: cualquiera lee lo que la importación escribe en ellas.',
      }),
    all: count => `Ver las ${n(count)} fichas modificadas`,
    shortened: (shown, count) => `Se muestran aquí: ${n(shown)} de ${n(count)}.`,
    back: 'Volver a la página completa',
  },
  correct: {
    lead: 'Lo que es igual en una columna se dice una sola vez. Escriba lo que debe leerse en su lugar, en una o varias líneas de la lista, y vuelva a leer.',
    read: 'Leer en su lugar',
    button: 'Volver a leer con lo que escribí',
    all: count =>
      plural('es', count, {
        one: 'Aceptar # propuesta para los errores',
        other: 'Aceptar las # propuestas para los errores',
        many: 'Aceptar las # de propuestas para los errores',
      }),
    append: 'Agregarlo a continuación de lo conocido',
    replace: 'Ponerlo en lugar de lo conocido',
    thatOne: name => `Es “${name}”`,
    cells: 'Celdas',
    more: count => `y ${n(count)} más`,
    stillWrong: typed => `“${typed}” tampoco sirve.`,
    nothingTyped: 'No se escribió nada.',
    accepted: count =>
      plural('es', count, {
        one: 'Se lee # corrección.',
        other: 'Se leen # correcciones.',
        many: 'Se leen # de correcciones.',
      }),
  },
  comments: {
    title: 'Lo que dicen los comentarios',
  },
  unread: {
    title: count =>
      plural('es', count, {
        one: '# columna no se lee',
        other: '# columnas no se leen',
        many: '# de columnas no se leen',
      }),
    text: 'Lo que figura allí se deja fuera:',
  },
  lists: {
    title: 'Este archivo tiene otras listas',
    text: 'Cada una se lee y se importa por separado.',
    read: (sheet, kind) => `Leer “${sheet}”: ${kind}`,
    waiting: 'Del mismo archivo, esto sigue en espera:',
  },
  kept: {
    edited: 'Conservada: modificada después',
    pointed: what => `Conservada: otra cosa lleva a ella, ${what}`,
    is: (kind, name) => `${kind} “${name}”`,
    list: 'Lo que queda, y por qué',
    noneTitle: 'No queda nada de ella',
    none: 'Se retiró todo lo que la importación había escrito.',
  },
  sample: {
    title: '¿Nada a mano?',
    text: 'Pruebe la hoja de cálculo de una oficina inventada, con todo lo que tienen las de verdad: dos líneas de encabezados, fechas en todas sus formas, comentarios.',
    link: 'Descargar la hoja de cálculo de ejemplo',
  },
}
