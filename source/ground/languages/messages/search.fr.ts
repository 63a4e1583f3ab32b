import { type Messages, number, plural } from '../say.ts'
import type { en } from './search.en.ts'

export const fr = {
  title: 'Recherche',
  titleFor: question => `Recherche : ${question}`,
  lead: 'Dans toutes les langues à la fois : le mot d’une langue trouve aussi ceux des autres. Ce que vous n’avez pas le droit de lire n’est pas cherché.',
  box: 'Que cherchez-vous ?',
  button: 'Chercher',
  cut: (most, word) =>
    `Seuls les ${number('fr', most)} premiers caractères ont été cherchés, jusqu’à « ${word} ». Avec moins de mots, on trouve davantage.`,
  count: total => plural('fr', total, { one: '# résultat', other: '# résultats', many: '# de résultats' }),
  close: question => `Rien ne contient « ${question} » ; ces titres s’en approchent`,
  instead: (question, meant) => `Rien ne contient « ${question} » ; voici ce que trouve « ${meant} »`,
  nothing: question => `Rien pour « ${question} »`,
  meant: question => `Vouliez-vous dire « ${question} » ?`,
  otherWords: 'En d’autres mots :',
  field: 'indiqué dans un champ',
  nothingNext:
    'Vérifiez l’orthographe, essayez avec moins de mots ou avec un mot de la même famille. Les accents ne comptent pas.',
  pageOf: (page, pages) => `Page ${number('fr', page)} sur ${number('fr', pages)}`,
} satisfies Messages<typeof en>
