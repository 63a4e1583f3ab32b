import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-paper.en.ts'

export const pt = {
  fileName: 'programa',
  bookletFileName: 'livreto-do-programa',
  bookletTitle: seminar => `Livreto do programa: ${seminar}`,
  notReleased: 'O programa deste seminário ainda não foi publicado: não há nada para imprimir.',
  version: (number, day) => `Versão ${number}, publicada em ${day}`,
  namedVersion: (number, name, day) => `Versão ${number} (${name}), publicada em ${day}`,
  page: (page, pages) => `Página ${page} de ${pages}`,
  endsOn: day => `até ${day}`,
  otherHours: hours => `Horário anunciado: ${hours}`,
  older: 'Algumas traduções são mais antigas que o original, ou ainda não foram revisadas.',
  noSlots: 'Esta versão ainda não tem blocos.',
  with: names => `Com ${names}`,
  free: seats => plural('pt', seats, { one: 'um assento a preencher', other: '# assentos a preencher' }),
  panel: 'Painel',
  about: 'O seminário',
  people: 'Quem participa',
  rooms: 'Salas',
  room: name => `Sala: ${name}`,
  capacity: people => plural('pt', people, { one: 'para uma pessoa', other: 'para # pessoas' }),
  documents: 'Documentos',
  online: address => `A última versão está na internet: ${address}`,
  postponed: day => `Não será realizado em ${day}. Sua página na internet informará a nova data.`,
  note: 'Sobre esta versão',
  demonstration: 'Demonstração',
} satisfies Messages<typeof en>
