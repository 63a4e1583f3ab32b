import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './brief.en.ts'

export const pt = {
  title: 'Nota para preparar uma visita',
  download: 'Nota de duas páginas (PDF)',
  fileName: 'nota',
  relationships: 'O que nos une',
  noRelationships: 'Nenhuma relação com este parceiro está anotada.',
  why: 'Por que este parceiro',
  agreements: 'Acordos e prazos',
  noAgreements: 'Nenhum acordo está anotado.',
  us: 'Devemos',
  them: 'Devem a nós',
  commitments: 'Compromissos em aberto',
  overdue: 'em atraso',
  journal: 'Últimos contatos',
  noJournal: 'Nenhum contato está anotado: pergunte à área responsável.',
  contacts: 'Quem encontrar',
  noContacts: 'Nenhuma pessoa está anotada.',
  projects: 'Projetos',
  careful: 'Pontos de atenção',
  notes: 'Vale saber',
  inside: 'Documento interno: não divulgar.',
  page: 'página',
  of: (place, day) => `${place} · o que se sabia em ${day}`,
  more: count => plural('pt', count, { one: 'e mais #', other: 'e mais #' }),
} satisfies Messages<typeof en>
