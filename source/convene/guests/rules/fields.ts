import { foldName } from '#convene/registration/rules/fold.ts'
import { likeness } from '#convene/registration/rules/likeness.ts'

/** What a column of a guest list may hold. `fullName` is given and family name in one cell. */
export const guestFields = [
  'givenName',
  'familyName',
  'fullName',
  'email',
  'category',
  'organisation',
  'role',
  'country',
  'territory',
  'language',
  'languages',
] as const
export type GuestField = (typeof guestFields)[number]

/** What a column means: a field, or one of the organisers' own questions by its key. */
export type Meaning = GuestField | `question:${string}`

export const isGuestField = (value: string): value is GuestField => (guestFields as readonly string[]).includes(value)

/** A question as a heading may name it. */
export type NamedQuestion = { key: string; labels: readonly string[] }

/** A heading without accents, capitals, punctuation, and what stands in brackets: “E-mail * (obligatoire)” is “e mail”. */
export const foldHeading = (heading: string): string =>
  foldName(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

// The words that lists of guests have above their columns, in the four languages.
const words: Record<GuestField, string> = {
  givenName: `given name|given names|first name|first names|firstname|forename|christian name|prenom|prenoms|prenom usuel
    |nombres|nombre de pila|primer nombre|nombre s|nome proprio|primeiro nome|nomes|prenom s`,
  familyName: `family name|family names|last name|last names|lastname|surname|surnames|nom de famille|nom d usage|nom usuel
    |apellido|apellidos|apellido s|primer apellido|apellido paterno|sobrenome|sobrenomes|apelido|apelidos|ultimo nome|nome de familia`,
  fullName: `full name|complete name|name and surname|name surname|first and last name|nom complet|nom et prenom|nom prenom
    |noms et prenoms|prenom nom|prenom et nom|nombre completo|nombre y apellido|nombre y apellidos|nombres y apellidos|apellidos y nombres
    |apellido y nombre|apellidos y nombre|nome completo|nome e sobrenome|nome e apelido|guest|invitee|participant|person|attendee
    |invite|invitee e|personne|participante|persona|invitado|invitada|pessoa|convidado|convidada`,
  email: `email|e mail|mail|emails|e mails|email address|e mail address|mail address|address of e mail|courriel|courriels|adresse courriel
    |adresse de courriel|adresse mail|adresse email|adresse e mail|adresse electronique|adresse de messagerie|adr mail|mel
    |correo|correos|correo electronico|direccion de correo|direccion de correo electronico|direccion electronica|direccion email|mail de contacto
    |endereco de e mail|endereco de email|endereco eletronico|endereco electronico|correio eletronico|correio electronico`,
  category: `category|kind of participant|type of participant|capacity|you come as|comes as|profile|categorie|type de participant|profil
    |en qualite de|vous venez en qualite de|qualite|categoria|tipo de participante|perfil|en calidad de|calidad|usted participa como
    |qualidade|na qualidade de|participa como`,
  organisation: `organisation|organization|institution|body|company|employer|affiliation|local government|network|association|organisme|structure
    |collectivite|collectivite territoriale|etablissement|entreprise|employeur|reseau|organizacion|institucion|entidad|empresa|asociacion
    |gobierno local|organizacao|instituicao|entidade|orgao|associacao|governo local|organisation name|nom de l organisation
    |nombre de la organizacion|nome da organizacao`,
  role: `role|function|job|job title|position|post|fonction|poste|intitule du poste|titre de fonction|funcion|puesto|cargo|rol|funcao|papel`,
  country: `country|country of the organisation|pays|pays de l organisation|pais|pais de la organizacion|pais da organizacao|nation`,
  territory: `territory|city|town|municipality|territoire|ville|commune|territorio|ciudad|municipio|cidade|local authority area`,
  language: `language|language of mails|language of our mails|mail language|correspondence language|preferred language|langue
    |langue des courriels|langue de nos courriels|langue de correspondance|langue preferee|idioma|idioma de los correos
    |idioma de nuestros correos|lengua|idioma dos e mails|idioma dos nossos e mails|idioma de correspondencia|idioma de preferencia`,
  languages: `languages|languages understood|spoken languages|understands|langues|langues comprises|langues parlees|comprend|idiomas
    |idiomas que comprende|idiomas que entiende|lenguas|entiende|comprende|idiomas que entende|idiomas falados|entende|compreende`,
}

const known = new Map<string, GuestField>(
  guestFields.flatMap(field => words[field].split('|').map(word => [word.replace(/\s+/g, ' ').trim(), field] as const)),
)

// A name alone is the family name beside a given one, the given name beside a family one, and else all of it: « Nom »,
// “Nombre”, “Nome”, “Name”.
const alone: Record<string, 'givenName' | 'familyName'> = {
  nom: 'familyName',
  noms: 'familyName',
  name: 'familyName',
  nombre: 'givenName',
  nome: 'givenName',
}

/** Headings may be misspelt: from here on two are one. */
const sameHeading = 0.86

/**
 * What each heading means; null for one that says nothing we read. Each meaning is given once, to the first heading that
 * has it.
 *
 * @param headings in their order; empty for a column without one
 */
export function meaningsOf(headings: readonly string[], questions: readonly NamedQuestion[]): (Meaning | null)[] {
  const folded = headings.map(foldHeading)
  const plain = folded.map((heading): Meaning | null => (heading === '' ? null : meaningOf(heading, questions)))
  const has = (field: GuestField) => plain.includes(field)
  const taken = new Set<Meaning>()
  const once = (meaning: Meaning | null) => {
    if (meaning === null || taken.has(meaning)) return null
    taken.add(meaning)
    return meaning
  }
  return folded.map((heading, index) => {
    const lone = alone[heading]
    if (lone === undefined) return once(plain[index] ?? null)
    const [own, other] =
      lone === 'familyName' ? (['familyName', 'givenName'] as const) : (['givenName', 'familyName'] as const)
    // « Nom » and « Nombre » together: a list in two languages says both names all the same.
    const beside = folded.some((word, at) => at !== index && alone[word] === other)
    if (has(other) || beside) return once(own)
    return once(has(own) || has('fullName') ? null : 'fullName')
  })
}

function meaningOf(heading: string, questions: readonly NamedQuestion[]): Meaning | null {
  if (Object.hasOwn(alone, heading)) return null
  const exact = known.get(heading)
  if (exact) return exact
  const question = questions.find(({ key, labels }) => [key, ...labels].some(label => foldHeading(label) === heading))
  if (question) return `question:${question.key}`
  if (heading.length < 5) return null
  let best: GuestField | null = null
  let most = sameHeading
  for (const [word, field] of known) {
    const like = likeness(word, heading)
    if (like >= most) [best, most] = [field, like]
  }
  return best
}

/** Whether a heading of full names puts the family name first: « Nom et prénom », “Apellidos y nombres”. */
export const isFamilyFirst = (heading: string): boolean =>
  /^(nom|noms|apellidos?|sobrenome|surname|family|last)\b/.test(foldHeading(heading)) &&
  !/^nom complet/.test(foldHeading(heading))
