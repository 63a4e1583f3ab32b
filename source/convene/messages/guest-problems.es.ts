import type { Messages } from '#ground/languages/say.ts'
import type { en } from './guest-problems.en.ts'

const asked = (suggestion: string | null) => (suggestion ? ` ¿Quiso decir “${suggestion}”?` : '')
const like = (words: string | null) => (words ? ` ¿Quiso decir: ${words}?` : '')

export const es = {
  errors: {
    'email-missing': 'No hay dirección de correo.',
    'email-form': (found, suggestion) => `“${found}” no es una dirección de correo.${asked(suggestion)}`,
    'given-name-missing': 'No hay nombre.',
    'family-name-missing': 'No hay apellido.',
    'name-missing': 'No hay nombre ni apellido.',
    'name-one-word': found => `“${found}” es una sola palabra: hacen falta nombre y apellido.`,
    'category-missing': 'No hay categoría.',
    'category-unknown': (found, words) => `“${found}” no es ninguna de las categorías.${like(words)}`,
    'country-missing': 'No hay país.',
    'country-unknown': (found, words) => `“${found}” no es un país que conozcamos.${like(words)}`,
    'language-missing': 'No hay idioma de los correos.',
    'language-unknown': found => `“${found}”: los correos son en español, portugués, francés o inglés.`,
    'organisation-missing': 'No hay organización.',
    'cell-error': found => `La celda muestra un error de la hoja de cálculo: ${found}.`,
    'too-long': found => `“${found}…” es demasiado largo para esta columna.`,
    'name-link': found => `“${found}”: un nombre se escribe sin dirección web ni “/”, “@”.`,
    'not-readable': found => `“${found}” no se puede leer aquí.`,
    'answer-number': found => `“${found}” no es un número, o se lee de dos maneras.`,
    'answer-choice': found => `“${found}” no es ninguna de las respuestas que se pueden elegir.`,
    'answer-date': found => `“${found}”: escriba el día como año-mes-día, por ejemplo 2018-07-05.`,
    'invitation-used-up': 'A la invitación no le queda cupo para esta persona.',
  },
  warnings: {
    duplicate: row => `La misma persona que en la fila ${row}: esta fila se deja de lado.`,
    'same-address': row => `La misma dirección que en la fila ${row}, con otro nombre: se inscriben las dos.`,
    known: state => `Ya inscrita (${state}): no cambia nada.`,
    'email-suspect': (found, suggestion) => `“${found}”: ¿quiso decir “${suggestion}”? Se usa tal como está.`,
    number: found => `“${found}” parece un número: se guarda como el texto que es.`,
    date: found => `La celda contiene una fecha: se guarda como el texto “${found}”.`,
    formula: 'La celda contiene una fórmula cuyo resultado no se guardó: se lee como vacía.',
    merged: (found, from, to) =>
      `Una sola celda combinada para las filas ${from} a ${to}: “${found}” se lee en cada una de ellas.`,
    'passed-over': found => `“${found}”: esta fila no corresponde a nadie, y se pasa por alto.`,
    'heading-again': 'Los encabezados otra vez: se pasan por alto.',
    'country-like': (found, read) => `“${found}” se lee como ${read}.`,
    'category-like': (found, read) => `“${found}” se lee como “${read}”.`,
    'language-like': (found, read) => `“${found}” se lee como ${read}.`,
    'language-other': (found, read) => `“${found}”: no tenemos correos en ese idioma. Serán en ${read}.`,
    'languages-unknown': words => `Ningún idioma que conozcamos: ${words}. Se deja de lado.`,
  },
  lines: {
    form: (found, suggestion) => `“${found}” no contiene una dirección de correo.${asked(suggestion)}`,
    twice: (found, line) => `${found} ya está en la línea ${line}.`,
    'too-many': 'Más de 2.000 direcciones a la vez. Envíe las demás después.',
    inLine: (line, sentence) => `Línea ${line}: ${sentence}`,
  },
} satisfies Messages<typeof en>
