import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-line.en.ts'

const of = (taken: number, capacity: number) => `${number('pt', taken)} de ${number('pt', capacity)}`

export const pt = {
  title: 'Lista de espera',
  lead: 'Todas as pessoas que esperam, na sua ordem, com o que lhes falta.',
  nobodyTitle: 'Ninguém espera',
  nobody: 'Quem não encontrou vaga aparece aqui, e recebe uma assim que houver vaga em cada uma das suas cotas.',
  waitsFor: 'Contadas pela cota',
  rank: 'Posição',
  place: place => `n.º ${number('pt', place)} de toda a lista`,
  since: 'Espera desde',
  whyNotYet: 'Por que ainda não',
  passedOver: 'Quem passou antes',
  priority: 'Prioridade',
  priorityOf: name => `Prioridade de ${name}`,
  savePriorities: 'Definir as prioridades',
  priorityHint: 'De −100 a 100; a mais alta vem primeiro. Uma prioridade não dá uma vaga que não está livre.',
  prioritiesSet: count =>
    plural('pt', count, { one: '# prioridade está definida.', other: '# prioridades estão definidas.' }),
  noneChanged: 'Nenhuma prioridade mudou.',
  nothingFull: 'Nada está completo para ela: a próxima vaga é sua.',
  lineEnded: moment => `A lista de espera recebeu vagas até ${moment}. Agora já não recebe.`,
  neverPassed: 'ninguém',
  because: full => `Completo então para esta pessoa: ${full}.`,
  fullThen: (name, taken, capacity) => `${name} (${of(taken, capacity)})`,
  becauseOther:
    'Nenhuma cota de hoje diz por quê: foi o limite da sua organização, o seu convite, ou uma cota que mudou depois.',
  passedMore: count => plural('pt', count, { one: 'e # vez antes', other: 'e # vezes antes' }),
  obstacles: {
    all: capacity => `Todas as vagas estão ocupadas ou guardadas: ${of(capacity, capacity)}.`,
    allOver: (taken, capacity) =>
      `Há mais vagas ocupadas do que as que existem: ${of(taken, capacity)}. Nenhuma é dada até haver menos de ${number('pt', capacity)} ocupadas.`,
    quota: (name, taken, capacity) => `“${name}” está completa: ${of(taken, capacity)}.`,
    quotaOver: (name, taken, capacity) =>
      `“${name}” tem mais do que pode: ${of(taken, capacity)}. Não dá vagas até haver menos de ${number('pt', capacity)} ocupadas.`,
    organisation: capacity =>
      plural('pt', capacity, {
        one: 'Sua organização tem a sua # vaga.',
        other: 'Sua organização tem as suas # vagas.',
      }),
    organisationOver: (taken, capacity) => `Sua organização tem mais vagas do que pode: ${of(taken, capacity)}.`,
    invitation: (code, taken, capacity) => `O convite ${code} está esgotado: ${of(taken, capacity)}.`,
  },
  how: {
    title: 'Como a lista avança',
    order: 'Primeiro vem a prioridade mais alta; com a mesma prioridade, quem fez a inscrição antes.',
    passing:
      'As cotas se sobrepõem. Uma vaga vai para a primeira pessoa para quem há vaga em cada cota que a conta. Quem não pode ocupá-la mantém sua posição. Uma pessoa nova com vaga em todas as suas cotas recebe uma de imediato, mesmo que outras esperem por uma cota completa.',
    rank: 'A posição conta a pessoa e quem, à frente dela, espera pela mesma cota completa. Quem espera por outra coisa não a atrasa.',
    direct: 'A próxima pessoa da lista recebe a vaga de imediato, e um e-mail avisa.',
    offer: hours =>
      plural('pt', hours, {
        one: 'A próxima pessoa da lista recebe uma oferta, reservada por # hora; depois a vaga vai para a seguinte.',
        other: 'A próxima pessoa da lista recebe uma oferta, reservada por # horas; depois a vaga vai para a seguinte.',
      }),
    until: moment => `Depois de ${moment} a lista já não recebe vagas.`,
  },
} satisfies Messages<typeof en>
