import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './typed-territories.en.ts'

export const pt = {
  title: 'Territórios',
  door: 'Territórios',
  doorText: 'Os territórios tal como foram escritos, para ligá-los aos que se conhecem.',
  lead: 'Territórios que pessoas escreveram ao se inscrever e que ainda não se conhecem. Enquanto você não disser de qual se trata, elas não contam em nenhuma cota de território.',
  caption: 'Territórios escritos',
  name: 'Tal como foi escrito',
  country: 'País',
  people: 'Pessoas',
  like: 'Parece-se com',
  likeNone: 'nada conhecido',
  emptyTitle: 'Nada a ligar',
  empty: 'Todas as pessoas que indicaram um território indicaram um conhecido.',
  alsoWritten: names => `Também escrito: ${names}`,
  oneTitle: name => `“${name}”`,
  count: count =>
    plural('pt', count, { one: '# pessoa escreveu este território.', other: '# pessoas escreveram este território.' }),
  what: 'De que território se trata?',
  other: 'Outro território conhecido',
  otherHint: 'Escreva o nome dele abaixo',
  otherName: 'Nome do território',
  otherNameHint: 'Exatamente como é conhecido, em qualquer dos seus idiomas',
  stays:
    'A região dessas pessoas passa a ser a do território; por isso outras cotas podem contá-las. Quem tem uma vaga a conserva; se uma cota está completa, a pessoa fica como estava, e você fica sabendo quem é.',
  save: 'É este',
  newOne: 'Um território que ainda não se conhece',
  newHint: 'Preencha os campos abaixo: ele se torna público, e o formulário passa a sugeri-lo',
  newTitle: 'Se ainda não se conhece',
  newName: 'Nome',
  language: 'Idioma do nome',
  government: 'Tipo de governo',
  askTitle: 'Está faltando?',
  ask: 'Um território novo é acrescentado pela administração desta instalação. Peça que ela abra esta página: pode acrescentá-lo aqui, e ele vale de imediato para essas pessoas.',
  named: count =>
    plural('pt', count, {
      one: '# pessoa pertence agora a este território.',
      other: '# pessoas pertencem agora a este território.',
    }),
  full: count =>
    plural('pt', count, {
      one: '# pessoa não pôde mudar, porque uma cota está completa:',
      other: '# pessoas não puderam mudar, porque uma cota está completa:',
    }),
  gone: 'Ninguém mais tem este território escrito: talvez outra pessoa tenha acabado de dizer de qual se trata.',
  tooLate: 'O seminário terminou ou foi cancelado: as suas inscrições ficam como estão.',
  errors: {
    what: 'Diga de que território se trata.',
    other: 'Nenhum território conhecido tem exatamente este nome. Escolha um dos sugeridos.',
    name: 'Informe o nome.',
    nameTooLong: 'Um nome pode ter 200 caracteres no máximo.',
    language: 'Escolha o idioma do nome.',
    country: 'Escolha um país da lista.',
    government: 'Escolha o tipo de governo.',
    taken: 'Já existe um território com este nome: escolha-o acima, como outro território conhecido.',
  },
} satisfies Messages<typeof en>
