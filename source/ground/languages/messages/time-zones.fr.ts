import { frenchTimeOf, type Messages } from '../say.ts'
import type { en } from './time-zones.en.ts'

export const fr = {
  ofCountry: country => `Fuseaux de ce pays : ${country}`,
  others: 'Autres fuseaux',
  momentIn: (moment, city) => (city === 'UTC' ? `${moment} (UTC)` : `${moment} (${frenchTimeOf(city)})`),
  label: 'Fuseau horaire',
  territoryHint: 'C’est l’heure de ses journées : « aujourd’hui », les échéances, ce que l’on savait un jour donné.',
  networkHint: 'C’est l’heure de ses journées : celle de son secrétariat, par exemple. Laissé vide : UTC.',
  onlyOne: 'Laissé vide : celui de son pays, s’il n’en a qu’un.',
  severalInCountry: country =>
    `Ce pays a plusieurs fuseaux horaires (${country}). Vérifiez celui qui est proposé, ou choisissez-en un autre.`,
  unknown: 'Choisissez un fuseau horaire de la liste.',
  needed: 'Choisissez le fuseau horaire.',
} satisfies Messages<typeof en>
