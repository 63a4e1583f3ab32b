import type { Messages } from '#ground/languages/say.ts'
import type { en } from './notes.en.ts'

export const pt = {
  title: 'Notas',
  lead: 'O que não está em nenhum arquivo: o contexto, uma lição, um alerta, o que alguém contou.',
  caption: 'Notas, o mais recente primeiro',
  add: 'Escrever uma nota',
  addOral: 'Anotar uma memória oral',
  kinds: {
    'oral-memory': 'Memória oral',
    context: 'Contexto',
    lesson: 'Lição aprendida',
    warning: 'Alerta',
    'contact-tip': 'Sobre uma pessoa',
    fact: 'Fato',
  },
  kindHints: {
    'oral-memory': 'O que contou alguém que estava lá',
    context: 'O que explica o resto',
    lesson: 'O que vale repetir, ou não repetir',
    warning: 'Aquilo com que é preciso ter cuidado',
    'contact-tip': 'Como trabalhar com ela',
    fact: 'O que é assim e não está escrito em outro lugar',
  },
  kind: 'Tipo',
  anyKind: 'Todos os tipos',
  body: 'Com suas palavras, ou com as dessa pessoa',
  told: 'Contado por',
  toldHint: 'Uma memória oral vem de alguém.',
  when: 'Quando foi',
  about: 'Sobre',
  circle: 'Visibilidade',
  language: 'Idioma',
  confidential: 'Confidencial',
  confidentialTick: 'Só eu a leio, e as pessoas a quem a mostro',
  confidentialHint: 'O resto da equipe não encontra nada dela: nem nas listas, nem na busca, nem no histórico.',
  confidentialThen:
    'Ao marcar, encerra-se o que outras pessoas da equipe tinham compartilhado desta nota. Ao desmarcar, a nota se abre tal como está a partir desse momento: o que ela dizia enquanto era confidencial continua sendo lido só por você.',
  somebody: 'Uma pessoa cujo nome não se guarda',
  newTitle: 'Escrever uma nota',
  editTitle: 'Alterar uma nota',
  removeTitle: 'Retirar esta nota?',
  removeText: 'Sai das listas e da busca.',
  emptyTitle: 'Nenhuma nota',
  empty:
    'Nenhuma nota que você possa ler corresponde a isso. Vale a pena anotar o que iria embora com as pessoas, enquanto elas estão aqui.',
  emptyOutside: 'Nenhuma nota é mostrada aqui.',
  errors: {
    whoTold: 'Diga quem contou: escolha uma pessoa ou outro tipo de nota.',
    confidentialInside: 'Uma nota confidencial é interna: escolha “Interno”.',
    notAuthor: 'Só quem escreveu uma nota pode torná-la confidencial.',
  },
} satisfies Messages<typeof en>
