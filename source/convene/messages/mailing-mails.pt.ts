import type { Messages } from '#ground/languages/say.ts'
import type { en } from './mailing-mails.en.ts'

export const pt = {
  names: { mailing: 'Mensagem da equipe organizadora', reminder: 'Lembrete' },
  samplePerson: { givenName: 'Marina', familyName: 'Souza', organisation: 'Prefeitura de Campo Claro' },
  sampleReason: 'Aqui aparece o motivo informado pela equipe.',
  sample: 'Isto é um exemplo: a pessoa não existe, e os links pessoais não levam a lugar nenhum.',
  testSubject: subject => `[Teste] ${subject}`,
  testNote:
    'Isto é um teste, enviado só para este endereço. As pessoas a quem se dirige encontrarão aqui o próprio nome e o link da própria página.',
  onlyIn: language => `Ainda não temos esta mensagem em português. Aqui está ela em ${language}.`,
  why: seminar => `Este e-mail chega por causa da sua inscrição em “${seminar}”.`,
  alsoFor: name => `Este e-mail é também para ${name}, cuja inscrição tem o mesmo endereço.`,
  alsoForPage: (name, page) =>
    `Este e-mail é também para ${name}, cuja inscrição tem o mesmo endereço e uma página própria:\n${page}`,
  ownPageHidden: '(link pessoal)',
  inZone: (moment, city) => `${moment}, hora de ${city}`,
  reminderSubject: (seminar, date) => `Lembrete: ${seminar}, ${date}`,
  reminder: (seminar, date) =>
    `“${seminar}” acontece em ${date}. Sua vaga está confirmada. Eis o que é preciso saber para vir.`,
  reminderOffered: (seminar, date, moment, city) =>
    `“${seminar}” acontece em ${date}. Há uma vaga reservada até ${moment}, hora de ${city}: ela só será sua depois de aceita na página pessoal.`,
  access: lines => `Como chegar:\n${lines}`,
  programme: address => `Programa: ${address}`,
  cannotCome: 'Se não puder vir, devolva a vaga na sua página pessoal.',
  cannotComeWaited: 'Se não puder vir, devolva a vaga na sua página pessoal: outras pessoas esperam por uma.',
} satisfies Messages<typeof en>
