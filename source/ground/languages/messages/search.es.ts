import { type Messages, number, plural } from '../say.ts'
import type { en } from './search.en.ts'

export const es = {
  title: 'Búsqueda',
  titleFor: question => `Búsqueda: ${question}`,
  lead: 'En todos los idiomas a la vez. No se busca en lo que usted no tiene derecho a leer.',
  box: '¿Qué busca?',
  button: 'Buscar',
  count: total => plural('es', total, { one: '# resultado', other: '# resultados', many: '# de resultados' }),
  close: question => `Nada contiene “${question}”; estos títulos se le parecen`,
  nothing: question => `No se encontró nada con “${question}”`,
  nothingNext:
    'Revise la ortografía, pruebe con menos palabras o con una palabra de la misma familia. Las tildes no cuentan.',
  pageOf: (page, pages) => `Página ${number('es', page)} de ${number('es', pages)}`,
} satisfies Messages<typeof en>
