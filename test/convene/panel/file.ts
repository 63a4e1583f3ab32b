import { smallFile } from '../seminar/room.ts'

const people = `people:
  - {key: ana, givenName: Ana, familyName: Zanetti, email: ana@example.org, language: es, organisation: org-2}
  - {key: luc, givenName: Luc, familyName: Vaubert, email: luc@example.org, language: fr}
  - {key: eva, givenName: Eva, familyName: Okonkwo, email: eva@example.org}
  - {key: ida, givenName: Ida, familyName: Sandoval}
`
const slots = `    - key: panel
      kind: part
      part: I
      from: "10:00"
      to: "11:00"
      title: {en: Cities that remember, fr: Des villes qui se souviennent}
      moderatorPersons: [eva]
      seats:
        - {key: one, region: latin-america, person: ana}
        - {key: two, region: europe, person: luc}
        - {key: three, region: europe, person: ida}
    - key: second
      kind: part
      part: II
      from: "11:00"
      to: "12:00"
      title: {en: Cities that decide}
      seats:
        - {key: one, region: latin-america, person: ana}
        - {key: two, region: europe}
`
/** A seminar with two panels: three people have seats, one of them two; one moderates; one has no address. */
export const fileText = (slug: string) =>
  smallFile({ slug, more: slots })
    .replace('languages: [en, fr]', 'languages: [en, fr, es]')
    .replace(
      'programme:\n',
      `  - {key: org-2, name: {en: City of Rosario}, kind: local-government}\n${people}programme:\n`,
    )
