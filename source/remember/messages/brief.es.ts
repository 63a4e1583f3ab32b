import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './brief.en.ts'

export const es = {
  title: 'Ficha antes de una visita',
  download: 'Ficha de dos páginas (PDF)',
  fileName: 'ficha',
  relationships: 'Lo que nos une',
  noRelationships: 'No hay ninguna relación anotada con este socio.',
  why: 'Por qué este socio',
  agreements: 'Acuerdos y vencimientos',
  noAgreements: 'No hay ningún acuerdo anotado.',
  us: 'Debemos',
  them: 'Nos deben',
  commitments: 'Compromisos pendientes',
  overdue: 'vencido',
  journal: 'Últimos intercambios',
  noJournal: 'No hay intercambios anotados: pregunte al área encargada.',
  contacts: 'A quién ver',
  noContacts: 'No hay contactos anotados.',
  projects: 'Proyectos',
  careful: 'A tener en cuenta',
  notes: 'Conviene saber',
  inside: 'Documento interno: no difundir.',
  page: 'página',
  of: (place, day) => `${place} · lo que se sabía el ${day}`,
  more: count => plural('es', count, { one: 'y # más', other: 'y # más' }),
} satisfies Messages<typeof en>
