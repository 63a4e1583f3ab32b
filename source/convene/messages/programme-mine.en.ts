import { plural } from '#ground/languages/say.ts'

/** What a reader does with a programme: chooses of it, and reads its hours elsewhere. */
export const en = {
  title: 'My programme',
  titleOf: (seminar: string) => `My programme: ${seminar}`,
  choosing: {
    choose: 'Choose',
    lead: 'Tick the slots you choose. No account is needed: your programme has an address that you can keep or send.',
    button: 'See my programme',
    // In the browser: `#` is a number.
    none: 'Nothing is chosen yet.',
    one: '# slot chosen.',
    other: '# slots chosen.',
    kept: 'Your choice stays in this browser and in the address of your programme. Perenne stores nothing of it.',
    refused:
      'This browser keeps nothing from one page to the next. Use the button, and keep the address of the page that opens.',
  },
  lead: (count: number) => plural('en', count, { one: 'You have chosen # slot.', other: 'You have chosen # slots.' }),
  address:
    'Keep the address of this page, or send it: whoever opens it sees the same choice, with what changes. Perenne stores nothing of it.',
  empty: {
    title: 'You have chosen nothing yet',
    text: 'Tick the slots you choose in the programme. They will stand here in their order, and go into your calendar.',
    button: 'Choose in the programme',
  },
  collisions: {
    title: (count: number) =>
      plural('en', count, {
        one: 'Two of your slots are on at the same time',
        other: '# pairs of your slots are on at the same time',
      }),
    more: (count: number) => plural('en', count, { one: '# more pair', other: '# more pairs' }),
  },
  changed: {
    title: 'Your programme has changed',
    text: (from: string, to: string) => `From “${from}” to “${to}”:`,
    understood: 'Understood: tell me only of what changes from now on',
  },
  gone: {
    title: (count: number) =>
      plural('en', count, {
        one: '# slot is no longer in the programme',
        other: '# slots are no longer in the programme',
      }),
    last: (version: string) => `last in “${version}”`,
  },
  unknown: (count: number) =>
    plural('en', count, {
      one: '# entry of this address is no slot of this programme; it is left out.',
      other: '# entries of this address are no slots of this programme; they are left out.',
    }),
  tooMany: (most: number) =>
    plural('en', most, {
      one: 'Only the first entry of this address was read.',
      other: 'Only the first # entries of this address were read.',
    }),
  calendar: 'Add to my calendar (once)',
  subscribe: 'Subscribe, so that the calendar follows changes',
  choose: 'Choose other slots',
  clear: 'Take everything out',
  remove: 'Take out',
  /** One slot. */
  addOne: 'Add to a calendar',
  device: {
    print: 'Print',
    other: 'Another choice is kept in this browser.',
    nothing: 'This choice is not kept in this browser.',
    keep: 'Keep this choice here',
    own: 'See the choice kept here',
    kept: 'This choice is now kept in this browser.',
    refused: 'This browser keeps nothing from one page to the next: keep the address of this page.',
  },
  printed: (address: string) => `The programme as it is now: ${address}`,
  zone: {
    link: 'Hours of another place',
    label: 'Hours of which place?',
    button: 'Show these hours too',
    clear: (city: string) => `Hours of ${city} only`,
    shown: (city: string, zone: string) => `Below them stand the hours of ${city} (${zone}).`,
    same: (city: string) => `On these days, the clocks of ${city} say the same.`,
    unknown: (said: string) => `“${said}” is not a time zone that is known here. Choose one from the list.`,
    unreadable: 'What the address asks for is not a time zone. Choose one from the list.',
    elsewhere: (city: string, hours: string) => `${city}: ${hours}`,
    here: (city: string) => `Show the hours of ${city} too, as on this device`,
    regions: {
      Africa: 'Africa',
      America: 'America',
      Antarctica: 'Antarctica',
      Arctic: 'Arctic',
      Asia: 'Asia',
      Atlantic: 'Atlantic',
      Australia: 'Australia',
      Europe: 'Europe',
      Indian: 'Indian Ocean',
      Pacific: 'Pacific',
      other: 'Other',
    },
  },
}
