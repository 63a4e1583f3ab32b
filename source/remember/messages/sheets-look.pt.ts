import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './sheets-look.en.ts'

const n = (value: number) => number('pt', value)

export const pt: Messages<typeof en> = {
  changes: {
    title: 'O que muda nos registros conhecidos',
    lead: 'De cada campo: o que se conhece → o que ficará.',
    who: 'Quem vê',
    nothing: 'nada',
    before: 'Antes:',
    after: 'Depois:',
    ofAgreement: name => `Acordo: ${name}`,
    newAgreement: 'novo acordo',
    publicTitle: 'Uma parte é pública',
    publicText: count =>
      plural('pt', count, {
        one: '# registro é público, ou passa a ser: qualquer pessoa lê o que a importação escreve nele.',
        other: '# registros são públicos, ou passam a ser: qualquer pessoa lê o que a importação escreve neles.',
        many: '# de registros são públicos, ou passam a ser: qualquer pessoa lê o que a importação escreve neles.',
      }),
    all: count => `Ver os ${n(count)} registros alterados`,
    shortened: (shown, count) => `Mostrados aqui: ${n(shown)} de ${n(count)}.`,
    back: 'Voltar à página inteira',
  },
  correct: {
    lead: 'O que é igual em uma coluna é dito uma só vez. Escreva o que deve ser lido no lugar, em uma ou várias linhas da lista, e leia de novo.',
    read: 'Ler no lugar',
    button: 'Ler de novo com o que escrevi',
    all: count =>
      plural('pt', count, {
        one: 'Aceitar # proposta para os erros',
        other: 'Aceitar as # propostas para os erros',
        many: 'Aceitar as # de propostas para os erros',
      }),
    append: 'Acrescentar depois do que se conhece',
    replace: 'Colocar no lugar do que se conhece',
    thatOne: name => `É “${name}”`,
    cells: 'Células',
    more: count => `e mais ${n(count)}`,
    stillWrong: typed => `“${typed}” também não serve.`,
    nothingTyped: 'Nada foi escrito.',
    accepted: count =>
      plural('pt', count, {
        one: '# correção é lida.',
        other: '# correções são lidas.',
        many: '# de correções são lidas.',
      }),
  },
  comments: {
    title: 'O que dizem os comentários',
  },
  unread: {
    title: count =>
      plural('pt', count, {
        one: '# coluna não é lida',
        other: '# colunas não são lidas',
        many: '# de colunas não são lidas',
      }),
    text: 'O que está ali fica de fora:',
  },
  lists: {
    title: 'Esta pasta de trabalho tem outras listas',
    text: 'Cada uma é lida e importada separadamente.',
    read: (sheet, kind) => `Ler “${sheet}”: ${kind}`,
    waiting: 'Do mesmo arquivo, isto ainda espera:',
  },
  kept: {
    edited: 'Mantido: alterado depois',
    pointed: what => `Mantido: outra coisa leva a ele, ${what}`,
    is: (kind, name) => `${kind} “${name}”`,
    list: 'O que fica, e por quê',
    noneTitle: 'Não sobra nada dela',
    none: 'Tudo o que a importação tinha escrito foi retirado.',
  },
  sample: {
    title: 'Nada à mão?',
    text: 'Experimente a planilha de uma equipe inventada, com tudo o que as verdadeiras têm: duas linhas de cabeçalhos, datas em todas as formas, comentários.',
    link: 'Baixar a planilha de exemplo',
  },
}
