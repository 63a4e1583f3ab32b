import type { Messages } from '#ground/languages/say.ts'
import type { en } from './sheets-problems.en.ts'

export const es: Messages<typeof en> = {
  errors: {
    missing: (field: string) => `Falta “${field}”.`,
    date: (found: string) =>
      `“${found}” no se puede leer como fecha. Se espera por ejemplo 1998, 06/2004, 12/06/2004, hacia 2004 o 2004–2010.`,
    day: (found: string) => `“${found}” es un período. Se espera una fecha, por ejemplo 12/06/2014, 06/2014 o 2014.`,
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
      `“${found}” no está entre las personas conocidas aquí. Importe primero las personas o no lea esta columna.`,
    'tacit-needs': (field: string) => `Un acuerdo que se renueva tácitamente necesita “${field}”.`,
    'indefinite-end': 'Un acuerdo sin plazo no tiene fin: escriba otra renovación o deje el fin vacío.',
    'exact-day': (found: string) =>
      `“${found}” no es un día preciso. Se espera una fecha completa, por ejemplo 12/06/2014.`,
    year: (found: string) => `“${found}” no es un año. Se esperan cuatro cifras, por ejemplo 2014.`,
    count: (found: string) => `“${found}” no es un número. Se espera un número entero, por ejemplo 29.`,
    form: (found: string) => `“${found}” no tiene la forma que se espera aquí. Corríjalo o deje la celda vacía.`,
    'post-unknown': (found: string) =>
      `“${found}” no es un cargo de esta memoria. Importe primero los cargos, o escriba su nombre como está allí.`,
    'term-unknown': (found: string) =>
      `“${found}” no es un mandato de esta memoria. Importe primero los mandatos, o deje la celda vacía.`,
    'not-settled': 'Hay un día de cierre y nada dice que esté cerrado. ¿Se cumplió o se abandonó?',
    negative: (found: string) => `“${found}” es menor que cero. Se espera un monto, por ejemplo 1.250,00.`,
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
    'alike-here': (found: string, row: string, like: string) =>
      `“${found}” se parece a “${like}” de la fila ${row}. ¿Es el mismo?`,
    'relationship-alike': (found: string, known: string) =>
      `Ya se conoce una relación del mismo tipo con “${found}”: “${known}”. Esta fila crea otra, salvo que sea esa.`,
    'relationship-alike-named': (found: string, known: string) =>
      `“${found}” es una relación nueva; ya se conoce “${known}”, del mismo tipo y con este socio. ¿Es la misma?`,
    'agreement-alike': (found: string) =>
      `Otro acuerdo con este socio también se llama “${found}”, con otras fechas: este se agrega.`,
    'end-without-signature': (found: string) =>
      `${found === '' ? 'Este acuerdo' : `“${found}”`} tiene un fin, pero no una fecha de firma: sin ella no se avisará de ningún vencimiento.`,
    vaguer: (field: string, known: string, said: string) =>
      `“${field}”: la hoja dice “${said}”; lo que se conoce es más preciso (“${known}”) y se conserva.`,
    'other-date': (field: string, known: string, said: string) =>
      `“${field}”: la hoja dice “${said}”, pero se conoce “${known}” y se conserva. ¿Cuál es el dato correcto?`,
    'other-text': (field: string, said: string, known: string) =>
      `“${field}”: la hoja dice “${said}”, pero se conoce “${known}” y se conserva. ¿Hay que agregarlo a continuación o ponerlo en su lugar?`,
    'other-language': (source: string, said: string) =>
      `La ficha está escrita en ${source} y esta fila parece estar en ${said}: sus textos no se toman. Si traducen los de la ficha, diga que la fila está en ${said}.`,
  },
}
