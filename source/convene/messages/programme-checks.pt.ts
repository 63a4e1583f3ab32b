import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-checks.en.ts'

const seats = (count: number) => plural('pt', count, { one: '# assento', other: '# assentos', many: '# de assentos' })

export const pt = {
  title: 'Verificação do programa',
  lead: 'O que merece atenção no rascunho do programa. Nada disto impede de publicá-lo.',
  door: 'Verificação do programa',
  doorText: 'Sobreposições, vazios, falta de moderação, convites sem resposta, traduções a atualizar.',
  mayNot: 'Só quem pode modificar este seminário vê esta página.',
  noneTitle: 'Nada a assinalar',
  none: 'A verificação não encontrou nada neste rascunho.',
  onlyAside: 'A verificação não encontrou mais nada neste rascunho.',
  emptyTitle: 'O programa ainda não tem blocos',
  empty: 'A verificação começa com o primeiro bloco.',
  toProgramme: 'Ir ao programa',
  count: count =>
    plural('pt', count, {
      one: '# ponto a verificar no rascunho',
      other: '# pontos a verificar no rascunho',
      many: '# de pontos a verificar no rascunho',
    }),
  ofSlot: count =>
    plural('pt', count, {
      one: '# ponto a verificar aqui',
      other: '# pontos a verificar aqui',
      many: '# de pontos a verificar aqui',
    }),
  onDesk: count =>
    plural('pt', count, {
      one: '# ponto do programa merece atenção',
      other: '# pontos do programa merecem atenção',
      many: '# de pontos do programa merecem atenção',
    }),
  ways: {
    timetable: 'Mover na grade de horários',
    slot: 'Acrescentar um bloco',
    days: 'Mudar o horário anunciado',
    seats: 'Ver o painel',
    asked: 'Ver quem foi convidado',
    translate: 'Traduzir',
  },
  severities: {
    error: 'Não pode acontecer assim',
    warning: 'A verificar',
    notice: 'Bom saber',
  },
  where: 'Onde',
  why: 'Por que importa',
  todo: 'O que fazer',
  codes: {
    overlap: {
      title: 'Dois blocos ao mesmo tempo',
      why: 'Ninguém pode estar nos dois, e nenhum pode começar ou terminar como anunciado.',
      todo: 'Mude o horário de um dos dois, ou dê a cada um a sua sala.',
    },
    'two-places': {
      title: 'Uma pessoa em dois lugares ao mesmo tempo',
      why: 'Um dos dois blocos terá de passar sem ela.',
      todo: 'Mova um dos dois blocos, ou confie um deles a outra pessoa.',
    },
    gap: {
      title: 'Tempo sem nada previsto',
      why: 'Quem participa se pergunta se é um intervalo, um erro ou uma mudança que não foi anunciada.',
      todo: 'Acrescente um bloco, por exemplo um intervalo ou uma refeição, ou aproxime os que o cercam.',
    },
    'outside-hours': {
      title: 'Fora do horário anunciado',
      why: 'Quem confia no horário anunciado chega tarde demais ou já foi embora.',
      todo: 'Mude o horário anunciado desse dia, ou o do bloco.',
    },
    'no-moderator': {
      title: 'Sem moderação',
      why: 'No dia, ninguém sabe quem dá a palavra e cuida do tempo.',
      todo: 'Indique uma organização ou uma pessoa que modere, ou a coordenação geral.',
    },
    'panel-unbalanced': {
      title: 'Painel desequilibrado',
      why: 'Uma das duas regiões é mais ouvida do que a outra.',
      todo: 'Acrescente um assento para a região que tem menos, ou substitua o que foi declinado.',
    },
    'declined-still-on': {
      title: 'Recusou, mas continua no programa',
      why: 'O programa anuncia, para moderar ou intervir, alguém que talvez nem venha.',
      todo: 'Pergunte a essa pessoa se ainda faz a moderação ou intervém; se não, indique outra.',
    },
    'document-unknown': {
      title: 'Documento que não leva a lugar nenhum',
      why: 'Seu link não abre nada: o arquivo foi enviado a outro seminário ou a outra instalação.',
      todo: 'Abra o bloco, esvazie o endereço do documento e escolha o arquivo de novo.',
    },
    'translation-missing': {
      title: 'Falta a tradução',
      why: 'Quem lê neste idioma encontra estes textos em outro.',
      todo: 'Escreva as traduções que faltam, ou retire o idioma do seminário.',
    },
    'translation-stale': {
      title: 'Tradução desatualizada',
      why: 'Quem lê neste idioma ainda encontra o que o programa dizia antes.',
      todo: 'Atualize as traduções, ou indique que continuam válidas.',
    },
    'repeated-title': {
      title: 'O mesmo título mais de uma vez',
      why: 'Em um calendário ou em uma lista, nada distingue estes blocos.',
      todo: 'Dê a cada um o seu título, a menos que os queira iguais.',
    },
    'part-declined': {
      title: 'Moderação ou intervenção declinada',
      why: 'Uma pessoa disse que não pode vir: ela não aparecerá na próxima versão publicada.',
      todo: 'Retire a pessoa do bloco e procure outra.',
    },
    'seat-unanswered': {
      title: 'Convite sem resposta',
      why: 'A composição do painel fica incerta até chegar a resposta.',
      todo: 'Escreva de novo à pessoa convidada, ou ofereça o assento a outra.',
    },
    'part-unanswered': {
      title: 'Moderação ou intervenção sem resposta',
      why: 'Ainda não é certo quem modera ou intervém: publicado agora, o programa diz “a confirmar”.',
      todo: 'Escreva de novo à pessoa, ou convide outra.',
    },
  },
  found: {
    sameRoom: room => `Os dois acontecem na sala “${room}”.`,
    noRoom: 'Um bloco sem sala é para todas as pessoas: nada mais pode acontecer enquanto ele dura.',
    person: name => `Nos dois se espera a mesma pessoa: ${name}.`,
    declined: name => `${name} declinou um assento em um painel e ainda consta aqui para moderar ou intervir.`,
    empty: (day, hours) => `Nada está previsto para ${day}, ${hours}.`,
    announced: hours => `Horário anunciado para esse dia: ${hours}.`,
    notAnnounced: 'Nenhum horário está anunciado para esse dia.',
    seats: (latinAmerica, europe) =>
      `América Latina: ${seats(latinAmerica)}. Europa: ${seats(europe)}. Os que foram declinados não contam.`,
    cannot: name => `${name} não pode vir.`,
    seat: who => `Convite enviado: ${who}.`,
    language: language => `Idioma: ${language}.`,
    document: title => `“${title}” nomeia um arquivo que este seminário não tem.`,
  },
  regions: { 'latin-america': 'América Latina', europe: 'Europa', other: 'outra região' },
  seatFor: region => `um assento (${region})`,
  elsewhere: {
    name: 'Nome do programa',
    rooms: 'Nomes das salas',
    people: 'Cargos e apresentações das pessoas',
  },
  aside: {
    open: 'Deixar de lado',
    reason: 'Por que pode ficar assim',
    hint: 'As outras pessoas que preparam o seminário leem isto.',
    button: 'Deixar de lado',
    done: 'Este ponto fica de lado, com o seu motivo.',
    already: 'Alguém já o tinha deixado de lado: o motivo dado permanece.',
    gone: 'Este ponto já não se encontra no rascunho.',
    errors: {
      reason: 'Escreva por que pode ficar assim.',
      'reason-long': 'Escreva no máximo 1.000 caracteres.',
    },
    title: 'Deixados de lado',
    what: 'O quê',
    by: 'Por',
    when: 'Quando',
    somebody: 'Alguém',
    back: 'Retomar',
    backDone: 'Este ponto está de novo entre os que é preciso verificar.',
    act: 'Ação',
  },
  inLog: 'Ponto de verificação deixado de lado',
} satisfies Messages<typeof en>
