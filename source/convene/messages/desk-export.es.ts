import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './desk-export.en.ts'

export const es = {
  title: 'La lista en un archivo',
  everybody: count =>
    plural('es', count, {
      one: '# inscripción responde a los criterios de arriba, con las respuestas a sus preguntas.',
      other:
        '# inscripciones responden a los criterios de arriba, en todas las páginas, con las respuestas a sus preguntas.',
      many: '# de inscripciones responden a los criterios de arriba, en todas las páginas, con las respuestas a sus preguntas.',
    }),
  which:
    'El libro de cálculo se abre en cualquier programa. En el CSV, un apóstrofo precede los textos que el programa tomaría por una fórmula.',
  workbook: 'Libro de cálculo (XLSX)',
  csv: 'Tabla de texto (CSV)',
  needsTitle: 'Lo que necesitan las personas',
  needsText:
    'La accesibilidad y las comidas dicen algo de la salud y de las convicciones de las personas. Solo están en el archivo si usted las pide aquí: tómelas cuando hagan falta para recibir a las personas, y borre el archivo después. Cada exportación queda anotada con su nombre.',
  workbookWithNeeds: 'Libro con una hoja de necesidades (XLSX)',
  csvOfNeeds: 'Solo las necesidades (CSV)',
  files: { registrations: 'inscripciones', needs: 'necesidades' },
  sheets: { registrations: 'Inscripciones', needs: 'Necesidades' },
  columns: {
    number: 'Número',
    registered: city => `Inscripción (hora de ${city})`,
    since: city => `Desde (hora de ${city})`,
    undelivered: 'El último correo no llegó',
    consent: words => `Consentimiento: ${words}`,
    askedNoMore: question => `${question} (ya no se pregunta)`,
  },
  yes: 'sí',
  no: 'no',
  yesToEarlier: 'sí, a un texto anterior',
  noToEarlier: 'no, a un texto anterior',
} satisfies Messages<typeof en>
