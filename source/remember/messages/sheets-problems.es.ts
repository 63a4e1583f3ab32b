import type { Messages } from '#ground/languages/say.ts'
import type { en } from './sheets-problems.en.ts'

export const es: Messages<typeof en> = {
  errors: {
    missing: (field: string) => `Falta “${field}”.`,
    date: (found: string) =>
      `“${found}” no se puede leer como fecha. Se espera por ejemplo 1998, 06/2004, 12/06/2004, hacia 2004 o 2004–2010.`,
    day: (found: string) => `“${found}” no es un día preciso. Se espera un día, por ejemplo 12/06/2014.`,
    choice: (found: string, expected: string) => `“${found}” no es ninguno de los valores. Se espera: ${expected}.`,
    country: (found: string) => `“${found}” no es un país conocido. Se espera su nombre o sus dos letras.`,
    language: (found: string) => `“${found}” no es un idioma conocido. Se espera por ejemplo español, français o pt.`,
    months: (found: string) =>
      `“${found}” no es una duración. Se espera un número de meses, por ejemplo 12, 6 meses o 90 días.`,
    amount: (found: string) => `“${found}” no es un monto. Se espera por ejemplo 12.500,50.`,
    currency: (found: string) => `“${found}” no es una moneda. Se esperan sus tres letras, por ejemplo EUR.`,
    'currency-missing': (found: string) =>
      `No se dice la moneda de “${found}”. Agregue una columna o elija una para toda la hoja.`,
    email: (found: string) => `“${found}” no es una dirección de correo. Se espera algo como nombre@example.org.`,
    link: (found: string) => `“${found}” no es una dirección web. Se espera algo como https://example.org.`,
    identifiers: (found: string) =>
      `“${found}” no es un identificador. Se espera un registro y un número, por ejemplo cuit: 30712345678.`,
    id: (found: string) => `“${found}” no es un identificador de Perenne. Deje la celda vacía para una ficha nueva.`,
    'id-unknown': (found: string) =>
      `Ninguna ficha de esta memoria tiene el identificador “${found}”. Deje la celda vacía para una ficha nueva.`,
    'too-long': (found: string, most: string) => `“${found}…” es demasiado largo: ${most} caracteres como máximo.`,
    'cell-error': (found: string) =>
      `La celda contiene el error ${found} de la hoja de cálculo. Corrija la fórmula o escriba el valor.`,
    order: (found: string) => `Este fin es anterior a su inicio${found === '' ? '' : `: “${found}”`}.`,
    ambiguous: (found: string) =>
      `Varias fichas de esta memoria llevan el nombre “${found}”. Diga cuál con su identificador de Perenne.`,
    'relationship-unknown': (found: string) =>
      `“${found}” no es una relación de esta memoria. Se espera el nombre de una relación o el de su único socio.`,
    'contact-unknown': (found: string) =>
      `“${found}” no está entre los contactos. Importe primero los contactos o no lea esta columna.`,
    'tacit-needs': (field: string) => `Un acuerdo que se renueva tácitamente necesita “${field}”.`,
    'indefinite-end': 'Un acuerdo sin plazo no tiene fin: escriba otra renovación o deje el fin vacío.',
  },
  warnings: {
    serial: (found: string, day: string) =>
      `“${found}” se lee como la fecha ${day}: la hoja de cálculo perdió su formato.`,
    like: (found: string, read: string) => `“${found}” se lee “${read}”.`,
    thousands: (found: string, read: string) => `“${found}” se lee ${read}: el signo se toma por el de los miles.`,
    alike: (found: string, like: string) => `“${found}” es nuevo y se parece a “${like}”, ya conocido. ¿Es el mismo?`,
    'new-actor': (found: string) => `“${found}” todavía no se conoce: se agrega a los socios y actores.`,
    again: (row: string) => `Habla de la misma ficha que la fila ${row}: lo nuevo se le agrega.`,
    conflict: (found: string, row: string) =>
      `“${found}” dice otra cosa que la fila ${row}: se conserva lo que dice la fila ${row}.`,
    merged: (found: string, from: string, to: string) =>
      `Celdas combinadas de la fila ${from} a la fila ${to}: “${found}” se lee en cada una.`,
    'passed-over': (found: string) => `Se deja de lado, como un título o un total: “${found}”.`,
    'language-guessed': (language: string) => `Los textos de esta fila se leen en ${language}.`,
    'one-word-name': (found: string) => `“${found}” es una sola palabra: se toma por el apellido.`,
  },
}
