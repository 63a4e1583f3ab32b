import { fold } from './values.ts'

// What a name says of itself, in the four languages, without accents: the first that fits counts.
const words = (list: string) => new RegExp(`(?:^| )(?:${list})(?: |$)`)
const telling: readonly (readonly [kind: string, said: RegExp])[] = [
  [
    'international',
    words(
      'nations unies|naciones unidas|nacoes unidas|united nations|union europeenne|union europea|uniao europeia|european union|' +
        'commission europeenne|comision europea|comissao europeia|european commission|unesco|pnud|undp|onu|banque mondiale|' +
        'banco mundial|world bank',
    ),
  ],
  [
    'network',
    words(
      '(?:reseaux?|rede|redes|network|federation|federacion|federacao|confederation|confederacion|alliance|alianza|alianca|ligue|liga)|' +
        '(?:association|asociacion|associacao|union|uniao) (?:\\S+ ){0,3}(?:villes|communes|maires|collectivites|ciudades|' +
        'municipios|alcaldes|cidades|prefeitos|cities|towns|municipalities|mayors)',
    ),
  ],
  ['network', /^(?:la )?red /],
  [
    'university',
    words(
      'universite|universidad|universidade|university|universitaet|universitat|facultes?|facultad|faculdade|ecoles?|escuelas?|escolas?|' +
        'schools?|lycee|liceo|liceu|colleges?|colegio|campus',
    ),
  ],
  [
    'association',
    words(
      'associations?|asociacion|associacao|asso|comite|comites|committee|amicale|amis|amigos|friends|club|chorale|coral|coro|choir|' +
        'fondation|fundacion|fundacao|foundation|collectif|colectivo|coletivo|agrupacion',
    ),
  ],
  ['ngo', words('ong|ngo|osc')],
  ['company', words('sarl|sas|eurl|gmbh|ltda|ltd|inc|srl|entreprise|empresa|company|companhia|compania|cooperativa')],
  [
    'state',
    words(
      'ministere|ministerio|ministry|ambassade|embajada|embaixada|embassy|consulat|consulado|consulate|cancilleria|' +
        'gobierno nacional|gobierno federal|governo federal|government of',
    ),
  ],
  [
    'donor',
    words(
      '(?:agence|agencia|agency) (?:\\S+ ){0,3}(?:developpement|cooperation|cooperacion|cooperacao|desarrollo|desenvolvimento|development)|afd|aecid|giz',
    ),
  ],
  [
    'institution',
    words(
      'agence|agencia|agency|hopital|hospital|musee|museo|museu|museum|chambre de commerce|camara de comercio|camara de industria|' +
        'chamber of commerce|office de tourisme|conservatoire|conservatorio|theatre|teatro|orchestre|orquesta|orquestra|' +
        'institut|instituto|institute|etablissement public',
    ),
  ],
]

/** Of what kind an organisation is by the words of its name; null where they do not say. */
export function kindOfName(name: string): string | null {
  const folded = fold(name)
  return telling.find(([, said]) => said.test(folded))?.[0] ?? null
}

/**
 * Of what kind a partner is of which only the name is known. Those of twinnings and of decentralised cooperation are local
 * governments, and who is joined as a member is a network, unless the name says otherwise.
 *
 * @param relationship the kind of the relationship; undefined where its row says none
 */
export const kindOfPartner = (name: string, relationship: string | undefined): string =>
  kindOfName(name) ?? (relationship === 'network' ? 'network' : 'local-government')
