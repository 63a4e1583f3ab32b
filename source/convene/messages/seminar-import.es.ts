import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './seminar-import.en.ts'

export const es = {
  title: count =>
    plural('es', count, {
      one: 'En un punto, el archivo y el navegador dicen cosas distintas',
      other: 'En # puntos, el archivo y el navegador dicen cosas distintas',
    }),
  since: moment =>
    `Desde la última importación, el ${moment}, alguien modificó en el navegador lo que sigue, y el archivo dice otra cosa. Elija en cada punto. Todavía no se ha guardado nada.`,
  neverImported:
    'Este seminario se creó en el navegador. Donde el archivo dice otra cosa, elija en cada punto. Todavía no se ha guardado nada.',
  browser: 'Conservar lo que hay ahora',
  file: 'Tomar lo que dice el archivo',
  before: 'En la última importación:',
  inFile: 'En el archivo:',
  beforeNothing: 'En la última importación aquí no había nada.',
  fileSame: 'El archivo no ha cambiado aquí desde entonces.',
  nothing: '(nada)',
  order: path => `${path}: orden de la lista`,
  rest: count => plural('es', count, { one: 'Un punto más', other: '# puntos más' }),
  restHint: 'Son demasiados para mostrarlos uno por uno. Una sola respuesta vale para todos.',
  choose: 'Elija una de las dos opciones.',
  chooseNamed: place => `Elija una de las dos opciones para ${place}`,
  allBrowser: 'Elegir en todos lo que hay ahora',
  allFile: 'Elegir en todos el archivo',
  import: 'Importar con estas elecciones',
  meanwhileTitle: 'El seminario cambió desde que usted lo miró',
  meanwhile: 'Alguien lo modificó mientras tanto. No se guardó nada. Mire de nuevo lo que cambiaría.',
  mixedTitle: 'Estas elecciones no van juntas',
  mixed: 'No se guardó nada. El archivo está bien y lo que hay ahora también, pero esta mezcla de ambos no:',
  others: 'Lo que el archivo cambia además',
  kept: count =>
    plural('es', count, {
      one: 'Se conserva una modificación hecha en el navegador desde la última importación.',
      other: 'Se conservan # modificaciones hechas en el navegador desde la última importación.',
    }),
  door: 'El seminario como archivo',
  doorText:
    'Descargar todo el contenido de la página en un archivo YAML, para guardarlo, modificarlo e importarlo de nuevo.',
} satisfies Messages<typeof en>
