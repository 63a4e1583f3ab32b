import type { Messages } from '../say.ts'
import type { en } from './time-zones.en.ts'

export const pt = {
  ofCountry: country => `Fusos deste país: ${country}`,
  others: 'Outros fusos',
  momentIn: (moment, city) => (city === 'UTC' ? `${moment} (UTC)` : `${moment} (hora de ${city})`),
  label: 'Fuso horário',
  territoryHint: 'Marca os seus dias: “hoje”, os prazos, o que se sabia em determinado dia.',
  networkHint: 'Marca os seus dias: o da sua secretaria, por exemplo. Se ficar vazio: UTC.',
  onlyOne: 'Se ficar vazio: o do país dele, quando só há um.',
  severalInCountry: country =>
    `Este país tem vários fusos horários (${country}). Confira o que é sugerido ou escolha outro.`,
  unknown: 'Escolha um fuso horário da lista.',
  needed: 'Escolha o fuso horário.',
} satisfies Messages<typeof en>
