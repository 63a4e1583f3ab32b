import { type Messages, number, plural } from '../say.ts'
import type { en } from './search.en.ts'

export const pt = {
  title: 'Pesquisa',
  titleFor: question => `Pesquisa: ${question}`,
  lead: 'Em todos os idiomas ao mesmo tempo: a palavra de um idioma encontra também as dos outros. Não se pesquisa naquilo que não é permitido ler.',
  box: 'O que procura?',
  button: 'Pesquisar',
  cut: (most, word) =>
    `Só os primeiros ${number('pt', most)} caracteres foram procurados, até “${word}”. Com menos palavras encontra-se mais.`,
  count: total => plural('pt', total, { one: '# resultado', other: '# resultados', many: '# de resultados' }),
  close: question => `Nada contém “${question}”; estes títulos são parecidos`,
  instead: (question, meant) => `Nada contém “${question}”; isto é o que “${meant}” encontra`,
  nothing: question => `Nada encontrado para “${question}”`,
  meant: question => `Você quis dizer “${question}”?`,
  otherWords: 'Em outras palavras:',
  field: 'indicado num campo',
  nothingNext:
    'Confira a ortografia, tente com menos palavras ou com uma palavra da mesma família. Os acentos não contam.',
  pageOf: (page, pages) => `Página ${number('pt', page)} de ${number('pt', pages)}`,
} satisfies Messages<typeof en>
