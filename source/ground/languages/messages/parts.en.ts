import type { Locale } from '#ground/languages/locales.ts'
import { number as numberIn, plural as pluralIn } from '#ground/languages/say.ts'

/** What an error page says of one kind of error. */
export type ErrorWords = { title: string; sentences: string[] }

/** The statuses that have a page of their own. */
export type ErrorStatus = 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 | 507

/** The texts of the components in source/ground/web/parts. Counts are whole numbers; texts come back ready to show. */
export type PartsMessages = {
  frame: {
    skip: string
    menu: string
    /** The name of the menu of those who work here. */
    workspace: string
    mainNavigation: string
    languages: string
    announcement: string
    breadcrumb: string
    signIn: string
    signOut: string
    signedInAs: (name: string) => string
    failedTitle: (title: string) => string
    about: string
    licence: string
    accessibility: string
    source: string
    privacy: string
    footNavigation: string
  }
  form: {
    errors: (count: number) => string
    allRequired: string
    optional: string
    required: string
    choose: string
    cancel: string
    dateForm: string
    fileLimit: (size: string) => string
    fileAgain: string
    fileReceived: (name: string) => string
    atMost: (characters: number) => string
    codeHint: string
    errorPrefix: string
  }
  stale: {
    title: string
    explain: string
    theirs: (by: string | undefined, at: string | undefined) => string
    yours: string
    both: string
    empty: string
    save: string
    continueEditing: string
  }
  table: {
    filters: string
    apply: string
    clear: string
    sortBy: string
    sortedBy: (heading: string, descending: boolean) => string
    pages: string
    page: (number: number) => string
    previous: string
    next: string
    range: (from: number, to: number, total: number) => string
  }
  text: {
    notYet: (source: Locale) => string
    stale: string
    regions: { america: string; europe: string; other: string }
    pending: string
    free: (free: number, capacity: number) => string
    full: (capacity: number) => string
    unlimited: string
    taken: (taken: number, capacity: number) => string
  }
  programme: {
    provisional: string
    introduction: string
    /** Kinds of slots, over a title that does not say them. */
    talk: string
    workshop: string
    part: (numeral: string) => string
    moderation: (names: string) => string
    coordination: (names: string) => string
    empty: string
  }
  flash: { done: string; note: string; problem: string }
  errors: Record<ErrorStatus, ErrorWords>
  errorPage: {
    reference: string
    quote: string
    tryAgainIn: (seconds: number) => string
    home: string
  }
  styleguide: {
    title: string
    lead: string
    states: {
      plain: string
      hint: string
      error: string
      disabled: string
      optional: string
      long: string
      emoji: string
      rightToLeft: string
      longWord: string
      filled: string
      missingLanguage: string
    }
    sections: {
      text: string
      fields: string
      choices: string
      buttons: string
      table: string
      places: string
      programme: string
      messages: string
      stale: string
      errors: string
    }
    sample: {
      name: string
      nameHint: string
      nameError: string
      email: string
      telephone: string
      message: string
      language: string
      category: string
      date: string
      document: string
      code: string
      news: string
      paragraph: string
      save: string
      remove: string
      confirmTitle: string
      confirmText: string
      saved: string
      seminar: string
      nobody: string
      nobodyNext: string
      person: string
      places: string
      region: string
      state: string
      confirmed: string
      waiting: string
      refused: string
      toExamine: string
      all: string
    }
  }
}

const number = (value: number) => numberIn('en', value)
const plural = (count: number, one: string, other: string) => pluralIn('en', count, { one, other })
const languages: Record<Locale, string> = { fr: 'French', es: 'Spanish', pt: 'Portuguese', en: 'English' }

export const en: PartsMessages = {
  frame: {
    skip: 'Skip to the content',
    menu: 'Menu',
    workspace: 'Workspace',
    mainNavigation: 'Main menu',
    languages: 'Language',
    announcement: 'Announcement',
    breadcrumb: 'You are here',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedInAs: name => `Signed in as ${name}`,
    failedTitle: title => `Error: ${title}`,
    about: 'Perenne helps the international action of local governments outlive a mandate. It is free software.',
    licence: 'EUPL-1.2 licence',
    accessibility: 'Accessibility',
    source: 'Source code',
    privacy: 'Personal data',
    footNavigation: 'About this site',
  },
  form: {
    errors: count => plural(count, 'There is one point to put right', `There are ${number(count)} points to put right`),
    allRequired: 'Please answer every question, unless it is marked “optional”.',
    optional: 'optional',
    required: 'required',
    choose: 'Choose…',
    cancel: 'Cancel',
    dateForm: 'Year-month-day, for example 2018-07-05',
    fileLimit: size => `${size} at most`,
    fileAgain: 'A browser cannot keep a chosen file: please choose it again.',
    fileReceived: name => `Already received: ${name}. Choose another file only to replace it.`,
    atMost: characters => `${number(characters)} characters at most`,
    codeHint: 'The six figures in the message we have just sent you',
    errorPrefix: 'Error:',
  },
  stale: {
    title: 'This page was saved in the meantime',
    explain:
      'Nothing is lost: here are both texts, wherever they differ. Choose one for each point; nothing is saved until you confirm.',
    theirs: (by, at) => `Saved meanwhile${by ? ` by ${by}` : ''}${at ? `, ${at}` : ''}`,
    yours: 'What you wrote',
    both: 'Keep both, one after the other',
    empty: '(left empty)',
    save: 'Save my choices',
    continueEditing: 'Go on editing with my choices',
  },
  table: {
    filters: 'Narrow the list',
    apply: 'Show',
    clear: 'Show everything',
    sortBy: 'Sort by',
    sortedBy: (heading, descending) => `${heading}, ${descending ? 'descending' : 'ascending'}`,
    pages: 'Pages of the list',
    page: n => `Page ${number(n)}`,
    previous: 'Previous',
    next: 'Next',
    range: (from, to, total) => `${number(from)}–${number(to)} of ${number(total)}`,
  },
  text: {
    notYet: source => `in ${languages[source]}; not yet in English`,
    stale: 'the original has changed since this translation',
    regions: { america: 'Latin America', europe: 'Europe', other: 'Other region' },
    pending: 'to be confirmed',
    free: (free, capacity) =>
      plural(
        free,
        `${number(free)} place free of ${number(capacity)}`,
        `${number(free)} places free of ${number(capacity)}`,
      ),
    full: capacity => `Full: all ${number(capacity)} places are taken`,
    unlimited: 'No limit on places',
    taken: (taken, capacity) =>
      plural(
        taken,
        `${number(taken)} place taken of ${number(capacity)}`,
        `${number(taken)} places taken of ${number(capacity)}`,
      ),
  },
  programme: {
    provisional: 'provisional',
    introduction: 'Introduction',
    talk: 'Talk',
    workshop: 'Workshop',
    part: numeral => `Part ${numeral}`,
    moderation: names => `Moderated by ${names}`,
    coordination: names => `General coordination: ${names}`,
    empty: 'The programme is not published yet. It will appear on this page.',
  },
  flash: { done: 'Done', note: 'Please note', problem: 'Not done' },
  errors: {
    403: {
      title: 'This page is not open to you',
      sentences: [
        'It is kept for people who have been given access, or the form was open for too long.',
        'If you have just filled in a form, go back and send it again. If you need access, ask the person who organises the seminar.',
      ],
    },
    404: {
      title: 'There is no page at this address',
      sentences: [
        'The address may have been cut short when it was copied, or the page may have been withdrawn.',
        'Check the address, or start again from the home page.',
      ],
    },
    409: {
      title: 'Things changed while you were here',
      sentences: [
        'Someone else, or you in another window, did something in the meantime that your request does not take into account.',
        'Nothing was overwritten. Go back, reload the page and look at its present state before trying again.',
      ],
    },
    413: {
      title: 'That is too large to be received',
      sentences: [
        'The file or the text you sent goes beyond the limit, and nothing of it was kept here.',
        'Go back, choose a smaller file or shorten the text, and send it again.',
      ],
    },
    422: {
      title: 'What you sent could not be read',
      sentences: [
        'It did not arrive in the form this page expects, perhaps because it was cut short on the way.',
        'Go back, reload the page and send it again.',
      ],
    },
    429: {
      title: 'Too many requests at once',
      sentences: [
        'We received more requests from you in a short time than we can serve fairly.',
        'Wait a little, then try again. Nothing you did before is lost.',
      ],
    },
    500: {
      title: 'Something failed on our side',
      sentences: [
        'It is not your doing. The fault has been noted, and what you asked for may not have been done.',
        'Try again in a few minutes. If you had filled in a form, your browser’s “back” button usually finds your text again.',
      ],
    },
    503: {
      title: 'Perenne is resting for a moment',
      sentences: [
        'The service is starting, stopping or being looked after, and cannot answer just now.',
        'Try again in a few minutes. Nothing already saved is affected.',
      ],
    },
    507: {
      title: 'There is no room left to save this',
      sentences: [
        'The machine that runs this site has run out of storage. Nothing was saved, and nothing saved before is affected.',
        'Go back: what you typed is still there. Try again later, and tell the people who run this site.',
      ],
    },
  },
  errorPage: {
    reference: 'Reference',
    quote: 'Quote this number if you write to us: it lets us find what happened.',
    tryAgainIn: seconds =>
      plural(seconds, 'You can try again in one second.', `You can try again in ${number(seconds)} seconds.`),
    home: 'Go to the home page',
  },
  styleguide: {
    title: 'Styleguide',
    lead: 'Every component, in each of its states, as it appears in this language.',
    states: {
      plain: 'Ordinary',
      hint: 'With a hint',
      error: 'With an error',
      disabled: 'Not available',
      optional: 'Optional',
      long: 'Long text',
      emoji: 'Emoji and other scripts',
      rightToLeft: 'Text from right to left',
      longWord: 'A word of 500 letters',
      filled: 'Filled in',
      missingLanguage: 'Language not yet there, translation out of date',
    },
    sections: {
      text: 'Texts',
      fields: 'Fields',
      choices: 'Choices',
      buttons: 'Buttons',
      table: 'Tables',
      places: 'Places, regions, states',
      programme: 'Programme',
      messages: 'Messages',
      stale: 'Two people writing at once',
      errors: 'Error pages',
    },
    sample: {
      name: 'Full name',
      nameHint: 'As it should be printed on the badge',
      nameError: 'Enter your name',
      email: 'E-mail address',
      telephone: 'Telephone',
      message: 'Message to the organisers',
      language: 'Language',
      category: 'You come as',
      date: 'Date',
      document: 'Document',
      code: 'Code received by e-mail',
      news: 'I agree that my name and organisation appear in the list given to participants.',
      paragraph:
        'An action abroad lasts when it is known inside the house, written down, measured, and handed over by those who leave to those who arrive.',
      save: 'Save',
      remove: 'Withdraw',
      confirmTitle: 'Withdraw this registration?',
      confirmText: 'The place goes at once to the first person on the waiting list.',
      saved: 'Your changes are saved.',
      seminar: 'Seminar',
      nobody: 'Nobody has registered yet',
      nobodyNext: 'Registrations will appear here. Send the address of the seminar to the people you invite.',
      person: 'Person',
      places: 'Places',
      region: 'Region',
      state: 'State',
      confirmed: 'confirmed',
      waiting: 'waiting list',
      refused: 'refused',
      toExamine: 'to examine',
      all: 'All',
    },
  },
}
