import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './brief.en.ts'

export const es = {
  title: 'Nota para preparar una visita',
  download: 'Nota de dos páginas (PDF)',
  fileName: 'nota',
  relationships: 'Lo que nos une',
  noRelationships: 'No hay ninguna relación anotada con este socio.',
  why: 'Por qué este socio',
  agreements: 'Acuerdos y vencimientos',
  noAgreements: 'No hay ningún acuerdo anotado.',
  us: 'Debemos',
  them: 'Nos deben',
  commitments: 'Compromisos pendientes',
  overdue: 'vencido',
  journal: 'Últimos contactos',
  noJournal: 'No hay contactos anotados: pregunte al área encargada.',
  contacts: 'A quién ver',
  noContacts: 'No hay personas anotadas.',
  projects: 'Proyectos',
  careful: 'Puntos delicados',
  notes: 'Conviene saber',
  inside: 'Documento interno: no difundir.',
  page: 'página',
  of: (place, day) => `${place} · lo que se sabía el ${day}`,
  more: count => plural('es', count, { one: 'y # más', other: 'y # más' }),
} satisfies Messages<typeof en>
