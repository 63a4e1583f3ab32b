/** The shore a place belongs to. The seminar asks for both; neither says who may come. */
export type Region = 'latin-america' | 'europe' | 'other'

/**
 * Latin America and the Caribbean: the list of the United Nations (M49, region 419), territories that are not states
 * included under their own code: Martinique is in the Caribbean, Puerto Rico too. Bermuda and Greenland are not on it.
 */
const latinAmerica = new Set(
  (
    'AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA ' +
    'PE PR PY SR SV SX TC TT UY VC VE VG VI'
  ).split(' '),
)

/**
 * Europe: the 46 members of the Council of Europe (Turkey and the three states of the South Caucasus with them), and
 * Belarus, Kosovo (XK), Russia and the Holy See, whose local governments are European without being members; then the
 * places on the continent that have a code of their own. Overseas places have theirs, and are not here.
 */
const europe = new Set(
  (
    'AD AL AM AT AZ BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS ' +
    'SE SI SK SM TR UA ' +
    'BY XK RU VA ' +
    'AX FO GG GI IM JE SJ'
  ).split(' '),
)

/**
 * The region of a country or of a territory that has a code of its own.
 *
 * @param country ISO 3166-1 alpha-2 in capitals, or XK; anything else is `other`
 */
export function regionOf(country: string): Region {
  if (latinAmerica.has(country)) return 'latin-america'
  if (europe.has(country)) return 'europe'
  return 'other'
}
