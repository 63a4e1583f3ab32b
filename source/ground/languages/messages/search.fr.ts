import { type Messages, number, plural } from '../say.ts'
import type { en } from './search.en.ts'

export const fr = {
  title: 'Recherche',
  titleFor: question => `Recherche : ${question}`,
  lead: 'Dans toutes les langues à la fois. Ce que vous n’avez pas le droit de lire n’est pas cherché.',
  box: 'Que cherchez-vous ?',
  button: 'Chercher',
  count: total => plural('fr', total, { one: '# résultat', other: '# résultats', many: '# de résultats' }),
  close: question => `Rien ne contient « ${question} » ; ces titres s’en approchent`,
  nothing: question => `Rien pour « ${question} »`,
  nothingNext:
    'Vérifiez l’orthographe, essayez avec moins de mots ou avec un mot de la même famille. Les accents ne comptent pas.',
  pageOf: (page, pages) => `Page ${number('fr', page)} sur ${number('fr', pages)}`,
} satisfies Messages<typeof en>
