import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-panel.en.ts'

const people = (count: number) => plural('pt', count, { one: '# pessoa', other: '# pessoas', many: '# de pessoas' })

export const pt: Messages<typeof en> = {
  title: 'Painéis e convites',
  lead: 'Quem participa de um painel, modera ou intervém: quem foi convidado e o que cada pessoa respondeu.',
  doorText: 'Convidar pessoas para os painéis, ver as respostas e o que dizem de si.',
  mayNot: 'Só quem pode modificar este seminário vê esta página.',
  mayNotWrite: 'Para escrever às pessoas deste seminário é preciso o direito de cuidar delas.',
  figures: {
    confirmed: 'Assentos confirmados',
    invited: 'Sem resposta',
    declined: 'Declinados',
    open: 'Ainda sem convite',
    declinedExplain: 'Dê estes assentos a outra pessoa, ou deixe como estão.',
  },
  card: (confirmed, invited, declined) =>
    `Painéis: ${plural('pt', confirmed, { one: '# assento confirmado', other: '# assentos confirmados', many: '# de assentos confirmados' })}, ${plural('pt', invited, { one: '# sem resposta', other: '# sem resposta' })}, ${plural('pt', declined, { one: '# declinado', other: '# declinados' })}`,
  noneTitle: 'O programa ainda não nomeia nenhuma pessoa',
  none: 'Acrescente pessoas e dê a elas um assento, uma moderação ou uma intervenção em um bloco.',
  toPeople: 'Ir às pessoas',
  toProgramme: 'Ir aos blocos',
  columns: {
    seat: 'Assento',
    organisation: 'Organização',
    person: 'Pessoa',
    state: 'Resposta',
    invited: 'Convite',
    answered: 'Respondeu',
    mail: 'Último e-mail',
    does: 'No programa',
  },
  openSeats: count => plural('pt', count, { one: '# assento a preencher', other: '# assentos a preencher' }),
  nobody: 'ninguém ainda',
  seatsOf: slot => `Assentos: ${slot}`,
  changeSeats: 'Mudar estes assentos',
  states: {
    open: 'ainda sem convite',
    invited: 'ainda sem resposta',
    confirmed: 'confirmado',
    declined: 'declinado',
  },
  stillOn: 'declinou um assento, mas ainda modera ou intervém',
  others: 'Moderação e intervenções',
  othersLead: 'O e-mail pergunta a essas pessoas se virão e quem são.',
  cannot: {
    title: count =>
      plural('pt', count, {
        one: '# moderação ou intervenção declinada',
        other: '# moderações ou intervenções declinadas',
      }),
    text: 'Quem declina não aparece no que você publicar. A versão que todas as pessoas veem pode ainda mostrar o nome até a próxima publicação.',
  },
  roles: { moderator: slot => `faz a moderação de “${slot}”`, speaker: slot => `intervém em “${slot}”` },
  mail: {
    never: 'nenhum',
    on: moment => `em ${moment}`,
    times: count => plural('pt', count, { one: '# e-mail', other: '# e-mails', many: '# de e-mails' }),
  },
  waiting: {
    title: 'Textos que esperam uma tradução',
    lead: language =>
      `Foram escritos pelas próprias pessoas em outro idioma. Entram no programa quando o texto existe em ${language}.`,
    fields: { role: 'Cargo', about: 'Apresentação' },
    write: 'Escrever a tradução',
  },
  unreachable: {
    title: count =>
      plural('pt', count, {
        one: '# pessoa a quem não se pode escrever',
        other: '# pessoas a quem não se pode escrever',
        many: '# de pessoas a quem não se pode escrever',
      }),
    text: 'Não há endereço de e-mail. Acrescente o endereço e depois faça o convite.',
  },
  invite: {
    title: 'Fazer o convite',
    choose: 'A quem vai o convite?',
    look: 'Ver o e-mail',
    none: 'Todas as pessoas do programa já receberam o convite.',
  },
  remind: {
    title: 'Lembrar',
    choose: 'A quem vai o lembrete?',
    look: 'Ver o lembrete',
    last: moment => `último e-mail em ${moment}`,
    noMail: 'convite feito sem e-mail daqui',
    laterTitle: count =>
      plural('pt', count, {
        one: '# pessoa a quem não se pode enviar lembrete agora',
        other: '# pessoas a quem não se pode enviar lembrete agora',
        many: '# de pessoas a quem não se pode enviar lembrete agora',
      }),
    pause: (days, most) =>
      `Entre dois e-mails à mesma pessoa passam ${plural('pt', days, { one: '# dia', other: '# dias', many: '# de dias' })}, e ninguém recebe mais de ${plural('pt', most, { one: '# lembrete', other: '# lembretes', many: '# de lembretes' })}.`,
    from: (name, moment) => `${name}: de novo a partir de ${moment}`,
    never: name => `${name}: já recebeu todos os lembretes`,
  },
  errors: { people: 'Escolha ao menos uma pessoa.', note: 'Escreva no máximo 1.000 caracteres.' },
  lookTitle: { invite: 'O e-mail com o convite', remind: 'O lembrete' },
  lookLead: count => `Vai a ${people(count)}, um e-mail para cada uma, no seu idioma. Nada saiu ainda.`,
  note: language => `Uma frase sua (${language})`,
  noteHint: 'Aparece no e-mail como o que a equipe escreve',
  preview: (language, count, name) => `Em ${language}, a ${people(count)}; aqui como ${name} recebe`,
  again: 'Mostrar com a minha frase',
  send: count => `Enviar a ${people(count)}`,
  goBack: 'Escolher outras pessoas',
  sent: count =>
    plural('pt', count, {
      one: 'O e-mail para # pessoa está a caminho.',
      other: 'Os e-mails para # pessoas estão a caminho.',
      many: 'Os e-mails para # de pessoas estão a caminho.',
    }),
  left: count =>
    plural('pt', count, {
      one: '# pessoa ficou de fora: já lhe tinham escrito, já respondeu ou não tem endereço.',
      other: '# pessoas ficaram de fora: já lhes tinham escrito, já responderam ou não têm endereço.',
    }),
  nobodyLeft:
    'Ninguém recebeu e-mail: todas estas pessoas receberam um e-mail há pouco ou responderam nesse meio-tempo.',
  closed: {
    begun: 'O seminário começou: não se pode mais convidar ninguém.',
    cancelled: 'O seminário foi cancelado: não se pode convidar ninguém.',
    postponed: 'O seminário ainda não tem nova data: não se pode convidar ninguém até que tenha.',
  },
  log: {
    slot_person: 'Moderação ou intervenção',
    slot_seat: 'Assento no painel',
    programme_person: 'Pessoa no programa',
    state: 'Resposta',
    named: 'Nome mostrado a todas as pessoas',
    invited: count => `Convites enviados para o programa: ${count}`,
    reminded: count => `Lembretes enviados para o programa: ${count}`,
  },
}
