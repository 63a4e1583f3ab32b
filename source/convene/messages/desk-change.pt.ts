import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-change.en.ts'

export const pt = {
  title: 'Corrigir uma inscrição',
  link: 'Corrigir as respostas',
  lead: 'Corrija o que não está certo: um nome, o endereço, a categoria, a organização. A vaga, ou a posição, permanece enquanto as novas respostas o permitirem.',
  address:
    'Se o endereço mudar, o primeiro e-mail é enviado outra vez, para o novo; o link pessoal enviado ao anterior deixa de abrir.',
  save: 'Salvar as correções',
  saved: 'As correções foram salvas, e um e-mail avisa a pessoa.',
  unchanged: 'Nada mudou: são as respostas que já estavam lá.',
  tooLate: 'O seminário terminou ou foi cancelado: as inscrições ficam como estão. Nada foi mudado.',
  ended: 'Esta inscrição terminou: as respostas ficam como estão.',
  taken: 'Já existe outra inscrição com este nome e este endereço. Nada foi mudado.',
  noRoom: full => `Nada foi mudado: com estas respostas não há vaga. O que está completo – ${full}.`,
  obstacles: {
    organisation: (taken, capacity) => `A organização: ${number('pt', taken)} de ${number('pt', capacity)} ocupadas`,
    invitation: (taken, capacity) => `O convite: ${number('pt', taken)} de ${number('pt', capacity)} ocupadas`,
  },
  refuseHint: 'O pedido ou a espera termina; a pessoa lê seu motivo em um e-mail.',
  cancelHint: 'A vaga passa à primeira pessoa da lista que possa ocupá-la; um e-mail avisa a pessoa.',
  cancelHintWaiting: 'A inscrição termina sem um julgamento seu; um e-mail avisa a pessoa.',
  meanwhile: (name, before, now) =>
    `Nesse meio-tempo, ${name} passou de “${before}” a “${now}”: nada foi feito com esta inscrição.`,
  meanwhileMore: count =>
    plural('pt', count, {
      one: 'Mais # mudou nesse meio-tempo e fica como está.',
      other: 'Mais # mudaram nesse meio-tempo e ficam como estão.',
    }),
  writtenTo: language => `E-mails em ${language}`,
  passed: (moment, name, category) => `${moment}: ${name} (${category})`,
  examined: moment => `examinada em ${moment}`,
} satisfies Messages<typeof en>
