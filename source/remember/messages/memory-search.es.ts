import type { Messages } from '#ground/languages/say.ts'
import type { en } from './memory-search.en.ts'

export const es = {
  title: 'Búsqueda',
  titleFor: question => `Búsqueda: ${question}`,
  lead: 'En todo lo que usted puede leer de esta memoria, en cuatro idiomas a la vez: la palabra de uno encuentra también las de los otros.',
  box: name => `Buscar en la memoria de ${name}`,
  question: '¿Qué busca?',
  button: 'Buscar',
  kinds: 'Tipos de fichas',
  all: 'Todo',
  byYears: 'Solo algunos años',
  from: 'Desde el año',
  to: 'Hasta el año',
  years: 'Con años, solo se encuentra lo que habla de ese tiempo; lo que no tiene fecha queda fuera.',
  yearsWrong: 'Indique años de cuatro cifras, el más antiguo primero.',
  withoutYears: 'Buscar en todos los años',
  confidential: 'Notas confidenciales',
  everywhere: 'Buscar más allá de esta memoria',
  begin: 'Por dónde empezar',
  examples: 'Nombres, lugares, temas, tipos de fichas, países: por ejemplo',
  example: ['agua', 'hermanamiento', 'juventud'],
} satisfies Messages<typeof en>
