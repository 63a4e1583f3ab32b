/**
 * The two upper levels of the ACTES nomenclature, by which French local governments send their acts to the State, as SCDL
 * Délibérations writes them: in lower case, without commas or brackets.
 */
const chapters: readonly (readonly [string, readonly string[]])[] = [
  [
    'commande publique',
    [
      'marchés publics',
      'délégation de service public',
      'conventions de mandat',
      'autres types de contrats',
      'transactions - protocole d’accord transactionnel',
      'actes relatifs à la maîtrise d’œuvre',
      'actes spéciaux et divers',
    ],
  ],
  [
    'urbanisme',
    [
      'documents d’urbanisme',
      'actes relatifs au droit d’occupation ou d’utilisation des sols',
      'droit de préemption urbain',
    ],
  ],
  [
    'domaine et patrimoine',
    [
      'acquisitions',
      'aliénations',
      'locations',
      'limites territoriales',
      'autres actes de gestion du domaine public',
      'autres actes de gestion du domaine privé',
    ],
  ],
  [
    'fonction publique',
    [
      'personnel titulaire et stagiaire de la fonction publique territoriale',
      'personnel contractuel',
      'fonction publique hospitalière',
      'autres catégories de personnels',
      'régime indemnitaire',
    ],
  ],
  [
    'institutions et vie politique',
    [
      'élection exécutif',
      'fonctionnement des assemblées',
      'désignation de représentants',
      'délégation de fonctions',
      'délégation de signature',
      'exercice des mandats locaux',
      'intercommunalité',
      'décision d’ester en justice',
    ],
  ],
  [
    'libertés publiques et pouvoirs de police',
    [
      'police municipale',
      'pouvoirs du président du conseil général',
      'pouvoirs du président du conseil régional',
      'autres actes réglementaires',
      'actes pris au nom de l’État et soumis au contrôle hiérarchique',
    ],
  ],
  [
    'finances locales',
    [
      'décisions budgétaires',
      'fiscalité',
      'emprunts',
      'interventions économiques',
      'subventions',
      'contributions budgétaires',
      'avances',
      'fonds de concours',
      'prise de participation',
      'divers',
    ],
  ],
  [
    'domaines de compétences par thèmes',
    [
      'enseignement',
      'aide sociale',
      'voirie',
      'aménagement du territoire',
      'politique de la ville-habitat-logement',
      'emploi-formation professionnelle',
      'transports',
      'environnement',
      'culture',
    ],
  ],
  [
    'autres domaines de compétences',
    [
      'autres domaines de compétences des communes',
      'autres domaines de compétences des départements',
      'autres domaines de compétences des régions',
      'vœux et motions',
    ],
  ],
]

/** Every subject of the second level by its code, `9.1`, in the order of the nomenclature. */
export const subjects: ReadonlyMap<string, string> = new Map(
  chapters.flatMap(([chapter, ones], at) =>
    ones.map((one, index) => [`${at + 1}.${index + 1}`, `${chapter}/${one}`] as const),
  ),
)

/** A subject as it is read: the nomenclature sets a bare slash between its levels. */
export const subjectInWords = (name: string): string => name.replace(/(?<=\S)\/(?=\S)/, ' – ')

/** The code of the second level of one that may go deeper: `9.1` of `9.1.2`. */
export const secondLevel = (code: string): string => code.split('.').slice(0, 2).join('.')
