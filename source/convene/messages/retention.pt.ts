import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './retention.en.ts'

export const pt = {
  title: 'Dados guardados',
  lead: 'O que as pessoas informam ao se inscrever é apagado automaticamente, cada coisa no seu dia. Ninguém precisa se lembrar, e nada traz os dados de volta.',
  doorText: 'O que é apagado e quando, e o que já foi apagado.',
  mayNot: 'Só quem cuida das inscrições deste seminário vê esta página.',
  planCaption: 'O que é apagado, e quando',
  columns: {
    what: 'Dados',
    until: 'Guardados até',
    after: 'Depois',
    kept: 'Inscrições com esses dados',
  },
  what: {
    needs: 'Necessidades',
    answers: 'Respostas',
    persons: 'Identidade',
  },
  contents: {
    needs: 'acessibilidade, alimentação e a observação que as acompanha',
    answers: 'respostas às suas perguntas, função, idiomas, motivo de uma recusa ou de um cancelamento',
    persons: 'nomes e endereços, e o nome da organização como foi escrito',
  },
  until: (day, days) =>
    plural('pt', days, {
      one: `${day} (# dia depois do seminário)`,
      other: `${day} (# dias depois do seminário)`,
    }),
  untilTheDay: day => `${day} (dia do seminário)`,
  willBe: day => `apagados em ${day}`,
  dueNow: 'apagados na próxima hora',
  nothingLeft: 'não há mais nada a apagar',
  personsDueNow: 'apagados na próxima hora, salvo os nomes e endereços indicados abaixo',
  stays:
    'Para as estatísticas ficam o estado de cada inscrição, sua categoria, seu país, sua região e sua data. Eles não nomeiam ninguém.',
  exceptions:
    'Ficam os nomes e endereços de quem tem aqui uma conta ou um direito de acesso, e de quem também tem inscrição em um seminário cujo dia ainda não chegou.',
  change: 'Esses prazos são definidos no arquivo do seminário, em “retention”.',
  logTitle: 'O que foi apagado',
  log: { at: 'Quando', what: 'Dados', registrations: 'Inscrições' },
  emptyTitle: 'Nada foi apagado ainda',
  empty: 'Cada vez que dados são apagados, uma linha informa aqui quais, quando e de quantas inscrições.',
} satisfies Messages<typeof en>
