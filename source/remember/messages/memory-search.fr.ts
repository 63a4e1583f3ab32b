import type { Messages } from '#ground/languages/say.ts'
import type { en } from './memory-search.en.ts'

export const fr = {
  title: 'Recherche',
  titleFor: question => `Recherche : ${question}`,
  lead: 'Dans tout ce que vous pouvez lire de cette mémoire, dans quatre langues à la fois : le mot de l’une trouve aussi ceux des autres.',
  box: name => `Chercher dans la mémoire : ${name}`,
  question: 'Que cherchez-vous ?',
  button: 'Chercher',
  kinds: 'Sortes de fiches',
  all: 'Tout',
  byYears: 'Certaines années seulement',
  from: 'De l’année',
  to: 'À l’année',
  years: 'Avec des années, seul ce qui parle de ce temps est trouvé ; ce qui n’a pas de date n’y est pas.',
  yearsWrong: 'Donnez des années de quatre chiffres, la plus ancienne d’abord.',
  withoutYears: 'Chercher dans toutes les années',
  confidential: 'Notes confidentielles',
  everywhere: 'Chercher au-delà de cette mémoire',
  begin: 'Par où commencer',
  examples: 'Noms, lieux, thèmes, sortes de fiches, pays : par exemple',
  example: ['eau', 'jumelage', 'jeunesse'],
} satisfies Messages<typeof en>
