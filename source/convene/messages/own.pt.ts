import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './own.en.ts'

const ahead = (people: number) =>
  plural('pt', people, {
    one: 'há # pessoa à sua frente',
    other: 'há # pessoas à sua frente',
    many: 'há # de pessoas à sua frente',
  })
const of = (taken: number, capacity: number) => `${number('pt', taken)} de ${number('pt', capacity)}`

export const pt = {
  title: 'Minha inscrição',
  of: name => `Inscrição de ${name}`,
  lead: {
    confirmed: 'Sua vaga está confirmada.',
    requested: 'A equipe organizadora examina seu pedido.',
    offered: 'Há uma vaga reservada para você. Diga se fica com ela.',
    refused: 'A equipe organizadora não pôde aceitar seu pedido.',
    cancelled: 'Sua inscrição está cancelada.',
    handedOn: 'Sua vaga foi cedida a uma pessoa da sua organização.',
    expired: 'A vaga que estava reservada não foi aceita a tempo: a oferta terminou.',
    first: 'Sua inscrição é a primeira da lista de espera.',
    rank: rank => `Sua inscrição está na lista de espera, na posição ${number('pt', rank)}: ${ahead(rank - 1)}.`,
    lineEnded: 'Sua inscrição está na lista de espera. Não se atribuem mais vagas.',
  },
  seminarCancelled: 'O seminário está cancelado. Não será realizado.',
  reason: 'O que a equipe organizadora escreveu',
  requested: {
    next: 'Ainda não há vaga em seu nome. Se o pedido for aceito, a vaga é sua de imediato; se não houver nenhuma livre, sua posição conta desde o momento do pedido. Um e-mail avisa.',
  },
  waiting: {
    title: 'O que significa sua posição',
    means:
      'Sua posição conta você e quem, à sua frente, espera as mesmas vagas. Quem espera outras vagas não atrapalha: por isso uma vaga pode ir para alguém mais atrás sem que você perca a posição.',
    full: 'O que está completo neste momento',
    direct: 'Assim que houver uma vaga para você, ela é sua, e um e-mail avisa.',
    offer: hours =>
      plural('pt', hours, {
        one: 'Assim que uma vaga puder ser sua, ela fica reservada por # hora, e um e-mail pergunta se você a aceita.',
        other:
          'Assim que uma vaga puder ser sua, ela fica reservada por # horas, e um e-mail pergunta se você a aceita.',
      }),
    until: (moment, city) => `A lista de espera recebe vagas até ${moment}, hora de ${city}.`,
    ended: (moment, city) =>
      `A lista de espera recebeu vagas até ${moment}, hora de ${city}. Quem ainda esperava nesse momento ficou sem vaga.`,
  },
  obstacles: {
    overall: (taken, capacity) => `Todas as vagas: ${of(taken, capacity)} ocupadas`,
    quota: (name, taken, capacity) => `${name}: ${of(taken, capacity)} ocupadas`,
    organisation: (taken, capacity) => `Sua organização: ${of(taken, capacity)} ocupadas`,
    invitation: (taken, capacity) => `Seu convite: ${of(taken, capacity)} ocupadas`,
  },
  offer: {
    title: 'Há uma vaga reservada para você',
    until: (moment, city) =>
      `Ela é sua se for aceita antes de ${moment}, hora de ${city}. Depois passa à pessoa seguinte.`,
    accept: 'Aceitar a vaga',
    decline: 'Não preciso dela',
    accepted: 'A vaga é sua. Um e-mail confirma.',
    tooLate: 'A oferta terminou.',
    notOffered: 'Não havia vaga oferecida: esta página diz como está sua inscrição.',
  },
  undelivered: {
    title: address => `Nosso último e-mail não pôde ser entregue a ${address}`,
    correct:
      'Se houver um erro no endereço, escreva à equipe organizadora, que o corrige. O endereço não se muda por aqui, para que ninguém possa levar sua vaga com um link encontrado.',
    ask: 'Se o endereço estiver certo, pergunte a quem cuida dele se recebe e-mails de fora, e volte a esta página para ter notícias.',
  },
  code: {
    title: 'Seu código de entrada',
    text: 'Mostre-o na entrada, em papel ou em uma tela. Ele não contém nenhum nome.',
    alt: name => `Código de entrada de ${name}`,
    save: 'Salvar o código como imagem',
  },
  letter: {
    title: 'Carta de participação',
    text: (number, date) => `Sua carta n.º ${number} foi emitida em ${date}.`,
    open: 'Abrir a carta (PDF)',
  },
  when: 'Data',
  venue: 'Local',
  since: 'Desde',
  registeredOn: 'Data da inscrição',
  seminarPage: 'A página do seminário',
  calendar: 'Adicionar o seminário à minha agenda',
  answers: {
    title: 'O que você respondeu',
    name: 'Nome',
    email: 'Endereço',
    category: 'Sua participação é como',
    organisation: 'Organização',
    territory: 'Território',
    country: 'País',
    role: 'Função',
    language: 'Idioma dos nossos e-mails',
    languages: 'Idiomas que você compreende',
    invitation: 'Convite',
    byInvitation: 'Foi usado o código de um convite',
    noAnswer: 'sem resposta',
  },
  noNeeds: 'Nada foi informado.',
  consents: {
    title: 'O que você aceitou',
    given: 'sim',
    notGiven: 'não',
    byDelegate: 'informado em seu nome por quem fez a inscrição',
    onDate: moment => `em ${moment}`,
    change: 'Mudar o que aceito',
    lead: 'Marque o que aceita. O que é necessário para uma inscrição só termina com ela.',
    required: 'Este consentimento é necessário enquanto sua inscrição durar. Para retirá-lo, retire a inscrição.',
    save: 'Salvar',
    saved: 'Salvo: o que você aceita está em dia.',
    none: 'Este seminário não pede nenhum consentimento que possa ser mudado.',
  },
  actions: {
    title: 'O que você pode fazer',
    change: 'Mudar minhas respostas',
    changeUntil: (moment, city) => `até ${moment}, hora de ${city}`,
    sayNeeds: 'Dizer do que preciso',
    changeClosed: (moment, city) =>
      `As respostas podiam ser mudadas até ${moment}, hora de ${city}. Para uma correção, escreva à equipe organizadora.`,
    cancel: 'Devolver minha vaga',
    decline: 'Não aceitar a vaga oferecida',
    withdraw: 'Retirar minha inscrição',
    handOn: 'Ceder minha vaga a alguém da minha organização',
    consents: 'Mudar o que aceito',
    data: 'Ver tudo o que é guardado sobre mim',
    erase: 'Pedir que meus dados sejam apagados',
  },
  change: {
    title: 'Mudar minhas respostas',
    lead: 'Mude o que não está mais certo. Sua vaga, ou sua posição, continua sua enquanto as novas respostas o permitirem.',
    save: 'Salvar minhas respostas',
    saved: 'Suas respostas foram salvas. Um e-mail informa o que temos agora.',
    unchanged: 'Nada mudou: são as respostas que já tínhamos.',
    noRoom:
      'Nada foi mudado, e continua valendo o que havia antes: com estas respostas não há vaga para você neste momento.',
    noRoomFor: quotas => `O que está completo – ${quotas}.`,
    tooLate: (moment, city) => `As respostas podiam ser mudadas até ${moment}, hora de ${city}. Nada foi mudado.`,
    ended: 'Esta inscrição terminou: as respostas ficam como estão.',
    taken: 'Já existe uma inscrição com este nome e este endereço. Nada foi mudado.',
    address: 'Só a equipe organizadora pode corrigir o endereço. Para que venha outra pessoa, ceda sua vaga.',
    needsApproval:
      'A equipe organizadora examina primeiro os pedidos desta categoria: escreva para ela, e ela fará a mudança. Nada foi mudado.',
    anotherPerson:
      'Este nome parece ser de outra pessoa. Para que venha outra pessoa, ceda a vaga; para que um nome seja corrigido, escreva à equipe organizadora. Nada foi mudado.',
    handedOnWithin:
      'Esta vaga foi cedida a você dentro de uma organização e continua nela. Se a sua mudou, escreva à equipe organizadora. Nada foi mudado.',
    needsTitle: 'Dizer do que você precisa',
    needsLead:
      'As respostas que decidiram sobre sua vaga não se mudam mais. Ainda é possível dizer do que você precisa e responder às perguntas da equipe organizadora.',
  },
  cancel: {
    titlePlace: 'Devolver sua vaga?',
    textPlace: seminar =>
      `Sua vaga em “${seminar}” passa de imediato à pessoa seguinte da lista. Não será possível recuperá-la; seria preciso fazer outra inscrição e esperar.`,
    keepPlace: 'Manter minha vaga',
    titleOffer: 'Não aceitar a vaga reservada para você?',
    textOffer: seminar =>
      `A vaga em “${seminar}” passa de imediato à pessoa seguinte da lista, e sua inscrição termina. Seria possível fazer outra inscrição, no fim da lista.`,
    buttonOffer: 'Não aceitar a vaga',
    keepOffer: 'Manter a oferta por enquanto',
    title: 'Retirar sua inscrição?',
    text: seminar => `Sua inscrição em “${seminar}” termina, e com ela sua posição.`,
    button: 'Devolver a vaga',
    buttonWithdraw: 'Retirar a inscrição',
    keepWaiting: 'Manter minha inscrição',
    done: 'Sua inscrição está cancelada. Agradecemos o aviso.',
    already: 'Sua inscrição já tinha terminado.',
    over: 'O seminário terminou: sua inscrição fica como estava.',
  },
  handOn: {
    title: 'Ceder sua vaga a alguém da sua organização',
    lead: organisation =>
      `Sua vaga passa a outra pessoa da organização “${organisation}”, na mesma categoria que a sua. Sua própria inscrição termina; as duas pessoas recebem um e-mail.`,
    givenName: 'Nome da outra pessoa',
    familyName: 'Sobrenome (apelido) da outra pessoa',
    email: 'Endereço de e-mail da outra pessoa',
    language: 'Idioma dos nossos e-mails à outra pessoa',
    told: 'Avisei essa pessoa de que seu nome e seu endereço são dados aqui, e ela está de acordo',
    toldMissing: 'Pergunte primeiro à outra pessoa e depois indique aqui que ela está de acordo.',
    button: 'Ceder a vaga',
    done: 'Escrevemos à outra pessoa e a você. Se a vaga podia ser cedida, agora é dela.',
    notPossible: 'Esta vaga não pode ser cedida. Nada foi mudado.',
  },
  data: {
    title: 'Tudo o que é guardado sobre você',
    lead: 'Desta inscrição, tal como está agora.',
    download: 'Baixar como arquivo para programas (JSON)',
    mails: 'E-mails dirigidos a você',
    noMails: 'Nenhum e-mail foi escrito a você.',
    mail: 'E-mail',
    written: 'Escrito em',
    state: 'Estado',
    mailStates: {
      to_send: 'prestes a sair',
      sending: 'saindo',
      waiting_retry: 'será tentado de novo',
      sent: 'enviado',
      failed: 'não entregue',
      cancelled: 'não enviado',
    },
    events: 'O que aconteceu com sua inscrição',
    at: 'Quando',
    what: 'O quê',
    by: 'Por',
    became: state => `Estado: ${state}`,
    changed: 'Respostas ou posição na lista mudadas',
    who: {
      registering: 'quem fez a inscrição',
      self: 'seu link',
      organiser: 'a equipe organizadora',
      program: 'o programa',
    },
    never: 'O que não é guardado em lugar nenhum: o que você olhou, de onde e com que aparelho.',
  },
  erase: {
    title: 'Apagar seus dados?',
    text: seminar =>
      `Sua inscrição em “${seminar}” termina. Seu nome, endereço, respostas, necessidades e consentimentos são apagados de imediato e não podem ser recuperados; esta página e seu link terminam com eles. Fica um número nas estatísticas: estado, categoria, país e dia.`,
    button: 'Apagar meus dados',
    doneTitle: 'Seus dados foram apagados',
    done: 'Desta inscrição não resta nada com o seu nome. As cópias de segurança anteriores o conservam até serem eliminadas.',
    account:
      'Este endereço tem uma conta aqui. Sua inscrição fica como está; peça à administração que apague a conta e tudo o que a acompanha.',
  },
  notMe: {
    title: 'Esta inscrição não é sua?',
    lead: seminar =>
      `Alguém fez uma inscrição em “${seminar}” com este endereço. Se não foi você e não a deseja, diga aqui.`,
    text: 'A inscrição então termina, e o nome e o endereço são apagados. Abrir esta página não mudou nada.',
    button: 'Não fui eu: apagar',
    doneTitle: 'Apagado',
    done: 'A inscrição terminou, e o nome e o endereço foram apagados. Não voltaremos a escrever sobre isto.',
  },
  errors: {
    email: 'Informe o endereço da outra pessoa.',
    givenName: 'Informe o nome da outra pessoa.',
    familyName: 'Informe o sobrenome da outra pessoa.',
    language: 'Escolha o idioma dos nossos e-mails à outra pessoa.',
  },
  keep: 'Guarde este endereço para você: quem o conhece vê esta página e pode agir em seu nome.',
  contact: 'Para escrever à equipe organizadora',
  badLink:
    'Este link não está completo, não é nosso ou não abre mais nada: aquilo a que levava foi apagado, ou o link foi substituído. Abra o do nosso último e-mail, sem mudar nada nele; se ele também não abrir, escreva à equipe organizadora do seminário.',
} satisfies Messages<typeof en>
