import { plural } from '#ground/languages/say.ts'

const days = (count: number) => plural('en', count, { one: '# day', other: '# days' })

/**
 * A text on personal data that an organiser can begin with: who, for what, who sees them, until when, which rights
 * (Regulation (EU) 2016/679, articles 7, 9 and 13; Lei 13.709/2018, articles 8, 9, 11 and 18).
 */
export const en = {
  organiser: 'the organising team',
  contact: 'the contact address of the seminar',
  data: (organiser: string, contact: string, persons: number, needs: number) =>
    `I agree that what I write in this form is used to prepare and hold this seminar: to give places, to write to me about it, to welcome me and to say how many people came. Responsible for these data: ${organiser}. Only the people who organise the seminar see them; they are neither sold nor used for anything else. What I say of my needs (accessibility, diet) is used for my welcome only and erased ${days(needs)} after the seminar; my name and address are erased ${days(persons)} after it. Nobody is obliged to agree, but without these data there is no registration. At any time I can see my data, correct them, receive a copy, have them erased or withdraw this consent, on my personal page or by writing to ${contact}; what was done until then remains lawful. I can also complain to the data protection authority of my country.`,
}
