import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-page.en.ts'

export const es: Messages<typeof en> = {
  room: name => `Sala: ${name}`,
  speakers: names => `Con ${names}`,
  moderation: names => `Moderación: ${names}`,
  floor: names => `Aquí se habla: ${names}`,
  interpretation: names => `Aquí hay interpretación a: ${names}`,
  toConfirm: 'por confirmar',
  noRoom: 'Para todas las personas',
  by: (day, name) => `Versión “${name}”, publicada el ${day}.`,
  changes: 'Qué ha cambiado',
  pdf: 'Programa para imprimir (PDF)',
  booklet: 'Folleto (PDF)',
  apps: 'Para aplicaciones de congresos:',
  byTime: 'Por hora',
  byRoom: 'Por sala',
  notReleased: 'El programa todavía no está publicado. Aparecerá aquí cuando el equipo organizador lo publique.',
}
