/** The usual names of one part of the world, in the order of the languages of the house: French | Spanish | Portuguese | English. */
type InFour = `${string} | ${string} | ${string} | ${string}`

/**
 * The parts of the world and the countries in each, as the standard M49 of the United Nations has them (Standard country or area codes
 * for statistical use, unstats.un.org/unsd/methodology/m49), by their codes there; countries by their codes of ISO 3166-1. Whoever asks
 * for « Amérique latine » finds what is known of Chile and Colombia.
 *
 * - Only what the standard says: a union or an alliance of states (Mercosur, the European Union) changes by treaty and is a name like
 *   any other; the standard has no « Middle East », no « Maghreb », and neither Taiwan nor Kosovo, which are found by their names.
 * - A part that is made of others names their codes.
 * - Names are the standard's own in its languages and those that people use instead. « Micronesia » alone is a country.
 */
const parts: Readonly<Record<string, { names: InFour; of: string }>> = {
  '002': { names: 'Afrique | África | África | Africa', of: '015 202' },
  '015': {
    names:
      'Afrique du Nord, Afrique septentrionale | África del Norte, África septentrional, norte de África | África do Norte, África Setentrional, norte da África | North Africa, Northern Africa',
    of: 'DZ EG EH LY MA SD TN',
  },
  '202': {
    names: 'Afrique subsaharienne | África subsahariana | África subsaariana | Sub-Saharan Africa, Subsaharan Africa',
    of: '011 014 017 018',
  },
  '011': {
    names:
      'Afrique de l’Ouest, Afrique occidentale | África occidental, África del Oeste | África Ocidental, África do Oeste | West Africa, Western Africa',
    of: 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG',
  },
  '014': {
    names:
      'Afrique de l’Est, Afrique orientale | África oriental, África del Este | África Oriental, África do Leste | East Africa, Eastern Africa',
    of: 'BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW',
  },
  '017': {
    names: 'Afrique centrale | África central | África Central | Central Africa, Middle Africa',
    of: 'AO CD CF CG CM GA GQ ST TD',
  },
  '018': {
    names:
      'Afrique australe, Afrique méridionale | África austral, África meridional | África Austral, África Meridional | Southern Africa',
    of: 'BW LS NA SZ ZA',
  },
  '019': { names: 'Amériques, Amérique | Américas, América | Américas, América | Americas', of: '021 419' },
  '021': {
    names: 'Amérique septentrionale | América septentrional | América Setentrional | Northern America',
    of: 'BM CA GL PM US',
  },
  '003': {
    names: 'Amérique du Nord | América del Norte, Norteamérica | América do Norte | North America',
    of: '013 021 029',
  },
  '419': {
    names:
      'Amérique latine, Amérique latine et Caraïbes | América Latina, Latinoamérica, América Latina y el Caribe | América Latina, América Latina e Caribe | Latin America, Latin America and the Caribbean',
    of: '005 013 029',
  },
  '005': {
    names: 'Amérique du Sud | América del Sur, Sudamérica, Suramérica | América do Sul | South America',
    of: 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE',
  },
  '013': {
    names: 'Amérique centrale | América Central, Centroamérica | América Central | Central America',
    of: 'BZ CR GT HN MX NI PA SV',
  },
  '029': {
    names: 'Caraïbes, Caraïbe, Antilles | Caribe, Antillas | Caribe, Caraíbas, Antilhas | Caribbean, West Indies',
    of: 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
  },
  '142': { names: 'Asie | Asia | Ásia | Asia', of: '030 034 035 143 145' },
  '030': {
    names:
      'Asie de l’Est, Asie orientale | Asia oriental, Asia del Este | Ásia Oriental, Ásia do Leste | East Asia, Eastern Asia',
    of: 'CN HK JP KP KR MN MO',
  },
  '034': {
    names:
      'Asie du Sud, Asie méridionale | Asia meridional, Asia del Sur | Ásia Meridional, Ásia do Sul | South Asia, Southern Asia',
    of: 'AF BD BT IN IR LK MV NP PK',
  },
  '035': {
    names:
      'Asie du Sud-Est | Sudeste asiático, Asia sudoriental | Sudeste Asiático, Ásia do Sudeste | Southeast Asia, South-eastern Asia',
    of: 'BN ID KH LA MM MY PH SG TH TL VN',
  },
  '143': { names: 'Asie centrale | Asia central | Ásia Central | Central Asia', of: 'KG KZ TJ TM UZ' },
  '145': {
    names: 'Asie de l’Ouest, Asie occidentale | Asia occidental | Ásia Ocidental | Western Asia, West Asia',
    of: 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE',
  },
  '150': { names: 'Europe | Europa | Europa | Europe', of: '039 151 154 155' },
  '039': {
    names:
      'Europe du Sud, Europe méridionale | Europa del Sur, Europa meridional | Europa do Sul, Europa Meridional | Southern Europe, South Europe',
    of: 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA',
  },
  '151': {
    names:
      'Europe de l’Est, Europe orientale | Europa del Este, Europa oriental | Europa do Leste, Leste Europeu, Europa Oriental | Eastern Europe, East Europe',
    of: 'BG BY CZ HU MD PL RO RU SK UA',
  },
  '154': {
    names:
      'Europe du Nord, Europe septentrionale | Europa del Norte, Europa septentrional | Europa do Norte, Europa Setentrional | Northern Europe, North Europe',
    of: 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ',
  },
  '155': {
    names:
      'Europe de l’Ouest, Europe occidentale | Europa Occidental, Europa del Oeste | Europa Ocidental, Europa do Oeste | Western Europe, West Europe',
    of: 'AT BE CH DE FR LI LU MC NL',
  },
  '009': { names: 'Océanie | Oceanía | Oceania | Oceania', of: '053 054 057 061' },
  '053': { names: 'Australasie | Australasia | Australásia | Australasia', of: 'AU CC CX HM NF NZ' },
  '054': { names: 'Mélanésie | Melanesia | Melanésia | Melanesia', of: 'FJ NC PG SB VU' },
  '057': {
    names: 'région micronésienne | región de Micronesia | região da Micronésia | Micronesian region',
    of: 'FM GU KI MH MP NR PW UM',
  },
  '061': { names: 'Polynésie | Polinesia | Polinésia | Polynesia', of: 'AS CK NU PF PN TK TO TV WF WS' },
}

export type Region = { code: string; names: readonly (readonly string[])[]; countries: readonly string[] }

const countriesOf = (code: string): string[] =>
  (parts[code]?.of ?? '').split(' ').flatMap(one => (one in parts ? countriesOf(one) : [one]))

/** The parts of the world, with their names in the order of the languages of the house, the most usual first, and their countries. */
export const regions: readonly Region[] = Object.entries(parts).map(([code, { names }]) => ({
  code,
  names: names.split(' | ').map(own => own.split(',').map(name => name.trim())),
  countries: countriesOf(code).toSorted(),
}))

/** Names of countries that a text uses for something else more often: a meeting, a town, a given name, a jersey. */
export const countriesNamedAsWords: ReadonlySet<string> = new Set('BL DM GE JE JO LC MF PW RE SV'.split(' '))
