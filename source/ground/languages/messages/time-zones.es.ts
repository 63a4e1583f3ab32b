import type { Messages } from '../say.ts'
import type { en } from './time-zones.en.ts'

export const es = {
  ofCountry: country => `Husos de este país: ${country}`,
  others: 'Otros husos',
  momentIn: (moment, city) => (city === 'UTC' ? `${moment} (UTC)` : `${moment} (hora de ${city})`),
  label: 'Huso horario',
  territoryHint: 'Marca sus días: “hoy”, los vencimientos, lo que se sabía un día dado.',
  networkHint: 'Marca sus días: el de su secretaría, por ejemplo. Si se deja vacío: UTC.',
  onlyOne: 'Si se deja vacío: el de su país, cuando tiene uno solo.',
  severalInCountry: country =>
    `Este país tiene varios husos horarios (${country}). Compruebe el que se propone o elija otro.`,
  unknown: 'Elija un huso horario de la lista.',
  needed: 'Elija el huso horario.',
} satisfies Messages<typeof en>
