import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './own-mails.en.ts'

const ahead = (people: number) =>
  plural('pt', people, {
    one: 'há # pessoa à frente que espera as mesmas vagas',
    other: 'há # pessoas à frente que esperam as mesmas vagas',
    many: 'há # de pessoas à frente que esperam as mesmas vagas',
  })

export const pt = {
  names: {
    'registration-confirmed': 'Vaga confirmada',
    'registration-waiting': 'Na lista de espera',
    'registration-requested': 'Pedido recebido',
    'place-offered': 'Vaga oferecida',
    'registration-refused': 'Pedido recusado',
    'registration-cancelled': 'Inscrição cancelada',
    'registration-changed': 'Respostas mudadas',
    'offer-expired': 'Oferta expirada',
    'handed-on': 'Vaga recebida de outra pessoa',
    'handed-on-from': 'Vaga cedida',
    'not-handed-on': 'Vaga não cedida',
    'already-registered': 'Inscrição já feita',
  },
  hello: name => `Olá, ${name}.`,
  confirmedSubject: seminar => `Você tem uma vaga: ${seminar}`,
  confirmed: seminar => `Sua inscrição em “${seminar}” está confirmada: há uma vaga em seu nome.`,
  confirmedPage:
    'Seu código de entrada está na sua página pessoal. Ali também é possível corrigir respostas, devolver a vaga ou cedê-la a alguém da sua organização.',
  byDelegate:
    'Alguém preencheu o formulário em seu nome. Na sua página pessoal é possível corrigir as respostas e dizer diretamente o que você aceita.',
  waitingSubject: seminar => `Lista de espera: ${seminar}`,
  waiting: seminar =>
    `Neste momento não há vaga livre para você em “${seminar}”. Sua inscrição está na lista de espera.`,
  rank: rank =>
    rank === 1 ? 'Sua inscrição é a primeira da lista.' : `Sua posição é ${number('pt', rank)}: ${ahead(rank - 1)}.`,
  waitingDirect: (moment, city) =>
    `Assim que uma vaga for sua, um e-mail avisa; não é preciso fazer nada. A lista de espera recebe vagas até ${moment}, hora de ${city}.`,
  waitingOffer: (hours, moment, city) =>
    plural('pt', hours, {
      one: `Assim que uma vaga puder ser sua, ela fica reservada por # hora, e um e-mail pergunta se você a aceita. A lista de espera recebe vagas até ${moment}, hora de ${city}.`,
      other: `Assim que uma vaga puder ser sua, ela fica reservada por # horas, e um e-mail pergunta se você a aceita. A lista de espera recebe vagas até ${moment}, hora de ${city}.`,
    }),
  requestedSubject: seminar => `Pedido recebido: ${seminar}`,
  requested: seminar =>
    `Recebemos seu pedido para participar de “${seminar}”. A equipe organizadora o examina, e um e-mail trará a resposta.`,
  requestedNext:
    'Ainda não há vaga em seu nome. Se o pedido for aceito quando tudo estiver ocupado, sua posição na lista de espera conta desde o momento do pedido.',
  offeredSubject: seminar => `Há uma vaga reservada para você: ${seminar}`,
  offered: (seminar, moment, city) =>
    `Uma vaga em “${seminar}” está reservada para você até ${moment}, hora de ${city}.`,
  offeredDo:
    'Aceite-a na sua página pessoal, ou diga ali que não precisa dela. Sem resposta, ela passa à pessoa seguinte.',
  offerOver: seminar =>
    `Uma vaga em “${seminar}” estava reservada para você. Sua página pessoal diz como está agora sua inscrição.`,
  answerOffer: 'Responder à oferta',
  refusedSubject: seminar => `Seu pedido para ${seminar}`,
  refused: seminar => `A equipe organizadora não pôde aceitar seu pedido para participar de “${seminar}”. Lamentamos.`,
  reason: text => `O que a equipe escreveu:\n${text}`,
  cancelledSubject: seminar => `Inscrição cancelada: ${seminar}`,
  cancelledSelf: seminar =>
    `Sua inscrição em “${seminar}” está cancelada, como pedido na sua página pessoal. Agradecemos por deixar a vaga a outra pessoa.`,
  cancelledOrganiser: seminar => `A equipe organizadora cancelou sua inscrição em “${seminar}”.`,
  changedSubject: seminar => `Suas respostas mudaram: ${seminar}`,
  changedSelf: seminar =>
    `Suas respostas para “${seminar}” foram mudadas na sua página pessoal. É isto que temos agora:`,
  changedOrganiser: seminar => `A equipe organizadora mudou suas respostas para “${seminar}”. É isto que temos agora:`,
  changedFacts: {
    name: name => `Nome: ${name}`,
    address: address => `Endereço: ${address}`,
    category: category => `Sua participação é como: ${category}`,
    organisation: (organisation, country) => `Organização: ${organisation} (${country})`,
    territory: territory => `Território: ${territory}`,
    role: role => `Função: ${role}`,
    language: language => `Idioma dos nossos e-mails: ${language}`,
    languages: languages => `Idiomas que você compreende: ${languages}`,
    state: state => `Inscrição: ${state}`,
    others: 'Suas necessidades e suas respostas às perguntas da equipe organizadora estão na sua página pessoal.',
  },
  expiredSubject: seminar => `A oferta terminou: ${seminar}`,
  expired: seminar =>
    `A vaga reservada para você em “${seminar}” não foi aceita a tempo: a oferta terminou e, com ela, a sua inscrição.`,
  expiredNext: 'Se ainda quiser vir, é possível fazer outra inscrição enquanto as inscrições estiverem abertas.',
  handedOnSubject: seminar => `Uma vaga para você: ${seminar}`,
  handedOn: (giver, seminar) =>
    giver === null
      ? `Alguém da sua organização cedeu a você uma vaga em “${seminar}”. Ela está confirmada.`
      : `${giver} cedeu a você uma vaga em “${seminar}”. Ela está confirmada.`,
  handedOnPage:
    'Na sua página pessoal é possível completar as respostas, dizer do que precisa e o que aceita, e encontrar seu código de entrada.',
  handedOnFromSubject: seminar => `Sua vaga foi cedida: ${seminar}`,
  handedOnFrom: (colleague, seminar) =>
    colleague === null
      ? `Sua vaga em “${seminar}” foi cedida a alguém da sua organização. Sua própria inscrição terminou.`
      : `Sua vaga em “${seminar}” foi cedida a ${colleague}. Sua própria inscrição terminou.`,
  notHandedOnSubject: seminar => `Sua vaga continua sua: ${seminar}`,
  notHandedOn: seminar =>
    `Você queria ceder sua vaga em “${seminar}” a uma pessoa que já tem inscrição. Essa pessoa mantém a dela, e a vaga continua sua: você pode cedê-la a outra pessoa.`,
  againSubject: seminar => `Você já tem uma inscrição: ${seminar}`,
  again: seminar =>
    `Alguém, provavelmente você, acaba de preencher o formulário de inscrição de “${seminar}” com seu nome e este endereço. Já havia uma inscrição sua: nada mudou. Sua página pessoal diz como ela está.`,
  againHandOn: seminar =>
    `Uma pessoa da sua organização queria ceder a você a vaga dela em “${seminar}”. Já havia uma inscrição sua: nada mudou. Sua página pessoal diz como ela está.`,
  againElse: 'Se não foi você, não há nada a fazer: a página não disse nada a seu respeito.',
  when: (date, hours, city) => `Quando: ${date}, ${hours} (hora de ${city}).`,
  where: place => `Onde: ${place}.`,
  action: 'Abrir minha página pessoal',
  keep: 'Este link é seu: não o repasse. Ele mostra sua inscrição, e quem o conhece pode agir em seu nome.',
  notYou: 'Se não foi você, escreva à equipe organizadora.',
  notMe: address =>
    `A inscrição não é sua e você não a deseja? Diga aqui: a inscrição e seus dados serão apagados.\n${address}`,
  contact: addresses => `Equipe organizadora: ${addresses}.`,
} satisfies Messages<typeof en>
