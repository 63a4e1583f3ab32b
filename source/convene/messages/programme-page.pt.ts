import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-page.en.ts'

export const pt: Messages<typeof en> = {
  room: name => `Sala: ${name}`,
  speakers: names => `Com ${names}`,
  moderation: names => `Moderação: ${names}`,
  floor: names => `Aqui se fala: ${names}`,
  interpretation: names => `Aqui há interpretação para: ${names}`,
  toConfirm: 'a confirmar',
  noRoom: 'Para todas as pessoas',
  by: (day, name) => `Versão “${name}”, publicada em ${day}.`,
  changes: 'O que mudou',
  pdf: 'Programa para imprimir (PDF)',
  booklet: 'Livreto (PDF)',
  apps: 'Para aplicativos de eventos:',
  byTime: 'Por horário',
  byRoom: 'Por sala',
  notReleased: 'O programa ainda não foi publicado. Ele aparecerá aqui assim que a equipe organizadora o publicar.',
}
