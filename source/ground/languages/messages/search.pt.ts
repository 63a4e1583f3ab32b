import { type Messages, number, plural } from '../say.ts'
import type { en } from './search.en.ts'

export const pt = {
  title: 'Pesquisa',
  titleFor: question => `Pesquisa: ${question}`,
  lead: 'Em todos os idiomas ao mesmo tempo. Não se pesquisa naquilo que não é permitido ler.',
  box: 'O que procura?',
  button: 'Pesquisar',
  count: total => plural('pt', total, { one: '# resultado', other: '# resultados', many: '# de resultados' }),
  close: question => `Nada contém “${question}”; estes títulos são parecidos`,
  nothing: question => `Nada encontrado para “${question}”`,
  nothingNext:
    'Confira a ortografia, tente com menos palavras ou com uma palavra da mesma família. Os acentos não contam.',
  pageOf: (page, pages) => `Página ${number('pt', page)} de ${number('pt', pages)}`,
} satisfies Messages<typeof en>
