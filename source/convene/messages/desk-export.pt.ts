import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './desk-export.en.ts'

export const pt = {
  title: 'A lista em arquivo',
  everybody: count =>
    plural('pt', count, {
      one: '# inscrição corresponde às escolhas acima, com as respostas às suas perguntas.',
      other: '# inscrições correspondem às escolhas acima, em todas as páginas, com as respostas às suas perguntas.',
      many: '# de inscrições correspondem às escolhas acima, em todas as páginas, com as respostas às suas perguntas.',
    }),
  which:
    'A pasta de trabalho abre em qualquer programa de planilhas. No CSV, um apóstrofo precede os textos que o programa tomaria por uma fórmula.',
  workbook: 'Pasta de trabalho (XLSX)',
  csv: 'Tabela em texto (CSV)',
  needsTitle: 'O que as pessoas precisam',
  needsText:
    'A acessibilidade e as refeições dizem algo da saúde e das convicções das pessoas. Só estão no arquivo quando pedidas aqui: use esses dados quando forem precisos para receber as pessoas, e apague o arquivo depois. Cada exportação fica anotada com o seu nome.',
  workbookWithNeeds: 'Pasta com uma folha de necessidades (XLSX)',
  csvOfNeeds: 'Só as necessidades (CSV)',
  files: { registrations: 'inscrições', needs: 'necessidades' },
  sheets: { registrations: 'Inscrições', needs: 'Necessidades' },
  columns: {
    number: 'Número',
    registered: city => `Inscrição (hora de ${city})`,
    since: city => `Desde (hora de ${city})`,
    undelivered: 'O último e-mail não chegou',
    consent: words => `Consentimento: ${words}`,
    askedNoMore: question => `${question} (não se pergunta mais)`,
  },
  yes: 'sim',
  no: 'não',
  yesToEarlier: 'sim, a um texto anterior',
  noToEarlier: 'não, a um texto anterior',
} satisfies Messages<typeof en>
