import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './life.en.ts'

export const pt = {
  lives: {
    draft: 'rascunho',
    announced: 'anunciado',
    open: 'aberto',
    full: 'lotado',
    closed: 'inscrições encerradas',
    'under-way': 'em andamento',
    over: 'terminado',
    postponed: 'adiado',
    cancelled: 'cancelado',
  },
  notice: {
    cancelledTitle: 'Este seminário está cancelado',
    cancelled: day => `Não será realizado em ${day}.`,
    postponedTitle: 'Este seminário está adiado',
    postponed: day => `Não será realizado em ${day}. Esta página informará a nova data assim que for conhecida.`,
    movedTitle: 'Este seminário tem uma nova data',
    moved: (before, day) => `Estava anunciado para ${before}. Será realizado em ${day}.`,
    heldAgainTitle: 'Este seminário será realizado, afinal',
    heldAgain: day => `Será realizado em ${day}.`,
    reason: 'O que escreve a equipe organizadora',
  },
  page: {
    kickerPostponed: place => `Seminário · adiado · ${place}`,
    kickerCancelled: (day, place) => `Seminário · cancelado · ${day} · ${place}`,
    whenPostponed: day => `Adiado: ainda não se conhece a nova data. Estava anunciado para ${day}.`,
    calendarOut: 'Retirar da minha agenda',
    cardPostponed: 'O seminário está adiado. As inscrições esperam a nova data.',
  },
  list: {
    postponed: day => `adiado · estava anunciado para ${day}`,
    cancelled: day => `${day} · cancelado`,
    moved: day => `${day} · nova data`,
  },
  shut: {
    postponedTitle: 'O seminário está adiado',
    postponed: 'As inscrições esperam a nova data, que a página do seminário informará.',
  },
  api: {
    postponed: 'O seminário está adiado, e as inscrições esperam a nova data.',
  },
  own: {
    postponed:
      'Sua inscrição fica como está, e escreveremos assim que houver uma nova data. Quem já sabe que não virá pode devolver abaixo o que tem.',
    movedAsk: 'Se não for possível vir na nova data, diga-o abaixo, para que outra pessoa possa ficar com a vaga.',
    held: 'Há uma vaga reservada para você. Enquanto o seminário não tiver data, não há nada a decidir.',
    heldUntilCancelled: 'Havia uma vaga reservada para você. O seminário está cancelado.',
    line: 'Sua inscrição está na lista de espera, que não avança enquanto o seminário não tiver nova data.',
    lineCancelled: 'Sua inscrição estava na lista de espera. O seminário está cancelado.',
    rests:
      'O seminário está adiado: as respostas poderão mudar de novo quando se conhecer a nova data. Nada foi mudado.',
    ended: 'O seminário está cancelado: as respostas ficam como estão.',
    offerRests:
      'Enquanto o seminário não tiver data, uma oferta não se aceita nem se perde. A vaga continua reservada, e um e-mail dirá quando responder.',
  },
  letters: {
    postponedTitle: 'O seminário está adiado',
    postponed:
      'As cartas dizem que as pessoas participaram. Poderão ser emitidas quando o seminário tiver uma nova data, a partir desse dia.',
  },
  retentionRests: 'Ainda não se conta: o seminário não tem data.',
  approvalRests: people =>
    plural('pt', people, {
      one: '# pedido ficou como estava: o seminário não tem data, e enquanto isso nenhuma vaga é dada.',
      other: '# pedidos ficaram como estavam: o seminário não tem data, e enquanto isso nenhuma vaga é dada.',
    }),
} satisfies Messages<typeof en>
