import type { Messages } from '#ground/languages/say.ts'
import type { en } from './life-mails.en.ts'

export const pt = {
  names: {
    'seminar-cancelled': 'Seminário cancelado',
    'seminar-postponed': 'Seminário adiado',
    'seminar-moved': 'Nova data do seminário',
    'seminar-held-again': 'Seminário mantido, afinal',
  },
  cancelledSubject: seminar => `Cancelado: ${seminar}`,
  cancelled: (seminar, day) => `“${seminar}”, anunciado para ${day}, está cancelado. Não será realizado.`,
  cancelledNext:
    'Não é preciso fazer nada. Sua página pessoal continua aberta: ela mostra o que guardamos sobre você, e ali é possível pedir a eliminação.',
  postponedSubject: seminar => `Adiado: ${seminar}`,
  postponed: (seminar, day) =>
    `“${seminar}” está adiado: não será realizado em ${day}. Ainda não se conhece a nova data. Escreveremos assim que for conhecida.`,
  keeps: {
    confirmed: 'Sua vaga continua sua.',
    waiting: 'Sua posição na lista de espera continua a mesma.',
    requested: 'Seu pedido continua com a equipe organizadora.',
    offered: 'A vaga continua reservada para você, e o prazo para responder está suspenso.',
  },
  postponedNext: 'Não é preciso fazer nada. Quem já sabe que não virá pode dizê-lo na sua página pessoal.',
  movedSubject: seminar => `Nova data: ${seminar}`,
  moved: (seminar, before, day) => `“${seminar}” estava anunciado para ${before}. Será realizado em ${day}.`,
  heldAgainSubject: seminar => `Será realizado: ${seminar}`,
  heldAgain: (seminar, day) => `“${seminar}” será realizado, afinal, em ${day}.`,
  offeredUntil: (moment, city) => `Há uma vaga reservada para você até ${moment}, hora de ${city}.`,
  askConfirmed:
    'Pode vir? Então não é preciso fazer nada. Se não puder, devolva sua vaga na sua página pessoal, para que outra pessoa possa ficar com ela.',
  askOffered: 'Aceite-a na sua página pessoal, ou diga ali que não precisa dela.',
  ask: 'Se não puder vir, diga-o na sua página pessoal.',
  calendarOut: 'O arquivo anexo retira o seminário da sua agenda.',
  calendarNew: 'O evento anexo toma o lugar do que está na sua agenda.',
  reason: text => `O que escreve a equipe organizadora:\n${text}`,
  reasonIn: (language, text) => `O que escreve a equipe organizadora (em ${language}):\n${text}`,
} satisfies Messages<typeof en>
