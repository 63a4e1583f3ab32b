import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-awaited.en.ts'

export const fr: Messages<typeof en> = {
  people: count =>
    plural('fr', count, {
      one: '# personne (à confirmer)',
      other: '# personnes (à confirmer)',
      many: '# de personnes (à confirmer)',
    }),
  who: (name, does) => `${name} : ${does}`,
  declined: {
    title: count =>
      plural('fr', count, {
        one: '# modération ou intervention déclinée : elle ne figurera pas dans ce que vous publiez',
        other: '# modérations ou interventions déclinées : elles ne figureront pas dans ce que vous publiez',
        many: '# de modérations ou d’interventions déclinées : elles ne figureront pas dans ce que vous publiez',
      }),
    text: 'Rien ne dit au public qu’une invitation a été déclinée. Trouvez quelqu’un d’autre pour le créneau, ou publiez-le ainsi.',
  },
  awaited: {
    title: count =>
      plural('fr', count, {
        one: '# modération ou intervention sans réponse : elle sera publiée « à confirmer »',
        other: '# modérations ou interventions sans réponse : elles seront publiées « à confirmer »',
        many: '# de modérations ou d’interventions sans réponse : elles seront publiées « à confirmer »',
      }),
    text: 'Le nom, la fonction et l’organisation paraissent dans la première version que vous publiez une fois que la personne a dit oui.',
  },
}
