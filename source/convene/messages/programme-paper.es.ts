import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-paper.en.ts'

export const es = {
  fileName: 'programa',
  bookletFileName: 'folleto-del-programa',
  bookletTitle: seminar => `Folleto del programa: ${seminar}`,
  notReleased: 'El programa de este seminario todavía no se ha publicado: no hay nada que imprimir.',
  version: (number, day) => `Versión ${number}, publicada el ${day}`,
  namedVersion: (number, name, day) => `Versión ${number} (${name}), publicada el ${day}`,
  page: (page, pages) => `Página ${page} de ${pages}`,
  endsOn: day => `hasta el ${day}`,
  otherHours: hours => `Horario anunciado: ${hours}`,
  older: 'Algunas traducciones son más antiguas que su original, o nadie las ha revisado todavía.',
  noSlots: 'Esta versión todavía no tiene bloques.',
  with: names => `Con ${names}`,
  free: seats => plural('es', seats, { one: 'un asiento por cubrir', other: '# asientos por cubrir' }),
  panel: 'Panel',
  about: 'El seminario',
  people: 'Quiénes participan',
  rooms: 'Salas',
  room: name => `Sala: ${name}`,
  capacity: people => plural('es', people, { one: 'para una persona', other: 'para # personas' }),
  documents: 'Documentos',
  online: address => `La última versión está en línea: ${address}`,
  postponed: day => `No se realizará el ${day}. Su página en línea indicará la nueva fecha.`,
  note: 'Acerca de esta versión',
  demonstration: 'Demostración',
} satisfies Messages<typeof en>
