import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './letters.en.ts'

export const pt = {
  title: 'Cartas de participação',
  lead: 'Uma carta numerada diz, em nome da equipe organizadora, que uma pessoa participou. Emita-a para quem veio: uma vaga confirmada não basta para dizê-lo.',
  without: 'Sem carta',
  validOnes: 'Cartas válidas',
  withdrawnOnes: 'Cartas anuladas',
  all: 'Tudo',
  issueTitle: 'Emitir cartas',
  tooEarlyTitle: 'Não antes do dia do seminário',
  tooEarly: (date, city) =>
    `Uma carta diz que uma pessoa participou: pode ser emitida a partir de ${date}, hora de ${city}.`,
  cancelledTitle: 'O seminário foi cancelado',
  cancelled: 'Ninguém pôde participar dele: nenhuma carta pode ser emitida.',
  noneTitle: 'Ainda não há cartas',
  none: 'As cartas aparecem aqui com seu número assim que são emitidas, e permanecem mesmo se forem anuladas.',
  noMatchTitle: 'Nenhuma carta corresponde',
  noMatch: 'Nenhuma carta traz esse nome nem essa organização. Busque menos palavras ou mostre todas as cartas.',
  noneOf: {
    without: {
      title: 'Ninguém está sem carta',
      text: 'Aqui aparece quem tem uma vaga confirmada e nenhuma carta válida.',
    },
    valid: { title: 'Nenhuma carta válida', text: 'As cartas aparecem aqui assim que são emitidas.' },
    withdrawn: { title: 'Nenhuma carta anulada', text: 'Uma carta anulada fica aqui, com seu número.' },
  },
  choose: 'Carta para',
  person: 'Pessoa',
  organisation: 'Organização',
  category: 'Categoria',
  number: 'Número',
  issuedOn: 'Emitida em',
  issuedBy: 'Emitida por',
  state: 'Estado',
  valid: 'válida',
  withdrawnOn: date => `anulada em ${date}`,
  program: 'o sistema',
  erased: 'pessoa com dados apagados',
  search: 'Nome ou organização',
  pdf: letter => `Carta ${letter} (PDF)`,
  withdraw: 'Anular',
  withdrawLetter: letter => `Anular a carta ${letter}`,
  issueChosen: 'Emitir as cartas escolhidas',
  issueAll: count => plural('pt', count, { one: 'Emitir a carta que falta', other: 'Emitir as # cartas' }),
  mailHint: 'Cada pessoa recebe um e-mail com um link para sua carta.',
  errors: {
    none: 'Escolha pelo menos uma pessoa ou emita todas as cartas.',
  },
  done: {
    issued: count =>
      plural('pt', count, {
        one: '# carta foi emitida, e seu e-mail está para sair.',
        other: '# cartas foram emitidas, e seus e-mails estão para sair.',
      }),
    already: count =>
      plural('pt', count, {
        one: '# pessoa já tinha sua carta: ela fica como estava.',
        other: '# pessoas já tinham sua carta: as delas ficam como estavam.',
      }),
    left: count =>
      plural('pt', count, {
        one: '# pessoa já não tem vaga confirmada e fica sem carta.',
        other: '# pessoas já não têm vaga confirmada e ficam sem carta.',
      }),
    nothing: 'Nenhuma carta foi emitida.',
    withdrawn: letter => `A carta ${letter} foi anulada.`,
    withdrawnBefore: letter => `A carta ${letter} já estava anulada: nada mudou.`,
  },
  confirm: {
    title: letter => `Anular a carta ${letter}?`,
    text: name =>
      `A carta de ${name} deixará de valer e seu link não a abrirá mais. O número fica na lista e não é dado de novo. As cópias salvas ou impressas não desaparecem: avise a pessoa.`,
    button: 'Anular a carta',
  },
  confirmAll: {
    title: count => plural('pt', count, { one: 'Emitir # carta?', other: 'Emitir # cartas?' }),
    everybody: 'Elas vão para todas as pessoas que têm uma vaga confirmada e nenhuma carta.',
    bearing: text => `Elas vão para as pessoas sem carta cujo nome ou organização contém “${text}”.`,
    text: 'Cada pessoa recebe um e-mail com um link para sua carta. Uma carta pode ser anulada depois, mas o e-mail já terá saído.',
    changed: 'O número de pessoas mudou nesse meio-tempo: nada foi emitido ainda.',
  },
  mayNot: 'As cartas deste seminário são emitidas por sua equipe organizadora. Peça acesso a ela.',
  badLink: 'Este link não está completo ou não é nosso. Abra-o de novo a partir do e-mail, sem mudar nada nele.',
  noLetter:
    'Não há carta válida neste endereço: nenhuma foi emitida, ou ela foi anulada. A equipe organizadora pode dizer mais.',
  nobodyLeft: 'O nome desta pessoa foi apagado: a carta já não pode ser feita.',
  fileName: 'carta-de-participacao',
  paper: {
    heading: 'Carta de participação',
    number: 'Número',
    attests: 'A equipe organizadora atesta que',
    tookPart: 'participou do seminário',
    standing: {
      elected: 'Mandato eletivo',
      staff: 'Equipe de um governo local ou de um órgão público',
      university: 'Universidade, pesquisa',
      'civil-society': 'Sociedade civil',
    },
    date: 'Data',
    hours: 'Horário',
    hoursIn: (hours, city) => `${hours}, hora de ${city}`,
    venue: 'Local',
    organisation: 'Organização',
    issued: date => `Emitida em ${date} pela organização do seminário.`,
    check: letter => `Para verificar esta carta, pergunte à equipe organizadora se o número ${letter} é válido.`,
    checkWith: (letter, addresses) =>
      `Para verificar esta carta, pergunte à equipe organizadora se o número ${letter} é válido: ${addresses}.`,
    page: address => `O seminário: ${address}`,
    demonstration: 'Demonstração: ninguém emitiu esta carta, e ela não atesta nada.',
    title: (letter, name) => `Carta de participação ${letter}: ${name}`,
  },
  mail: {
    name: 'Carta de participação',
    subject: seminar => `Sua carta de participação: ${seminar}`,
    text: (seminar, letter) =>
      `A equipe organizadora emitiu sua carta de participação em “${seminar}”. Ela traz o número ${letter}.`,
    use: 'É um PDF feito para ser guardado: continua legível em um arquivo e por um leitor de tela.',
    action: 'Abrir minha carta (PDF)',
    keep: 'Este link é seu: não o repasse. Repasse a própria carta.',
    contact: addresses => `Se ela tiver um erro, escreva à equipe organizadora: ${addresses}.`,
  },
} satisfies Messages<typeof en>
