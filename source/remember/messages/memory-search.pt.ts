import type { Messages } from '#ground/languages/say.ts'
import type { en } from './memory-search.en.ts'

export const pt = {
  title: 'Pesquisa',
  titleFor: question => `Pesquisa: ${question}`,
  lead: 'Em tudo o que você pode ler desta memória, em quatro idiomas ao mesmo tempo: a palavra de um encontra também as dos outros.',
  box: name => `Pesquisar na memória de ${name}`,
  question: 'O que procura?',
  button: 'Pesquisar',
  kinds: 'Tipos de registro',
  all: 'Tudo',
  byYears: 'Só alguns anos',
  from: 'Do ano',
  to: 'Até o ano',
  years: 'Com anos, só se encontra o que fala desse tempo; o que não tem data fica de fora.',
  yearsWrong: 'Informe anos de quatro algarismos, o mais antigo primeiro.',
  withoutYears: 'Pesquisar em todos os anos',
  confidential: 'Notas confidenciais',
  everywhere: 'Pesquisar além desta memória',
  begin: 'Por onde começar',
  examples: 'Nomes, lugares, temas, tipos de registro, países: por exemplo',
  example: ['água', 'irmanamento', 'juventude'],
} satisfies Messages<typeof en>
