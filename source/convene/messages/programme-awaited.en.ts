import { plural } from '#ground/languages/say.ts'

/** Whoever was asked to moderate or to speak and has not said yes. */
export const en = {
  /** In a list of names, in the place of those of whom an answer is awaited. */
  people: (count: number) =>
    plural('en', count, { one: '# person (to be confirmed)', other: '# people (to be confirmed)' }),
  /** Somebody, and which slot it is about: “moderates …”, “speaks in …”. */
  who: (name: string, does: string) => `${name}: ${does}`,
  declined: {
    title: (count: number) =>
      plural('en', count, {
        one: '# moderation or talk was declined: it is left out of what you release',
        other: '# moderations or talks were declined: they are left out of what you release',
      }),
    text: 'Nothing tells the public that an invitation was declined. Find somebody else for the slot, or release it as it is.',
  },
  awaited: {
    title: (count: number) =>
      plural('en', count, {
        one: '# moderation or talk has no answer yet: it is released as “to be confirmed”',
        other: '# moderations or talks have no answer yet: they are released as “to be confirmed”',
      }),
    text: 'The name, the post and the organisation appear in the first version that you release once they have said yes.',
  },
}
