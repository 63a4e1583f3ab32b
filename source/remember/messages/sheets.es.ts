import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './sheets.en.ts'

const n = (value: number) => number('es', value)
const rows = (count: number) => plural('es', count, { one: '# fila', other: '# filas', many: '# de filas' })
const records = (count: number) => plural('es', count, { one: '# ficha', other: '# fichas', many: '# de fichas' })

export const es: Messages<typeof en> = {
  title: 'Importar y exportar',
  lead: 'Importe la hoja de cálculo que lleva su oficina, tal como está. Primero se lee celda por celda: no se escribe nada antes de que usted lo diga, y una importación se puede deshacer.',
  upload: {
    title: 'Importar una hoja de cálculo',
    kind: '¿De qué es la lista?',
    kindFound: 'Se reconoce por los encabezados',
    file: 'La hoja de cálculo',
    fileHint: most => `Un libro de cálculo (XLSX) o una tabla de texto (CSV), de ${n(most)} filas como máximo`,
    limit: '10 MB',
    look: 'Leer la hoja de cálculo',
    none: 'Elija el archivo de la hoja de cálculo.',
    kept: 'La hoja leída y aún no importada se guarda cifrada y se elimina al cabo de un día.',
    macros:
      'Esta hoja de cálculo contiene macros, es decir, programas. No se abrió nada de ella. Guárdela como XLSX y envíe esa.',
    tooManyRows: most =>
      `El archivo tiene más filas de las que aceptamos: ${n(most)} como máximo. Envíelo en varios archivos.`,
  },
  out: {
    title: 'Exportar una hoja de cálculo',
    text: 'Con las columnas que permiten volver a traerla: si queda igual, no cambia nada. Contiene lo que usted puede ver.',
    format: (kind, format) => `${kind} (${format})`,
    file: 'memoria',
  },
  lists: {
    caption: 'Archivos importados',
    file: 'Archivo',
    kind: 'Contenido',
    state: 'Estado',
    when: 'Cuándo',
    by: 'Por',
    result: 'Fichas creadas, modificadas, sin cambios',
    states: { 'looked-at': 'En espera', imported: 'Importado', undone: 'Deshecho', forgotten: 'Descartado' },
    noneTitle: 'Todavía no hay archivos',
    none: 'Aquí figuran las hojas de cálculo que usted importa, con lo que fue de ellas.',
    somebody: 'Una persona cuyos datos se suprimieron',
  },
  counts: {
    create: 'Fichas creadas',
    update: 'Fichas modificadas',
    same: 'Fichas ya conocidas tal cual',
    left: 'Fichas dejadas como están, según su elección',
    wrong: 'Filas con un error',
    passedOver: 'Filas dejadas de lado',
    comments: 'Comentarios de celdas',
    ofKind: (kind, count) => `${kind}: ${count}`,
  },
  look: {
    notYet: 'Todavía no se escribió nada.',
    lead: wrong =>
      `Todavía no se escribió nada. Esto es lo que haría la importación${wrong === 0 ? '' : plural('es', wrong, { one: '; # fila tiene un error', other: '; # filas tienen un error', many: '; # de filas tienen un error' })}.`,
    toErrors: 'Ver los errores',
    toImport: 'Ir a la importación',
    foreseen: 'Lo que haría la importación',
    lackingTitle: 'Algo no se encuentra',
    lacking: fields => `No encontramos ninguna columna para: ${fields}. Diga cuál lo contiene.`,
    sameFile: when => `Este mismo archivo se importó el ${when}.`,
    problems: 'Celda por celda',
    cell: 'Celda',
    kind: 'Tipo',
    what: 'Lo que se dice de ella',
    suggestion: 'Propuesta',
    error: 'Error',
    warning: 'Observación',
    noProblemsTitle: 'Sin observaciones',
    noProblems: 'Cada celda se pudo leer tal como está.',
    row: 'Fila',
    accept: value => `Leer en cambio “${value}”`,
    firstRows: shown => (shown === 1 ? 'La primera fila' : `Las primeras ${rows(shown)}`),
    name: 'Nombre',
    fate: 'Qué pasa con ella',
    fates: {
      create: 'Se crea',
      gains: 'Queda igual y recibe un acuerdo',
      update: 'Se modifica',
      same: 'Queda igual',
      left: 'Se deja como está',
      wrong: 'Tiene un error',
    },
    noRowsTitle: 'Ninguna fila',
    noRows: 'Ninguna fila podría ser una ficha.',
    reading: 'Cómo se lee la hoja de cálculo',
    readSheet: 'Hoja',
    readKind: 'Como lista de',
    readHeadings: 'Encabezados',
    inRow: row => `En la fila ${n(row)}`,
    noHeadings: 'Ninguno',
    readColumns: 'Columnas que se leen',
    unread: 'Columnas que no se leen',
    change: 'Cambiar lo que contienen las columnas',
  },
  import: {
    title: 'Importar',
    skip: 'Filas con un error',
    skipChoice: wrong => `Dejar de lado ${rows(wrong)} con un error`,
    skipHint: 'Si no, no se escribe nada antes de que todas las filas estén bien.',
    comments: 'Comentarios de celdas',
    commentsChoice: count =>
      plural('es', count, { one: 'Conservar # comentario como nota', other: 'Conservar # comentarios como notas' }),
    commentsHint: 'Una nota trata de la ficha de su fila. Sin marcar, los comentarios se dejan de lado.',
    button: count => plural('es', count, { one: 'Importar # ficha', other: 'Importar # fichas' }),
    wrong: count =>
      plural('es', count, {
        one: '# fila tiene un error y no se escribió nada. Corríjala o déjela de lado.',
        other: '# filas tienen un error y no se escribió nada. Corríjalas o déjelas de lado.',
      }),
    nothing: 'No hay nada que importar: ninguna fila se pudo leer.',
    nothingNew: 'Todo se conoce ya: la importación no cambiaría nada.',
    nothingNewButNotes:
      'Todo se conoce ya, salvo los comentarios de celdas: marque la casilla para conservarlos como notas.',
    notesButton: 'Conservar los comentarios',
    nothingByWay: 'Según lo que usted eligió, la importación no cambiaría nada.',
    onlyWrong: 'Las filas que dicen algo nuevo tienen un error: corríjalas primero, celda por celda.',
    unreadable:
      'Perenne se actualizó después de leer este archivo, y lo que quedaba en espera ya no puede leerse. No se escribió nada. Envíe el archivo de nuevo: lo que usted dijo de sus columnas se recuerda.',
    gone: 'Este archivo ya no está en espera: se importó, se deshizo o se descartó. Elíjalo de nuevo.',
    discard: 'Descartar este archivo',
    discarded: 'El archivo se descartó. No se escribió nada.',
    again: 'La hoja de cálculo corregida',
    againHint: 'Toma el lugar de esta.',
  },
  columns: {
    title: 'Lo que contienen las columnas',
    lead: 'Se recuerda para la próxima hoja de cálculo con los mismos encabezados.',
    sheetTitle: 'Dónde está la lista',
    sheet: 'Hoja',
    hidden: name => `${name} (oculta)`,
    unnamed: sheet => `Hoja ${n(sheet)}`,
    kind: 'Es una lista de',
    headingRow: 'Fila de los encabezados',
    headingRowHint: 'La de abajo, si hay dos. Vacío: se encuentra sola. 0: no hay.',
    headingRowWrong: 'Escriba la fila con su número.',
    useSheet: 'Leer esta',
    columnsTitle: 'Columnas',
    column: (letters, heading) => `${letters}: ${heading}`,
    noHeading: 'sin encabezado',
    notRead: 'No se lee',
    nothing: 'Está vacía.',
    example: text => `Por ejemplo: ${text}`,
    twice: letters => `La columna ${letters} ya lo dice: elija una de las dos.`,
    forAll: 'Para todas las filas',
    way: 'Qué puede hacer la importación',
    ways: {
      both: 'Crear y modificar',
      create: 'Solo crear lo que no se conoce',
      update: 'Solo modificar lo que se conoce',
    },
    language: 'Idioma de los textos',
    guess: 'Textos en otro idioma',
    guessChoice: 'Una fila que está claramente en otro de los cuatro idiomas se lee como tal',
    currency: 'Moneda de los montos',
    currencyHint: 'Tres letras, para los montos que no dicen ninguna.',
    currencyWrong: 'Escriba las tres letras de una moneda, por ejemplo EUR.',
    save: 'Leer así la hoja de cálculo',
    saved: 'Se lee así.',
  },
  done: {
    text: (created, updated, notes) =>
      `Fichas creadas: ${n(created)}. Modificadas: ${n(updated)}.${notes === 0 ? '' : ` Notas tomadas de comentarios: ${n(notes)}.`}`,
    imported: 'Importado',
    by: 'Por',
    kind: 'Contenido',
    created: 'Fichas creadas',
    updated: 'Fichas modificadas',
    unchanged: 'Fichas sin cambios',
    notes: 'Notas tomadas de comentarios',
    undone: 'Deshecho',
    records: 'Lo que escribió la importación',
    record: 'Ficha',
    row: 'Fila',
    table: 'Qué es',
    made: 'Creada',
    changed: 'Modificada',
    what: 'Cómo',
    outcome: 'Desde entonces',
    outcomes: { removed: 'Quitada', restored: 'Repuesta como estaba', kept: 'Conservada' },
    touched: 'Modificada después',
    untouched: 'Tal como se importó',
    keptLead: 'Se conservó lo que se modificó después o aquello a lo que apunta otra cosa.',
    noneTitle: 'Nada escrito',
    none: 'Todo se conocía ya.',
    more: count => `Y ${records(count)} más.`,
  },
  left: {
    title: 'Lo que quedó fuera',
    rows: count =>
      plural('es', count, {
        one: '# fila tenía un error:',
        other: '# filas tenían un error:',
        many: '# de filas tenían un error:',
      }),
    correct: 'Corrija la hoja e impórtela de nuevo: lo que ya se conoce no cambia.',
    comments: count =>
      plural('es', count, {
        one: '# comentario de celda no se conservó. Vuelva a leer la hoja para conservarlo como nota.',
        other: '# comentarios de celdas no se conservaron. Vuelva a leer la hoja para conservarlos como notas.',
        many: '# de comentarios de celdas no se conservaron. Vuelva a leer la hoja para conservarlos como notas.',
      }),
    columns: count =>
      plural('es', count, {
        one: '# columna no se leyó:',
        other: '# columnas no se leyeron:',
        many: '# de columnas no se leyeron:',
      }),
    lists: count =>
      plural('es', count, {
        one: 'Este archivo tiene otra lista, que no se importó:',
        other: 'Este archivo tiene otras # listas, que no se importaron:',
        many: 'Este archivo tiene otras # de listas, que no se importaron:',
      }),
    list: name => `“${name}”`,
    again: 'Volver a leer la hoja de cálculo',
  },
  undo: {
    button: 'Deshacer esta importación',
    title: '¿Deshacer esta importación?',
    text: (removed, restored, kept) =>
      [
        ...(removed === 0
          ? []
          : [
              plural('es', removed, {
                one: 'Se quitará # ficha creada por la importación.',
                other: 'Se quitarán # fichas creadas por la importación.',
                many: 'Se quitarán # de fichas creadas por la importación.',
              }),
            ]),
        ...(restored === 0
          ? []
          : [
              plural('es', restored, {
                one: '# ficha modificada volverá a como estaba.',
                other: '# fichas modificadas volverán a como estaban.',
                many: '# de fichas modificadas volverán a como estaban.',
              }),
            ]),
        ...(kept === 0
          ? []
          : [
              plural('es', kept, {
                one: 'Se conservará # ficha.',
                other: 'Se conservarán # fichas.',
                many: 'Se conservarán # de fichas.',
              }),
            ]),
      ].join(' '),
    notes: (removed, kept) =>
      [
        ...(removed === 0
          ? []
          : [
              plural('es', removed, {
                one: 'También se quitará # nota tomada de un comentario.',
                other: 'También se quitarán # notas tomadas de comentarios.',
                many: 'También se quitarán # de notas tomadas de comentarios.',
              }),
            ]),
        ...(kept === 0
          ? []
          : [
              plural('es', kept, {
                one: 'Se conservará # nota.',
                other: 'Se conservarán # notas.',
                many: 'Se conservarán # de notas.',
              }),
            ]),
      ].join(' '),
    confirm: 'Deshacerla',
    stay: 'Conservar la importación',
    done: 'La importación se deshizo.',
    notNow: 'Esta importación ya está deshecha.',
  },
  log: {
    imported: (created, updated, notes) =>
      `Se importó una hoja de cálculo: fichas creadas ${n(created)}, modificadas ${n(updated)}${notes === 0 ? '' : `, notas ${n(notes)}`}`,
    undone: (removed, restored, kept) =>
      `Se deshizo la importación de una hoja de cálculo: quitadas ${n(removed)}, repuestas ${n(restored)}, conservadas ${n(kept)}`,
  },
}
