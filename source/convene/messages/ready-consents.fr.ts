import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './ready-consents.en.ts'

const days = (count: number) => plural('fr', count, { one: '# jour', other: '# jours' })

export const fr = {
  organiser: 'l’équipe d’organisation',
  contact: 'l’adresse de contact du séminaire',
  data: (organiser, contact, persons, needs) =>
    `J’accepte que ce que j’écris dans ce formulaire serve à préparer et à tenir ce séminaire : donner les places, m’écrire à son sujet, m’accueillir, dire combien de personnes sont venues. Responsable de ces données : ${organiser}. Seules les personnes qui organisent le séminaire les voient ; elles ne sont ni vendues ni utilisées à autre chose. Ce que je dis de mes besoins (accessibilité, repas) ne sert qu’à mon accueil et est effacé ${days(needs)} après le séminaire ; mon nom et mon adresse sont effacés ${days(persons)} après. Accepter n’est pas une obligation, mais sans ces données il n’y a pas d’inscription. À tout moment je peux consulter mes données, les corriger, en recevoir une copie, les faire effacer ou retirer ce consentement, depuis ma page personnelle ou en écrivant à ${contact} ; ce qui a été fait jusque-là reste licite. Je peux aussi saisir l’autorité de protection des données de mon pays (en France, la CNIL).`,
} satisfies Messages<typeof en>
