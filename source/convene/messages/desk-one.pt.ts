import { plural } from '#ground/languages/say.ts'
import type { en } from './desk-one.en.ts'

export const pt: typeof en = {
  write: 'Escrever a esta pessoa',
  priorityBefore: 'De −100 a 100; 0 para a maioria. Conta quando o pedido for aprovado, se então não houver vaga',
  noPlaceLost: {
    refuse: 'Nenhuma dessas pessoas tem vaga. Um e-mail avisa cada uma, com seu motivo.',
    cancel: 'Nenhuma dessas pessoas tem vaga. Um e-mail avisa cada uma.',
  },
  over: 'O seminário terminou: as inscrições ficam como estão.',
  overLeft: count =>
    plural('pt', count, {
      one: 'O seminário terminou: # inscrição ficou como estava.',
      other: 'O seminário terminou: # inscrições ficaram como estavam.',
    }),
  overPriority: 'O seminário terminou: a lista de espera não dá mais vaga a ninguém. Nada foi mudado.',
  contact: {
    link: 'Corrigir o nome, o endereço ou o idioma',
    lead: 'O seminário terminou. Ainda é possível corrigir o nome da pessoa, o endereço e o idioma, para que as cartas de participação e os e-mails cheguem.',
    address:
      'Se o endereço for mudado, a carta de participação e os e-mails que não chegaram são enviados de novo, ao novo endereço; o link pessoal enviado ao antigo deixa então de funcionar.',
    rest: 'O que fica como estava',
    why: 'A vaga foi dada de acordo com estas respostas, e as estatísticas as contam: depois do seminário elas não mudam mais.',
    only: 'O seminário terminou depois que este formulário foi aberto: só os nomes, o endereço e o idioma ainda podem ser corrigidos. Nada foi salvo ainda.',
  },
}
