import type { Locale } from '../../../source/ground/languages/locales.ts'

export type Misspelt = { memory: Memory; locale: Locale; question: string; first: string }
type Memory = 'brecourt-sur-loire' | 'puerto-almendro' | 'red-confluencia'
const of = (memory: Memory, locale: Locale, lines: string): Misspelt[] =>
  lines
    .trim()
    .split('\n')
    .map(line => {
      const [question = '', first = ''] = line.split('→').map(part => part.trim())
      return { memory, locale, question, first }
    })

/**
 * What people type in a hurry, on a telephone, in a language that is not theirs: accents left out, letters doubled, swapped, forgotten
 * or written as they are heard. After the arrow, the title that whoever asks wants to see first; several that would do stand with `|` between them.
 */
export const misspelt: readonly Misspelt[] = [
  ...of(
    'brecourt-sur-loire',
    'fr',
    `
    jumellage altendorf → Jumelage avec Altendorf am See
    altendrof → Jumelage avec Altendorf am See | Comité de jumelage Brécourt–Altendorf | Stadt Altendorf am See | Rencontres de jeunes Brécourt–Altendorf | Les familles d’Altendorf à Brécourt
    Pueto Almendro → Puerto Almendro (mairie de) | Municipalité de Puerto Almendro | Jumelage avec Puerto Almendro
    convenion eau quartiers hauts → Convention « L’eau des quartiers hauts » | Convention « L’eau des quartiers hauts » avec Puerto Almendro
    tabadain → Coopération avec Tabadian | Commune de Tabadian
    pompe cerro miradore → Remplacement de la pompe du cerro Mirador | Remplacer la pompe du cerro Mirador
    cotisassion 2017 → Payer la cotisation de 2017 ou dire pourquoi | Le réseau rappelle la cotisation de 2017
    delibération 2015-061 → Délibération 2015-061 | Troisième convention triennale avec la commune de Tabadian
    lettre dintention serra do luar → Lettre d’intention avec Serra do Luar
    stanwel → Jumelage avec Stanwell-on-Mere | Stanwell-on-Mere Town Council
    comité de jumellage → Comité de jumelage Brécourt–Altendorf
    universitée valombre → Université de Valombre
    assainissment → Direction de l’eau et de l’assainissement
    allerte aux crus huaralto → Alerte aux crues à Huaralto
    helene vaseur carnets → Onze carnets d’Hélène Vasseur (1999-2016)
    mairre → Maire
    avenan tabadian → Avenant n° 1 à la convention avec Tabadian : prolongation du programme d’eau | Avenant n° 1 : prolongation du programme d’eau
    fete des vandanges → Fête des vendanges avec les familles d’Altendorf
    amerique latinne → Adhésion au Réseau des villes de confluence | Jumelage avec Puerto Almendro | Municipalité de Puerto Almendro | Charte de jumelage avec la municipalité de Puerto Almendro (Chili)
    refferente eau → Référente ou référent coopération à la direction de l’eau
    `,
  ),
  ...of(
    'puerto-almendro',
    'es',
    `
    hermanamineto brecourt → Hermanamiento con Brécourt-sur-Loire | Carta de hermanamiento con Brécourt-sur-Loire | Aprueba el hermanamiento con Brécourt-sur-Loire (Francia)
    ermanamiento hoshimori → Hermanamiento con Hoshimori
    hosimori → Hermanamiento con Hoshimori | Ciudad de Hoshimori
    comites de agua guaralto → Comités de agua para Huaralto
    universidad del estario → Universidad del Estuario | Cooperación con la Universidad del Estuario
    camara de comersio → Cámara de comercio de Puerto Almendro
    ofisina relaciones internacionales → Oficina de relaciones internacionales | Suprime la Oficina de relaciones internacionales y pasa sus funciones a Cultura
    convenio varrios altos → Aprueba el convenio «Agua para los barrios altos»
    bomba serro mirador → Los vecinos compran la bomba con rifas | Carta a Brécourt para preguntar por la bomba
    tlalcollo → Carta de intención con Tlalcoyo | Ayuntamiento de Tlalcoyo
    bomveros → Ejercicio conjunto de bomberos en el paso | Hermanamiento con San Telmo de los Vientos
    rendisión 2012 → Rendición de 2012 a la red de puertos
    consejo municipal → Concejo municipal de Puerto Almendro
    manual comites agüa → Manual de los comités de agua
    traspazo cultura → Traspaso de la dirección de cultura
    san telmo delos vientos → Hermanamiento con San Telmo de los Vientos | Municipalidad de San Telmo de los Vientos
    `,
  ),
  ...of(
    'red-confluencia',
    'es',
    `
    combenio de sede → Convenio de sede | Aprueba el convenio de sede con Valdeolmo
    asanblea general → Asamblea general | Asamblea general de Ribeira Alta
    valdelmo → Ayuntamiento de Valdeolmo | Sede de la secretaría en Valdeolmo
    atlas de rriberas → Atlas de riberas | Fichas del atlas de riberas
    estattutos → Estatutos de la red | Aprueba los estatutos de la red
    `,
  ),
  ...of(
    'red-confluencia',
    'pt',
    `
    serra do lua → Serra do Luar na rede | Prefeitura de Serra do Luar
    camara ribera alta → Câmara Municipal de Ribeira Alta
    intercambio servidoris → Intercâmbio de servidores
    universidade serrado alto → Universidade do Cerrado Alto
    secretria tecnica → Secretaria técnica
    presidensia → Presidência
    convênio de cede → Convenio de sede | Aprueba el convenio de sede con Valdeolmo
    `,
  ),
  ...of(
    'brecourt-sur-loire',
    'pt',
    `
    prefeitura sera do luar → Prefeitura de Serra do Luar
    carta de intensões → Carta de intenções com Serra do Luar | Lettre d’intention
    geminassão → Jumelage avec Altendorf am See | Jumelage avec Puerto Almendro | Jumelage avec Stanwell-on-Mere | Comité de jumelage Brécourt–Altendorf
    `,
  ),
  ...of(
    'brecourt-sur-loire',
    'en',
    `
    twining altendorf → Twinning with Altendorf am See
    cooperation tabadain → Cooperation with Tabadian
    deputy major international → Deputy mayor for international relations
    mere valey → Mere Valley Council
    water tabadian secnd phase → Water for Tabadian, second phase
    univercity → Université de Valombre
    `,
  ),
  ...of(
    'puerto-almendro',
    'en',
    `
    city of hoshimorri → City of Hoshimori
    twining brecourt → Twinning with Brécourt-sur-Loire
    `,
  ),
  ...of(
    'red-confluencia',
    'en',
    `
    urban watters fund → Urban Waters Fund (fictitious)
    grant agrement → Grant agreement
    hoogland an zee → Hoogland aan Zee in the network | Gemeente Hoogland aan Zee
    `,
  ),
]
