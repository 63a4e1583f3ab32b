import { type Messages, number, plural } from '../say.ts'
import type { en } from './search.en.ts'

export const es = {
  title: 'Búsqueda',
  titleFor: question => `Búsqueda: ${question}`,
  lead: 'En todos los idiomas a la vez: la palabra de un idioma encuentra también las de los otros. No se busca en lo que usted no tiene derecho a leer.',
  box: '¿Qué busca?',
  button: 'Buscar',
  cut: (most, word) =>
    `Solo se buscaron los primeros ${number('es', most)} caracteres, hasta “${word}”. Con menos palabras se encuentra más.`,
  count: total => plural('es', total, { one: '# resultado', other: '# resultados', many: '# de resultados' }),
  close: question => `Nada contiene “${question}”; estos títulos se le parecen`,
  instead: (question, meant) => `Nada contiene “${question}”; esto es lo que encuentra “${meant}”`,
  nothing: question => `No se encontró nada con “${question}”`,
  meant: question => `¿Quiso decir “${question}”?`,
  otherWords: 'Con otras palabras:',
  field: 'indicado en un campo',
  nothingNext:
    'Revise la ortografía, pruebe con menos palabras o con una palabra de la misma familia. Las tildes no cuentan.',
  pageOf: (page, pages) => `Página ${number('es', page)} de ${number('es', pages)}`,
} satisfies Messages<typeof en>
